"""Outages from the record, simulated, by the letter or name that `simulate --scenario` takes."""

from collections.abc import Mapping

from outages.replays.scenarios import carriers, delivery, doubtful, founding, nothing, shared
from outages.replays.scenarios.scenario import Scenario

SCENARIOS: Mapping[str, Scenario] = {
    scenario.name.lower(): scenario
    for scenario in (
        carriers.A,
        carriers.B,
        delivery.C,
        shared.D,
        doubtful.E,
        doubtful.F,
        doubtful.G,
        doubtful.H,
        nothing.I,
        nothing.J,
        shared.K,
        shared.L,
        *founding.FOUNDING,
    )
}
