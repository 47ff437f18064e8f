"""Make an incident's numbers again from what they were made of, and compare them bit for bit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from outages.detection import baseline
from outages.judging import inputs
from outages.models import Snapshot
from reports import vocabulary


@dataclass(frozen=True, kw_only=True)
class Remade:
    """The stored numbers of one minute of an incident beside those made now; `made` is empty where
    this model cannot read the snapshot."""

    minute: int
    version: str
    stored: Mapping[str, Any]
    made: Mapping[str, Any]

    @property
    def same_model(self) -> bool:
        return self.version == baseline.MODEL_VERSION

    @property
    def differences(self) -> tuple[str, ...]:
        """Names of the numbers that differ, in their last bit or altogether."""
        return tuple(name for name in self.stored if self.stored[name] != self.made.get(name))


def remade(incident: int) -> Iterator[Remade]:
    """Each snapshot of an incident with its numbers made again, oldest first."""
    kept = Snapshot.objects.filter(incident=incident).select_related("incident")
    for snapshot in kept.order_by("minute"):
        yield Remade(
            minute=snapshot.minute,
            version=snapshot.version,
            stored=snapshot.said,
            made=_made(snapshot),
        )


def _made(snapshot: Snapshot) -> dict[str, Any]:
    known = vocabulary.read()
    try:
        found = inputs.unpack(
            bytes(snapshot.inputs), service=snapshot.incident.service_id, regions=known.regions
        )
    except (KeyError, ValueError):
        return {}
    judged = found.judge()
    region, network = snapshot.said["region"], snapshot.said["network"]
    is_it = found.counts.regions == known.regions.get(region, 0)
    row = int(np.flatnonzero(is_it & (found.counts.networks == network))[0])
    return {
        "region": region,
        "network": network,
        "window": int(judged.window[row]),
        "observed": int(judged.observed[row]),
        "expected": float(judged.expected[row]),
        "relative_variance": float(judged.relvar[row]),
        "severity": float(judged.severity[row]),
        "z": float(judged.z[row]),
    }
