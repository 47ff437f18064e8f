"""Door: the watch's tick."""

from celery import Task, shared_task
from django.utils import timezone

from outages.watch import tick
from reports import progress
from reports.inbox import default_inbox


@shared_task(name="outages.watch", bind=True)
def watch(self: "Task[[], None]") -> None:
    inbox = default_inbox()
    now = timezone.now()
    progress.heard(inbox.client, "watch", worker=self.request.hostname, now=now)
    # The clock that reports are dated by: a step of this host's own must not complete a minute.
    tick(now=inbox.time(), inbox=inbox)
    progress.done(inbox.client, "watch", now=timezone.now())
