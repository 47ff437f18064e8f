"""What the instance was doing when a fault went wrong, so that a failure explains itself."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

import redis

from outages.instance.programs import PROGRAMS, TICKS
from reports import progress
from reports.inbox import GROUP, STREAM
from tests.faults import processes
from tests.faults.stack import Stack

# Of what the instance said last, so many different lines from each who speaks.
LINES_EACH = 4
# Longer than what is said in one fault, tracebacks included.
LATELY = 2000
WIDTH = 200
MOMENTS = 12
# "2026-11-24 23:49:28,123 WARNING reports.inlet: …", or the keeper's, which has no name in it.
SAID = re.compile(r"(?P<time>\d{4}-\S+ (?P<clock>\d\d:\d\d:\d\d)\S*) (?P<text>\w+ (?P<who>\S+).*)")
KEEPER = "keeper"


def found(stack: Stack) -> list[str]:
    """Lines for whoever looks into it: each process, what Valkey knows of them, what they said."""
    return [*_processes(stack), *_ticks(stack), *last_words(stack.instance.said)]


def _processes(stack: Stack) -> Iterator[str]:
    """Every process below the keeper, as attendants stand above what leads a program."""
    for name in PROGRAMS:
        if not stack.members(name):
            yield f"{name}: no process"
    for pid in processes.descendants(stack.instance.process.pid):
        with suppress(OSError):
            after = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            place = Path(f"/proc/{pid}/wchan").read_text()
            yield (
                f"{pid} under {after[1]}, {after[0]} {place}, {_seconds(after)} s of work:"
                f" {processes.command(pid)[:WIDTH]}"
            )


def _seconds(after: Sequence[str]) -> int:
    """Of a processor's time, from what stands in /proc after the name."""
    return (int(after[11]) + int(after[12])) // 100


def _ticks(stack: Stack) -> Iterator[str]:
    try:
        with stack.valkey() as client:
            now = datetime.now(UTC)
            moments = sorted(progress.read(client).items(), key=itemgetter(1), reverse=True)
            # Each worker that ever was has a field: those that are gone stand last.
            for name, moment in moments[:MOMENTS]:
                yield f"{name}: {(now - moment).total_seconds():.1f} s ago"
            yield f"{client.llen(TICKS)} ticks and {client.xlen(STREAM)} reports wait"
            yield f"taken: {client.xpending(STREAM, GROUP)}"
    except redis.exceptions.RedisError as error:
        yield f"Valkey does not say more: {type(error).__name__}: {error}"


def last_words(said: Sequence[str]) -> list[str]:
    """The last different lines of each who speaks, in the order in which they were said last."""
    lines: dict[str, tuple[int, str, str]] = {}
    for place, line in enumerate(said[-LATELY:]):
        text, who, shown = _read(line.rstrip())
        if text:
            lines[text] = (place, who, shown)
    kept: dict[str, int] = {}
    latest = []
    for _, who, shown in sorted(lines.values(), reverse=True):
        kept[who] = kept.get(who, 0) + 1
        if kept[who] <= LINES_EACH:
            latest.append(f"| {shown[:WIDTH]}")
    return latest[::-1]


def _read(line: str) -> tuple[str, str, str]:
    """What a line says without its time, who says it, and the line in short; empty for the inside
    of a traceback."""
    if match := SAID.match(line):
        who = match["who"].rstrip(":")
        return match["text"], who if "." in who else KEEPER, f"{match['clock']} {match['text']}"
    if not line or line[0].isspace() or line.startswith(("Traceback", "During", "['")):
        return "", "", ""
    return line, line.partition(" ")[0], line
