"""Outages from the record, simulated, by the letter or name that `simulate --scenario` takes."""

from collections.abc import Mapping

from outages.replays.scenarios import carriers, delivery, doubtful
from outages.replays.scenarios.scenario import Scenario

SCENARIOS: Mapping[str, Scenario] = {
    scenario.name.lower(): scenario
    for scenario in (
        carriers.A,
        carriers.B,
        delivery.C,
        doubtful.E,
        doubtful.F,
        doubtful.G,
        doubtful.H,
    )
}
