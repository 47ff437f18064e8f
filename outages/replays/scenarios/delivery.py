"""A delivery network fails that nobody sees: its customers' pages tell."""

from collections.abc import Mapping

from outages.replays.scenarios.scenario import Happening, Moment, Scenario
from outages.replays.simulating import Outage

ERRORS = {"not_loading": 0.45, "server_error": 0.45, "login": 0.1}
# Customers of the delivery network, with their share of the reports; then who is none and works.
VICTIMS: Mapping[str, float] = {
    "x": 0.3,
    "chatgpt": 0.24,
    "discord": 0.12,
    "claude": 0.1,
    "canva": 0.08,
    "league-of-legends": 0.08,
    "shopify": 0.05,
    "coinbase": 0.03,
}
OTHERS: Mapping[str, float] = {
    "whatsapp": 12.0,
    "instagram": 10.0,
    "youtube": 9.0,
    "gmail": 8.0,
    "netflix": 8.0,
    "snapchat": 8.0,
    "cloudflare": 1.0,
}
# Four hours of November 2025: 3.3 million reports about those who stand on it, 11,000 about itself.
HOURS, TOTAL, ITSELF = 240, 3_300_000, 11_000


def _cloudflare(moment: Moment) -> Happening:
    victims = [
        Outage(
            service=slug,
            start=moment.minute if slug == "x" else moment.soon(3),
            minutes=HOURS,
            peak=moment.size * share * TOTAL / HOURS,
            rise=4,
            symptoms=ERRORS,
        )
        for slug, share in VICTIMS.items()
    ]
    itself = Outage(
        service="cloudflare",
        start=moment.minute + 6,
        minutes=HOURS,
        peak=moment.size * ITSELF / HOURS,
        rise=8,
        symptoms=ERRORS,
    )
    return Happening(outages=[*victims, itself])


C = Scenario(
    name="C",
    says="Cloudflare fails (November 2025): many services are down, its own page stays small",
    services={**dict.fromkeys(VICTIMS, 6.0), **OTHERS},
    minutes=HOURS + 60,
    happens=_cloudflare,
)
