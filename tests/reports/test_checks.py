"""Settings that would break a promise are named by `manage.py check`, with what to do."""

from dataclasses import asdict
from pathlib import Path

import pytest
from django.core.checks import ERROR, WARNING, run_checks
from pytest_django import Settings

from outages import checks as checks_of_outages
from outages.detection import gate
from reports import checks

GOOD_KEY = "abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEFGHIJKLM-NOPQ"


@pytest.fixture(autouse=True)
def kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An instance whose data are to last, set up as by default."""
    settings.DATA_DIR = Path("/srv/brownout")
    settings.SQLITE_SYNCHRONOUS = "FULL"
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


def found() -> dict[str, int]:
    """What our checks say: id and level."""
    said = run_checks(tags=[checks.TAG])
    assert all(message.hint for message in said)
    return {str(message.id): message.level for message in said}


def test_as_it_comes_nothing_is_wrong() -> None:
    assert found() == {}


@pytest.mark.parametrize(
    ("cidr", "wrong"),
    [
        ("0.0.0.0/0", True),
        ("::/0", True),
        ("64.0.0.0/2", True),
        ("2000::/3", True),
        ("127.0.0.0/8", False),
        ("10.1.2.3/32", False),
        ("fc00::/7", False),
        ("fd12:3456::/32", False),
    ],
)
def test_proxies_that_are_half_the_world(settings: Settings, cidr: str, wrong: bool) -> None:
    settings.TRUSTED_PROXIES = ["192.0.2.1/32", cidr]
    assert found() == ({"brownout.E001": ERROR} if wrong else {})


@pytest.mark.parametrize(
    ("debug", "hosts", "says"),
    [
        (True, ["localhost", "127.0.0.1", "brownout.localhost"], {}),
        (True, ["localhost", "brownout.example"], {"brownout.E002": ERROR}),
        (True, ["*"], {"brownout.E002": ERROR, "brownout.W001": WARNING}),
        (False, ["*"], {"brownout.W001": WARNING}),
        (False, ["brownout.example"], {}),
    ],
)
def test_who_may_see_error_pages(
    settings: Settings, debug: bool, hosts: list[str], says: dict[str, int]
) -> None:
    settings.DEBUG = debug
    settings.ALLOWED_HOSTS = hosts
    assert found() == says


@pytest.mark.parametrize(
    ("key", "weak"),
    [
        (GOOD_KEY, False),
        ("secret", True),
        ("abab" * 20, True),
        ("django-insecure-" + GOOD_KEY, True),
    ],
)
def test_a_key_that_can_be_guessed(settings: Settings, key: str, weak: bool) -> None:
    settings.SECRET_KEY = key
    assert found() == ({"brownout.W002": WARNING} if weak else {})


def test_what_power_can_take(settings: Settings) -> None:
    settings.VALKEY_FSYNC = "no"
    settings.SQLITE_SYNCHRONOUS = "OFF"
    assert found() == {"brownout.W003": WARNING, "brownout.W004": WARNING}


def test_what_power_can_take_from_elsewhere_is_not_ours_to_say(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VALKEY_FSYNC = "no"
    settings.REDIS_IS_EMBEDDED = False
    settings.SQLITE_SYNCHRONOUS = "OFF"
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    assert found() == {}


def test_scratch_data_may_be_lost(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    settings.VALKEY_FSYNC = "no"
    settings.SQLITE_SYNCHRONOUS = "OFF"
    assert found() == {}


def test_networks_of_ones_own(settings: Settings) -> None:
    settings.VOTE_NETWORKS = ["10.20.0.0/16", "2001:db8::/32"]
    assert found() == {"brownout.W011": WARNING}
    said = checks_of_outages.own_networks()[0].msg
    assert "inside 10.20.0.0/16, 2001:db8::/32 each address counts as a network" in said
    assert "no single network can make an incident does not hold" in said


@pytest.mark.parametrize(
    ("name", "value", "warned"),
    [
        ("GATE_FEWEST_PREFIXES", 2, True),
        ("GATE_FULL_PREFIXES", 5, True),
        ("GATE_LARGEST_SHARE", 0.5, True),
        ("GATE_FULL_EFFECTIVE", 4.0, True),
        ("GATE_FULL_NETWORKS", 1, True),
        ("GATE_REST_SEVERITY", 0.0, True),
        ("PREFIX_VOTES", 10, True),
        ("GATE_FULL_PREFIXES", 9, False),
        ("GATE_LARGEST_SHARE", 0.2, False),
    ],
)
def test_a_gate_that_is_lowered(settings: Settings, name: str, value: float, warned: bool) -> None:
    setattr(settings, name, value)
    assert found() == ({"brownout.W012": WARNING} if warned else {})


def test_usual_is_what_the_gate_takes_for_usual() -> None:
    usual = checks_of_outages.USUAL_MINIMA | checks_of_outages.USUAL_MAXIMA
    rules = {f"GATE_{name.upper()}": value for name, value in asdict(gate.USUAL).items()}
    # Votes of one prefix are counted before the gate, by a setting of their own.
    assert usual == rules | {"PREFIX_VOTES": 3}


def test_that_networks_are_not_known_is_said_before_a_deployment(settings: Settings) -> None:
    def ids() -> set[str]:
        said = run_checks(tags=["security"], include_deployment_checks=True)
        return {str(message.id) for message in said}

    settings.GEO_ASN_DB = ""
    assert "brownout.I001" in ids()
    settings.GEO_ASN_DB = "/srv/asn.mmdb"
    assert "brownout.I001" not in ids()


def test_servers_of_our_own_network_that_may_be_asked_are_named(settings: Settings) -> None:
    settings.OUTBOUND_ALLOW = ["127.0.0.0/8"]
    assert found() == {"brownout.W013": WARNING}
