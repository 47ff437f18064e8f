"""Quiet weeks: a seeded crowd in many zones whose reports mean nothing. Every alarm is false."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from holidays import country_holidays
from numpy.typing import NDArray

from reports.buckets import DAY_MINUTES, time_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Code, zone and share of the people. Chosen to spread over the clock, with zones that change their
# time in spring and autumn, one that never does and one half an hour off; no measurement.
PLACES: tuple[tuple[str, str, float], ...] = (
    ("US-NY", "America/New_York", 0.10),
    ("US-FL", "America/New_York", 0.07),
    ("US-TX", "America/Chicago", 0.09),
    ("US-IL", "America/Chicago", 0.05),
    ("US-CO", "America/Denver", 0.03),
    ("US-CA", "America/Los_Angeles", 0.12),
    ("US-WA", "America/Los_Angeles", 0.03),
    ("MX", "America/Mexico_City", 0.04),
    ("BR-SP", "America/Sao_Paulo", 0.06),
    ("GB-ENG", "Europe/London", 0.08),
    ("GB-SCT", "Europe/London", 0.02),
    ("DE-NW", "Europe/Berlin", 0.05),
    ("DE-BY", "Europe/Berlin", 0.04),
    ("DE-BE", "Europe/Berlin", 0.02),
    ("ES", "Europe/Madrid", 0.04),
    ("FR", "Europe/Paris", 0.04),
    ("IN-MH", "Asia/Kolkata", 0.05),
    ("IN-KA", "Asia/Kolkata", 0.03),
    ("JP", "Asia/Tokyo", 0.03),
    ("AU-NSW", "Australia/Sydney", 0.01),
)
BINS = 144
BIN_MINUTES = DAY_MINUTES // BINS
# The ramp from night to morning: half way up at seven, two hours later where nobody has to rise,
# steep enough for a factor of ten within two hours.
RISE_HOUR, LATE_RISE, RISE_SPREAD = 7.0, 2.0, 0.5
SATURDAY = 5
# Until then those who are awake are up since yesterday.
SMALL_HOURS = 4.0
SLEEP_HOUR, SLEEP_SPREAD = 23.5, 0.7
EVENING_HOUR, EVENING_WIDTH, EVENING_MORE = 20.0, 2.0, 0.8
# What real crowds do beside that (all relative): good and bad days of a service and of a place,
# hours that drift, half hours that scatter. Gammas, and an autoregression in the logarithm.
DAY_RELVAR = 0.02
DRIFT_DEVIATION = 0.2
DRIFT_HOURS = 5.0
SCATTER_RELVAR = 0.08
# A few honest people who talk about it, once in so many days of a service.
CHATTER_DAYS = 200.0
CHATTER_REPORTERS = (3, 7)
CHATTER_MINUTES = (10, 41)
REPORTERS_A_PREFIX = 8
NETWORKS = 60
# Reports an hour of the busiest service, and how fast they fall with the rank: of 300 services the
# last has one in two days.
BUSIEST = 200.0
FALL = 1.6


@dataclass(frozen=True)
class Events:
    """Reports of a day in order of time: second of the day, index of service and of place."""

    second: Ints
    service: Ints
    place: Ints

    def __len__(self) -> int:
        return len(self.second)


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """A quiet instance. `services` maps slugs to mean reports an hour; `first` is the minute (since
    1970) of a midnight UTC; `holidays`: (code of a place, local date) on which it rests as on a
    Sunday. The same arguments give the same reports, whatever `days` is."""

    services: Mapping[str, float]
    first: int
    days: int
    seed: int
    holidays: Collection[tuple[str, str]] = field(default_factory=frozenset)
    with_networks: bool = True

    @cached_property
    def _habits(self) -> "_Habits":
        return _Habits.of(len(self.services), self.seed)

    def events(self) -> Iterator[Events]:
        """The reports of each day."""
        drift = np.zeros(len(self.services))
        for day in range(self.days):
            rng = np.random.default_rng([self.seed, day])
            hours, drift = _drift(rng, drift)
            yield self._day(rng, day, hours)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Lines of a report log."""
        slugs = list(self.services)
        for day, events in enumerate(self.events()):
            rng = np.random.default_rng([self.seed, day, 1])
            people = rng.integers(0, 10_000_000, len(events))
            start = time_of(self.first + day * DAY_MINUTES)
            for second, service, place, who in zip(
                events.second.tolist(),
                events.service.tolist(),
                events.place.tolist(),
                people.tolist(),
                strict=True,
            ):
                line = {
                    "at": f"{start + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}",
                    "service": slugs[service],
                    "region": PLACES[place][0],
                    "reporter": f"r{who}",
                }
                if self.with_networks:
                    line["prefix"] = f"p{who // REPORTERS_A_PREFIX}"
                    line["network"] = 64512 + who % NETWORKS
                yield line

    def _day(self, rng: np.random.Generator, day: int, hours: Floats) -> Events:
        habits = self._habits
        hour, rests = self._local(day)
        awake = _awake(hour, rests) * np.where(rests, 1.0, 0.0)
        resting = habits.rest[:, None, None] * awake
        working = _awake(hour, rests) * np.where(rests, 0.0, 1.0)
        shape = habits.night[:, None, None] + (1 - habits.night[:, None, None]) * (
            working + resting
        )
        level = np.array(list(self.services.values()))[:, None] * BIN_MINUTES / 60.0
        rate = level[..., None] * habits.shares[..., None] * shape * hours[:, None, :]
        rate *= _gamma(rng, DAY_RELVAR, (len(rate), 1, 1)) * _gamma(
            rng, DAY_RELVAR, (1, len(PLACES), 1)
        )
        scatter = _gamma(rng, SCATTER_RELVAR, (*rate.shape[:2], BINS // 3))
        counts = rng.poisson(rate * np.repeat(scatter, 3, axis=2))
        service, place, at = np.nonzero(counts)
        n = counts[service, place, at]
        service, place, at = np.repeat(service, n), np.repeat(place, n), np.repeat(at, n)
        second = at * BIN_MINUTES * 60 + rng.integers(0, BIN_MINUTES * 60, len(at))
        more = _chatter(rng, habits.shares)
        second = np.concatenate([second, more.second])
        order = np.argsort(second, kind="stable")
        return Events(
            second=second[order],
            service=np.concatenate([service, more.service])[order],
            place=np.concatenate([place, more.place])[order],
        )

    def _local(self, day: int) -> tuple[Floats, NDArray[np.bool_]]:
        """Local hour [places, bins], and whether people rest there then."""
        start = self.first + day * DAY_MINUTES
        hours = np.empty((len(PLACES), BINS))
        rests = np.empty(hours.shape, bool)
        starts = [time_of(start + BIN_MINUTES * i) for i in range(BINS)]
        for row, (code, zone, _) in enumerate(PLACES):
            local = [at.astimezone(ZoneInfo(zone)) for at in starts]
            hours[row] = [at.hour + at.minute / 60.0 for at in local]
            rests[row] = [self._is_rest(code, at) for at in local]
        return hours, rests

    def _is_rest(self, code: str, at: datetime) -> bool:
        return at.weekday() >= SATURDAY or (code, at.date().isoformat()) in self.holidays


@dataclass(frozen=True)
class _Habits:
    """What is each service's own: night level, level at rest, and its share of each place."""

    night: Floats
    rest: Floats
    shares: Floats

    @classmethod
    def of(cls, services: int, seed: int) -> "_Habits":
        rng = np.random.default_rng([seed, services])
        people = np.array([share for *_, share in PLACES])
        return cls(
            night=rng.uniform(0.03, 0.25, services),
            rest=rng.uniform(0.6, 1.2, services),
            shares=rng.dirichlet(people * 20.0, services),
        )


def crowd(services: int) -> dict[str, float]:
    """Names and mean reports an hour of so many services, from busy to all but silent.

    >>> [round(hourly, 2) for hourly in crowd(300).values()][::100]
    [200.0, 0.12, 0.04]
    """
    return {f"quiet-{rank:04d}": BUSIEST * rank**-FALL for rank in range(1, services + 1)}


def days_off(years: Collection[int]) -> frozenset[tuple[str, str]]:
    """Public holidays of the places."""
    return frozenset(
        (code, day.isoformat())
        for code, _, _ in PLACES
        for day in country_holidays(code[:2], subdiv=code[3:] or None, years=years)
    )


def _awake(hour: Floats, rests: NDArray[np.bool_]) -> Floats:
    rise = RISE_HOUR + LATE_RISE * rests
    up = 1.0 / (1.0 + np.exp(-(hour - rise) / RISE_SPREAD))
    late = np.where(hour < SMALL_HOURS, hour + 24.0, hour)
    still = 1.0 / (1.0 + np.exp((late - SLEEP_HOUR) / SLEEP_SPREAD))
    evening = EVENING_MORE * np.exp(-(((hour - EVENING_HOUR) / EVENING_WIDTH) ** 2))
    return np.asarray(np.where(hour < SMALL_HOURS, still, up * still) * (1.0 + evening), float)


def _drift(rng: np.random.Generator, last: Floats) -> tuple[Floats, Floats]:
    """Factors [services, bins] around 1, from where the day before left off; and where it ends."""
    keep = np.exp(-24.0 / BINS / DRIFT_HOURS)
    steps = rng.normal(0.0, DRIFT_DEVIATION * np.sqrt(1.0 - keep * keep), (BINS, len(last)))
    walked = np.empty(steps.shape)
    for i, step in enumerate(steps):
        last = keep * last + step
        walked[i] = last
    return np.exp(walked.T - DRIFT_DEVIATION**2 / 2.0), last


def _gamma(rng: np.random.Generator, relvar: float, shape: tuple[int, ...]) -> Floats:
    return np.asarray(rng.gamma(1.0 / relvar, relvar, shape), float)


def _chatter(rng: np.random.Generator, shares: Floats) -> Events:
    happens = np.flatnonzero(rng.random(len(shares)) < 1.0 / CHATTER_DAYS)
    size = rng.integers(*CHATTER_REPORTERS, len(happens))
    minutes = rng.integers(*CHATTER_MINUTES, len(happens))
    start = rng.integers(0, (DAY_MINUTES - CHATTER_MINUTES[1]) * 60, len(happens))
    where = (shares[happens].cumsum(axis=1) > rng.random((len(happens), 1))).argmax(axis=1)
    within = np.repeat(minutes * 60, size) * rng.random(int(size.sum()))
    return Events(
        second=np.repeat(start, size) + within.astype(np.int64),
        service=np.repeat(happens, size),
        place=np.repeat(where, size),
    )
