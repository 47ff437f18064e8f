"""Which services, regions and symptoms there are, kept in the process: slug to id and back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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


def _load() -> Vocabulary:
    places = list(Region.objects.values_list("code", "id", "name"))
    regions = {code: id_ for code, id_, _ in places}
    symptoms = list(Symptom.objects.order_by("id").values_list("slug", "id", "says", "name"))
    services = list(Service.objects.values_list("slug", "id", "active", "category__slug", "name"))
    known = {slug for slug, *_ in symptoms}
    offered = Category.objects.values_list("slug", "symptoms")
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
            slug: tuple(one for one in fitting if one in known) for slug, fitting in offered
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
