"""A large instance for the benchmark of the tick: services, regions, fits, and hours of reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from outages.detection.baseline import MODEL_VERSION
from outages.detection.baseline import Fit as Usual
from outages.detection.scan import RECENT_MINUTES
from outages.detection.surprise import smallest_visible
from outages.judging import dates, series
from outages.models import Fit
from reports import bulk, catalogue, partitions, vocabulary
from reports.buckets import DAY_MINUTES, WINDOW_MINUTES, floor, time_of
from reports.models import Category, Kind, MinuteCount, NetworkCount, Region, Report, Service
from reports.reporter import first_key

T = TypeVar("T")
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# 2026-11-23 18:00 UTC, a Monday: the first minute that is judged.
START = 29_925_000
HISTORY_DAYS = 28
# Reports of a series in three hours, from a person to a lively region: about two million a day in
# 25,000 series, what the largest public service of its kind has.
FEWEST, MOST = 1.0, 30.0
# Above the threshold at which a service is raised, and clearly below that of an incident.
RAISED_SEVERITY = 5.3
RELVAR, JITTER = 0.03, 0.5
ROWS_AT_ONCE = 5000
# Networks that people report through, a few of them most (a law of Zipf); AS numbers from ASN on.
NETWORKS = 40
ASN = 64512
SHARES = 1.0 / np.arange(1, NETWORKS + 1) / (1.0 / np.arange(1, NETWORKS + 1)).sum()


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large an instance. `active`: series (service, region) with reports in the last hours;
    `fitted`: with reports in the last 28 days; `minutes`: that are to be judged."""

    services: int
    regions: int
    active: int
    fitted: int
    raised: int
    down: int
    minutes: int


@dataclass(frozen=True)
class _Drawn:
    """Series by service and region id, with reports a minute; the first `active` have counts."""

    service: Ints
    region: Ints
    rate: Floats


def make(size: Size, *, seed: int = 1) -> None:
    """Fill an empty, migrated database."""
    rng = np.random.default_rng(seed)
    catalogue.load()
    drawn = _draw(size, _services(size.services), _regions(size.regions), rng)
    _store_fits(drawn, rng)
    counts = _counts(drawn, size, rng)
    troubled = _trouble(counts, drawn, size, rng)
    _store_counts(drawn, counts)
    _store_network_counts(drawn, counts, rng)
    _store_reports(drawn, counts, troubled, rng)
    # Counts from before the history began: nothing is young.
    MinuteCount.objects.create(
        service_id=int(drawn.service[0]),
        region_id=int(drawn.region[0]),
        minute=START - (HISTORY_DAYS + 2) * DAY_MINUTES,
        reports=1, volume=1, works=0, first_reporters=1,
    )  # fmt: skip
    NetworkCount.objects.create(
        service_id=int(drawn.service[0]),
        network=ASN,
        minute=START - (HISTORY_DAYS + 2) * DAY_MINUTES,
        reports=1,
        first_reporters=1,
    )


def _services(wanted: int) -> Ints:
    category = Category.objects.order_by("pk")[0]
    for some in _in_parts(range(wanted), ROWS_AT_ONCE):
        Service.objects.bulk_create(
            Service(slug=f"service-{i}", name=f"Service {i}", category=category) for i in some
        )
    ids = Service.objects.filter(slug__startswith="service-").order_by("pk")
    return np.array(ids.values_list("pk", flat=True), np.int64)


def _regions(wanted: int) -> Ints:
    """Parts of three countries, then whole countries."""
    parts = Region.objects.filter(country__in=("US", "DE", "BR"), level="subdivision")
    whole = Region.objects.filter(level="country").exclude(country__in=("US", "DE", "BR"))
    ids = [*parts.order_by("-population").values_list("pk", flat=True)[: wanted * 4 // 5]]
    ids += whole.order_by("-population").values_list("pk", flat=True)[: wanted - len(ids)]
    return np.array(ids, np.int64)


def _draw(size: Size, services: Ints, regions: Ints, rng: np.random.Generator) -> _Drawn:
    """A few services are reported everywhere, most hardly anywhere (a law of Zipf)."""
    weight = 1.0 / (np.arange(min(len(services), 10_000)) + 50.0)
    chance = np.repeat(weight, len(regions))
    pairs = rng.choice(len(chance), size.fitted, replace=False, p=chance / chance.sum())
    per_hours = np.exp(rng.uniform(np.log(FEWEST), np.log(MOST), size.fitted))
    return _Drawn(
        service=services[pairs // len(regions)],
        region=regions[pairs % len(regions)],
        rate=per_hours / RECENT_MINUTES,
    )


def _store_fits(drawn: _Drawn, rng: np.random.Generator) -> None:
    """Of each series, of its country in the service, and of the service."""
    known = vocabulary.read()
    zones = dict(Region.objects.values_list("pk", "time_zone"))
    country = known.country_of[drawn.region]
    world = known.regions[Region.WORLD]
    wider = country != drawn.region
    services, of_service = np.unique(drawn.service, return_inverse=True)
    total = np.bincount(of_service, weights=drawn.rate)
    asn = series.FIRST_NETWORK + ASN + np.arange(NETWORKS)
    service = np.concatenate(
        [drawn.service, drawn.service[wider], services, np.repeat(services, NETWORKS)]
    )
    place = np.concatenate(
        [drawn.region, country[wider], np.full(len(services), world), np.tile(asn, len(services))]
    )
    through = np.outer(total, SHARES).ravel()
    rate = np.concatenate([drawn.rate, drawn.rate[wider], total, through])
    keys, row_of = np.unique(service * series.PLACE_SPAN + place, return_inverse=True)
    level = np.bincount(row_of, weights=rate) * 30.0
    usual = Usual(
        profile=level[:, None, None] * rng.uniform(0.95, 1.05, (len(keys), 2, 48)),
        relvar=np.full(len(keys), RELVAR),
        jitter=np.full(len(keys), JITTER),
        youth=np.zeros((len(keys), 2)),
        trust=np.ones(len(keys)),
        days=np.full(len(keys), float(HISTORY_DAYS)),
    )
    regions = series.regions_of(keys % series.PLACE_SPAN)
    networks = series.networks_of(keys % series.PLACE_SPAN)
    names = {id_: dates.place(zones[id_], known.region_codes[id_]) for id_ in set(regions.tolist())}
    names[world] = dates.NOWHERE
    for some in _in_parts(range(len(keys)), ROWS_AT_ONCE):
        Fit.objects.bulk_create(
            Fit(
                service_id=int(keys[i]) // series.PLACE_SPAN,
                region_id=int(regions[i]),
                network=int(networks[i]),
                day=START // DAY_MINUTES,
                version=MODEL_VERSION,
                row=usual.row(i) | {"place": names[int(regions[i])]},
            )
            for i in some
        )


def _counts(drawn: _Drawn, size: Size, rng: np.random.Generator) -> Ints:
    """First reporters per minute, [active, minutes]; each series has one in the last hours."""
    minutes = RECENT_MINUTES - 1 + size.minutes
    counts = rng.poisson(drawn.rate[: size.active, None], (size.active, minutes))
    counts[np.arange(size.active), rng.integers(size.minutes, RECENT_MINUTES, size.active)] += 1
    return np.asarray(counts, np.int64)


def _trouble(counts: Ints, drawn: _Drawn, size: Size, rng: np.random.Generator) -> Ints:
    """Raise one series each of some services, and bring down others; gives those services."""
    _, first = np.unique(drawn.service[: size.active], return_index=True)
    rows = rng.permutation(first)[: size.raised + size.down]
    raised, down = rows[: size.raised], drawn.service[rows[size.raised :]]
    usual = drawn.rate[raised] * 30
    needed = smallest_visible(usual, RELVAR + JITTER / 30, RAISED_SEVERITY)
    for row, reporters in zip(raised.tolist(), needed.tolist(), strict=True):
        at = RECENT_MINUTES - 1 - rng.integers(0, 25, reporters)
        np.add.at(counts[row], at, 1)
    hit = np.flatnonzero(np.isin(drawn.service[: size.active], down))
    more = rng.poisson(0.3 + drawn.rate[hit, None] * 8, (len(hit), 25 + size.minutes))
    counts[hit, -more.shape[1] :] += more
    return drawn.service[rows]


def _store_counts(drawn: _Drawn, counts: Ints) -> None:
    first = START - RECENT_MINUTES + 1
    for row, column in _cells(counts):
        n = counts[row, column].tolist()
        bulk.insert(
            table=MinuteCount._meta.db_table,
            columns=COUNT_COLUMNS,
            rows=list(
                zip(
                    drawn.service[row].tolist(), (first + column).tolist(),
                    drawn.region[row].tolist(), n, n, [0] * len(n), n, strict=True,
                )
            ),
            conflict="DO NOTHING",
        )  # fmt: skip


def _store_network_counts(drawn: _Drawn, counts: Ints, rng: np.random.Generator) -> None:
    first = START - RECENT_MINUTES + 1
    row, column = np.nonzero(counts)
    n = counts[row, column]
    service, minute = np.repeat(drawn.service[row], n), np.repeat(first + column, n)
    asn = ASN + rng.choice(NETWORKS, len(service), p=SHARES)
    rows, reports = np.unique(np.stack([service, minute, asn]), axis=1, return_counts=True)
    for some in _in_parts(range(len(reports)), ROWS_AT_ONCE * 10):
        part = slice(some[0], some[-1] + 1)
        columns = [*rows[:, part].tolist(), reports[part].tolist(), reports[part].tolist()]
        bulk.insert(
            table=NetworkCount._meta.db_table,
            columns=NETWORK_COLUMNS,
            rows=list(zip(*columns, strict=True)),
            conflict="DO NOTHING",
        )


def _store_reports(drawn: _Drawn, counts: Ints, services: Ints, rng: np.random.Generator) -> None:
    """The single reports of services in trouble: the gate asks who is behind them."""
    first = START - RECENT_MINUTES + 1
    partitions.ensure([first, first + counts.shape[1]])
    rows = np.flatnonzero(np.isin(drawn.service[: len(counts)], services))
    for at, column in _cells(counts[rows]):
        row = rows[at]
        n = counts[row, column]
        row, minute = np.repeat(row, n), first + np.repeat(column, n)
        Report.objects.bulk_create(
            (_report(int(drawn.service[r]), int(drawn.region[r]), int(m), rng)
             for r, m in zip(row, minute, strict=True)),
            batch_size=ROWS_AT_ONCE,
        )  # fmt: skip


def _report(service: int, region: int, minute: int, rng: np.random.Generator) -> Report:
    start = first_key(floor(minute, WINDOW_MINUTES)).bytes[:6]
    return Report(
        key=UUID(bytes=start + rng.bytes(10)),
        service_id=service,
        region_id=region,
        kind=Kind.REPORT,
        minute=minute,
        received=time_of(minute),
        reporter=UUID(bytes=rng.bytes(16)),
        prefix=UUID(bytes=rng.bytes(16)),
        network=ASN + int(rng.choice(NETWORKS, p=SHARES)),
        first_in_24h=True,
    )


COUNT_COLUMNS: Sequence[bulk.Column] = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("region_id", "smallint"),
    bulk.Column("reports", "integer"),
    bulk.Column("volume", "integer"),
    bulk.Column("works", "integer"),
    bulk.Column("first_reporters", "integer"),
)


NETWORK_COLUMNS: Sequence[bulk.Column] = (
    bulk.Column("service_id", "bigint"),
    bulk.Column("minute", "integer"),
    bulk.Column("network", "bigint"),
    bulk.Column("reports", "integer"),
    bulk.Column("first_reporters", "integer"),
)


def _cells(counts: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Where there are reports: rows and columns, some at a time."""
    row, column = np.nonzero(counts)
    for start in range(0, len(row), ROWS_AT_ONCE * 10):
        part = slice(start, start + ROWS_AT_ONCE * 10)
        yield row[part], column[part]


def _in_parts(items: range, length: int) -> Iterator[list[int]]:
    rest: Any = iter(items)
    while part := list(islice(rest, length)):
        yield part
