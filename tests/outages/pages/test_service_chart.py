"""The chart of a service's page: its ranges, its scale, its table, what it does not know."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from outages import board
from reports import kept
from reports.buckets import minute_of
from reports.models import MinuteCount, Region
from tests.outages.pages import scenes
from tests.outages.pages.scenes import Scene


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("range_", "title", "counts", "rows"),
    [
        ("", "The last 24 hours", 288, 24),
        ("?range=7d", "The last 7 days", 336, 28),
        ("?range=30d", "The last 30 days", 360, 30),
    ],
)
def test_every_range_has_its_chart_and_a_table_that_says_the_same(
    outage: Scene, client: Client, range_: str, title: str, counts: int, rows: int
) -> None:
    text = page(client, f"/s/whatsapp/{range_}")
    assert f'<h2 id="chart">{title}</h2>' in text
    numbers = re.search(r'data-reports="([^"]*)"', text)
    assert numbers
    told = [int(n) for n in numbers[1].split(",") if n]
    assert numbers[1].count(",") == counts - 1
    table = text[text.index('<tbody data-part="rows">') :].partition("</tbody>")[0]
    assert table.count("<tr>") == rows
    cells = re.findall(r"<td>([\d,–]+)</td><td>[\d,.–]+</td></tr>", table)
    assert sum(int(cell.replace(",", "")) for cell in cells if cell != "–") == sum(told)
    assert page(client, f"/s/whatsapp/chart/{range_}").strip() in text


def test_an_unknown_range_is_not_found(outage: Scene, client: Client) -> None:
    assert client.get("/s/whatsapp/?range=1y").status_code == 404
    assert client.get("/s/nothing/chart/").status_code == 404


def test_a_squeezed_scale_is_said_and_an_even_one_can_be_chosen(
    outage: Scene, client: Client
) -> None:
    text = page(client, "/s/whatsapp/?range=7d&country=DE")
    assert "The scale is squeezed" in text
    assert 'href="/s/whatsapp/?range=7d&amp;country=DE&amp;scale=even#chart"' in text
    even = page(client, "/s/whatsapp/?range=7d&country=DE&scale=even")
    assert "The scale is squeezed" not in even
    assert "On this even scale the peak hides what is usual." in even
    assert 'href="/s/whatsapp/?range=7d&amp;country=DE#chart"' in even


def test_an_ordinary_day_has_an_even_scale(calm: Scene, client: Client) -> None:
    text = page(client, "/s/whatsapp/")
    assert "scale is squeezed" not in text and "scale=even" not in text


def test_the_incidents_of_the_range_are_numbered_and_linked(outage: Scene, client: Client) -> None:
    assert outage.incident
    day, month = page(client, "/s/whatsapp/"), page(client, "/s/whatsapp/?range=30d")
    marked = [
        text[text.index('<ol class="marked') :].partition("</ol>")[0] for text in (day, month)
    ]
    assert [part.count("<li>") for part in marked] == [1, 3]
    assert f'href="/incidents/{outage.incident.pk}/"' in marked[0] and "until now" in marked[0]
    assert day.count('class="c-incident"') == 2


def test_a_time_in_which_nobody_counted_is_no_time_without_reports(
    outage: Scene, client: Client
) -> None:
    text = page(client, "/s/whatsapp/?range=30d")
    assert "Nothing was counted here before 20 Nov" in text
    numbers = re.search(r'data-reports="([^"]*)"', text)
    assert numbers
    assert numbers[1].startswith(",,,,")
    assert "Nothing was counted here" not in page(client, "/s/whatsapp/")


def test_the_step_in_which_counting_began_is_counted(db: None, now: datetime) -> None:
    whatsapp = scenes.a_catalogue()
    scenes.a_watch(now=now)
    first = minute_of(now - timedelta(hours=3, minutes=2))
    counts = {"reports": 2, "volume": 2, "works": 0, "first_reporters": 2}
    where = Region.objects.get(code="FR")
    MinuteCount.objects.create(service=whatsapp, region=where, minute=first, **counts)
    kept.forget_all()
    points = board.chart("whatsapp", now=now, window_minutes=300, step_minutes=60)["points"]
    assert [point["reports"] for point in points] == [None, 2, 0, 0, 0]


def test_the_axis_of_time_speaks_the_readers_language(outage: Scene, client: Client) -> None:
    text = page(client, "/fr/s/whatsapp/chart/?range=7d")
    labels = re.findall(r'class="c-time"[^>]*>([^<]+)<', text)
    assert "20 nov." in labels and "20 Nov" not in labels
