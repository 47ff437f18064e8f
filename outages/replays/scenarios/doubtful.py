"""What looks like an outage and is none, or only a part of one."""

from typing import Any

from outages.replays.homes import homes
from outages.replays.scenarios.scenario import Happening, Moment, Scenario
from outages.replays.simulating import Outage, notice
from reports.buckets import time_of

# Where spikes, floods and single reports come from: one provider's network, not known to be whose.
SOMEBODYS = 64666
# A state with about 2 % of the people of its country.
SMALL_STATES = ("US-WA", "US-TN", "US-MD", "US-CO", "US-VA")


def _denied(moment: Moment) -> Happening:
    """A few more than usual for three quarters of an hour; the operator sees nothing."""
    spike = Outage(
        service="netflix",
        start=moment.minute,
        minutes=45,
        peak=0.4 * moment.size,
        rise=10,
        symptoms=homes(["netflix"])["netflix"].usual,
    )
    word = notice(
        "netflix",
        "status",
        "We have looked into this: our service is running normally and we see no problem.",
        minute=moment.minute + 15,
    )
    return Happening(outages=[spike], told=[word])


def _three(moment: Moment) -> Happening:
    """Three people of one network within ten minutes."""

    def line(k: int) -> dict[str, Any]:
        return {
            "at": f"{time_of(moment.minute + 3 * k):%Y-%m-%dT%H:%M}:20Z",
            "service": "viber",
            "region": "DE-BY",
            "symptom": "messaging",
            "reporter": f"one-of-three-{k}",
            "prefix": "the-three",
            "network": SOMEBODYS,
        }

    return Happening(told=[line(k) for k in range(3)])


def _flood(moment: Moment) -> Happening:
    """5,000 scripted reports in half an hour, from 40 prefixes of one network."""
    script = Outage(
        service="telegram",
        start=moment.minute,
        minutes=30,
        peak=moment.size * 5_000 / 30,
        rise=1,
        networks={SOMEBODYS: 1.0},
        prefixes=40,
        symptoms={"not_loading": 0.5, "messaging": 0.5},
    )
    return Happening(outages=[script])


def _small_state(moment: Moment) -> Happening:
    """A provider fails in one state with 2 % of its reports."""
    state = SMALL_STATES[int(moment.rng.integers(len(SMALL_STATES)))]
    outage = Outage(
        service="xfinity",
        start=moment.minute,
        minutes=120,
        peak=2.5 * moment.size,
        rise=4,
        regions=frozenset({state}),
        symptoms={"no_connection": 0.75, "slow": 0.2, "other_function": 0.05},
    )
    return Happening(outages=[outage])


E = Scenario(
    name="E",
    says="A modest spike that the operator denies",
    services={"netflix": 8.0, "whatsapp": 12.0, "instagram": 10.0, "youtube": 9.0},
    minutes=120,
    happens=_denied,
)
F = Scenario(
    name="F",
    says="Three reports from one network about a service that hardly anybody reports",
    services={"viber": 0.4, "whatsapp": 12.0, "instagram": 10.0},
    minutes=60,
    happens=_three,
)
G = Scenario(
    name="G",
    says="A script sends 5,000 reports from 40 prefixes of one network",
    services={"telegram": 8.0, "whatsapp": 12.0, "instagram": 10.0},
    minutes=90,
    happens=_flood,
)
H = Scenario(
    name="H",
    says="A provider fails in one state with 2 % of its customers",
    services={"xfinity": 60.0, "whatsapp": 12.0, "instagram": 10.0},
    minutes=150,
    happens=_small_state,
)
