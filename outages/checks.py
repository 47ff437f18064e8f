"""System checks of settings by which “no single network can make an incident” holds no longer."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Info, Tags, Warning, register

TAG = "brownout"
# The rules of detection/gate.py; it is not imported here, since every command would load numpy.
USUAL_MINIMA = {
    "GATE_FEWEST_PREFIXES": 3,
    "GATE_FULL_PREFIXES": 6,
    "GATE_FULL_EFFECTIVE": 5.0,
    "GATE_FULL_NETWORKS": 3,
    "GATE_REST_SEVERITY": 3.0,
}
USUAL_MAXIMA = {"GATE_LARGEST_SHARE": 0.3, "PREFIX_VOTES": 3}


def own_networks(**options: Any) -> list[CheckMessage]:
    if not settings.VOTE_NETWORKS:
        return []
    return [
        Warning(
            f"VOTE_NETWORKS is set: inside {', '.join(settings.VOTE_NETWORKS)} each address counts "
            "as a network of its own. That no single network can make an incident does not hold "
            "for these: whoever holds a few of their addresses can.",
            hint="Right for an instance for one campus or company, whose people you know. "
            "Otherwise unset it.",
            id="brownout.W011",
        )
    ]


def gate(**options: Any) -> list[CheckMessage]:
    lowered = [
        f"{name} is {_said(name)} (usual: {usual})"
        for name, usual in USUAL_MINIMA.items()
        if getattr(settings, name) < usual
    ] + [
        f"{name} is {_said(name)} (usual: {usual})"
        for name, usual in USUAL_MAXIMA.items()
        if getattr(settings, name) > usual
    ]
    if not lowered:
        return []
    return [
        Warning(
            f"{'; '.join(lowered)}: fewer networks than usual can make an incident.",
            hint="Right where the reporters are few and known. Otherwise unset it.",
            id="brownout.W012",
        )
    ]


def own_servers(**options: Any) -> list[CheckMessage]:
    if not settings.OUTBOUND_ALLOW:
        return []
    return [
        Warning(
            f"OUTBOUND_ALLOW is set: addresses in {', '.join(settings.OUTBOUND_ALLOW)} are asked "
            "for status pages, by http too. Whoever says where a service's page is can make this "
            "host ask them.",
            hint="Meant for tests, and for pages inside a network of your own. Otherwise unset it.",
            id="brownout.W013",
        )
    ]


def networks_known(**options: Any) -> list[CheckMessage]:
    """Only with --deploy: most instances have no such file, and each command would say so."""
    if settings.GEO_ASN_DB:
        return []
    return [
        Info(
            "GEO_ASN_DB is not set, so the networks of reporters are not known: that reports from "
            "one internet provider open no incident of an app is not checked. That no single "
            "address block can open one is.",
            hint="Set it to a file in the MaxMind DB format that has AS numbers.",
            id="brownout.I001",
        )
    ]


def register_all() -> None:
    register(own_networks, TAG)
    register(gate, TAG)
    register(own_servers, TAG)
    register(networks_known, Tags.security, deploy=True)


def _said(name: str) -> str:
    return f"{getattr(settings, name):g}"
