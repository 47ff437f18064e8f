"""Cursor pages: {"next", "previous", "results"}. A cursor names the row that a page follows or
precedes, so that what is new on top neither doubles nor hides a row."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db.models import Q, QuerySet
from django.http import QueryDict
from rest_framework.request import Request

from outages.api import parameters
from outages.api.problems import BadParameter

Key = tuple[Any, ...]
Show = Callable[[Any], Any]
LARGEST_ID = 2**63 - 1
AFTER, BEFORE = "after", "before"


class Rows(Protocol):
    """Rows in the order of a key. `after` and `before` give those next to a key, nearest first;
    `after(None)` the first of all. `read` turns a cursor's key into one, or raises ValueError."""

    def key(self, row: Any) -> Key: ...

    def read(self, key: Sequence[Any]) -> Key: ...

    def after(self, key: Key | None, most: int) -> list[Any]: ...

    def before(self, key: Key, most: int) -> list[Any]: ...


@dataclass(frozen=True)
class Listed:
    """Rows of a sorted list; `key_of` gives what it is sorted by, of the given `types`."""

    rows: Sequence[Any]
    key_of: Callable[[Any], Key]
    types: tuple[type, ...]

    def key(self, row: Any) -> Key:
        return self.key_of(row)

    def read(self, key: Sequence[Any]) -> Key:
        if tuple(map(type, key)) != self.types:
            raise ValueError("another list's key")
        return tuple(key)

    def after(self, key: Key | None, most: int) -> list[Any]:
        start = 0 if key is None else bisect_right(self.rows, key, key=self.key_of)
        return list(self.rows[start : start + most])

    def before(self, key: Key, most: int) -> list[Any]:
        end = bisect_left(self.rows, key, key=self.key_of)
        return list(reversed(self.rows[max(0, end - most) : end]))


@dataclass(frozen=True)
class Newest:
    """Rows of the database, newest first; their key is a time of theirs, and their id."""

    rows: QuerySet[Any]
    time: str

    def key(self, row: Any) -> Key:
        return getattr(row, self.time).isoformat(), row.pk

    def read(self, key: Sequence[Any]) -> Key:
        at, id_ = key
        moment = datetime.fromisoformat(str(at))
        if moment.tzinfo is None:
            raise ValueError("a time without a zone")
        if not 0 < int(id_) <= LARGEST_ID:
            raise ValueError("no id")
        return moment, int(id_)

    def after(self, key: Key | None, most: int) -> list[Any]:
        found = self.rows if key is None else self.rows.filter(self._beside(key, "lt"))
        return list(found.order_by(f"-{self.time}", "-id")[:most])

    def before(self, key: Key, most: int) -> list[Any]:
        newer = self.rows.filter(self._beside(key, "gt"))
        return list(newer.order_by(self.time, "id")[:most])

    def _beside(self, key: Key, way: str) -> Q:
        at, id_ = key
        return Q(**{f"{self.time}__{way}": at}) | Q(**{self.time: at, f"id__{way}": id_})


def page(
    request: Request,
    rows: Rows,
    show: Show = lambda row: row,
    *,
    usual: int = parameters.USUAL_PAGE,
) -> dict[str, Any]:
    """One page, each row as `show` gives it, of `usual` rows unless another limit is asked for."""
    size = parameters.limit(request, usual=usual)
    direction, key = _cursor(request, rows)
    if key is None or direction == AFTER:
        found = rows.after(key, size + 1)
    else:
        found = rows.before(key, size + 1)
    here, goes_on = found[:size], len(found) > size
    if direction == BEFORE:
        here.reverse()
    has_next = goes_on if direction == AFTER else bool(here)
    has_previous = goes_on if direction == BEFORE else key is not None and bool(here)
    return {
        "next": _link(request, AFTER, rows.key(here[-1])) if has_next else None,
        "previous": _link(request, BEFORE, rows.key(here[0])) if has_previous else None,
        "results": [show(row) for row in here],
    }


def _cursor(request: Request, rows: Rows) -> tuple[str, Key | None]:
    cursor = request.query_params.get("cursor")
    if not cursor:
        return AFTER, None
    try:
        direction, key = json.loads(urlsafe_b64decode(cursor.encode()))
        if direction not in (AFTER, BEFORE):
            raise ValueError(direction)
        return direction, rows.read(key)
    except (TypeError, ValueError) as error:
        message = "take it from “next” or “previous” of the same list"
        raise BadParameter(field="cursor", message=message) from error


def _link(request: Request, direction: str, key: Key) -> str:
    query = QueryDict(mutable=True)
    query.update(request.query_params)
    text = json.dumps([direction, key], separators=(",", ":"))
    query["cursor"] = urlsafe_b64encode(text.encode()).decode()
    return str(request.build_absolute_uri(f"{request.path}?{query.urlencode()}"))
