"""/metrics: an instance in numbers, also when half of it is away, and nothing about anybody."""

from datetime import datetime, timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from outages.models import StatusPage
from reports import progress
from reports.draining import drain
from reports.inbox import Inbox
from reports.models import Tally
from tests.builders import a_service, a_symptom, an_arrival, some_regions
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene

# It is asked in threads of their own, which see only what is committed.
pytestmark = pytest.mark.django_db(transaction=True)
Numbers = dict[tuple[str, ...], float]


def scrape(client: Client) -> Numbers:
    """Every sample by its name and the values of its labels."""
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(response.content.decode())
        for sample in family.samples
    }


def test_reports_are_followed_from_the_door_to_the_database(
    client: Client, inbox: Inbox, now: datetime
) -> None:
    a_service()
    some_regions()
    a_symptom()
    people = [f"198.18.{person}.1" for person in range(6)]
    inbox.append([an_arrival(address, at=now) for address in (*people, people[0])])
    entry = inbox.take(consumer="test", count=1)[0]
    inbox.bury(entry, why="it was bad")
    drain(inbox, consumer="test", most_batches=1)
    late = now - timedelta(seconds=12)
    inbox.append([an_arrival("198.18.77.1", at=late)])
    found = scrape(client)
    assert found["brownout_reports_total", "accepted", "", "inbox"] == 7
    assert found["brownout_reports_total", "duplicate", "", "inbox"] == 1
    assert found["brownout_reports_stored_total", "stored"] == 5
    assert found["brownout_reports_waiting",] == 1
    assert found["brownout_reports_dead",] == 1
    assert found["brownout_oldest_waiting_seconds",] == 12
    assert found["brownout_up", "valkey"] == found["brownout_up", "database"] == 1


def test_who_is_discarded_is_told_by_why(client: Client, inbox: Inbox, now: datetime) -> None:
    a_service()
    some_regions()
    a_symptom()
    # All of one /24.
    inbox.append([an_arrival(f"198.18.7.{person}", at=now) for person in range(10)])
    found = scrape(client)
    assert found["brownout_reports_total", "accepted", "", "inbox"] == 10
    assert found["brownout_reports_discarded_total", "prefix_cap"] == 7


def test_what_the_database_took_is_told_apart(client: Client, inbox: Inbox) -> None:
    Tally.objects.create(name=Tally.Name.ACCEPTED, n=4)
    assert scrape(client)["brownout_reports_total", "accepted", "", "database"] == 4


def test_progress_is_told_by_tick_and_not_by_worker(
    client: Client, inbox: Inbox, now: datetime
) -> None:
    progress.heard(inbox.client, "store", worker="abc@host", now=now - timedelta(seconds=40))
    progress.note(inbox.client, "beat", now=now - timedelta(seconds=3))
    found = scrape(client)
    assert found["brownout_progress_age_seconds", "store"] == 40
    assert found["brownout_progress_age_seconds", "beat"] == 3
    assert not [sample for sample in found if "abc@host" in sample]


def test_incidents_and_freshness(
    outage: Scene, client: Client, inbox: Inbox, now: datetime
) -> None:
    scenes.a_watch(now=now, delay_seconds=600)
    found = scrape(client)
    ongoing = [n for sample, n in found.items() if sample[0] == "brownout_incidents_ongoing"]
    assert len(ongoing) == 3
    assert sum(ongoing) == 2
    assert found["brownout_data_until_age_seconds",] >= 600
    assert found["brownout_stale",] == 1


def test_without_valkey_the_database_is_still_told(
    calm: Scene, client: Client, no_valkey: None
) -> None:
    found = scrape(client)
    assert found["brownout_up", "valkey"] == 0
    assert found["brownout_up", "database"] == 1
    assert found["brownout_stale",] == 0
    assert ("brownout_reports_waiting",) not in found


def test_without_the_database_valkey_is_still_told(
    client: Client, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs_up(**arguments: object) -> None:
        raise OperationalError("server at 10.0.0.7 is gone")

    monkeypatch.setattr("outages.showing.condition.freshness", hangs_up)
    found = scrape(client)
    assert found["brownout_up", "database"] == 0
    assert found["brownout_up", "valkey"] == 1
    assert found["brownout_reports_waiting",] == 0
    assert ("brownout_stale",) not in found


def test_every_metric_says_what_it_is(calm: Scene, client: Client, inbox: Inbox) -> None:
    text = client.get("/metrics").content.decode()
    families = list(text_string_to_metric_families(text))
    assert families
    for family in families:
        assert family.name.startswith("brownout_")
        assert len(family.documentation) > 10, family.name


def test_looks_at_status_pages_are_counted(client: Client, inbox: Inbox, now: datetime) -> None:
    assert scrape(client)["brownout_status_page_looks_total", "ok"] == 0
    for slug, ok, failed in (("signal", 3, 1), ("whatsapp", 4, 0)):
        StatusPage.objects.create(
            service=a_service(slug), due_at=now, looks_ok=ok, looks_failed=failed
        )
    found = scrape(client)
    assert found["brownout_status_page_looks_total", "ok"] == 7
    assert found["brownout_status_page_looks_total", "failed"] == 1
