"""Door: write a simulated report log."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from outages.replays.quiet import Quiet, crowd, days_off
from outages.replays.scenarios import SCENARIOS
from outages.replays.simulating import COUNTRIES, Outage, simulate, two_waves
from reports.buckets import DAY_MINUTES, floor, minute_of

HOURLY = 6.0
# A scenario begins 28 days after this, unless asked otherwise: one in the afternoon, UTC.
START = "2026-01-05T13:00:00Z"


class Command(BaseCommand):
    help = (
        "Write a log of simulated reports: seeded, shaped like days, with outages where asked for."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "services",
            nargs="*",
            metavar="SLUG[=HOURLY]",
            help="mean reports an hour in quiet times",
        )
        parser.add_argument("--start", help="RFC 3339, e.g. 2026-01-05T00:00:00Z")
        parser.add_argument("--days", type=float, default=28.0)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--outage",
            action="append",
            default=[],
            metavar="SLUG,START,MINUTES,PEAK[,COUNTRY…]",
            help="PEAK: reports a minute above the usual; may be given more than once",
        )
        parser.add_argument(
            "--waves",
            metavar="START,PEAK",
            help="an outage of all services in two waves of 5.5 hours, four hours apart",
        )
        parser.add_argument(
            "--scenario",
            metavar="NAME",
            help="instead: an outage from the record, after so many quiet days: "
            + "; ".join(f"{one.name}: {one.says}" for one in SCENARIOS.values()).replace("%", "%%"),
        )
        parser.add_argument(
            "--size", type=float, default=1.0, help="with --scenario: 1 is as large as on record"
        )
        parser.add_argument(
            "--quiet",
            type=int,
            metavar="N",
            help="instead: N services in 20 places, and nothing happens (quiet-0001, …)",
        )
        parser.add_argument(
            "--without-networks",
            action="store_true",
            help="with --quiet or --scenario: tell no prefix, no network",
        )
        parser.add_argument("--out", type=Path, help="file (default: standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        if sum(bool(options[kind]) for kind in ("services", "quiet", "scenario")) != 1:
            raise CommandError("name services, or ask for --quiet N, or for --scenario NAME")
        if not options["start"] and not options["scenario"]:
            raise CommandError("say when it starts: --start")
        lines = _lines(options)
        with ExitStack() as stack:
            out = sys.stdout
            if options["out"]:
                out = stack.enter_context(options["out"].open("w", encoding="utf-8"))
            for line in lines:
                out.write(json.dumps(line) + "\n")


def _lines(options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if options["quiet"]:
        return _quiet(options)
    return _scenario(options) if options["scenario"] else _busy(options)


def _scenario(options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    scenario = SCENARIOS.get(options["scenario"].lower())
    if scenario is None:
        names = ", ".join(one.name for one in SCENARIOS.values())
        raise CommandError(f"there is no scenario “{options['scenario']}”; there are {names}")
    return scenario.lines(
        start=minute_of(_time(options["start"] or START)),
        days=round(options["days"]),
        seed=options["seed"],
        size=options["size"],
        with_networks=not options["without_networks"],
    )


def _busy(options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    services = dict(_service(text) for text in options["services"])
    outages = [_outage(text) for text in options["outage"]]
    if options["waves"]:
        outages += _waves(options["waves"], list(services))
    unknown = {outage.service for outage in outages} - set(services)
    if unknown:
        raise CommandError(f"an outage of {', '.join(sorted(unknown))}, which is not simulated")
    return simulate(
        services=services,
        first=minute_of(_time(options["start"])),
        minutes=round(options["days"] * DAY_MINUTES),
        seed=options["seed"],
        outages=outages,
    )


def _quiet(options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    start = _time(options["start"])
    weeks = Quiet(
        services=crowd(options["quiet"]),
        first=floor(minute_of(start), DAY_MINUTES),
        days=round(options["days"]),
        seed=options["seed"],
        holidays=days_off([start.year, start.year + 1]),
        with_networks=not options["without_networks"],
    )
    return weeks.lines()


def _waves(text: str, services: list[str]) -> list[Outage]:
    try:
        start, peak = text.split(",")
        return two_waves(services, start=minute_of(_time(start)), peak=float(peak))
    except ValueError as error:
        raise CommandError(f"“{text}” is not START,PEAK") from error


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is no time such as 2026-01-05T00:00:00Z") from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _service(text: str) -> tuple[str, float]:
    slug, _, hourly = text.partition("=")
    try:
        return slug, float(hourly or HOURLY)
    except ValueError as error:
        raise CommandError(f"“{text}” is not SLUG=HOURLY") from error


def _outage(text: str) -> Outage:
    try:
        service, start, minutes, peak, *countries = text.split(",")
        outage = Outage(
            service=service,
            start=minute_of(_time(start)),
            minutes=int(minutes),
            peak=float(peak),
            countries=frozenset(countries or COUNTRIES),
        )
    except ValueError as error:
        raise CommandError(f"“{text}” is not SLUG,START,MINUTES,PEAK[,COUNTRY…]") from error
    if foreign := outage.countries - set(COUNTRIES):
        raise CommandError(f"nobody is simulated in {', '.join(sorted(foreign))}")
    return outage
