"""One messenger, eight causes: what people wonder about when it is down.

Volumes and mixes are made up: half of what is said is what a messenger's users say on any day, the
other half is what the cause makes them say. What follows from them is for the system to find.
"""

from collections.abc import Mapping
from typing import Any

from outages.replays.homes import SAID
from outages.replays.scenarios.scenario import Happening, Moment, Scenario
from outages.replays.simulating import Outage, notice

SERVICES: Mapping[str, float] = {
    "whatsapp": 12.0,
    "instagram": 6.0,
    "facebook": 6.0,
    "messenger": 3.0,
    "telegram": 5.0,
    "signal": 4.0,
    "youtube": 5.0,
    "deutsche-telekom": 3.0,
    "vodafone-de": 3.0,
}
# Others that stand on the cloud which `signal` stands on as well.
TENANTS: Mapping[str, float] = {"snapchat": 4.0, "reddit": 3.0, "slack": 3.0, "netflix": 4.0}
# So much of what is said is due to the cause.
DUE = 0.55
EUROPE = frozenset({"DE", "GB", "FR", "ES", "IT", "NL", "PT"})
TELEKOM = 3320
CUT_OFF = {"no_connection": 0.8, "slow": 0.12, "not_loading": 0.08}


def _said(**due: float) -> dict[str, float]:
    mix = {slug: (1 - DUE) * share for slug, share in SAID["messaging"].items()}
    for slug, share in due.items():
        mix[slug] = mix.get(slug, 0.0) + DUE * share
    return mix


def _whatsapp(moment: Moment, *, peak: float, **others: Any) -> Outage:
    return Outage(
        service="whatsapp",
        **{"start": moment.minute, "minutes": 80, **others},
        peak=peak * moment.size,
    )


def _status(moment: Moment, text: str, *, after: int) -> Mapping[str, Any]:
    return notice("whatsapp", "status", text, minute=moment.minute + after)


def _server_fault(moment: Moment) -> Happening:
    fault = _whatsapp(
        moment,
        peak=60,
        rise=8,
        symptoms=_said(messaging=0.4, server_error=0.35, not_loading=0.25),
        comments={"the servers are down again": 0.02, "some technical glitch": 0.01},
    )
    word = "We found a bug in our messaging backend that made messages fail; a fix is on its way."
    return Happening(outages=[fault], told=[_status(moment, word, after=20)])


def _overload(moment: Moment) -> Happening:
    ramp = _whatsapp(
        moment,
        peak=60,
        minutes=110,
        shape="ramp",
        symptoms=_said(slow=0.6, server_error=0.2, messaging=0.2),
    )
    word = "We see far more traffic than usual and our servers are overloaded; messages are late."
    return Happening(outages=[ramp], told=[_status(moment, word, after=40)])


def _bad_update(moment: Moment) -> Happening:
    stairs = _whatsapp(
        moment,
        peak=60,
        minutes=100,
        shape="stairs",
        symptoms=_said(app_crash=0.8, other_function=0.2),
        comments={"crashes since the update": 0.04},
    )
    release = notice("whatsapp", "release", "Version 2.26.1", minute=moment.minute - 200)
    return Happening(outages=[stairs], told=[release])


def _maintenance(moment: Moment) -> Happening:
    closed = _whatsapp(moment, peak=50, rise=3, symptoms=_said(login=0.4, not_loading=0.6))
    window = notice(
        "whatsapp",
        "maintenance",
        "Scheduled maintenance of our account servers: sending and logging in may not work.",
        minute=moment.minute - 600,
        starts=moment.minute - 5,
        ends=moment.minute + 60,
    )
    return Happening(outages=[closed], told=[window])


def _power(moment: Moment) -> Happening:
    dark = _whatsapp(
        moment, peak=50, rise=3, countries=EUROPE, symptoms=_said(not_loading=0.6, server_error=0.4)
    )
    word = "A power failure in one of our European data centres took servers offline."
    return Happening(outages=[dark], told=[_status(moment, word, after=20)])


def _connectivity(moment: Moment) -> Happening:
    """One country's largest provider fails; who reports an app comes mostly through it."""
    cut: dict[str, Any] = {
        "rise": 3,
        "minutes": 80,
        "countries": frozenset({"DE"}),
        "networks": {TELEKOM: 0.75},
        "symptoms": _said(no_connection=0.85, not_loading=0.15),
    }
    apps = [
        Outage(service=slug, start=moment.soon(2), peak=peak * moment.size, **cut)
        for slug, peak in (("whatsapp", 25.0), ("instagram", 12.0))
    ]
    itself = Outage(
        service="deutsche-telekom",
        start=moment.minute,
        minutes=80,
        rise=3,
        peak=40 * moment.size,
        symptoms=CUT_OFF,
    )
    word = notice(
        "deutsche-telekom",
        "status",
        "A fibre cut near Frankfurt interrupts our network: customers have no connection.",
        minute=moment.minute + 25,
    )
    return Happening(outages=[*apps, itself], told=[word])


def _cloud(moment: Moment) -> Happening:
    """It stands on no cloud that anybody knows of; many others on one go down in its minutes."""
    failing: dict[str, Any] = {
        "rise": 4,
        "minutes": 90,
        "symptoms": _said(not_loading=0.5, server_error=0.5),
    }
    peaks = {"signal": 20.0, "snapchat": 25.0, "reddit": 25.0, "slack": 25.0, "netflix": 20.0}
    tenants = [
        Outage(service=slug, start=moment.soon(2), peak=peak * moment.size, **failing)
        for slug, peak in peaks.items()
    ]
    word = notice(
        "signal", "status", "Our cloud provider has an outage.", minute=moment.minute + 20
    )
    return Happening(outages=[_whatsapp(moment, peak=40, **failing), *tenants], told=[word])


def _attack(moment: Moment) -> Happening:
    waves = _whatsapp(
        moment,
        peak=60,
        minutes=130,
        rise=2,
        shape="waves",
        symptoms=_said(slow=0.55, not_loading=0.45),
        comments={"hacked?": 0.02},
    )
    official = _status(moment, "We are mitigating a DDoS attack on our servers.", after=20)
    other = notice(
        "whatsapp",
        "status",
        "A group claims a DDoS attack on WhatsApp.",
        minute=moment.minute + 15,
        source="a news agency",
    )
    return Happening(outages=[waves], told=[other, official])


def _scenario(name: str, says: str, happens: Any, *, minutes: int = 75) -> Scenario:
    return Scenario(
        name=f"whatsapp-{name}",
        says=f"WhatsApp: {says}",
        services=SERVICES if happens is not _cloud else {**SERVICES, **TENANTS},
        minutes=minutes,
        happens=happens,
    )


FOUNDING = (
    _scenario("server-fault", "a fault in its backend", _server_fault),
    _scenario("overload", "more use than it can bear, from evening on", _overload, minutes=110),
    _scenario("bad-update", "a new version of the app crashes", _bad_update, minutes=100),
    _scenario("maintenance", "closed as announced, and for longer", _maintenance),
    _scenario("data-centre-power", "a data centre in Europe is dark", _power),
    _scenario("regional-connectivity", "a German provider fails", _connectivity),
    _scenario("cloud-provider", "it fails with the tenants of a cloud", _cloud),
    _scenario("ddos", "attacked in waves", _attack, minutes=120),
)
