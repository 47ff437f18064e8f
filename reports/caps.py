"""The script's limits while there is no script: kept in this process, for one window."""

from collections import defaultdict
from uuid import UUID

from reports.buckets import window_of
from reports.messages import Arrival, NewReport


class Caps:
    """What addresses and prefixes have used up in the window of the latest report."""

    def __init__(self) -> None:
        self._window = 0
        self._services: dict[str, set[str]] = defaultdict(set)
        self._votes: dict[tuple[str, str, UUID], int] = defaultdict(int)

    def may_report(self, arrival: Arrival, *, most: int) -> bool:
        """Whether the address has named at most `most` services so far, this one included."""
        if not arrival.quota_of:
            return True
        self._turn(arrival.report)
        named = self._services[arrival.quota_of]
        if arrival.report.service not in named and len(named) >= most:
            return False
        named.add(arrival.report.service)
        return True

    def may_weigh(self, report: NewReport, *, most: int) -> bool:
        """Whether the prefix has had fewer than `most` votes about the service so far."""
        if report.prefix is None or report.discard:
            return True
        self._turn(report)
        block = (report.service, report.kind, report.prefix)
        self._votes[block] += 1
        return self._votes[block] <= most

    def _turn(self, report: NewReport) -> None:
        window = window_of(report.received)
        if window > self._window:
            self._window = window
            self._services.clear()
            self._votes.clear()
