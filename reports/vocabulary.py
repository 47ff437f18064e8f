"""Which services, regions and symptoms there are, kept in the process: slug to id and back."""

import time
from dataclasses import dataclass

from reports.models import Region, Service, Symptom

# A service added in the admin is known to every process within so many seconds.
FRESH_FOR = 10.0


@dataclass(frozen=True)
class Vocabulary:
    """Slugs of the catalogue with their ids, as they were when it was read."""

    services: dict[str, int]
    active: frozenset[str]
    regions: dict[str, int]
    symptoms: dict[str, int]
    categories: dict[str, str]
    read_at: float


_kept: list[Vocabulary] = []


def read() -> Vocabulary:
    """Today's vocabulary; read from the database at most every FRESH_FOR seconds."""
    if not _kept or time.monotonic() - _kept[0].read_at > FRESH_FOR:
        _kept[:] = [_load()]
    return _kept[0]


def forget() -> None:
    """Read anew at the next call: the catalogue has just changed."""
    _kept.clear()


def _load() -> Vocabulary:
    services = list(Service.objects.values_list("slug", "id", "active", "category__slug"))
    return Vocabulary(
        services={slug: id_ for slug, id_, _, _ in services},
        active=frozenset(slug for slug, _, active, _ in services if active),
        categories={slug: category for slug, _, _, category in services},
        regions=dict(Region.objects.values_list("code", "id")),
        symptoms=dict(Symptom.objects.values_list("slug", "id")),
        read_at=time.monotonic(),
    )
