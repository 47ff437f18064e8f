"""The catalogue: what the files must hold, and what loading them leaves alone."""

import csv
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from reports import catalogue
from reports.models import Category, Dependence, Dependency, Network, Origin, Region, Service

WANTED = [
    "whatsapp",
    "instagram",
    "facebook",
    "messenger",
    "threads",
    "telegram",
    "signal",
    "discord",
    "x",
    "tiktok",
    "snapchat",
    "reddit",
    "youtube",
    "netflix",
    "spotify",
    "twitch",
    "gmail",
    "google-search",
    "google-cloud",
    "outlook",
    "microsoft-teams",
    "microsoft-365",
    "azure",
    "xbox-live",
    "aws",
    "amazon",
    "alexa",
    "ring",
    "venmo",
    "coinbase",
    "roblox",
    "fortnite",
    "playstation-network",
    "steam",
    "cloudflare",
    "fastly",
    "akamai",
    "chatgpt",
    "claude",
    "canva",
    "shopify",
    "github",
    "slack",
    "zoom",
    "paypal",
    "att",
    "cricket-wireless",
    "verizon",
    "t-mobile-us",
    "xfinity",
    "spectrum",
    "rogers",
    "bell-canada",
    "bt",
    "vodafone-uk",
    "sky-broadband",
    "deutsche-telekom",
    "vodafone-de",
    "orange-fr",
    "free-fr",
    "movistar",
    "vodafone-es",
    "orange-es",
    "meo",
    "nos",
    "vodafone-pt",
    "jio",
    "airtel",
    "telstra",
    "optus",
    "apple",
]
DEPENDENCIES = [
    "meta",
    "google",
    "microsoft",
    "aws-us-east-1",
    "cloudflare",
    "fastly",
    "iberian-grid",
]
pytestmark = pytest.mark.usefixtures("catalogue")


def everything() -> list[Any]:
    models = (Service, Dependency, Dependence, Network, Region, Category)
    return [list(model._default_manager.order_by("pk").values()) for model in models]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue's files, to be changed."""
    return Path(shutil.copytree(catalogue.DATA, tmp_path / "data"))


def without(folder: Path, slug: str) -> None:
    path = folder / "services.toml"
    head, *entries = path.read_text().split("[[service]]")
    kept = [entry for entry in entries if f'\nslug = "{slug}"\n' not in entry]
    assert len(kept) == len(entries) - 1
    path.write_text("[[service]]".join([head, *kept]))


def test_the_files_hold_the_well_known_services_and_what_they_stand_on() -> None:
    services = {service.slug: service for service in Service.objects.active()}
    assert len(services) >= 250
    assert not set(WANTED) - set(services)
    assert not set(DEPENDENCIES) - set(Dependency.objects.values_list("slug", flat=True))
    for app in ("whatsapp", "instagram", "facebook", "messenger", "threads"):
        operator = services[app].operator
        assert operator
        assert operator.slug == "meta"
    assert all(service.homepage.startswith("https://") for service in services.values())
    assert {service.observable for service in services.values()} == {True, False}


def test_internet_providers_of_many_countries_have_their_as_numbers() -> None:
    countries: set[str] = set()
    for provider in Service.objects.filter(networks__isnull=False).distinct():
        countries |= set(provider.countries)
    assert len(countries) >= 15


def test_every_region_is_there_with_its_country() -> None:
    with (catalogue.DATA / "regions.csv").open(encoding="utf-8") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    assert not ids - set(Region.objects.values_list("code", flat=True))
    california = Region.objects.get(code="US-CA")
    assert (california.country, california.level) == ("US", Region.Level.SUBDIVISION)
    assert Region.objects.get(code="US").level == Region.Level.COUNTRY


def test_every_category_offers_symptoms_that_exist() -> None:
    for category in Category.objects.all():
        assert len(category.offered()) == len(category.symptoms) >= 3


def test_loading_twice_changes_nothing_and_takes_no_number_off_a_sequence() -> None:
    before = everything()
    catalogue.load()
    after = everything()
    # Edges are written anew, under new numbers.
    assert [len(rows) for rows in after] == [len(rows) for rows in before]
    assert after[0] == before[0]
    assert after[4] == before[4]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT last_value FROM reports_region_id_seq")
            (last,) = cursor.fetchone() or (0,)
        catalogue.load()
        with connection.cursor() as cursor:
            cursor.execute("SELECT last_value FROM reports_region_id_seq")
            assert cursor.fetchone() == (last,)


def test_a_service_that_left_the_file_is_retired_and_comes_back_with_it(folder: Path) -> None:
    without(folder, "threema")
    assert catalogue.load(folder).retired == 1
    assert not Service.objects.get(slug="threema").active
    catalogue.load()
    assert Service.objects.get(slug="threema").active


def test_what_an_operator_or_a_replay_added_is_left_alone(folder: Path) -> None:
    kind = Category.objects.get(slug="messaging")
    own = Service.objects.create(slug="own", name="Our own", category=kind, origin=Origin.ADMIN)
    Service.objects.filter(slug="threema").update(origin=Origin.ADMIN, name="Ours")
    catalogue.add_services(["from-a-log", "signal"])
    catalogue.load()
    own.refresh_from_db()
    assert own.active
    assert Service.objects.get(slug="threema").name == "Ours"
    assert Service.objects.get(slug="from-a-log").origin == Origin.REPLAY
    assert Service.objects.get(slug="signal").origin == Origin.FILE


def test_a_reference_to_something_unknown_is_named_and_nothing_is_loaded(folder: Path) -> None:
    path = folder / "services.toml"
    path.write_text(path.read_text().replace('category = "messaging"', 'category = "mesaging"', 1))
    before = everything()
    with pytest.raises(catalogue.BadCatalogue, match="mesaging"):
        catalogue.load(folder)
    assert everything() == before


def test_no_service_stands_on_its_own_page_and_every_p_is_a_probability() -> None:
    entries = tomllib.loads((catalogue.DATA / "dependencies.toml").read_text())["dependency"]
    page = {entry["slug"]: entry.get("service") for entry in entries}
    for edge in Dependence.objects.select_related("service", "dependency"):
        assert page[edge.dependency.slug] != edge.service.slug
        assert 0 < edge.p < 1
