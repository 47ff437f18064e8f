"""Which services, regions and symptoms there are, kept in the process: slug to id and back."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from django.conf import settings
from django.db import DatabaseError
from numpy.typing import NDArray

from reports import kept
from reports.kept import Kept
from reports.models import Category, Region, Service, Symptom

# A service added in the admin is known to every process within so many seconds.
FRESH_FOR = 10.0


@dataclass(frozen=True)
class Vocabulary:
    """Slugs of the catalogue with their ids, as they were when it was read."""

    services: dict[str, int]
    active: frozenset[str]
    regions: dict[str, int]
    region_codes: dict[int, str]
    symptoms: dict[str, int]
    region_names: dict[str, str]
    symptom_says: dict[str, str]
    categories: dict[str, str]
    service_names: dict[str, str]
    symptom_names: dict[str, str]
    # Category slug → slugs of the symptoms that fit, in the order of the form.
    category_symptoms: dict[str, tuple[str, ...]]
    # int [highest region id + 1]: id of the country that a region belongs to, itself for a country,
    # 0 for the world and the unknown region.
    country_of: NDArray[np.int64]


def read() -> Vocabulary:
    """Today's vocabulary; read from the database at most every FRESH_FOR seconds."""
    return _kept.get()


def forget() -> None:
    """Read anew at the next call: the catalogue may have grown."""
    _kept.forget()


class _Words(msgspec.Struct):
    """The catalogue's rows that a vocabulary is made of."""

    places: list[tuple[str, int, str]]
    symptoms: list[tuple[str, int, str, str]]
    services: list[tuple[str, int, bool, str, str]]
    offered: list[tuple[str, list[str]]]


def _load() -> Vocabulary:
    """A web process that starts while the database is away knows what the last one knew: reports go
    into the inbox, which needs no more."""
    if not kept.renews_behind():
        return _made_of(_from_database())
    try:
        words = _from_database()
    except DatabaseError:
        remembered = _from_file()
        if remembered is None:
            raise
        return _made_of(remembered)
    _remember(words)
    return _made_of(words)


def _from_database() -> _Words:
    services = Service.objects.values_list("slug", "id", "active", "category__slug", "name")
    symptoms = Symptom.objects.order_by("id").values_list("slug", "id", "says", "name")
    return _Words(
        places=list(Region.objects.values_list("code", "id", "name")),
        symptoms=list(symptoms),
        services=list(services),
        offered=list(Category.objects.values_list("slug", "symptoms")),
    )


def _file() -> Path:
    return Path(settings.DATA_DIR) / "vocabulary.json"


def _from_file() -> _Words | None:
    try:
        return msgspec.json.decode(_file().read_bytes(), type=_Words)
    except (OSError, msgspec.MsgspecError):
        return None


def _remember(words: _Words) -> None:
    said, path = msgspec.json.encode(words), _file()
    # A full disk is no reason to take no reports.
    with suppress(OSError):
        if path.exists() and path.read_bytes() == said:
            return
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        draft.write_bytes(said)
        draft.replace(path)


def _made_of(words: _Words) -> Vocabulary:
    places, symptoms, services = words.places, words.symptoms, words.services
    regions = {code: id_ for code, id_, _ in places}
    known = {slug for slug, *_ in symptoms}
    return Vocabulary(
        services={slug: id_ for slug, id_, *_ in services},
        active=frozenset(slug for slug, _, active, *_ in services if active),
        categories={slug: category for slug, _, _, category, _ in services},
        regions=regions,
        region_codes={id_: code for code, id_, _ in places},
        country_of=_countries(regions),
        symptoms={slug: id_ for slug, id_, *_ in symptoms},
        region_names={code: name for code, _, name in places},
        symptom_says={slug: says for slug, _, says, _ in symptoms},
        service_names={slug: name for slug, *_, name in services},
        symptom_names={slug: name for slug, *_, name in symptoms},
        category_symptoms={
            slug: tuple(one for one in fitting if one in known) for slug, fitting in words.offered
        },
    )


def _countries(regions: dict[str, int]) -> NDArray[np.int64]:
    """ISO 3166 says it in the code: US-CA lies in US."""
    countries = np.zeros(max(regions.values(), default=0) + 1, dtype=np.int64)
    for code, id_ in regions.items():
        if code not in (Region.WORLD, Region.UNKNOWN):
            countries[id_] = regions.get(code[:2], 0)
    return countries


_kept = Kept(_load, fresh_for=FRESH_FOR)
