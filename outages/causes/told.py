"""What was announced, what the clock says, and what is written → which causes it fits."""

from outages.causes.observed import Signals
from outages.causes.taxonomy import BY_SLUG, GROUP_OF, KNOWN, UNKNOWN
from outages.causes.term import SLIGHT, SOME, STRONG, Term
from outages.causes.text import cause_of

# Evening peak of use in most countries, and the hours that operators like for maintenance.
PEAK, NIGHT = (18.0, 23.0), (0.0, 6.0)
# Comments that name a cause are guesses: however many, they weigh SOME at most, ten half of it.
HALF_HEARD = 10.0
# "Hacked" is what people guess first, whatever it is.
ATTACK_DISCOUNT = 0.2


def maintenance(signals: Signals) -> Term | None:
    if signals.maintenance_window is None:
        return None
    if not signals.maintenance_window:
        says = "No maintenance was announced."
        return Term("maintenance", "no", says, {"planned_maintenance": -STRONG})
    weights = dict.fromkeys(KNOWN, -SLIGHT) | {"planned_maintenance": STRONG + SOME}
    return Term("maintenance", "yes", "It fell into an announced maintenance window.", weights)


def release(signals: Signals) -> Term | None:
    if signals.release_last_24h is None:
        return None
    if signals.release_last_24h:
        says = "A new version had been released within the 24 hours before."
        return Term("release", "yes", says, {"software_update": STRONG})
    says = "No new version is known to have been released within the 24 hours before."
    return Term("release", "no", says, {"software_update": -SLIGHT})


def hour(signals: Signals) -> Term | None:
    if signals.local_hour is None:
        return None
    value = f"{signals.local_hour:.0f}"
    if PEAK[0] <= signals.local_hour < PEAK[1]:
        says = "It was evening, the peak of use, where most reports came from."
        return Term("hour", value, says, {"capacity_overload": SLIGHT})
    if NIGHT[0] <= signals.local_hour < NIGHT[1]:
        says = "It was night where most reports came from."
        weights = {"capacity_overload": -SLIGHT, "planned_maintenance": SLIGHT}
        return Term("hour", value, says, weights)
    return None


def notice(signals: Signals) -> Term | None:
    """The clearest public statement that names a cause. It speaks as one signal among others;
    whether it overrides the inference is not decided here."""
    read = [(cause_of(notice.text), notice) for notice in signals.notices]
    named = [(sure, slug, notice) for (slug, sure), notice in read if slug != UNKNOWN]
    if not named:
        return None
    sure, slug, said = max(named, key=lambda entry: entry[0])
    whose = "An official statement" if said.source == "official" else "A public statement"
    says = f"{whose} names {BY_SLUG[slug].says}."
    kin = {other: SLIGHT * sure for other in KNOWN if GROUP_OF[other] == GROUP_OF[slug]}
    return Term("notice", slug, says, kin | {slug: (STRONG + SOME) * sure})


def comments(signals: Signals) -> Term | None:
    """Causes that users guess at."""
    hints = {s: n for s, n in (signals.comment_hints or {}).items() if s in KNOWN and n > 0}
    total = sum(hints.values())
    if not total:
        return None
    heard = SOME * total / (total + HALF_HEARD)
    weights = {
        slug: heard * count / total * (ATTACK_DISCOUNT if slug == "cyberattack" else 1.0)
        for slug, count in hints.items()
    }
    top = max(weights, key=weights.__getitem__)
    says = f"Comments guessed at {BY_SLUG[top].says}; guesses weigh little."
    return Term("comments", top, says, weights)
