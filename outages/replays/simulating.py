"""Simulated reports: seeded, shaped like days in each country, with outages where asked for.

For the demo, for tests and for screenshots. What comes out is a report log (JSON Lines), called
simulated wherever it is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from outages.replays.homes import Home, Places
from reports.buckets import minute_of, time_of

T = TypeVar("T")

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


# Waves come and go so many minutes each, and leave so much between them; stairs have so many steps.
WAVE, BETWEEN_WAVES = 25, 0.12
STEPS = 4

Shape = Literal["step", "ramp", "stairs", "waves"]


@dataclass(frozen=True, kw_only=True)
class Outage:
    """An outage of one service. `peak` in reports a minute.

    `shape`: "step": up within `rise` minutes, at once for all; "ramp": evenly over its first half;
    "stairs": in four steps over its first half; "waves": like a step, but nearly gone every other
    25 minutes. `regions`: codes of places; empty: all places of `countries`, or everywhere if that
    is empty too. `networks`: AS number → share of its reporters, the rest as usual. `prefixes`: so
    many network prefixes hold all its reporters; 0: as usual. `comments`: text → share of its
    reports, the rest say nothing.
    """

    service: str
    start: int
    minutes: int
    peak: float
    rise: int = 5
    countries: frozenset[str] = frozenset()
    symptoms: Mapping[str, float] = field(default_factory=lambda: USUAL_SYMPTOMS)
    shape: Shape = "step"
    regions: frozenset[str] = frozenset()
    networks: Mapping[int, float] = field(default_factory=dict)
    prefixes: int = 0
    comments: Mapping[str, float] = field(default_factory=dict)

    def level(self, minute: NDArray[np.int64]) -> NDArray[np.float64]:
        """Reports a minute above the usual, with an exponential fall at the end."""
        since = (minute - self.start).astype(float)
        after = np.maximum(since - self.minutes, 0.0)
        shaped = self._shaped(since) * np.exp(-after / 10.0)
        return np.where(since < 0, 0.0, self.peak * shaped)

    def _shaped(self, since: NDArray[np.float64]) -> NDArray[np.float64]:
        half = max(self.minutes / 2.0, 1.0)
        if self.shape == "ramp":
            return np.clip((since + 1.0) / half, 0.0, 1.0)
        if self.shape == "stairs":
            return np.clip((since // (half / STEPS) + 1.0) / STEPS, 0.0, 1.0)
        up = np.clip((since + 1.0) / max(self.rise, 1), 0.0, 1.0)
        if self.shape == "waves":
            return up * np.where((since // WAVE) % 2 == 0, 1.0, BETWEEN_WAVES)
        return up

    def at(self, places: Places) -> NDArray[np.float64]:
        """Share of its reports at each place; by how many people live there."""
        if self.regions:
            inside = np.array([code in self.regions for code in places.codes])
        else:
            inside = np.array([not self.countries or c in self.countries for c in places.countries])
        shares = places.shares * inside
        return shares / max(shares.sum(), 1e-9)


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


def simulate(
    *,
    services: Mapping[str, float],
    first: int,
    minutes: int,
    seed: int,
    outages: Sequence[Outage] = (),
    symptoms: Mapping[str, Mapping[str, float]] | None = None,
    homes: Mapping[str, Home] | None = None,
    told: Sequence[Mapping[str, Any]] = (),
) -> Iterator[dict[str, Any]]:
    """Lines of a report log, in order of time.

    `services` maps slugs to mean reports an hour in quiet times; `first` is a minute since 1970.
    `homes`: where the people of a service live; of one that is missing there, in COUNTRIES.
    `told`: lines that stand in the log as they are (notices, single reports), if it is their time.
    The same arguments give the same lines, whatever the length of the run that they are part of.
    """
    everywhere = _places()
    for hour in range(0, minutes, 60):
        span = np.arange(first + hour, first + min(hour + 60, minutes), dtype=np.int64)
        lines = [dict(line) for line in told if span[0] <= _minute(line) <= span[-1]]
        for index, (service, hourly) in enumerate(services.items()):
            rng = np.random.default_rng([seed, index, first + hour])
            home = (homes or {}).get(service)
            places = home.places if home else everywhere
            usual = (symptoms or {}).get(service, home.usual if home else USUAL_SYMPTOMS)
            quiet = hourly / 60.0 * _shape(span, places) * places.shares
            drawn = _draw(rng, span=span, rate=quiet, mix=usual)
            lines += _written(drawn, service=service, places=places, home=home)
            for outage in outages:
                if outage.service == service:
                    more = outage.level(span)[:, None] * outage.at(places)
                    drawn = _draw(rng, span=span, rate=more, mix=outage.symptoms)
                    written = _written(drawn, service=service, places=places, home=home)
                    lines += _coloured(written, outage, rng)
        yield from sorted(lines, key=lambda line: (line["at"], line.get("reporter") or ""))


def notice(
    service: str,
    kind: Literal["maintenance", "status", "release"],
    text: str,
    *,
    minute: int,
    starts: int | None = None,
    ends: int | None = None,
    source: str = "official",
) -> dict[str, Any]:
    """The line of what is said at a minute, by an operator if by nobody else; `starts` and `ends`
    are minutes too."""
    said: dict[str, Any] = {"service": service, "kind": kind, "text": text, "source": source}
    if starts is not None:
        said["starts"] = _at(starts)
    if ends is not None:
        said["ends"] = _at(ends)
    return {"at": _at(minute), "notice": said}


def _minute(line: Mapping[str, Any]) -> int:
    return minute_of(datetime.fromisoformat(line["at"]))


def _at(minute: int, second: int = 0) -> str:
    return f"{time_of(minute):%Y-%m-%dT%H:%M}:{second:02d}Z"


def _places() -> Places:
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
    return Places(codes, np.array(shares), np.array(offsets), countries)


def _shape(span: NDArray[np.int64], places: Places) -> NDArray[np.float64]:
    """Activity [minutes, places] relative to the mean of a day, by local hour and weekday."""
    local = span[:, None] / 60.0 + places.offsets[None, :]
    hour = local % 24.0
    wave = 0.5 * (1.0 + np.cos(2.0 * np.pi * (hour - PEAK_HOUR) / 24.0))
    level = NIGHT_LEVEL + (1.0 - NIGHT_LEVEL) * wave
    # 1970-01-01 was a Thursday: day 2 and 3 of the count are the weekend.
    weekend = np.isin((local // 24.0).astype(int) % 7, (2, 3))
    return np.asarray(level / ((1.0 + NIGHT_LEVEL) / 2.0) * np.where(weekend, WEEKEND_FACTOR, 1.0))


@dataclass(frozen=True)
class _Drawn:
    """Reports in no order: minute, place, second, person and symptom of each."""

    minute: NDArray[np.int64]
    place: NDArray[np.int64]
    second: NDArray[np.int64]
    person: NDArray[np.int64]
    symptom: NDArray[np.int64]
    names: Sequence[str]


def _draw(
    rng: np.random.Generator,
    *,
    span: NDArray[np.int64],
    rate: NDArray[np.float64],
    mix: Mapping[str, float],
) -> _Drawn:
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
    return _Drawn(minute, place, seconds, people, symptom, names)


def _written(
    drawn: _Drawn, *, service: str, places: Places, home: Home | None
) -> list[dict[str, Any]]:
    lines = []
    for m, s, p, k, who in zip(
        drawn.minute.tolist(),
        drawn.second.tolist(),
        drawn.place.tolist(),
        drawn.symptom.tolist(),
        drawn.person.tolist(),
        strict=True,
    ):
        prefix, country = who // REPORTERS_A_PREFIX, places.countries[p]
        network = home.network(country=country, prefix=prefix) if home else 64512 + who % NETWORKS
        lines.append(
            {
                "at": _at(m, s),
                "service": service,
                "region": places.codes[p],
                "symptom": drawn.names[k],
                "reporter": f"r{who}",
                "prefix": f"{country}-p{prefix}" if home else f"p{prefix}",
                "network": network,
            }
        )
    return lines


def _coloured(
    lines: list[dict[str, Any]], outage: Outage, rng: np.random.Generator
) -> list[dict[str, Any]]:
    """What is special about an outage's reporters: networks, prefixes, comments."""
    if outage.networks:
        networks = _some(outage.networks, len(lines), rng)
        for line, network in zip(lines, networks, strict=True):
            line["network"] = network or line["network"]
    if outage.prefixes:
        prefixes = rng.integers(0, outage.prefixes, len(lines)).tolist()
        for line, prefix in zip(lines, prefixes, strict=True):
            line["prefix"] = f"{outage.service}-{outage.start}-p{prefix}"
    if outage.comments:
        comments = _some(outage.comments, len(lines), rng)
        for line, comment in zip(lines, comments, strict=True):
            if comment:
                line["comment"] = comment
    return lines


def _some(shares: Mapping[T, float], n: int, rng: np.random.Generator) -> list[T | None]:
    """`n` draws of the keys by their shares; None for the rest."""
    values: list[T | None] = [*shares.keys(), None]
    rest = max(1.0 - sum(shares.values()), 0.0)
    drawn = rng.choice(len(values), n, p=[*shares.values(), rest])
    return [values[k] for k in drawn.tolist()]
