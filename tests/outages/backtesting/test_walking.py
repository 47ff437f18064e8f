"""Stored counts judged again: the same detector says the same, another rule shows what it changes,
and nothing is written."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from outages.backtesting import rules
from outages.backtesting.comparing import Line, compare
from outages.backtesting.walking import Walk
from outages.detection import lifecycle
from outages.models import Fit, Incident, Reading, Snapshot, TimelineEntry, Watch
from reports import kept
from reports.buckets import minute_of
from tests.outages.backtesting.conftest import END
from tests.outages.conftest import START

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(300)]

SECOND_DAY = START + timedelta(days=1)
TABLES = (Fit, Incident, Reading, Snapshot, TimelineEntry, Watch)


def walked(
    *, now: datetime = END, other: Mapping[str, float] | None = None, since: datetime = START
) -> Sequence[Line]:
    walk = Walk(first=minute_of(since), last=minute_of(END) - 1, now=now)
    with rules.instead(other or {}):
        for _done in walk.play():
            pass
    found = [one for one in walk.found if not one.stored]
    return compare(Incident.objects.select_related("service"), found)


def everything() -> list[object]:
    return [list(table.objects.order_by("pk").values()) for table in TABLES]


def test_the_same_detector_says_the_same_and_writes_nothing(incident: Incident) -> None:
    before = everything()
    (line,) = walked()
    assert (line.change, line.stored) == ("same", incident)
    assert line.supposed
    assert line.supposed.gate
    assert line.supposed.incident.resolved_at == incident.resolved_at
    assert line.supposed.incident.peak_z == incident.peak_z
    assert line.supposed.incident.severity == incident.severity
    assert line.supposed.codes == {row.region.code for row in incident.regions.all()}
    assert everything() == before
    what_was_declared_before_the_walk_goes_on_in_it(incident)
    two_days_later_nobody_knows_who_reported(incident)
    days_whose_fits_are_gone_are_learned_again()
    what_was_not_stored_is_new()


def what_was_declared_before_the_walk_goes_on_in_it(incident: Incident) -> None:
    walk = Walk(first=minute_of(incident.declared_at) + 10, last=minute_of(END) - 1, now=END)
    list(walk.play())
    (one,) = walk.found
    assert one.stored
    assert one.incident.resolved_at == incident.resolved_at


def two_days_later_nobody_knows_who_reported(incident: Incident) -> None:
    (line,) = walked(now=END + timedelta(days=30), since=SECOND_DAY)
    assert line.supposed
    assert not line.supposed.gate


def days_whose_fits_are_gone_are_learned_again() -> None:
    Fit.objects.all().delete()
    kept.forget_all()
    (line,) = walked(since=SECOND_DAY)
    assert line.change == "same"
    assert not Fit.objects.exists()


def what_was_not_stored_is_new() -> None:
    Incident.objects.all().delete()
    (line,) = walked(since=SECOND_DAY)
    assert (line.change, line.service) == ("new", "whatsapp")


RULES = (
    ({"open_above": 1e6}, "missing"),
    ({"fewest_reporters": 1000}, "missing"),
    ({"close_after": 45}, "changed"),
)


def test_another_rule_shows_what_it_would_change(incident: Incident, tmp_path: Path) -> None:
    for other, change in RULES:
        lines = walked(other=other, since=SECOND_DAY)
        mine = next(line for line in lines if line.stored == incident)
        seen = mine.change
        assert seen == change, other
    assert lifecycle.OPEN_ABOVE == 6.2
    file, out = tmp_path / "changes.json", StringIO()
    options = ("--since", "2026-01-06", "--until", "2026-01-07", "--json", str(file))
    call_command("backtest", *options, stdout=out)
    assert "known for two days only" in out.getvalue()
    assert "1 same" in out.getvalue()
    call_command("backtest", *options, "--open-above", "1e6", stdout=out)
    assert "1 missing" in out.getvalue()
    (body,) = json.loads(file.read_text())["incidents"]
    assert (body["incident"], body["change"]) == (incident.pk, "missing")
    for since in ("yesterday", "2026-13-01"):
        with pytest.raises(CommandError, match="no date"):
            call_command("backtest", "--since", since)


def test_where_nothing_was_watched_it_says_so(db: None) -> None:
    with pytest.raises(CommandError, match="nothing was watched"):
        call_command("backtest")


@pytest.mark.parametrize("other", [{"luck": 7.0}, {"open_above": 3.0}, {"close_after": -1.0}])
def test_rules_that_cannot_be_are_an_error(other: Mapping[str, float]) -> None:
    with pytest.raises(rules.NoSuchRule), rules.instead(other):
        pass
