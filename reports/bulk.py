"""Insert many rows in one statement, on PostgreSQL and on SQLite alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db import connection


@dataclass(frozen=True)
class Column:
    """A column's name and its PostgreSQL type (SQLite needs none)."""

    name: str
    type: str


def insert(
    *,
    table: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Any]],
    conflict: str,
    returning: str | None = None,
) -> list[tuple[Any, ...]]:
    """One INSERT … SELECT … ON CONFLICT over all rows; gives the RETURNING tuples.

    PostgreSQL takes the rows as one array a column (unnest), SQLite as one JSON text (json_each):
    the statement is the same for one row and for thousands. An empty `rows` is no statement at all.
    """
    if not rows:
        return []
    names = ", ".join(column.name for column in columns)
    source, parameters = _SOURCES[connection.vendor](columns, rows)
    sql = f"INSERT INTO {table} AS old ({names}) {source} ON CONFLICT {conflict}"
    if returning:
        sql += f" RETURNING {returning}"
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if returning else []


Source = tuple[str, list[Any]]


def _from_arrays(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> Source:
    arrays = [list(values) for values in zip(*rows, strict=True)]
    casts = ", ".join(f"%s::{column.type}[]" for column in columns)
    return f"SELECT * FROM unnest({casts})", arrays


def _from_json(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> Source:
    picks = ", ".join(f"json_extract(value, '$[{i}]')" for i in range(len(columns)))
    # "WHERE true" parts the join from ON CONFLICT, as SQLite's grammar asks.
    return f"SELECT {picks} FROM json_each(%s) WHERE true", [msgspec.json.encode(rows).decode()]


_SOURCES: dict[str, Callable[[Sequence[Column], Sequence[Sequence[Any]]], Source]] = {
    "postgresql": _from_arrays,
    "sqlite": _from_json,
}
