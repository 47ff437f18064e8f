"""The printed table: one aligned line a fault, and what was not as promised beneath it."""

from dataclasses import asdict

import msgspec

from tests.faults.scene import Line

TITLE_WIDTH = 54
COLUMNS = ("sent", "acknowledged", "stored", "lost", "doubled", "p99 ms")
HEAD = "  ".join(
    (f"{'fault':7}", f"{'what is done':{TITLE_WIDTH}}", f"{'fsync':8}", *COLUMNS, "verdict", "s")
)


def row(line: Line) -> str:
    numbers = (line.sent, line.acknowledged, line.stored, line.lost, line.doubled, line.p99_ms)
    cells = [f"{n:>{len(name)}}" for n, name in zip(numbers, COLUMNS, strict=True)]
    verdict = "ok" if line.ok else "FAILED"
    parts = (
        f"{line.fault:7}",
        f"{line.title:{TITLE_WIDTH}}",
        f"{line.fsync:8}",
        *cells,
        f"{verdict:7}",
        f"{line.seconds:.0f}",
    )
    text = "  ".join(parts)
    if line.extra:
        text += f"\n         {line.extra}"
    wrong = [*line.broken, *(f"{slow} (time and service)" for slow in line.slow)]
    return text + "".join(f"\n         NOT AS PROMISED: {one}" for one in wrong)


def as_json(line: Line) -> str:
    return msgspec.json.encode(asdict(line) | {"ok": line.ok}).decode()
