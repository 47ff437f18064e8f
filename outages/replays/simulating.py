"""Simulated reports: seeded, shaped like days in each country, with outages where asked for.

For the demo, for tests and for screenshots. What comes out is a report log (JSON Lines), called
simulated wherever it is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reports.buckets import time_of

# Where the simulated reporters live: share of all reports, hours from UTC, and the parts that have
# most of the people. Round numbers, chosen to spread over the clock; no measurement.
COUNTRIES: dict[str, tuple[float, float, tuple[str, ...]]] = {
    "US": (0.24, -6.0, ("US-CA", "US-TX", "US-FL", "US-NY", "US-PA", "US-IL", "US-OH", "US-GA")),
    "BR": (0.12, -3.0, ("BR-SP", "BR-MG", "BR-RJ", "BR-BA")),
    "IN": (0.14, 5.5, ("IN-MH", "IN-UP", "IN-KA", "IN-TN", "IN-WB")),
    "DE": (0.09, 1.0, ("DE-NW", "DE-BY", "DE-BW", "DE-BE")),
    "GB": (0.09, 0.0, ("GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR")),
    "ES": (0.07, 1.0, ()),
    "FR": (0.06, 1.0, ()),
    "IT": (0.05, 1.0, ()),
    "MX": (0.06, -6.0, ()),
    "ID": (0.05, 7.0, ()),
    "AU": (0.03, 10.0, ("AU-NSW", "AU-VIC", "AU-QLD")),
}
USUAL_SYMPTOMS = {"not_loading": 0.4, "login": 0.2, "slow": 0.2, "other_function": 0.2}
# How active people are by local hour, relative to the mean of a day: little at night, most at
# eight in the evening.
NIGHT_LEVEL = 0.25
PEAK_HOUR = 20.0
WEEKEND_FACTOR = 0.85
# How many reporters share a network prefix and a network, so that diversity rules have work to do.
REPORTERS_A_PREFIX = 40
NETWORKS = 40


@dataclass(frozen=True, kw_only=True)
class Outage:
    """An outage of one service. `peak` in reports a minute, reached in its `rise`th minute."""

    service: str
    start: int
    minutes: int
    peak: float
    rise: int = 5
    countries: frozenset[str] = frozenset(COUNTRIES)
    symptoms: Mapping[str, float] = field(default_factory=lambda: USUAL_SYMPTOMS)

    def level(self, minute: NDArray[np.int64]) -> NDArray[np.float64]:
        """Reports a minute above the usual: up over `rise`, then an exponential fall at the end."""
        since = (minute - self.start).astype(float)
        up = np.clip((since + 1.0) / max(self.rise, 1), 0.0, 1.0)
        after = np.maximum(since - self.minutes, 0.0)
        return np.where(since < 0, 0.0, self.peak * up * np.exp(-after / 10.0))


# A long outage of a cloud that many services stand on: two waves, with hours between them in which
# it seemed to be over. 15 hours, as that of us-east-1 on 2025-10-20 took.
WAVE_MINUTES, PAUSE_MINUTES = 330, 240


def two_waves(
    services: Sequence[str], *, start: int, peak: float, minutes: int = WAVE_MINUTES
) -> list[Outage]:
    """An outage of all these services in two waves of so many minutes, four hours apart."""
    return [
        Outage(service=service, start=first, minutes=minutes, peak=peak, rise=10)
        for service in services
        for first in (start, start + minutes + PAUSE_MINUTES)
    ]


@dataclass(frozen=True)
class _Places:
    """The places of the simulation: code, share of all reports, hours from UTC, country of each."""

    codes: list[str]
    shares: NDArray[np.float64]
    offsets: NDArray[np.float64]
    countries: list[str]


def simulate(
    *,
    services: Mapping[str, float],
    first: int,
    minutes: int,
    seed: int,
    outages: Sequence[Outage] = (),
    symptoms: Mapping[str, Mapping[str, float]] | None = None,
) -> Iterator[dict[str, Any]]:
    """Lines of a report log, in order of time.

    `services` maps slugs to mean reports an hour in quiet times; `first` is a minute since 1970.
    The same arguments give the same lines, whatever the length of the run that they are part of.
    """
    places = _places()
    for hour in range(0, minutes, 60):
        span = np.arange(first + hour, first + min(hour + 60, minutes), dtype=np.int64)
        lines: list[dict[str, Any]] = []
        for index, (service, hourly) in enumerate(services.items()):
            rng = np.random.default_rng([seed, index, first + hour])
            usual = (symptoms or {}).get(service, USUAL_SYMPTOMS)
            quiet = hourly / 60.0 * _shape(span, places) * places.shares
            lines += _draw(rng, service=service, span=span, rate=quiet, places=places, mix=usual)
            for outage in outages:
                if outage.service == service:
                    inside = np.array([code in outage.countries for code in places.countries])
                    shares = places.shares * inside / max((places.shares * inside).sum(), 1e-9)
                    more = outage.level(span)[:, None] * shares
                    lines += _draw(
                        rng,
                        service=service,
                        span=span,
                        rate=more,
                        places=places,
                        mix=outage.symptoms,
                    )
        yield from sorted(lines, key=lambda line: (line["at"], line["reporter"]))


def _places() -> _Places:
    codes: list[str] = []
    shares: list[float] = []
    offsets: list[float] = []
    countries: list[str] = []
    for country, (share, offset, parts) in COUNTRIES.items():
        for part in parts or (country,):
            codes.append(part)
            shares.append(share / len(parts or (country,)))
            offsets.append(offset)
            countries.append(country)
    return _Places(codes, np.array(shares), np.array(offsets), countries)


def _shape(span: NDArray[np.int64], places: _Places) -> NDArray[np.float64]:
    """Activity [minutes, places] relative to the mean of a day, by local hour and weekday."""
    local = span[:, None] / 60.0 + places.offsets[None, :]
    hour = local % 24.0
    wave = 0.5 * (1.0 + np.cos(2.0 * np.pi * (hour - PEAK_HOUR) / 24.0))
    level = NIGHT_LEVEL + (1.0 - NIGHT_LEVEL) * wave
    # 1970-01-01 was a Thursday: day 2 and 3 of the count are the weekend.
    weekend = np.isin((local // 24.0).astype(int) % 7, (2, 3))
    return np.asarray(level / ((1.0 + NIGHT_LEVEL) / 2.0) * np.where(weekend, WEEKEND_FACTOR, 1.0))


def _draw(
    rng: np.random.Generator,
    *,
    service: str,
    span: NDArray[np.int64],
    rate: NDArray[np.float64],
    places: _Places,
    mix: Mapping[str, float],
) -> list[dict[str, Any]]:
    """Poisson draws of a rate [minutes, places], each spread evenly over its minute."""
    drawn = rng.poisson(rate)
    minute, place = np.nonzero(drawn)
    repeats = drawn[minute, place]
    minute, place = np.repeat(span[minute], repeats), np.repeat(place, repeats)
    n = len(minute)
    seconds = rng.integers(0, 60, n)
    people = rng.integers(0, 10_000_000, n)
    names = list(mix)
    weights = np.array([mix[name] for name in names])
    symptom = rng.choice(len(names), n, p=weights / weights.sum())
    return [
        {
            "at": f"{time_of(int(m)):%Y-%m-%dT%H:%M}:{int(s):02d}Z",
            "service": service,
            "region": places.codes[p],
            "symptom": names[k],
            "reporter": f"r{who}",
            "prefix": f"p{who // REPORTERS_A_PREFIX}",
            "network": 64512 + int(who) % NETWORKS,
        }
        for m, s, p, k, who in zip(minute, seconds, place, symptom, people, strict=True)
    ]
