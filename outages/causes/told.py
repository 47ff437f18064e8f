"""What was announced, what the clock says, and what is written."""

from outages.causes.observed import Signals
from outages.causes.sentence import sentence as _
from outages.causes.spread import at_peak
from outages.causes.taxonomy import BY_SLUG, KNOWN, UNKNOWN
from outages.causes.term import Term
from outages.causes.text import cause_of

# The hours that operators like for maintenance, and those in which they change settings.
NIGHT, WORKING = (0.0, 6.0), (9.0, 17.0)
# Comments that name a cause are guesses: any number of them says one signal at most, two half.
HALF_HEARD = 2.0


def maintenance(signals: Signals) -> Term | None:
    """Whether it fell into a window that was announced."""
    if signals.maintenance_window is None:
        return None
    if signals.maintenance_window:
        says = _("The problems fell into an announced maintenance window.")
        return Term("maintenance", "yes", says, {"maintenance.yes": 1.0})
    says = _("No maintenance was announced for that time.")
    return Term("maintenance", "no", says, {"maintenance.no": 1.0})


def release(signals: Signals) -> Term | None:
    """Whether a version of the app came out just before."""
    if signals.release_last_24h is None:
        return None
    if signals.release_last_24h:
        says = _("A new version of the app had come out within the 24 hours before.")
        return Term("release", "yes", says, {"release.yes": 1.0})
    says = _("No new version of the app is known to have come out in the 24 hours before.")
    return Term("release", "no", says, {"release.no": 1.0})


def hour(signals: Signals) -> Term | None:
    """The time of day where most reports come from."""
    if signals.local_hour is None:
        return None
    value = f"{signals.local_hour:.0f}"
    if at_peak(signals):
        says = _("Where most reports came from, it was evening, the peak of use.")
        return Term("hour", value, says, {"hour.evening": 1.0})
    if NIGHT[0] <= signals.local_hour < NIGHT[1]:
        says = _("Where most reports came from, it was night.")
        return Term("hour", value, says, {"hour.night": 1.0})
    if WORKING[0] <= signals.local_hour < WORKING[1]:
        says = _("Where most reports came from, it was working time.")
        return Term("hour", value, says, {"hour.working": 1.0})
    return None


def notice(signals: Signals) -> Term | None:
    """The clearest public statement that names a cause. It speaks as one signal among others;
    whether it overrides the inference is not decided here."""
    read = [(cause_of(notice.text), notice) for notice in signals.notices]
    named = [(sure, slug, notice) for (slug, sure), notice in read if slug != UNKNOWN]
    if not named:
        return None
    sure, slug, said = max(named, key=lambda entry: entry[0])
    says = _("A public statement named {cause}.", cause=_(BY_SLUG[slug].says))
    if said.source == "official":
        says = _("A statement of the operator named {cause}.", cause=_(BY_SLUG[slug].says))
    return Term("notice", slug, says, {f"notice.{slug}": sure})


def comments(signals: Signals) -> Term | None:
    """Causes that users guess at."""
    hints = {s: n for s, n in (signals.comment_hints or {}).items() if s in KNOWN and n > 0}
    if not hints:
        return None
    top = max(hints, key=hints.__getitem__)
    says = _("Some comments guessed at {cause}.", cause=_(BY_SLUG[top].says))
    features = {f"comments.{slug}": n / (n + HALF_HEARD) for slug, n in hints.items()}
    return Term("comments", top, says, features)
