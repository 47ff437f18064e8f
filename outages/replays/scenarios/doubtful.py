"""What looks like an outage and is none, or only a part of one."""

from datetime import timedelta
from typing import Any

from outages.replays.homes import homes
from outages.replays.scenarios.scenario import Happening, Moment, Scenario
from outages.replays.simulating import Outage, notice
from reports.buckets import time_of

# Where spikes, floods and single reports come from: one provider's network, not known to be whose.
SOMEBODYS = 64666
# Reports above the usual of a modest spike, and over how long.
SPIKE, SPIKE_MINUTES = 22, 45
# A state with about 2 % of the people of its country.
SMALL_STATES = ("US-WA", "US-TN", "US-MD", "US-CO", "US-VA")


def _denied(moment: Moment) -> Happening:
    """A few more than usual for three quarters of an hour; the operator sees nothing.

    Evenly spaced, not drawn: chance alone would make an outage or nothing of so few.
    """
    home = homes(["netflix"])["netflix"]
    n = round(SPIKE * moment.size)
    places = moment.rng.choice(len(home.places.codes), n, p=home.places.shares)
    symptoms = list(home.usual)
    spike = [
        {
            "at": _at(moment.minute, 60 * SPIKE_MINUTES * (k + 0.5) / n),
            "service": "netflix",
            "region": home.places.codes[place],
            "symptom": symptoms[k % len(symptoms)],
            "reporter": f"spike-{k}",
            "prefix": f"spike-p{k}",
            "network": home.network(country=home.places.countries[place], prefix=k),
        }
        for k, place in enumerate(places.tolist())
    ]
    word = notice(
        "netflix",
        "status",
        "We have looked into this: our service is running normally and we see no problem.",
        minute=moment.minute + 15,
    )
    return Happening(told=[*spike, word])


def _at(minute: int, seconds: float) -> str:
    return f"{time_of(minute) + timedelta(seconds=int(seconds)):%Y-%m-%dT%H:%M:%SZ}"


def _three(moment: Moment) -> Happening:
    """Three people of one network within ten minutes."""

    def line(k: int) -> dict[str, Any]:
        return {
            "at": _at(moment.minute + 3 * k, 20),
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
