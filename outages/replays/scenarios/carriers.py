"""A carrier fails, and its rivals' pages rise with it."""

from collections.abc import Mapping

from outages.replays.scenarios.scenario import Happening, Moment, Scenario
from outages.replays.simulating import Outage

# What is said where people have no service, and where they cannot reach somebody who has none.
CUT_OFF = {"no_connection": 0.8, "slow": 0.1, "other_function": 0.1}
UNREACHED = {"no_connection": 0.35, "slow": 0.25, "other_function": 0.4}
CARRIERS: Mapping[str, float] = {
    "att": 8.0,
    "verizon": 8.0,
    "t-mobile-us": 6.0,
    "cricket-wireless": 2.0,
    "visible": 1.0,
}
APPS: Mapping[str, float] = {"whatsapp": 12.0, "instagram": 10.0, "youtube": 9.0}


def _att(moment: Moment) -> Happening:
    """Over ten hours: 73,000 reports about AT&T, 9,000 Cricket, 2,000 Verizon, 1,400 T-Mobile."""
    total = {"att": 73_000, "cricket-wireless": 9_000, "verizon": 2_000, "t-mobile-us": 1_400}
    down = {"att", "cricket-wireless"}
    hours = 600
    return Happening(
        outages=[
            Outage(
                service=slug,
                start=moment.minute if slug == "att" else moment.soon(2 if slug in down else 6),
                minutes=hours,
                peak=moment.size * reports / hours,
                rise=6,
                symptoms=CUT_OFF if slug in down else UNREACHED,
            )
            for slug, reports in total.items()
        ]
    )


def _verizon(moment: Moment) -> Happening:
    """178,000 reports in a quarter of an hour; rivals rise in the same minute, at a twentieth."""
    quarter = moment.size * 178_000 / 15
    peaks = {"verizon": quarter, "att": quarter * 0.05, "t-mobile-us": quarter * 0.04}
    return Happening(
        outages=[
            Outage(
                service=slug,
                start=moment.minute,
                minutes=90,
                peak=peak,
                rise=2,
                symptoms=CUT_OFF if slug == "verizon" else UNREACHED,
            )
            for slug, peak in peaks.items()
        ]
    )


A = Scenario(
    name="A",
    says="AT&T fails (February 2024); Cricket fails with it; people cannot reach friends there and "
    "name Verizon and T-Mobile",
    services={**CARRIERS, **APPS},
    minutes=660,
    happens=_att,
)
B = Scenario(
    name="B",
    says="Verizon fails within minutes (January 2026); the pages of its rivals rise with it",
    services={**CARRIERS, **APPS},
    minutes=150,
    happens=_verizon,
)
