"""The one clock reading of a request: who asks first takes it, all others see the same."""

from datetime import datetime

from django.http import HttpRequest

from reports import clock

KEPT_AS = "brownout.moment"


def moment_of(request: HttpRequest) -> datetime:
    moment: datetime = request.META.setdefault(KEPT_AS, clock.now())
    return moment
