"""Beside a very severe outage of something else: a stronger signal is asked for, and said so."""

import pytest
from django.test import Client

from outages.judging import beside
from outages.models import Incident, Reading
from tests.outages import stage
from tests.outages.stage import FIRST


@pytest.fixture
def att_down(catalogue: None) -> None:
    """AT&T has a very severe outage for ten minutes; WhatsApp gets two reports an hour."""
    stage.quiet({"att": 4.0, "whatsapp": 2.0})
    stage.crowd("att", [100] * 60)
    stage.judge(10)
    assert Incident.objects.get().severity == Incident.Severity.CRITICAL


def opened_after(people: list[int]) -> int | None:
    """Minutes of so many people until WhatsApp is down; None: never."""
    stage.crowd("whatsapp", people, first=FIRST + 10)
    down = stage.judge(len(people), first=FIRST + 10)
    return next((i for i, some in enumerate(down) if "whatsapp" in some), None)


def test_what_would_open_anywhere_else_does_not_beside_it(
    att_down: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened_after([2, 3, 3, 1, 0]) is None
    highest = Reading.objects.filter(service__slug="whatsapp").order_by("-severity").first()
    assert highest and 6.2 < highest.severity <= beside.BESIDE_ABOVE


def test_a_real_one_opens_a_minute_or_two_later_and_is_labelled(
    att_down: None, client: Client
) -> None:
    after = opened_after([4] * 10)
    assert after is not None and after <= 4
    incident = Incident.objects.get(service__slug="whatsapp")
    assert incident.evidence["beside"]["slug"] == "att"
    page = client.get(f"/incidents/{incident.pk}/").content.decode()
    assert "It rose beside" in page and "the very severe outage of AT&amp;T" in page
    body = client.get(f"/api/v1/incidents/{incident.pk}").json()
    assert body["beside"]["name"] == "AT&T"


def test_beside_a_small_outage_nothing_more_is_asked(catalogue: None) -> None:
    stage.quiet({"att": 4.0, "whatsapp": 2.0})
    stage.crowd("att", [4] * 20)
    stage.judge(10)
    assert opened_after([2, 3, 3, 1, 0]) is not None
    assert "beside" not in Incident.objects.get(service__slug="whatsapp").evidence
