"""Health pair: /healthz says that the process lives, /readyz that one can rely on what it shows."""

from datetime import datetime

import redis
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from outages import board
from outages.pages.moment import moment_of
from reports.inbox import default_inbox

FINE = "ok"


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    now = moment_of(request)
    database = _database()
    checks = {
        "database": database,
        "valkey": _valkey(),
        "board": _board(now) if database == FINE else "unknown: the database does not answer",
    }
    ready = all(says == FINE for says in checks.values())
    response = JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)
    if not ready:
        response["Retry-After"] = "10"
    return response


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError as error:
        return _why(error)
    return FINE


def _valkey() -> str:
    try:
        default_inbox().client.ping()
    except redis.exceptions.RedisError as error:
        return _why(error)
    return FINE


def _board(now: datetime) -> str:
    try:
        fresh = board.freshness(now=now)
    except DatabaseError as error:
        return _why(error)
    if not fresh.stale:
        return FINE
    if fresh.data_until is None:
        return "stale: nothing has been watched yet"
    return f"stale: data until {fresh.data_until:%Y-%m-%dT%H:%M:%SZ}"


def _why(error: Exception) -> str:
    # The kind of error only: its text may hold a host name or a path.
    return f"does not answer ({type(error).__name__})"
