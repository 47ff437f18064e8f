"""Door: the watch's tick."""

from celery import shared_task
from django.utils import timezone

from outages.watch import tick
from reports.inbox import default_inbox


@shared_task(name="outages.watch")
def watch() -> None:
    tick(now=timezone.now(), inbox=default_inbox())
