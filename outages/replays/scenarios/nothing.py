"""Weeks in which nothing happens, and an outage during which it is we who fail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from outages.replays.quiet import Quiet, days_off
from outages.replays.scenarios.scenario import ABOUT_NETWORKS, Happening, Moment, Scenario
from outages.replays.simulating import Outage
from reports.buckets import DAY_MINUTES, floor, time_of

# From busy to nearly silent.
QUIET: Mapping[str, float] = {
    "whatsapp": 60.0,
    "instagram": 30.0,
    "youtube": 15.0,
    "spotify": 8.0,
    "signal": 4.0,
    "discord": 2.0,
    "att": 1.0,
    "viber": 0.3,
    "canva": 0.1,
}


@dataclass(frozen=True, kw_only=True)
class QuietWeeks(Scenario):
    """Ramps from night to morning, days off and clocks that change, by the zones of many places.
    `size` is a factor of all rates."""

    def lines(
        self,
        *,
        start: int,
        days: int,
        seed: int,
        size: float = 1.0,
        minutes: int | None = None,
        with_networks: bool = True,
        with_notices: bool = True,
    ) -> Iterator[dict[str, Any]]:
        """From the midnight (UTC) before `start` on."""
        first = floor(start, DAY_MINUTES)
        last = start + days * DAY_MINUTES + (self.minutes if minutes is None else minutes)
        end = f"{time_of(last):%Y-%m-%dT%H:%M}"
        year = time_of(start).year
        weeks = Quiet(
            services={slug: size * hourly for slug, hourly in self.services.items()},
            first=first,
            days=-(-(last - first) // DAY_MINUTES),
            seed=seed,
            holidays=days_off([year, year + 1]),
        )
        for line in weeks.lines():
            if line["at"] >= end:
                return
            if with_networks:
                yield line
            else:
                yield {name: it for name, it in line.items() if name not in ABOUT_NETWORKS}


def _standstill(moment: Moment) -> Happening:
    return Happening(
        outages=[
            Outage(service="whatsapp", start=moment.minute, minutes=40, peak=30.0 * moment.size)
        ]
    )


I = Scenario(  # noqa: E741
    name="I",
    says="An outage begins while our own worker stands still, or Redis is away, for ten minutes",
    services={"whatsapp": 14.0, "signal": 6.0, "youtube": 9.0},
    minutes=60,
    happens=_standstill,
)
J = QuietWeeks(
    name="J",
    says="Nothing happens: weeks with steep mornings, holidays and clocks that change",
    services=QUIET,
    minutes=0,
    happens=lambda moment: Happening(),
)
