"""Explanations to be read: simulated outages, replayed up to a moment, and what their pages say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from outages.replays.scenarios import SCENARIOS
from reports.buckets import minute_of

DAYS, SEED = 10, 7
START = minute_of(datetime.fromisoformat("2026-03-02T00:00:00Z"))


@dataclass(frozen=True, kw_only=True)
class Example:
    """The incident of `service` in a scenario, read `after` so many minutes from its beginning at
    `hour` UTC; `size`: how much of what is on record, so that a replay stays short;
    `with_notices`: the operator says what it says."""

    scenario: str
    service: str
    after: int
    hour: int = 12
    size: float = 1.0
    with_notices: bool = True

    def log(self) -> Any:
        """Lines of the report log, up to the moment at which the page is read."""
        return SCENARIOS[self.scenario].lines(
            start=START + 60 * self.hour,
            days=DAYS,
            seed=SEED,
            size=self.size,
            minutes=self.after,
            with_notices=self.with_notices,
        )


EXAMPLES: Sequence[Example] = (
    Example(scenario="k", service="whatsapp", after=45, hour=15, size=0.3),
    Example(scenario="a", service="att", after=90, hour=9, size=0.2),
    Example(scenario="c", service="chatgpt", after=60, hour=12, size=0.01),
    Example(scenario="l", service="movistar", after=60, hour=11, size=0.5),
    Example(
        scenario="whatsapp-overload", service="whatsapp", after=90, hour=19, with_notices=False
    ),
    Example(scenario="whatsapp-bad-update", service="whatsapp", after=90, hour=16),
    Example(scenario="whatsapp-maintenance", service="whatsapp", after=45, hour=3),
    Example(scenario="whatsapp-data-centre-power", service="whatsapp", after=60, hour=8),
    Example(scenario="whatsapp-ddos", service="whatsapp", after=100, hour=14),
    Example(
        scenario="whatsapp-server-fault", service="whatsapp", after=400, hour=10, with_notices=False
    ),
)


def written(shown: Sequence[tuple[Example, dict[str, Any]]], *, command: str) -> str:
    """The examples with what their pages say (incidents in the form of the API), as Markdown."""
    parts = [
        "# Ten explanations",
        f"Written by `{command}`: outages of the record and of the founding article, simulated by"
        " `manage.py simulate`, replayed with `manage.py replay`, and what the incident's page says"
        " at the time given. None of this happened.",
    ]
    for number, (example, incident) in enumerate(shown, start=1):
        name, verb = incident["service_name"], "is"
        if incident["state"] != "ongoing":
            verb = "was"
        parts += [
            f"## {number}. Why {verb} {name} down?",
            f"{SCENARIOS[example.scenario].says}. Read {example.after} minutes after it began"
            f"{_silence(example)}, with {DAYS} days of ordinary reports before.",
            "**Briefly.** " + incident["explanation"]["brief"],
            "**In detail.** " + "\n\n".join(incident["explanation"]["detail"]),
        ]
    return "\n\n".join(parts) + "\n"


def incident_of(example: Example, path: Path, incidents: Sequence[dict[str, Any]]) -> Any:
    """The example's incident among those that the replay of its log (`path`) found."""
    its = [one for one in incidents if one["service"] == example.service]
    if not its:
        raise LookupError(f"the replay of {path.name} declared nothing for {example.service}")
    return its[-1]


def _silence(example: Example) -> str:
    return "" if example.with_notices else " (here the operator says nothing)"
