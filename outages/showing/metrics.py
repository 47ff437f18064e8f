"""An instance in numbers: what became of reports, what waits, who works, what is down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from outages.models import Incident
from outages.showing.condition import Away, Condition, DatabaseFacts, ValkeyFacts
from reports import progress
from reports.fitness import unfit
from reports.models import Tally

# Fields of the inbox's tally that are no answer to somebody who reports.
DISCARDED = "discarded"
DEAD = "dead"
SETTLED = "settled"


@dataclass(frozen=True, kw_only=True)
class Metric:
    """One metric with its samples: label values, in the order of `labels`, and a number.

    `counts`: it only grows, until its store is lost.
    """

    name: str
    says: str
    labels: tuple[str, ...] = ()
    samples: Mapping[tuple[str, ...], float]
    counts: bool = False


def metrics(condition: Condition, *, now: datetime) -> list[Metric]:
    """Everything that is known; of a part that is away only that it is.

    Reports accepted by way of the inbox = settled + waiting + dead, at any time.
    """
    valkey, database = condition.valkey, condition.database
    found = [
        Metric(
            name="up",
            says="1 when the part answered within a second",
            labels=("part",),
            samples={
                ("valkey",): float(not isinstance(valkey, Away)),
                ("database",): float(not isinstance(database, Away)),
            },
        ),
        _answers(valkey, database),
    ]
    if not isinstance(valkey, Away):
        found += _of_valkey(valkey, now=now)
    if not isinstance(database, Away):
        found += _of_database(database, now=now)
    return found


def _answers(valkey: ValkeyFacts | Away, database: DatabaseFacts | Away) -> Metric:
    samples: dict[tuple[str, ...], float] = {}
    if not isinstance(valkey, Away):
        for name, n in valkey.tally.items():
            outcome, _, reason = name.partition(":")
            if outcome not in (DISCARDED, DEAD, SETTLED):
                samples[outcome, reason, "inbox"] = n
    if not isinstance(database, Away):
        accepted = database.tally.get(Tally.Name.ACCEPTED, 0)
        samples["accepted", "", "database"] = accepted
    return Metric(
        name="reports",
        says="What reports were answered; by way of the inbox, or of the database while it is away",
        labels=("outcome", "reason", "way"),
        samples=samples,
        counts=True,
    )


def _of_valkey(valkey: ValkeyFacts, *, now: datetime) -> Iterator[Metric]:
    discarded: dict[tuple[str, ...], float] = {
        (reason,): n
        for name, n in valkey.tally.items()
        for outcome, _, reason in (name.partition(":"),)
        if outcome == DISCARDED
    }
    yield Metric(
        name="reports_discarded",
        says="Accepted reports that weigh nothing, by why",
        labels=("reason",),
        samples=discarded,
        counts=True,
    )
    yield Metric(
        name="reports_settled",
        says="Accepted reports that left the inbox: stored, or found to be stored already",
        samples={(): valkey.tally.get(SETTLED, 0)},
        counts=True,
    )
    yield _one("reports_waiting", "Accepted reports that are not stored yet", valkey.waiting)
    yield _one("reports_dead", "Accepted reports that can never be stored", valkey.dead)
    yield _one(
        "oldest_waiting_seconds",
        "How long the oldest report has waited to be stored; 0 when none waits",
        _age(valkey.oldest_waiting, now=now) if valkey.oldest_waiting else 0,
    )
    yield Metric(
        name="progress_age_seconds",
        says="How long ago a tick was sent (beat), was heard, or came to its end (done)",
        labels=("tick",),
        # Of workers only what they did counts: their names are made up at each start.
        samples={
            (tick,): _age(moment, now=now)
            for tick, moment in sorted(valkey.progress.items())
            if not tick.startswith(progress.WORKER)
        },
    )
    yield _one(
        "valkey_fit",
        "1 when reports may wait in this Valkey: all on disk, none evicted, room left",
        float(not unfit(valkey.info)),
    )
    yield Metric(
        name="valkey_appendfsync",
        says="When Valkey writes accepted reports to disk",
        labels=("mode",),
        samples={(valkey.appendfsync or "unknown",): 1},
    )


def _of_database(database: DatabaseFacts, *, now: datetime) -> Iterator[Metric]:
    yield Metric(
        name="reports_stored",
        says="Reports that came to the database: new ones, and those that were there already",
        labels=("outcome",),
        samples={
            (name.value,): database.tally.get(name, 0)
            for name in (Tally.Name.STORED, Tally.Name.REPEATED)
        },
        counts=True,
    )
    fresh = database.fresh
    if fresh.data_until is not None:
        yield _one(
            "data_until_age_seconds",
            "How old what pages show is: every report received before is in",
            _age(fresh.data_until, now=now),
        )
    yield _one("stale", "1 when pages say that their data are old", float(fresh.stale))
    yield Metric(
        name="incidents_ongoing",
        says="Incidents that are ongoing, by severity",
        labels=("severity",),
        samples={
            (severity.value,): database.ongoing.get(severity, 0) for severity in Incident.Severity
        },
    )
    yield Metric(
        name="status_page_looks",
        says="How often an operator's own status page was read, or could not be",
        labels=("outcome",),
        samples={(outcome,): database.looks.get(outcome, 0) for outcome in ("ok", "failed")},
        counts=True,
    )


def _one(name: str, says: str, value: float) -> Metric:
    return Metric(name=name, says=says, samples={(): value})


def _age(moment: datetime, *, now: datetime) -> float:
    """Seconds since; a clock that is a little behind makes it no younger than new."""
    return max(0.0, (now - moment).total_seconds())
