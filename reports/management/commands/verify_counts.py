"""Door: compare the counts with their rows."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from reports.buckets import time_of
from reports.recounting import differences, kept_since


class Command(BaseCommand):
    help = "Recount from the rows that are kept; print each count that differs. Exit 1 if any does."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        since = kept_since(now=now)
        self.stdout.write(f"rows kept from {time_of(since).isoformat()} to {now.isoformat()}")
        found = 0
        for difference in differences(since=since):
            found += 1
            self.stdout.write(
                f"{difference.table} {difference.key}: "
                f"counted {difference.counted}, rows say {difference.rows}"
            )
        self.stdout.write(f"{found} differences")
        if found:
            sys.exit(1)
