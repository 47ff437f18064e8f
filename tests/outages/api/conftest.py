"""An API with something to tell: WhatsApp is down, Verizon is implicated, Signal is quiet."""

from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.test import Client

from outages.models import Incident
from reports.models import Dependence, Dependency
from tests.outages import crowd

API = "/api/v1"


@dataclass(frozen=True)
class Scene:
    """What the tests point at."""

    incident: Incident
    older: Incident


@pytest.fixture
def scene(db: None, time_machine: time_machine.TimeMachineFixture) -> Scene:
    time_machine.move_to(crowd.NOW, tick=False)
    crowd.the_places()
    whatsapp = crowd.a_service(aliases=["wa"], homepage="https://whatsapp.example/")
    signal, verizon = crowd.a_service("signal"), crowd.a_service("verizon", category="provider")
    meta = Dependency.objects.create(slug="meta", name="Meta", kind=Dependency.Kind.OPERATOR)
    Dependence.objects.create(service=whatsapp, dependency=meta, p=0.9)
    crowd.usual(whatsapp, {"001": 14, "DE": 10, "DE-BE": 6, "FR": 2})
    crowd.usual(signal, {"001": 30})
    crowd.a_watch()
    crowd.reports(whatsapp, {"DE-BE": 60, "FR": 12, "US-NY": 7})
    crowd.said(whatsapp, {"messaging": 40, "login": 20})
    older = crowd.an_incident(whatsapp, ["FR"], minutes_ago=2000, lasted=60)
    incident = crowd.an_incident(
        whatsapp,
        ["DE-BE", "FR"],
        previous=older,
        evidence={"observed": 40, "threshold": 6.2},
        latest={"observed": 79},
    )
    for one in (older, incident):
        crowd.a_cause(one)
    crowd.an_implication(verizon, incident)
    crowd.a_reading(verizon, reason="implicated")
    return Scene(incident=incident, older=older)


def get(client: Client, path: str, **query: Any) -> Any:
    """The body of a read that must succeed."""
    answer = client.get(f"{API}{path}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def refused(client: Client, path: str, **query: Any) -> Any:
    """The problem of a read whose query is bad."""
    return problem(client.get(f"{API}{path}", query), status=400)


def problem(answer: Any, *, status: int) -> Any:
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "detail"} <= set(body)
    assert body["status"] == status
    return body
