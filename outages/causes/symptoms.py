"""What people report, against what they usually report.

Each symptom counts by the logarithm of its share over its usual share. Reports of one outage are
not independent witnesses: any number of them says no more than one clear signal does.
"""

from collections.abc import Mapping
from math import log

from outages.causes.echo import NO_CONNECTION, wilson_lower
from outages.causes.observed import Signals
from outages.causes.sentence import Sentence, percent
from outages.causes.sentence import sentence as _
from outages.causes.taxonomy import NOT_OUTAGE, SYMPTOM_SAYS
from outages.causes.term import Term, ramp

FEWEST_REPORTS = 5
# Reports that say half as much as any number would.
HALF_HEARD = 20.0
# Shares are told apart down to this; without it a symptom that nobody ever reports would be
# infinitely more frequent at its first report.
TRACE = 0.02
# Beyond e² times as frequent a symptom says no more, and below a third of the usual no less: that
# nobody speaks of something proves little.
LOUDEST, MUTEST = 2.0, -1.0
# A share this far above the usual one is worth a sentence.
STANDS_OUT, STANDING_SHARE = 1.5, 0.1
# Reports that the usual shares count for, against chance in few reports.
PRIOR_REPORTS = 5.0
# Divergence from the usual mix (nats) at which it is no longer the usual one.
ANOTHER_MIX = 0.3
# An innocent provider's page has up to half of this; from NO_CONNECTION on it is broken itself.
# Who has no power has no connection either, and no reason to blame the network.
CUT_OFF, HALF = "no_connection", 0.5

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
    features = _features(shares, usual, worth=total / (total + HALF_HEARD))
    features["symptoms.broad"] = _broad(counts, usual)
    if signals.service_kind == "provider":
        cut_off = wilson_lower(counts.get(CUT_OFF, 0), total)
        features["symptoms.cut_off"] = ramp(cut_off, none=HALF, full=NO_CONNECTION)
    top = max(shares, key=lambda slug: shares[slug] * log(shares[slug] / usual[slug]))
    if counts.get(top, 0) < FEWEST_REPORTS:
        # What is given as evidence is public: it never tells of a few.
        return Term("symptoms", "few", _("Few reports named the same symptom."), features)
    return Term(
        "symptoms", f"{top} {shares[top]:.2f}", _sentence(top, counts, total, usual), features
    )


def _usual(signals: Signals) -> dict[str, float]:
    """Usual shares, with a trace of every symptom, adding up to one."""
    known = signals.usual_symptom_shares
    kind = USUAL[signals.service_kind]
    mixed = {s: 0.9 * known.get(s, 0.0) + 0.1 * kind[s] for s in kind} if known else kind
    total = sum(mixed.values())
    return {slug: share / total for slug, share in mixed.items()}


def _features(
    shares: Mapping[str, float], usual: Mapping[str, float], *, worth: float
) -> dict[str, float]:
    lifts = {slug: log((shares[slug] + TRACE) / (usual[slug] + TRACE)) for slug in usual}
    return {
        f"symptoms.{slug}": worth * max(MUTEST, min(LOUDEST, lift)) for slug, lift in lifts.items()
    }


def _broad(counts: Mapping[str, int], usual: Mapping[str, float]) -> float:
    """How near the mix is to the usual one. A few reports are always far from any mix."""
    total = sum(counts.get(slug, 0) for slug in usual)
    shares = {slug: counts[slug] / total for slug in usual if counts.get(slug)}
    away = sum(share * log(share / usual[slug]) for slug, share in shares.items())
    return ramp(away, none=ANOTHER_MIX, full=0.0)


def _sentence(
    top: str, counts: Mapping[str, int], total: int, usual: Mapping[str, float]
) -> Sentence:
    share = counts.get(top, 0) / total
    if share < STANDING_SHARE or share < STANDS_OUT * usual[top]:
        return _("People reported the usual mix of problems: none stood out.")
    return _(
        "Unusually many reported {symptom}: {share} of all, where {usual} is usual.",
        symptom=_(SYMPTOM_SAYS[top]),
        share=percent(share),
        usual=percent(usual[top]),
    )
