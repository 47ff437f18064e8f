"""What was not counted, and through whose network reports come, on the pages that people read."""

from datetime import datetime

import pytest
from django.test import Client

from outages.circumstances import DISCARDS
from outages.models import Incident, Reading
from reports import kept
from reports.buckets import minute_of
from reports.counting import store
from reports.models import Discard, Network, Region, Service
from tests.builders import reports_for
from tests.outages.pages.scenes import Scene

VERIZON = 64496


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("reason", Discard.values)
def test_every_reason_has_words(reason: str) -> None:
    assert reason in DISCARDS


def test_a_services_page_says_what_was_not_counted_in_the_last_hour(
    calm: Scene, now: datetime, client: Client
) -> None:
    for n, discard in ((412, Discard.CROSS_SITE), (1, Discard.HONEYPOT)):
        at = now.replace(minute=20)
        store(reports_for("signal", n, at=at, first=n, region="DE-BE", weight=0, discard=discard))
    said = "413 reports were not counted: 412 sent by another site&#x27;s page and 1 filled in by"
    assert said in text_of(client, "/s/signal/")
    assert said in text_of(client, "/s/signal/answer/")
    assert "not counted" not in text_of(client, "/s/whatsapp/")


def test_a_rise_through_one_provider_is_told_on_both_pages(
    calm: Scene, now: datetime, client: Client
) -> None:
    verizon = Service.objects.get(slug="verizon")
    Network.objects.create(asn=VERIZON, service=verizon)
    kept.forget_all()
    Reading.objects.create(
        service=calm.whatsapp,
        region=Region.objects.get(code="US-NY"),
        minute=minute_of(now) - 1,
        onset=minute_of(now) - 10,
        window=10,
        observed=40,
        expected=2.0,
        severity=20.0,
        z=9.0,
        reason=Reading.Reason.FEW_NETWORKS,
        network=VERIZON,
        version="test",
    )
    answer = "Perhaps: WhatsApp gets unusually many reports, but almost only through Verizon."
    assert answer in text_of(client, "/s/whatsapp/")
    beside = text_of(client, "/s/verizon/")
    assert "Reports about these come almost only through Verizon" in beside
    assert '<a href="/s/whatsapp/">WhatsApp</a>.' in beside
    assert "almost only through" not in text_of(client, "/s/signal/")
    assert not Incident.objects.exists()
