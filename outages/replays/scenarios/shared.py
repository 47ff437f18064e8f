"""What many stand on fails: a cloud for fifteen hours, an operator's platform, a power grid."""

from collections.abc import Mapping

from outages.replays.scenarios.scenario import Happening, Moment, Scenario
from outages.replays.simulating import PAUSE_MINUTES, WAVE_MINUTES, Outage, two_waves

# us-east-1 on 20 October 2025: who stands on it, and who doesn't.
TENANTS: Mapping[str, float] = {
    "signal": 6.0,
    "snapchat": 8.0,
    "reddit": 6.0,
    "slack": 5.0,
    "canva": 5.0,
    "duolingo": 5.0,
    "ring": 5.0,
}
ELSEWHERE: Mapping[str, float] = {"whatsapp": 12.0, "instagram": 10.0, "youtube": 9.0, "x": 9.0}
ERRORS = {"not_loading": 0.4, "server_error": 0.4, "login": 0.2}

# Meta on 4 October 2021: minutes after the first, and how much of the reports; then the carriers.
META: Mapping[str, tuple[int, float]] = {
    "whatsapp": (0, 240.0),
    "facebook": (0, 160.0),
    "instagram": (1, 200.0),
    "messenger": (2, 80.0),
}
CARRIERS: Mapping[str, float] = {
    "att": 24.0,
    "verizon": 22.0,
    "t-mobile-us": 16.0,
    "vodafone-de": 10.0,
}
LATER = 9
DARK = {"not_loading": 0.45, "messaging": 0.2, "server_error": 0.2, "login": 0.15}
UNREACHED = {"slow": 0.3, "no_connection": 0.4, "other_function": 0.3}

# The Iberian peninsula on 28 April 2025: who has power to report says so.
PROVIDERS: Mapping[str, float] = {
    "movistar": 40.0,
    "orange-es": 30.0,
    "vodafone-es": 30.0,
    "digi-es": 15.0,
    "masmovil": 12.0,
    "meo": 25.0,
    "nos": 20.0,
    "vodafone-pt": 18.0,
}
POWERLESS = {"no_connection": 0.55, "power_cut": 0.35, "slow": 0.1}
APPS: Mapping[str, float] = {"whatsapp": 20.0, "instagram": 10.0}
IBERIA = frozenset({"ES", "PT"})


def _cloud(moment: Moment) -> Happening:
    return Happening(
        outages=[
            Outage(
                service=one.service,
                start=one.start + int(moment.rng.integers(0, 4)),
                minutes=one.minutes,
                peak=one.peak,
                rise=one.rise,
                symptoms=ERRORS,
            )
            for one in two_waves(list(TENANTS), start=moment.minute, peak=15.0 * moment.size)
        ]
    )


def _platform(moment: Moment) -> Happening:
    services = [
        Outage(
            service=slug,
            start=moment.minute + late,
            minutes=360,
            peak=peak * moment.size,
            rise=3,
            symptoms=DARK,
        )
        for slug, (late, peak) in META.items()
    ]
    carriers = [
        Outage(
            service=slug,
            start=moment.minute + LATER,
            minutes=360,
            peak=peak * moment.size,
            symptoms=UNREACHED,
        )
        for slug, peak in CARRIERS.items()
    ]
    return Happening(outages=[*services, *carriers])


def _grid(moment: Moment) -> Happening:
    providers = [
        Outage(
            service=slug,
            start=moment.soon(3),
            minutes=480,
            peak=peak * moment.size,
            rise=4,
            symptoms=POWERLESS,
        )
        for slug, peak in PROVIDERS.items()
    ]
    apps = [
        Outage(
            service=slug,
            start=moment.soon(4),
            minutes=480,
            peak=peak * moment.size,
            countries=IBERIA,
            symptoms={"no_connection": 0.7, "not_loading": 0.3},
        )
        for slug, peak in APPS.items()
    ]
    return Happening(outages=[*providers, *apps])


D = Scenario(
    name="D",
    says="A cloud fails for fifteen hours, in two waves (October 2025)",
    services={**TENANTS, **ELSEWHERE},
    minutes=2 * WAVE_MINUTES + PAUSE_MINUTES + 120,
    happens=_cloud,
)
K = Scenario(
    name="K",
    says="Four services of Meta fail within two minutes (October 2021); carriers are blamed",
    services={
        "whatsapp": 14.0,
        "instagram": 12.0,
        "facebook": 12.0,
        "messenger": 6.0,
        "telegram": 8.0,
        "youtube": 9.0,
        "att": 5.0,
        "verizon": 5.0,
        "t-mobile-us": 4.0,
        "vodafone-de": 3.0,
    },
    minutes=90,
    happens=_platform,
)
L = Scenario(
    name="L",
    says="Spain and Portugal are without power (April 2025)",
    services={
        **dict.fromkeys(PROVIDERS, 4.0),
        "whatsapp": 14.0,
        "instagram": 12.0,
        "youtube": 9.0,
        "orange-fr": 4.0,
    },
    minutes=120,
    happens=_grid,
)
