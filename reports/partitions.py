"""Reports in a table a day, on PostgreSQL: an old day is dropped whole, not deleted row by row.

A report's key begins with its window, so a day is a range of keys. SQLite has one table, and every
function here does nothing there.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime

from django.db import DatabaseError, OperationalError, connection, transaction

from reports.buckets import DAY_MINUTES
from reports.kept import on_forget
from reports.models import Report
from reports.reporter import first_key

TABLE = Report._meta.db_table
# A number of our own for pg_advisory_xact_lock: one process at a time makes or drops a table.
LOCK = 0x6272_6F77
# How long a drop waits for the readers of the table before it leaves it to the next tick.
PATIENCE = "2s"
# PostgreSQL's code for a row that no partition takes; the same as for a broken check.
CHECK_VIOLATION = "23514"

_there: set[int] = set()
on_forget(_there.clear)


def ensure(minutes: Iterable[int]) -> None:
    """Have a table for the day of each minute, and for the day after the latest.

    Made under a lock, beside the running reads and writes; what this process knows to be there is
    not asked for again.
    """
    if connection.vendor != "postgresql":
        return
    days = {minute // DAY_MINUTES for minute in minutes}
    if days:
        days.add(max(days) + 1)
    for day in sorted(days - _there):
        _make(day)
        _there.add(day)


def is_missing(error: DatabaseError) -> bool:
    """Whether an insert failed only because its day has no table: made anew it will succeed."""
    cause = error.__cause__
    if getattr(cause, "sqlstate", None) != CHECK_VIOLATION:
        return False
    _there.clear()
    # A check that is broken has a name, a partition that is missing has none.
    diagnosis = getattr(cause, "diag", None)
    return diagnosis is not None and diagnosis.constraint_name is None


def drop(*, before: int) -> int:
    """Drop the tables of days that ended before a minute; gives how many rows were in them.

    One that is being read is left to the next time.
    """
    if connection.vendor != "postgresql":
        return 0
    last = before // DAY_MINUTES
    old = [name for day, name in _tables().items() if day < last]
    dropped = 0
    for name in old:
        with suppress(OperationalError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
            cursor.execute(f"SELECT count(*) FROM {name}")
            (rows,) = cursor.fetchone()
            cursor.execute(f"DROP TABLE {name}")
            dropped += rows
    _there.clear()
    return dropped


def _tables() -> dict[int, str]:
    """Day number → name of its table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass",
            [TABLE],
        )
        names = [name for (name,) in cursor.fetchall()]
    return {_day_of(name): name for name in names}


def _make(day: int) -> None:
    name = _name(day)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("SELECT to_regclass(%s)", [name])
        if cursor.fetchone() != (None,):
            return
        # Made apart and then attached: to make it in its place would stop all readers meanwhile.
        cursor.execute(
            f"CREATE TABLE {name} (LIKE {TABLE} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
        )
        first, end = first_key(day * DAY_MINUTES), first_key((day + 1) * DAY_MINUTES)
        cursor.execute(
            f"ALTER TABLE {TABLE} ATTACH PARTITION {name} FOR VALUES FROM ('{first}') TO ('{end}')"
        )


def _name(day: int) -> str:
    at = datetime.fromtimestamp(day * DAY_MINUTES * 60, tz=UTC)
    return f"{TABLE}_{at:%Y%m%d}"


def _day_of(name: str) -> int:
    digits = name.rsplit("_", 1)[1]
    day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return day.toordinal() - date(1970, 1, 1).toordinal()
