"""Regions and networks of addresses, by real files in the layouts that are about."""

import logging
import subprocess
import sys
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
import time_machine
from pytest_django import Settings

from reports import geo, intake, kept, mmdb
from reports.models import Network, Region
from tests import address_files
from tests.builders import NOON, SIGNAL, a_service, a_source, a_symptom
from tests.services.instance import ROOT, environment

MANY_MINUTES = 2 * mmdb.LOOK_EVERY_SECONDS


@pytest.fixture
def catalogue_of_places(db: None) -> None:
    names = {
        "US": "United States",
        "US-NY": "New York",
        "GB": "United Kingdom",
        "GB-ENG": "England",
        "GB-WLS": "Wales",
        "DE": "Germany",
        "DE-BE": "Berlin",
        "ZZ": "nowhere",
    }
    Region.objects.bulk_create(
        Region(code=code, name=name, country=code[:2], level="country")
        for code, name in names.items()
    )
    kept.forget_all()


def places(folder: Path, entries: Mapping[str, Any]) -> geo.Places:
    """Both questions asked of one file."""
    file = mmdb.AddressFile(address_files.write(folder / "file.mmdb", entries))
    return geo.Places(cities=file, networks=file)


@pytest.mark.parametrize("layout", ["GEOLITE_CITY", "DBIP_CITY_LITE", "IP_LOCATION_DB", "IPINFO"])
@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("198.18.0.7", "US-NY"),
        ("198.18.2.7", "GB-ENG"),
        ("2001:db8:1:2::3", "DE-BE"),
        ("203.0.113.1", None),
        ("2001:db8:9::1", None),
    ],
)
def test_an_address_lies_in_the_part_of_a_country_that_the_catalogue_has(
    catalogue_of_places: None, tmp_path: Path, layout: str, address: str, region: str | None
) -> None:
    found = places(tmp_path, getattr(address_files, layout)).region_of(ip_address(address))
    assert found == region


@pytest.mark.parametrize(
    ("layout", "address", "region"),
    [
        ("GEOLITE_CITY", "198.18.1.7", "US"),
        ("GEOLITE_CITY", "198.18.3.7", None),
        ("COUNTRIES_ONLY", "198.18.0.7", "US"),
        ("COUNTRIES_ONLY", "198.18.4.7", None),
        ("COUNTRIES_ONLY", "198.18.5.7", None),
        ("ASN_TEXT", "198.18.0.7", None),
    ],
)
def test_else_in_the_country_or_nowhere(
    catalogue_of_places: None, tmp_path: Path, layout: str, address: str, region: str | None
) -> None:
    found = places(tmp_path, getattr(address_files, layout)).region_of(ip_address(address))
    assert found == region


def test_a_name_that_two_parts_of_a_country_share_names_neither(
    catalogue_of_places: None, tmp_path: Path
) -> None:
    Region.objects.create(code="GB-LND", name="ENGLAND", country="GB", level="subdivision")
    kept.forget_all()
    here = places(tmp_path, address_files.DBIP_CITY_LITE)
    assert here.region_of(ip_address("198.18.2.7")) == "GB"


@pytest.mark.parametrize("layout", ["ASN_FLAT", "ASN_TEXT", "ASN_TRAITS"])
@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.18.0.7", 64500),
        ("2001:db8:1:2::3", 4294967294),
        ("198.18.1.7", None),
        ("203.0.113.1", None),
    ],
)
def test_an_address_lies_in_the_network_with_an_as_number(
    tmp_path: Path, layout: str, address: str, network: int | None
) -> None:
    found = places(tmp_path, getattr(address_files, layout)).network_of(ip_address(address))
    assert found == network


def test_without_files_nothing_is_known() -> None:
    nothing = geo.Places()
    assert nothing.region_of(ip_address("198.18.0.7")) is None
    assert nothing.network_of(ip_address("198.18.0.7")) is None


def test_a_file_of_ipv4_alone_knows_nothing_of_ipv6(tmp_path: Path) -> None:
    entries = {"198.18.0.0/24": {"asn": "AS64500"}}
    file = mmdb.AddressFile(address_files.write(tmp_path / "four", entries, ip_version=4))
    here = geo.Places(networks=file)
    assert here.network_of(ip_address("198.18.0.7")) == 64500
    assert here.network_of(ip_address("2001:db8:1:2::3")) is None


def test_a_file_that_was_replaced_is_taken_up_within_a_minute(
    tmp_path: Path, time_machine: time_machine.TimeMachineFixture
) -> None:
    time_machine.move_to(NOON, tick=False)
    here, address = places(tmp_path, address_files.ASN_FLAT), ip_address("198.18.0.7")
    address_files.write(tmp_path / "file.mmdb", {"198.18.0.0/24": {"asn": 64501}})
    assert here.network_of(address) == 64500
    time_machine.shift(mmdb.LOOK_EVERY_SECONDS + 1)
    assert here.network_of(address) == 64501


@pytest.mark.parametrize("damage", ["gone", "broken"])
def test_a_file_that_breaks_later_leaves_the_old_one_in_use_and_is_complained_of_once(
    tmp_path: Path,
    time_machine: time_machine.TimeMachineFixture,
    caplog: pytest.LogCaptureFixture,
    damage: str,
) -> None:
    time_machine.move_to(NOON, tick=False)
    here, address = places(tmp_path, address_files.ASN_FLAT), ip_address("198.18.0.7")
    file, draft = tmp_path / "file.mmdb", tmp_path / "draft"
    draft.write_bytes(b"not what it should be")
    if damage == "gone":
        file.unlink()
    else:
        draft.replace(file)
    for _ in range(3):
        time_machine.shift(MANY_MINUTES)
        assert here.network_of(address) == 64500
    (line,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert str(file) in line.getMessage()
    assert "198.18" not in line.getMessage()
    address_files.write(file, {"198.18.0.0/24": {"asn": 64501}})
    time_machine.shift(MANY_MINUTES)
    assert here.network_of(address) == 64501


def test_damage_within_a_file_is_nothing_known_and_names_no_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = address_files.write(tmp_path / "file.mmdb", address_files.ASN_FLAT)
    whole = file.read_bytes()
    start = whole.index(b"\0" * 16)
    # The section of data, between the tree and the description of the file.
    end = whole.index(b"\xab\xcd\xefMaxMind.com")
    file.write_bytes(whole[: start + 16] + b"\xff" * (end - start - 16) + whole[end:])
    here = geo.Places(networks=mmdb.AddressFile(file))
    assert here.network_of(ip_address("198.18.0.7")) is None
    assert not caplog.records


@pytest.mark.parametrize("setting", ["GEO_CITY_DB", "GEO_ASN_DB"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read (No such file or directory)"),
        (b"", "is no file in the MaxMind DB format"),
        (b"plain text", "is no file in the MaxMind DB format"),
        ({"198.18.0.0/24": {"wind": "north"}}, "holds something else (it calls itself “Test”)"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_start_with_a_sentence(
    tmp_path: Path, setting: str, content: bytes | dict[str, Any] | None, says: str
) -> None:
    file = tmp_path / "file.mmdb"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        address_files.write(file, content)
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment(tmp_path, **{setting: str(file)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "A setting in the environment cannot be used: "
        f'Environment variable "{setting}" invalid: {file} {says}'
    )


@pytest.fixture
def installed(catalogue_of_places: None, tmp_path: Path, settings: Settings) -> None:
    """A file of each kind, as the settings name them."""
    settings.GEO_CITY_DB = str(address_files.write(tmp_path / "c", address_files.GEOLITE_CITY))
    settings.GEO_ASN_DB = str(address_files.write(tmp_path / "n", address_files.ASN_FLAT))
    a_service("signal")
    a_symptom("login")


@pytest.mark.parametrize(
    ("said", "address", "region"),
    [
        (None, "198.18.0.7", "US-NY"),
        (None, "203.0.113.1", "ZZ"),
        ("DE-BE", "198.18.0.7", "DE-BE"),
        ("GB", "203.0.113.1", "GB"),
        # "I'd rather not say" is an answer.
        ("ZZ", "198.18.0.7", "ZZ"),
    ],
)
def test_what_the_reporter_says_comes_before_the_file(
    installed: None, said: str | None, address: str, region: str
) -> None:
    claim = intake.Claim(service="signal", region=said)
    arrival = intake.arrival(claim, a_source(address), now=NOON)
    assert arrival.report.region == region


@pytest.mark.parametrize(
    ("campus", "network"), [([], 64500), (["198.18.0.0/16"], None), (["198.19.0.0/16"], 64500)]
)
def test_inside_an_operators_own_networks_the_as_number_says_nothing(
    installed: None, settings: Settings, campus: list[str], network: int | None
) -> None:
    settings.VOTE_NETWORKS = campus
    arrival = intake.arrival(SIGNAL, a_source("198.18.0.7"), now=NOON)
    assert arrival.report.network == network


def test_networks_are_called_like_the_service_of_their_provider(db: None) -> None:
    Network.objects.create(asn=64500, service=a_service("jio", name="Jio"))
    assert geo.network_names([64500, 64501]) == {64500: "Jio", 64501: "AS64501"}
    assert geo.network_names([]) == {}
