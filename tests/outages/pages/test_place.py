"""Guessing where a reader is."""

from pathlib import Path

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from outages.pages.place import guessed_country, likely_region
from tests import address_files
from tests.builders import some_regions


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "DE"),
        ("de,en-GB;q=0.8", "GB"),
        ("zh-Hant-TW", "TW"),
        ("en", None),
        ("", None),
        ("*", None),
        (";;;,---,🙂", None),
        ("fr-FR;q=0.2,pt-BR;q=0.9", "BR"),
    ],
)
def test_the_first_language_with_a_country_says_where(languages: str, country: str | None) -> None:
    request = RequestFactory().get("/", headers={"Accept-Language": languages})
    assert guessed_country(request) == country


@pytest.mark.parametrize(
    ("address", "region"), [("2001:db8:1::7", "DE-BE"), ("198.18.0.7", "FR"), ("", "FR")]
)
def test_a_file_of_addresses_knows_better_than_the_language(
    db: None, settings: Settings, tmp_path: Path, address: str, region: str
) -> None:
    some_regions()
    settings.GEO_CITY_DB = str(address_files.write(tmp_path / "c", address_files.GEOLITE_CITY))
    request = RequestFactory().get("/", REMOTE_ADDR=address, headers={"Accept-Language": "fr-FR"})
    assert likely_region(request) == region
