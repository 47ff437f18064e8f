"""The project's own topologies, loaded once, and what a path draws."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).resolve().parents[3] / "reports" / "data"
COMMAND = re.compile(r"([Mlhaz])([^Mlhaz]*)")
NUMBER = re.compile(r"-?(?:\d+\.\d+|\d+|\.\d+)")


@cache
def countries() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "countries.topo.json").read_text("utf-8"))
    return loaded


@cache
def regions() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "regions.topo.json").read_text("utf-8"))
    return loaded


def corners(path: str) -> list[NDArray[np.float64]]:
    """The corners of each subpath in pixels; of a dot, its left end."""
    drawn: list[NDArray[np.float64]] = []
    for command, rest in COMMAND.findall(path):
        numbers = np.array([float(one) for one in NUMBER.findall(rest)])
        if command == "M":
            drawn.append(numbers.reshape(1, 2))
        elif command == "l":
            steps = np.vstack([drawn[-1][-1:], numbers.reshape(-1, 2)])
            drawn[-1] = np.vstack([drawn[-1], np.cumsum(steps, axis=0)[1:]])
        elif command == "h":
            drawn[-1] = np.vstack([drawn[-1], drawn[-1][-1:] + [[numbers[0], 0.0]]])
    return drawn


def extent(path: str) -> NDArray[np.float64]:
    """Left, top, right, bottom of a path in pixels."""
    every = np.vstack(corners(path))
    return np.concatenate([every.min(axis=0), every.max(axis=0)])
