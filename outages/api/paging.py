"""Cursor pages: {"next", "previous", "results"}, with opaque cursors."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from rest_framework.request import Request

from outages.api import parameters
from outages.api.problems import BadParameter

PREFIX = b"at:"


def page(request: Request, rows: Any, show: Callable[[Any], Any] = lambda row: row) -> dict[str, Any]:
    """One page of rows (a list or a query set), each as `show` gives it."""
    size = parameters.limit(request)
    start = _start(request)
    found = list(rows[start : start + size + 1])
    more = len(found) > size
    return {
        "next": _link(request, start + size) if more else None,
        "previous": _link(request, max(0, start - size)) if start else None,
        "results": [show(row) for row in found[:size]],
    }


def _start(request: Request) -> int:
    cursor = request.query_params.get("cursor")
    if not cursor:
        return 0
    try:
        text = urlsafe_b64decode(cursor.encode())
        if not text.startswith(PREFIX):
            raise ValueError
        return max(0, int(text.removeprefix(PREFIX)))
    except ValueError as error:
        raise BadParameter(field="cursor", message="take it from “next” or “previous”") from error


def _link(request: Request, start: int) -> str:
    query = QueryDict(mutable=True)
    query.update(request.query_params)
    query["cursor"] = urlsafe_b64encode(PREFIX + str(start).encode()).decode()
    return str(request.build_absolute_uri(f"{request.path}?{query.urlencode()}"))
