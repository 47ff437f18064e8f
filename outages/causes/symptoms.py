"""What people report → which causes it fits.

For a cause that makes some symptoms more frequent (by BOOSTS), each report is worth the log of how
much likelier its symptom is under that cause than on ordinary days. Reports of one outage are not
independent witnesses, so that any number of them count as ENOUGH_REPORTS at most.
"""

from collections.abc import Mapping
from math import log

from outages.causes.observed import Signals
from outages.causes.taxonomy import NOT_OUTAGE
from outages.causes.term import Term

# How much a cause multiplies a symptom's share: two pluses in the table of signals, and one.
MUCH, MORE, LESS = 4.0, 2.0, 0.5
# Power cuts are hardly ever reported about a service otherwise: their share can only multiply.
POWER_CUT_BOOST = 16.0
ENOUGH_REPORTS = 8.0
# The rough shares of a kind of service are a poorer measure than a service's own.
ROUGH = 0.7
FEWEST_REPORTS = 5
# One signal must not settle it alone, whatever its arithmetic.
LIMIT = 2.0
# A share this far above the usual one is worth a sentence.
STANDS_OUT, STANDING_SHARE = 1.5, 0.1
# Reports that the usual shares count for, against chance in few reports.
PRIOR_REPORTS = 5.0

BOOSTS: Mapping[str, Mapping[str, float]] = {
    "software_bug": {"no_connection": LESS, "power_cut": LESS},
    "capacity_overload": {"slow": MUCH, "server_error": MORE, "no_connection": LESS},
    "software_update": {"app_crash": MUCH, "other_function": MORE, "no_connection": LESS},
    "configuration_error": {"not_loading": MORE, "server_error": MORE, "login": MORE},
    "planned_maintenance": {"not_loading": MORE, "login": MORE},
    "hardware_power": {"not_loading": MORE, "server_error": MORE, "power_cut": MORE},
    "network_connectivity": {"no_connection": MUCH, "app_crash": LESS, "login": LESS},
    "third_party_dependency": {"not_loading": MORE, "server_error": MORE, "payment": MORE},
    "cyberattack": {"slow": MORE, "not_loading": MORE},
    "external_event": {"no_connection": MUCH, "power_cut": POWER_CUT_BOOST, "login": LESS},
}

# Rough shares on ordinary days, where a service's own are not known.
USUAL = {
    "app": {
        "not_loading": 0.19,
        "login": 0.16,
        "app_crash": 0.12,
        "messaging": 0.1,
        "slow": 0.1,
        "server_error": 0.08,
        "no_connection": 0.08,
        "media": 0.07,
        "other_function": 0.06,
        "payment": 0.03,
        "power_cut": 0.01,
    },
    "provider": {
        "no_connection": 0.45,
        "slow": 0.25,
        "not_loading": 0.1,
        "messaging": 0.04,
        "media": 0.04,
        "login": 0.03,
        "other_function": 0.03,
        "server_error": 0.02,
        "power_cut": 0.02,
        "app_crash": 0.01,
        "payment": 0.01,
    },
}
SAYS = {
    "login": "cannot log in",
    "app_crash": "the app crashes",
    "not_loading": "nothing loads",
    "messaging": "messages don't go through",
    "no_connection": "no connection",
    "slow": "slow",
    "server_error": "server errors",
    "media": "pictures, sound or video don't work",
    "payment": "payments fail",
    "power_cut": "power cut",
    "other_function": "some function doesn't work",
}


def symptoms(signals: Signals) -> Term | None:
    """The symptom mix of the incident against the usual one; None under FEWEST_REPORTS."""
    counts = {s: n for s, n in (signals.symptom_counts or {}).items() if s != NOT_OUTAGE and n > 0}
    total = sum(counts.values())
    if total < FEWEST_REPORTS:
        return None
    usual = _usual(signals)
    shares = {
        slug: (counts.get(slug, 0) + PRIOR_REPORTS * share) / (total + PRIOR_REPORTS)
        for slug, share in usual.items()
    }
    worth = ENOUGH_REPORTS * total / (total + ENOUGH_REPORTS)
    if not signals.usual_symptom_shares:
        worth *= ROUGH
    weights = {cause: _weight(boosts, shares, usual, worth) for cause, boosts in BOOSTS.items()}
    top = max(shares, key=lambda slug: shares[slug] * log(shares[slug] / usual[slug]))
    if counts.get(top, 0) < FEWEST_REPORTS:
        # What is given as evidence is public: it never tells of a few.
        return Term("symptoms", "few", "Few reports name the same symptom.", weights)
    return Term(
        "symptoms", f"{top} {shares[top]:.2f}", _sentence(top, counts, total, usual), weights
    )


def _usual(signals: Signals) -> dict[str, float]:
    """Usual shares, with a trace of every symptom, adding up to one."""
    known = signals.usual_symptom_shares
    kind = USUAL[signals.service_kind]
    mixed = {s: 0.9 * known.get(s, 0.0) + 0.1 * kind[s] for s in kind} if known else kind
    total = sum(mixed.values())
    return {slug: share / total for slug, share in mixed.items()}


def _weight(
    boosts: Mapping[str, float],
    shares: Mapping[str, float],
    usual: Mapping[str, float],
    worth: float,
) -> float:
    normaliser = sum(share * boosts.get(slug, 1.0) for slug, share in usual.items())
    gain = sum(shares[slug] * log(boost) for slug, boost in boosts.items()) - log(normaliser)
    return max(-LIMIT, min(LIMIT, worth * gain))


def _sentence(top: str, counts: Mapping[str, int], total: int, usual: Mapping[str, float]) -> str:
    share = counts.get(top, 0) / total
    if share < STANDING_SHARE or share < STANDS_OUT * usual[top]:
        return "Reports were of the usual mix: no symptom stood out."
    return (
        f"“{SAYS[top].capitalize()}” stood out: {share:.0%} of the reports,"
        f" where {usual[top]:.0%} is usual."
    )
