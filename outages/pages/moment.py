"""The one clock reading of a request: who asks first takes it, all others see the same."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

KEPT_AS = "brownout.moment"


def moment_of(request: HttpRequest) -> datetime:
    moment: datetime = request.META.setdefault(KEPT_AS, timezone.now())
    return moment
