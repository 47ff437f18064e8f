"""Replays: real complaints, a simulated day, and logs that cannot be read."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from outages.models import CommonCause, Fit, Incident, Notice, Reading, Watch
from outages.replays import replaying, reportlog, simulating
from outages.replays.reportlog import BadLog
from outages.showing.bodies import incident_body
from reports import kept
from reports.buckets import DAY_MINUTES, minute_of
from reports.inbox import default_inbox
from reports.models import MinuteCount, NetworkCount, Report, SymptomCount
from reports.recounting import differences
from tests.outages.conftest import START, Play

COMPLAINTS = Path(__file__).parent.parent.parent / "data" / "fcc_comcast_2015.jsonl"


CONCLUDED = (CommonCause, Incident, Fit, Reading, Watch)


def written(path: Path, lines: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def a_line(**more: Any) -> dict[str, Any]:
    return {"at": "2026-01-05T00:00:00Z", "service": "whatsapp", **more}


@pytest.mark.replayed
@pytest.mark.timeout(300)
def test_three_months_of_real_complaints_give_the_surge_of_june_with_its_states(play: Play) -> None:
    incidents = play(COMPLAINTS)
    surge = [
        one for one in incidents if one.started_at.month == 6 and one.started_at.day in (22, 23)
    ]
    assert surge
    assert surge[0].service.slug == "xfinity"
    assert "US-CA" in {row.region.code for row in surge[0].regions.all()}
    inside = (datetime(2015, 6, 22, tzinfo=UTC), datetime(2015, 6, 27, tzinfo=UTC))
    outside = [one for one in incidents if not inside[0] <= one.started_at < inside[1]]
    assert len(outside) <= 2
    assert not list(differences(since=0))
    assert Report.objects.count() == 2224


def two_days(path: Path) -> Path:
    outage = simulating.Outage(
        service="whatsapp",
        start=minute_of(START) + DAY_MINUTES + 600,
        minutes=25,
        peak=12.0,
        countries=frozenset({"DE", "GB"}),
    )
    lines = simulating.simulate(
        services={"whatsapp": 6.0, "signal": 3.0},
        first=minute_of(START),
        minutes=2 * DAY_MINUTES,
        seed=5,
        outages=[outage],
    )
    return written(path, lines)


@pytest.mark.timeout(300)
def test_skipping_minutes_in_which_nothing_can_open_changes_no_incident(
    play: Play, tmp_path: Path
) -> None:
    path = two_days(tmp_path / "log.jsonl")
    quick = [shape(one) for one in play(path)]
    start_again()
    slow = [shape(one) for one in play(path, every_minute=True)]
    assert quick == slow
    assert len(quick) == 1


def start_again() -> None:
    """An empty database but for the catalogue."""
    for model in (*CONCLUDED, MinuteCount, NetworkCount, SymptomCount, Report):
        model.objects.all().delete()
    default_inbox().client.flushall()
    kept.forget_all()


def shape(incident: Incident) -> dict[str, Any]:
    body = incident_body(incident)
    return {name: value for name, value in body.items() if name not in ("id", "previous")}


def a_notice(**more: str) -> dict[str, Any]:
    words = {"service": "whatsapp", "kind": "status", "text": "We are looking into it"}
    return {"at": "2026-01-05T00:00:00Z", "notice": words | more}


def test_a_notice_in_a_log_is_kept_and_told(play: Play, tmp_path: Path) -> None:
    lines = [
        a_notice(ref="a", cause="hardware_power"),
        a_notice(ref="a", text="It is fixed", source="official"),
        a_notice(source="press"),
        a_line(at="2026-01-05T00:01:00Z"),
    ]
    play(written(tmp_path / "log.jsonl", lines))
    assert list(Notice.objects.order_by("pk").values_list("text", "source", "cause")) == [
        ("It is fixed", "official", ""),
        ("We are looking into it", "press", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([a_line(), {"at": "2026-01-05T00:00:00Z"}], "line 2: names no service"),
        ([a_line(), a_line(at="2026-01-04T23:59:59Z")], "line 2: .* is earlier"),
        ([a_line(at="2026-01-05T00:00:00")], "line 1: .* no time zone"),
        ([a_line(servise="x")], "line 1: .*servise"),
        ([a_line(service="nobody")], "line 1: there is no service “nobody”"),
        ([a_line(region="XX")], "line 1: region: there is no region “XX”"),
        ([a_line(symptom="itchy")], "line 1: symptom: there is no symptom “itchy”"),
        ([a_line(), a_notice(service="nobody")], "line 2: there is no service “nobody”"),
        ([a_line(), a_notice(cause="gremlins")], "line 2: cause: give one of"),
        ([a_notice(ends="2026-01-04T00:00:00Z")], "line 1: ends: it cannot end before"),
        ([], "the log is empty"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_nothing_is_played(
    catalogue: None, tmp_path: Path, lines: list[dict[str, Any]], says: str
) -> None:
    path = written(tmp_path / "log.jsonl", lines)
    with pytest.raises(BadLog, match=says):
        reportlog.read(path, check=replaying.check)
    assert not Report.objects.exists()


def test_a_zipped_csv_of_counts_becomes_as_many_reports_spread_over_its_buckets(
    catalogue: None, tmp_path: Path
) -> None:
    path = tmp_path / "counts.csv.gz"
    rows = (
        "service,bucket_start,count\n"
        "signal,2026-01-05T00:10:00Z,1\n"
        "signal,2026-01-05T00:00:00Z,4\n"
        "whatsapp,2026-01-05T00:05:00Z,2\n"
        "whatsapp,2026-01-05T00:00:00Z,0\n"
    )
    path.write_bytes(gzip.compress(rows.encode()))
    log = reportlog.read(path, check=replaying.check)
    lines = list(log.lines())
    assert log.length == len(lines) == 7
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    first = [line.at for line in lines if line.service == "signal"][:4]
    assert [at.second + 60 * at.minute for at in first] == [75, 225, 375, 525]


def test_a_csv_with_a_bucket_twice_or_another_header_is_refused(
    catalogue: None, tmp_path: Path
) -> None:
    path = tmp_path / "counts.csv"
    path.write_text("service,bucket,count\n")
    with pytest.raises(BadLog, match="line 1"):
        reportlog.read(path, check=replaying.check)
    row = "signal,2026-01-05T00:00:00Z,1\n"
    path.write_text("service,bucket_start,count\n" + row + row)
    with pytest.raises(BadLog, match="line 3: signal has this bucket twice"):
        reportlog.read(path, check=replaying.check)


def test_the_same_seed_gives_the_same_log_and_another_one_another() -> None:
    def log(seed: int) -> list[dict[str, Any]]:
        return list(
            simulating.simulate(
                services={"whatsapp": 30.0}, first=minute_of(START), minutes=600, seed=seed
            )
        )

    assert log(1) == log(1)
    assert log(1) != log(2)
    assert [line["at"] for line in log(1)] == sorted(line["at"] for line in log(1))
