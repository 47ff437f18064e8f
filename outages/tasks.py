"""Door: the watch's tick, the daily fit that it goes by, status pages, what is forgotten."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from celery import Task, shared_task
from django.conf import settings
from django.utils import timezone

from outages import retention
from outages.following import pulling
from outages.judging import expectation
from outages.watch import tick
from reports import progress
from reports.inbox import default_inbox


@shared_task(name="outages.watch", bind=True)
def watch(self: "Task[[], None]") -> None:
    inbox = default_inbox()
    # The clock that reports are dated by: a step of this host's own must not complete a minute.
    now = inbox.time()
    progress.heard(inbox.client, "watch", worker=self.request.hostname, now=now)
    with _alone("watch") as first:
        if first:
            tick(now=now, inbox=inbox)
            progress.done(inbox.client, "watch", now=inbox.time())


@shared_task(name="outages.fit")
def fit() -> None:
    """Beside the tick: learning what is usual takes minutes where there are many series."""
    with _alone("fit") as first:
        if first:
            expectation.ensure_today(now=default_inbox().time())


@shared_task(name="outages.follow")
def follow() -> None:
    if not settings.FOLLOW_STATUS_PAGES:
        return
    with _alone("follow") as first:
        if first:
            pulling.pull(now=timezone.now(), allow=settings.OUTBOUND_ALLOW)


@shared_task(name="outages.forget")
def forget() -> None:
    retention.forget(now=timezone.now())


@contextmanager
def _alone(name: str) -> Iterator[bool]:
    """Is no other task of this name at work on this host? Holds others off while the block runs.

    A task can take longer than its interval: the next would do the same work beside it, and in time
    no process of the worker would be left to store reports.
    """
    folder = settings.DATA_DIR / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
