"""Celery's clock, which notes its ticks and goes on after the machine's time was set back."""

from typing import Any

from celery.beat import PersistentScheduler, ScheduleEntry
from django.conf import settings
from django.utils import timezone

from outages.instance.programs import TICKS
from reports import progress

# With no worker there to hear them, ticks would fill Valkey's memory, where reports wait. All but
# the last few have expired by then.
MOST_WAITING = 60


class NotingScheduler(PersistentScheduler):
    """Notes each tick that it has published, so that a hung clock is seen."""

    def setup_schedule(self) -> None:
        """After a machine's clock was set back, its file says that ticks ran in times to come: they
        count from now on, else the clock would be silent for as long as the time was wrong."""
        super().setup_schedule()
        for entry in self.schedule.values():
            here = entry.default_now()
            if entry.last_run_at is None or entry.last_run_at > here:
                entry.last_run_at = here

    def apply_async(self, entry: ScheduleEntry, *args: Any, **kwargs: Any) -> Any:
        client = progress.connect(settings.REDIS_URL)
        published = None
        if client.llen(TICKS) < MOST_WAITING:
            published = super().apply_async(entry, *args, **kwargs)
        progress.note(client, progress.BEAT, now=timezone.now())
        return published
