"""The one clock reading of a request, and how fresh the data was then: who asks first takes it, all
others see the same."""

from datetime import datetime

from django.http import HttpRequest

from outages import board
from reports import clock

KEPT_AS, FRESH_KEPT_AS = "brownout.moment", "brownout.freshness"


def moment_of(request: HttpRequest) -> datetime:
    moment: datetime = request.META.setdefault(KEPT_AS, clock.now())
    return moment


def fresh_of(request: HttpRequest) -> board.Freshness:
    """Raises what reading the database does."""
    found: board.Freshness | None = request.META.get(FRESH_KEPT_AS)
    if found is None:
        found = request.META[FRESH_KEPT_AS] = board.freshness(now=moment_of(request))
    return found
