"""An incident, with all that is concluded from reports and shown, names nobody who reported."""

import json
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.test import Client
from pytest_django import Settings

from outages.models import Incident
from outages.watch import tick
from reports.draining import drain
from reports.inbox import Inbox
from tests import address_files, spellings
from tests.visitors import public_paths

START = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
PEOPLE = [ip_address(f"198.18.{prefix}.7") for prefix in range(30)] + [
    ip_address(f"2001:db8:{prefix:x}::7") for prefix in range(1, 31)
]


@pytest.fixture
def known_networks(settings: Settings, tmp_path: Path) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    networks = {"198.18.0.0/20": 64500, "198.18.16.0/20": 64501, "2001:db8::/32": 64502}
    file = address_files.write(
        tmp_path / "asn", {cidr: {"asn": number} for cidr, number in networks.items()}
    )
    settings.GEO_ASN_DB = str(file)


def report(client: Client, who: spellings.Address, at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        answer = client.post(
            "/api/v1/reports",
            json.dumps({"service": "whatsapp", "symptom": "messaging", "region": "DE-BE"}),
            content_type="application/json",
            headers={"X-Forwarded-For": str(who)},
        )
    assert answer.status_code == 202


def test_an_incident_and_its_evidence_hold_no_address(
    client: Client, catalogue: None, inbox: Inbox, known_networks: None
) -> None:
    # An instance that nobody has reported anything to for half a day, but for one.
    report(client, PEOPLE[0], START - timedelta(hours=12))
    for number, who in enumerate(PEOPLE):
        report(client, who, START + timedelta(minutes=number % 4))
    now = START + timedelta(minutes=4, seconds=5)
    with time_machine.travel(now, tick=False):
        drain(inbox, consumer="walk")
        tick(now=now, inbox=inbox)
        incident = Incident.objects.get()
        paths = [path.replace("/1/", f"/{incident.pk}/") for path in public_paths()]
        paths += [path.replace("/1", f"/{incident.pk}") for path in public_paths()]
        pages = b"\n".join(client.get(path).content for path in paths)
    models = [
        model for app in ("reports", "outages") for model in apps.get_app_config(app).get_models()
    ]
    rows = {
        f"table {model._meta.db_table}": str(list(model._base_manager.values())).encode()
        for model in models
    }
    evidence = client.get(f"/api/v1/incidents/{incident.pk}/evidence")
    assert evidence.status_code == 200
    assert str(incident.evidence["reporters"]).encode() in evidence.content
    assert spellings.traces(PEOPLE, {**rows, "pages": pages}) == []
