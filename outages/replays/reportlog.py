"""Read a report log (JSON Lines, or a CSV of counts; gzip allowed), checking all of it first."""

import csv
import gzip
import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Literal, cast

import msgspec

CSV_HEADER = ["service", "bucket_start", "count"]
GZIP_MAGIC = b"\x1f\x8b"


class BadLog(Exception):
    """A log that cannot be played; says which line and why."""


class LoggedNotice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an operator said, as a log tells it."""

    service: str
    kind: Literal["maintenance", "status", "release"]
    text: str
    starts: datetime | None = None
    ends: datetime | None = None
    source: str = "official"
    url: str = ""
    ref: str = ""
    cause: str = ""
    version: str = ""


class LogLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report, a "works for me", or a notice. Names of reporters and prefixes are opaque."""

    at: datetime
    service: str | None = None
    region: str | None = None
    symptom: str | None = None
    comment: str | None = None
    reporter: str | None = None
    prefix: str | None = None
    network: int | None = None
    kind: Literal["report", "works"] | None = None
    implicated: str | None = None
    others_work: bool | None = None
    connection: Literal["wifi", "mobile", "wired"] | None = None
    notice: LoggedNotice | None = None

    @property
    def about(self) -> str:
        """The service that the line is about."""
        return self.notice.service if self.notice else (self.service or "")


@dataclass(frozen=True)
class Log:
    """A checked log. `lines()` reads the file again, line by line: memory stays flat."""

    path: Path
    services: frozenset[str]
    length: int
    first: datetime
    last: datetime
    lines: Callable[[], Iterator[LogLine]]


def read(path: Path, *, check: Callable[[LogLine], None]) -> Log:
    """Read a whole log once and check every line; raises BadLog, naming the first bad line.

    `check` is asked about each line of a JSON log and raises ValueError with what is wrong with it.
    """
    if not path.is_file():
        raise BadLog(f"there is no file {path}")
    name = path.name.removesuffix(".gz")
    if name.endswith(".csv"):
        return _read_counts(path, check)
    services: set[str] = set()
    length, first, last = 0, None, None
    for number, line in _parsed(path):
        if last is not None and line.at < last:
            raise BadLog(f"line {number}: {line.at.isoformat()} is earlier than the line before")
        _checked(line, number, check)
        services.add(line.about)
        first, last, length = first or line.at, line.at, length + 1
    if first is None or last is None:
        raise BadLog("the log is empty")
    return Log(
        path, frozenset(services), length, first, last, lambda: (line for _, line in _parsed(path))
    )


def _checked(line: LogLine, number: int, check: Callable[[LogLine], None]) -> None:
    if line.at.tzinfo is None:
        raise BadLog(f"line {number}: {line.at.isoformat()} says no time zone")
    if not line.about:
        raise BadLog(f"line {number}: names no service")
    try:
        check(line)
    except ValueError as error:
        raise BadLog(f"line {number}: {error}") from error


def _open(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        zipped = file.read(2) == GZIP_MAGIC
    return cast(BinaryIO, gzip.open(path, "rb")) if zipped else path.open("rb")


def _parsed(path: Path) -> Iterator[tuple[int, LogLine]]:
    decode = msgspec.json.Decoder(LogLine).decode
    with _open(path) as file:
        for number, text in enumerate(file, start=1):
            if not text.strip():
                continue
            try:
                yield number, decode(text)
            except msgspec.MsgspecError as error:
                raise BadLog(f"line {number}: {error}") from error


# A CSV row: line number, start of the bucket, count.
Row = tuple[int, datetime, int]


def _read_counts(path: Path, check: Callable[[LogLine], None]) -> Log:
    """Each count becomes that many reports of distinct reporters, spread over the bucket."""
    by_service: dict[str, list[Row]] = {}
    with _open(path) as file:
        rows = csv.reader(line.decode("utf-8") for line in file)
        if next(rows, None) != CSV_HEADER:
            raise BadLog(f"line 1: the header is not {','.join(CSV_HEADER)}")
        for number, row in enumerate(rows, start=2):
            service, start, count = _counted(row, number)
            _checked(LogLine(at=start, service=service), number, check)
            by_service.setdefault(service, []).append((number, start, count))
    if not by_service:
        raise BadLog("the log is empty")
    for counted in by_service.values():
        counted.sort(key=lambda row: row[1])
    widths = {service: _width(service, counted) for service, counted in by_service.items()}
    return Log(
        path=path,
        services=frozenset(by_service),
        length=sum(count for counted in by_service.values() for _, _, count in counted),
        first=min(counted[0][1] for counted in by_service.values()),
        last=max(counted[-1][1] + widths[service] for service, counted in by_service.items()),
        lines=lambda: heapq.merge(
            *(_spread(s, counted, widths[s]) for s, counted in sorted(by_service.items())),
            key=lambda line: line.at,
        ),
    )


def _counted(row: list[str], number: int) -> tuple[str, datetime, int]:
    try:
        service, start, count = row
        at = datetime.fromisoformat(start)
        n = int(count)
    except ValueError as error:
        raise BadLog(f"line {number}: {error}") from error
    if n < 0:
        raise BadLog(f"line {number}: a count of {n}")
    return service, at if at.tzinfo else at.replace(tzinfo=UTC), n


def _width(service: str, rows: list[Row]) -> timedelta:
    """The smallest gap between two buckets of a service; a minute where there is only one."""
    gaps = [b[1] - a[1] for a, b in pairwise(rows)]
    for (number, _, _), gap in zip(rows[1:], gaps, strict=True):
        if not gap:
            raise BadLog(f"line {number}: {service} has this bucket twice")
    return min(gaps, default=timedelta(minutes=1))


def _spread(service: str, rows: Iterable[Row], width: timedelta) -> Iterator[LogLine]:
    for _, start, count in rows:
        for k in range(count):
            yield LogLine(at=start + width * ((k + 0.5) / count), service=service)
