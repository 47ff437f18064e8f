"""What pages say of a time from which there is no data (yet, or any more)."""

from datetime import datetime

from django.test import Client

from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    # Between a number and its unit no line breaks.
    return response.content.decode().replace("\xa0", " ")


def test_an_outage_is_known_no_longer_than_there_is_data(
    outage: Scene, client: Client, now: datetime
) -> None:
    assert "For 1 hour, 35 minutes now, in" in page(client, "/s/whatsapp/")
    scenes.a_watch(now=now, delay_seconds=3600)
    text = page(client, "/s/whatsapp/")
    assert "For 35 minutes until 14:40 UTC, in California" in text
    assert "since then we have no data" in text
    assert "minutes now" not in text


def test_before_the_first_data_nobody_is_said_to_have_reported_nothing(
    db: None, client: Client, now: datetime
) -> None:
    scenes.a_catalogue()
    service = page(client, "/s/whatsapp/")
    assert "there is no data yet" in service
    assert "reports in the last hour" not in service
    assert "Nobody reported anything" not in service
    assert "No reports in this hour." not in page(client, "/map/")
    assert "at this moment: there is no data yet." in page(client, "/")
