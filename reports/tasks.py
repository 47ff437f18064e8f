"""Door: Celery's ticks. They carry no report and may run twice."""

import os
import socket

from celery import shared_task
from django.utils import timezone

from reports import draining, retention
from reports.inbox import default_inbox


@shared_task(name="reports.store")
def store() -> None:
    draining.drain(default_inbox(), consumer=f"{socket.gethostname()}-{os.getpid()}")


@shared_task(name="reports.forget")
def forget() -> None:
    retention.forget(now=timezone.now())
