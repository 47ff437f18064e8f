"""Door: what today's detector, or one with other rules, says of what was stored. Writes nothing."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from outages.backtesting import again, rules
from outages.backtesting.comparing import CHANGES, Line, compare
from outages.backtesting.walking import Walk
from outages.detection import baseline
from outages.judging import series
from outages.models import Incident, Watch
from reports.buckets import DAY_MINUTES, minute_of, time_of

USUAL_DAYS = 7


class Command(BaseCommand):
    help = (
        "Judge stored counts again with today's detector, and say what would have changed against "
        "the stored incidents. Writes nothing. With --incident: make one incident's numbers again "
        "from what they were made of; exit 1 if a bit of them differs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--incident", type=int, metavar="ID")
        parser.add_argument("--since", help=f"date or time (UTC); usually {USUAL_DAYS} days ago")
        parser.add_argument("--until", help="date or time (UTC); usually the last judged minute")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the result here")
        for name in rules.PLACES:
            parser.add_argument(
                f"--{name.replace('_', '-')}",
                type=float,
                metavar="N",
                help="instead of the rule in force",
            )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["incident"] is not None:
            self._again(options["incident"], options["json"])
            return
        other = {name: options[name] for name in rules.PLACES if options[name] is not None}
        first, last = _span(options["since"], options["until"])
        walk = Walk(first=first, last=last, now=timezone.now())
        try:
            with rules.instead(other):
                self._walk(walk)
        except rules.NoSuchRule as error:
            raise CommandError(str(error)) from error
        lines = compare(_stored(first, last), [one for one in walk.found if not one.stored])
        self._tell(lines, walk, other)
        if options["json"]:
            body = {"since": time_of(first), "until": time_of(last + 1), "rules": other}
            _write(options["json"], {**body, "incidents": [line.body() for line in lines]})

    def _again(self, incident: int, out: Path | None) -> None:
        if not Incident.objects.filter(pk=incident).exists():
            raise CommandError(f"there is no incident {incident}")
        found = list(again.remade(incident))
        if not found:
            raise CommandError(
                f"incident {incident} has no snapshot: it was declared before they were kept"
            )
        for one in found:
            self._tell_remade(one)
        if out:
            _write(out, {"incident": incident, "minutes": [_remade_body(one) for one in found]})
        if any(one.differences and one.same_model for one in found):
            sys.exit(1)

    def _tell_remade(self, one: again.Remade) -> None:
        self.stdout.write(f"{time_of(one.minute).isoformat()}  model {one.version}")
        if not one.same_model:
            self.stdout.write(f"  today's model is {baseline.MODEL_VERSION}: its numbers beside")
        if not one.made:
            self.stdout.write("  today's model cannot read what the numbers were made of")
            return
        for name, stored in one.stored.items():
            made = one.made[name]
            self.stdout.write(f"  {name:18} {stored!r:>24} {made!r:>24}")
        tail = f"  {'tail':18} {_tail(one.stored):>24} {_tail(one.made):>24}"
        self.stdout.write(tail)
        said = f"differ: {', '.join(one.differences)}" if one.differences else "identical"
        self.stdout.write(f"  {said}")

    def _walk(self, walk: Walk) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
            bar = progress.add_task("judging", total=walk.last - walk.first + 1)
            for done in walk.play():
                progress.update(bar, completed=done)

    def _tell(self, lines: Sequence[Line], walk: Walk, other: Mapping[str, float]) -> None:
        span = f"{time_of(walk.first):%Y-%m-%d %H:%M} to {time_of(walk.last + 1):%Y-%m-%d %H:%M}"
        ruled = "".join(f", {name} {value:g}" for name, value in other.items())
        self.stdout.write(f"{span} UTC, model {baseline.MODEL_VERSION}{ruled}")
        for line in lines:
            self.stdout.write(f"  {_says(line)}")
        counted = Counter(line.change for line in lines)
        self.stdout.write(", ".join(f"{counted[change]} {change}" for change in CHANGES))
        if any(line.supposed and not line.supposed.gate for line in lines):
            self.stdout.write(
                "* Who reported is known for two days only: before, whether different enough "
                "people spoke was not asked, and more may be declared than would have been."
            )


def _says(line: Line) -> str:
    one = line.stored or (line.supposed.incident if line.supposed else None)
    when = f"{one.started_at:%Y-%m-%d %H:%M}" if one else ""
    name = f"#{line.stored.pk}" if line.stored else "–"
    parts = [f"{line.change:8}", f"{name:>6}", when, line.service]
    if line.stored and line.stored.state == Incident.State.RETRACTED:
        parts.append("(retracted)")
    if line.later_by:
        parts.append(f"declared {abs(line.later_by):g} min {_way(line.later_by)}")
    if line.longer_by:
        parts.append(f"over {abs(line.longer_by):g} min {_way(line.longer_by)}")
    if line.severities:
        parts.append(f"{line.severities[0]} → {line.severities[1]}")
    if line.change == "new" and one:
        parts.append(f"{one.severity}, z {one.peak_z:.1f}")
    if line.supposed and not line.supposed.gate:
        parts.append("*")
    return "  ".join(parts)


def _way(minutes: float) -> str:
    return "later" if minutes > 0 else "earlier"


def _tail(numbers: Mapping[str, Any]) -> str:
    return f"1e-{numbers['severity']:.3f}"


def _stored(first: int, last: int) -> list[Incident]:
    """Those that were declared in the minutes of the walk, retracted ones as well."""
    found = Incident.objects.filter(
        declared_at__gte=time_of(first), declared_at__lt=time_of(last + 2)
    )
    return list(found.select_related("service"))


def _span(since: str | None, until: str | None) -> tuple[int, int]:
    watch = Watch.objects.filter(id=1).first()
    counted = series.first_minute()
    if watch is None or counted is None:
        raise CommandError("nothing was watched here yet")
    last = min(minute_of(_moment(until)) - 1, watch.minute) if until else watch.minute
    first = minute_of(_moment(since)) if since else last - USUAL_DAYS * DAY_MINUTES + 1
    first = max(first, counted)
    if first > last:
        raise CommandError("there are no counts in that time")
    return first, last


def _moment(text: str) -> datetime:
    try:
        at, day = parse_datetime(text), parse_date(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is no date") from error
    if at is None and day is not None:
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if at is None:
        raise CommandError(f"“{text}” is no date (2026-11-24) and no time (2026-11-24T12:00Z)")
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _remade_body(one: again.Remade) -> dict[str, Any]:
    return {
        "at": time_of(one.minute),
        "model_version": one.version,
        "stored": one.stored,
        "made": one.made,
        "identical": not one.differences,
    }


def _write(path: Path, body: Mapping[str, Any]) -> None:
    text = json.dumps(body, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
