"""Other rules than those in force, to see what they would have changed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

from outages.detection import lifecycle, scan, subset, surprise

# Rule → where the process has it. Rules are constants: a what-if is a process with other ones.
PLACES: Mapping[str, tuple[tuple[ModuleType, str], ...]] = {
    "open_above": ((lifecycle, "OPEN_ABOVE"),),
    "close_below": ((lifecycle, "CLOSE_BELOW"),),
    "close_after": ((lifecycle, "CLOSE_AFTER"),),
    "relapse_within": ((lifecycle, "RELAPSE_WITHIN"),),
    "fewest_reporters": tuple((module, "FEWEST_REPORTERS") for module in (surprise, scan, subset)),
}


class NoSuchRule(ValueError):
    """A rule that there is not, or a number that it cannot have; its text says which."""


@contextmanager
def instead(rules: Mapping[str, float]) -> Iterator[None]:
    """These rules in place of those in force, while the block runs, in this process alone. Raises
    NoSuchRule."""
    _check(rules)
    before = {place: getattr(*place) for name in rules for place in PLACES[name]}
    try:
        for name, value in rules.items():
            for module, constant in PLACES[name]:
                setattr(module, constant, value)
        yield
    finally:
        for (module, constant), value in before.items():
            setattr(module, constant, value)


def _check(rules: Mapping[str, float]) -> None:
    for name, value in rules.items():
        if name not in PLACES:
            raise NoSuchRule(f"there is no rule {name}")
        if value < 0:
            raise NoSuchRule(f"{name} is not below zero")
    # Only what is above the warning threshold is looked at any further.
    if rules.get("open_above", lifecycle.OPEN_ABOVE) < lifecycle.WARN_ABOVE:
        raise NoSuchRule(f"open_above is not below the warning threshold, {lifecycle.WARN_ABOVE}")
