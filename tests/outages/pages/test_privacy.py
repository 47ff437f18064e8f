"""The privacy page says what the code does."""

from typing import Any

import pytest
from django.test import Client

from outages.heatmap import SMALLEST_CELL
from reports import buckets
from tests.outages.pages.scenes import Scene

HOUR = 60


@pytest.fixture
def words(calm: Scene, client: Client) -> str:
    return client.get("/privacy/").content.decode()


def test_it_names_the_real_times_and_the_smallest_cell(words: str) -> None:
    assert f"After {buckets.TOKENS_KEPT_MINUTES // HOUR} hours the tokens are deleted" in words
    assert (
        f"After {buckets.ROWS_KEPT_MINUTES // buckets.DAY_MINUTES} days the single report" in words
    )
    assert f"fewer than {SMALLEST_CELL} reports" in words
    assert f"per service and {buckets.WINDOW_MINUTES} minutes" in words


def test_no_page_for_readers_and_reporters_sets_a_cookie(calm: Scene, client: Client) -> None:
    for path in ("/", "/s/whatsapp/", "/s/whatsapp/report/", "/privacy/"):
        assert not client.get(path).cookies
    assert not client.post("/s/whatsapp/report/", {"parts": "1"}).cookies


def test_it_tells_what_the_page_that_thanks_looks_up(
    calm: Scene, client: Client, settings: Any
) -> None:
    looked_up = "looks your provider up once more"
    settings.GEO_ASN_DB = ""
    without = client.get("/privacy/").content.decode()
    assert "stands in the address of the page that thanks" in without
    assert looked_up not in without
    settings.GEO_ASN_DB = "/nowhere/networks.mmdb"
    assert looked_up in client.get("/privacy/").content.decode()
