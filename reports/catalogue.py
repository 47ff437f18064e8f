"""Load services, what they depend on, regions and symptoms from reports/data/ into the database."""

import csv
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.db import models, transaction

from reports import kept
from reports.models import (
    Category,
    Dependence,
    Dependency,
    Network,
    Origin,
    Region,
    Service,
    Symptom,
)

T = TypeVar("T")
DATA = Path(__file__).resolve().parent / "data"
WORLD = {"code": Region.WORLD, "name": "World", "level": Region.Level.WORLD}
UNKNOWN = {"code": Region.UNKNOWN, "name": "Unknown region", "level": Region.Level.UNKNOWN}


class BadCatalogue(Exception):
    """The catalogue's files contradict each other; says which entry and how."""


@dataclass(frozen=True)
class Loaded:
    """How many of each are in the files, and how many services were retired by this load."""

    services: int
    dependencies: int
    regions: int
    retired: int


@transaction.atomic
def load(folder: Path = DATA) -> Loaded:
    """Bring the database in line with the files. Loading twice changes nothing.

    A service that left the file is retired, never deleted: its reports stay. What an administrator
    or a replay added has another origin and is left alone, even where the file has the same slug.
    Raises BadCatalogue, with nothing changed, when an entry refers to something unknown.
    """
    regions = _load_regions(folder)
    _upsert(Symptom, _tables(folder, "symptom"), by="slug")
    _upsert(Category, _tables(folder, "category"), by="slug")
    entries = _tables(folder, "service")
    dependencies = _load_dependencies(_tables(folder, "dependency"))
    retired = _load_services(entries)
    _link(entries, _tables(folder, "dependency"))
    kept.forget_all()
    return Loaded(
        services=len(entries), dependencies=dependencies, regions=regions, retired=retired
    )


def add_services(slugs: Iterable[str]) -> None:
    """Add services that a replayed log names and the catalogue lacks, under their slug."""
    category = other_kind()
    known = set(Service.objects.values_list("slug", flat=True))
    Service.objects.bulk_create(
        Service(
            slug=slug,
            name=slug.replace("-", " ").title(),
            category=category,
            origin=Origin.REPLAY,
            observable=True,
        )
        for slug in sorted(set(slugs) - known)
    )
    kept.forget_all()


def other_kind() -> Category:
    """The kind of services of which nobody said a kind."""
    category, _ = Category.objects.get_or_create(
        slug="other",
        defaults={
            "name": "Other",
            "symptoms": ["not_loading", "login", "slow", "server_error", "other_function"],
        },
    )
    return category


FILES = {
    "symptom": "symptoms.toml",
    "category": "categories.toml",
    "dependency": "dependencies.toml",
    "service": "services.toml",
}


def slugs(kind: str, folder: Path = DATA) -> set[str]:
    """What the files have of a kind: service, dependency, category or symptom."""
    return {entry["slug"] for entry in _tables(folder, kind)}


def _tables(folder: Path, kind: str) -> list[dict[str, Any]]:
    path = folder / FILES[kind]
    try:
        entries: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))[kind]
    except tomllib.TOMLDecodeError as error:
        raise BadCatalogue(f"{path.name}: {error}") from error
    slugs = [entry["slug"] for entry in entries]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise BadCatalogue(f"{path.name}: {twice[0]} stands there twice")
    return entries


def _upsert(model: type[models.Model], rows: Sequence[dict[str, Any]], *, by: str) -> None:
    """Insert the rows that are new, update those that differ.

    Not INSERT … ON CONFLICT: on PostgreSQL every row of that takes a number off the sequence, and a
    region's id is a smallint.
    """
    fields = sorted({name for row in rows for name in row} - {by})
    known = {getattr(one, by): one for one in model._default_manager.all()}
    new = [model(**row) for row in rows if row[by] not in known]
    model._default_manager.bulk_create(new, batch_size=500)
    changed = []
    for row in rows:
        one = known.get(row[by])
        if one is not None and any(getattr(one, name) != value for name, value in row.items()):
            for name, value in row.items():
                setattr(one, name, value)
            changed.append(one)
    if changed and fields:
        model._default_manager.bulk_update(changed, fields, batch_size=500)


def _load_regions(folder: Path) -> int:
    with (folder / "countries.csv").open(encoding="utf-8", newline="") as file:
        countries = list(csv.DictReader(file))
    with (folder / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows_of_file = list(csv.DictReader(file))
    # A country that the map does not divide stands there as its own only region.
    parts = [row for row in rows_of_file if row["id"] != row["country"]]
    people: dict[str, int] = {}
    for part in rows_of_file:
        people[part["country"]] = people.get(part["country"], 0) + int(part["est_population"] or 0)
    with (folder / "time_zones.csv").open(encoding="utf-8", newline="") as file:
        zones = {row["id"]: row["time_zone"] for row in csv.DictReader(file)}
    rows: list[dict[str, Any]] = [
        {"country": "", "population": 0, "time_zone": "", **WORLD},
        {"country": "", "population": 0, "time_zone": "", **UNKNOWN},
    ]
    rows += (
        {
            "code": country["code"],
            "name": country["name"],
            "country": country["code"],
            "level": Region.Level.COUNTRY,
            "population": people.get(country["code"], 0),
            "time_zone": zones.get(country["code"], ""),
        }
        for country in countries
    )
    rows += (
        {
            "code": part["id"],
            "name": part["name"],
            "country": part["country"],
            "level": Region.Level.SUBDIVISION,
            "population": int(part["est_population"] or 0),
            "time_zone": zones.get(part["id"], ""),
        }
        for part in parts
    )
    _upsert(Region, rows, by="code")
    return len(rows)


def _load_dependencies(entries: Sequence[dict[str, Any]]) -> int:
    ours = set(Dependency.objects.exclude(origin=Origin.FILE).values_list("slug", flat=True))
    rows = [
        {
            "slug": entry["slug"],
            "name": entry["name"],
            "kind": entry["kind"],
            "countries": entry.get("countries", []),
            "origin": Origin.FILE,
        }
        for entry in entries
        if entry["slug"] not in ours
    ]
    _upsert(Dependency, rows, by="slug")
    return len(entries)


def _load_services(entries: Sequence[dict[str, Any]]) -> int:
    """Upsert the file's services; retire those that left it. Gives how many were retired."""
    ours = set(Service.objects.exclude(origin=Origin.FILE).values_list("slug", flat=True))
    categories = dict(Category.objects.values_list("slug", "id"))
    operators = dict(
        Dependency.objects.filter(kind=Dependency.Kind.OPERATOR).values_list("slug", "id")
    )
    rows = [
        {
            "slug": entry["slug"],
            "name": entry["name"],
            "category_id": _known(categories, entry["category"], entry, "category"),
            "operator_id": _known(operators, entry["operator"], entry, "operator"),
            "homepage": entry["homepage"],
            "status_page": entry.get("status_page", ""),
            "aliases": entry.get("aliases", []),
            "countries": entry.get("countries", []),
            "observable": entry.get("observable", False),
            "active": True,
            "origin": Origin.FILE,
        }
        for entry in entries
        if entry["slug"] not in ours
    ]
    _upsert(Service, rows, by="slug")
    left = Service.objects.filter(origin=Origin.FILE, active=True).exclude(
        slug__in=[entry["slug"] for entry in entries]
    )
    return left.update(active=False)


def _link(services: Sequence[dict[str, Any]], dependencies: Sequence[dict[str, Any]]) -> None:
    """Rebuild the file's own edges: dependences, AS numbers, and each dependency's own page."""
    services_of_all = {service.slug: service for service in Service.objects.all()}
    by_slug = {
        slug: service for slug, service in services_of_all.items() if service.origin == Origin.FILE
    }
    targets = dict(Dependency.objects.values_list("slug", "id"))
    edges = [
        Dependence(
            service=by_slug[entry["slug"]],
            dependency_id=_known(targets, edge["slug"], entry, "dependency"),
            p=edge["p"],
        )
        for entry in services
        if entry["slug"] in by_slug
        for edge in entry.get("depends_on", [])
    ]
    Dependence.objects.filter(service__in=by_slug.values()).delete()
    Dependence.objects.bulk_create(edges)
    Network.objects.filter(service__in=by_slug.values()).delete()
    # What is left belongs to services of operators and replays.
    taken = set(Network.objects.values_list("asn", flat=True))
    Network.objects.bulk_create(
        Network(asn=asn, service=by_slug[entry["slug"]])
        for entry in services
        if entry["slug"] in by_slug
        for asn in entry.get("networks", [])
        if asn not in taken
    )
    pages = {
        entry["slug"]: _known(services_of_all, entry["service"], entry, "service")
        for entry in dependencies
        if "service" in entry
    }
    changed = list(Dependency.objects.filter(slug__in=pages, origin=Origin.FILE))
    for dependency in changed:
        dependency.service = pages[dependency.slug]
    Dependency.objects.bulk_update(changed, ["service"])


def _known(known: dict[str, T], slug: str, entry: dict[str, Any], what: str) -> T:
    if slug not in known:
        raise BadCatalogue(f"{entry['slug']}: there is no {what} {slug}")
    return known[slug]
