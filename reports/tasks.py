"""Door: Celery's ticks. They carry no report and may run twice."""

import os
import socket

from celery import Task, shared_task
from django.utils import timezone

from reports import draining, progress, recalling, retention, suspecting
from reports.inbox import default_inbox


@shared_task(name="reports.store", bind=True)
def store(self: "Task[[], None]") -> None:
    inbox = default_inbox()
    now = inbox.time()
    progress.heard(inbox.client, "store", worker=self.request.hostname, now=now)
    recalling.recall(inbox, now=now)
    draining.drain(inbox, consumer=f"{socket.gethostname()}-{os.getpid()}")
    progress.done(inbox.client, "store", now=inbox.time())


@shared_task(name="reports.forget")
def forget() -> None:
    retention.forget(now=timezone.now())


@shared_task(name="reports.suspect")
def suspect() -> None:
    suspecting.suspect(now=timezone.now())
