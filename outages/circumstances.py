"""What surrounds the answer to "why is it down?": how many, of what and where; what the operator
said; the record; what was not counted. The reasons themselves are outages/reasons.py's.
"""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from outages import wording
from outages.causes.account import Facts, SymptomShare
from outages.causes.observed import NoticeText
from outages.reasons import BRIEFLY_NAMED, NAMED, lines_told, told

SYMPTOMS_TOLD = 3
NOTICES_TOLD = 3
# A quoted notice is cut after so many characters: the operator's page has the rest.
LONGEST_QUOTE = 300
# A ratio to a few expected reports, or under three, isn't a figure to give.
FEWEST_EXPECTED, SMALLEST_RATIO = 5.0, 3.0
STANDING_OUT = 1.5
# An incident that calms down goes on for a while with counts that nobody would wonder at.
UNUSUAL = 2.0

DISCARDS = {
    "duplicate": gettext_noop("from people who had reported already"),
    "limited": gettext_noop("over the limit for one person or network"),
    "prefix_cap": gettext_noop("from address blocks that had sent as many as count"),
    "cross_site": gettext_noop("sent by another site's page"),
    "honeypot": gettext_noop("filled in by a machine"),
    "no_token": gettext_noop("without the form's token while it was asked for"),
    "too_fast": gettext_noop("sent faster than a person can"),
    "unproven": gettext_noop("without proof of work while it was asked for"),
    "few_networks": gettext_noop("from too few networks to be independent"),
}


# How an operator is quoted, by the kind of the notice, with its time and without; and others.
QUOTING = {
    "status": (
        gettext_noop("The operator of {whose} wrote at {at}: “{words}”"),
        gettext_noop("The operator of {whose} wrote: “{words}”"),
    ),
    "maintenance": (
        gettext_noop("The operator of {whose} announced at {at}: “{words}”"),
        gettext_noop("The operator of {whose} announced: “{words}”"),
    ),
    "release": (
        gettext_noop("{whose} came out with a new version at {at}: “{words}”"),
        gettext_noop("{whose} came out with a new version: “{words}”"),
    ),
    "": (
        gettext_noop("{whose} wrote at {at}: “{words}”"),
        gettext_noop("{whose} wrote: “{words}”"),
    ),
}


def all_named_briefly(facts: Facts) -> bool:
    """Whether the short answer has room for every region that is affected."""
    return facts.region_count <= min(BRIEFLY_NAMED, len(facts.regions))


def what(facts: Facts) -> str:
    """How many, of what, and where."""
    return told(numbers(facts), _symptoms(facts), _extent(facts), _works(facts))


def numbers(facts: Facts) -> str:
    """Reports against what is usual: of the last minutes, or at the worst of one that is over."""
    if not facts.observed:
        text = _("Nobody reported problems in the last {window}, where {expected} would be usual.")
    elif facts.state == "ongoing":
        text = ngettext(
            "{n} person reported problems in the last {window}, where {expected} would be usual.",
            "{n} people reported problems in the last {window}, where {expected} would be usual.",
            facts.observed,
        )
    else:
        text = ngettext(
            "At the worst, {n} person reported problems within {window}, where {expected} would"
            " be usual.",
            "At the worst, {n} people reported problems within {window}, where {expected} would"
            " be usual.",
            facts.observed,
        )
    people = text.format(
        n=wording.number(facts.observed),
        window=wording.stretch(facts.window_minutes),
        expected=wording.about(facts.expected),
    )
    return told(people, _surprise(facts))


def _surprise(facts: Facts) -> str:
    z = wording.decimal(facts.z)
    if facts.z < UNUSUAL:
        return _("By itself that would not be unusual (z-score {z}).").format(z=z)
    ratio = facts.observed / facts.expected if facts.expected >= FEWEST_EXPECTED else 0.0
    if ratio < SMALLEST_RATIO:
        return _("That has a z-score (how surprising it is) of {z}.").format(z=z)
    return _(
        "That is about {n} times as many, with a z-score (how surprising it is) of {z}."
    ).format(n=wording.number(_roughly(ratio)), z=z)


def _roughly(ratio: float) -> int:
    """Two digits that count: no expectation is known better."""
    unit = 10 ** max(0, len(str(round(ratio))) - 2)
    return round(ratio / unit) * unit


def _works(facts: Facts) -> str:
    if not facts.works:
        return ""
    return ngettext(
        "{n} person told us that it works for them.",
        "{n} people told us that it works for them.",
        facts.works,
    ).format(n=wording.number(facts.works))


def _extent(facts: Facts) -> str:
    if not facts.regions or (facts.scope != "global" and all_named_briefly(facts)):
        return ""
    over = facts.state != "ongoing"
    # Regions that are countries say it already.
    if len(facts.countries) > 1 and set(facts.regions).isdisjoint(facts.countries):
        text = _("Affected are {regions} ({countries}).")
        if over:
            text = _("Affected were {regions} ({countries}).")
    else:
        text = _("Affected were {regions}.") if over else _("Affected are {regions}.")
    return text.format(
        regions=wording.places_of(facts.regions, facts.region_count, most=NAMED),
        countries=wording.listed(facts.countries, most=BRIEFLY_NAMED),
    )


def _symptoms(facts: Facts) -> str:
    most = [one for one in facts.symptoms if one.share > 0][:SYMPTOMS_TOLD]
    if not most:
        return _("The reports don't say what exactly is wrong.")
    # What stands out is a reason as well, and comes with its numbers there.
    compared = "symptoms" in {line.signal for line in lines_told(facts)}
    shares = wording.listed([_share(one, bare=compared) for one in most], most=SYMPTOMS_TOLD)
    if facts.state == "ongoing":
        return _("What people report most: {shares}.").format(shares=shares)
    return _("What people reported most: {shares}.").format(shares=shares)


def _share(one: SymptomShare, *, bare: bool) -> str:
    """A share, beside the usual one where it is at least half again as large."""
    share, symptom = wording.percent(one.share), _(one.says)
    if bare:
        return symptom
    if one.usual is None or one.share < STANDING_OUT * one.usual:
        return _("{symptom} ({share})").format(symptom=symptom, share=share)
    return _("{symptom} ({share}, usually {usual})").format(
        symptom=symptom, share=share, usual=wording.percent(one.usual)
    )


def aside(facts: Facts) -> str:
    """The record, what was not counted, and which guard is off."""
    guard = ""
    if not facts.networks_known:
        guard = _(
            "Through which networks people report is not known here, so the guard against many"
            " reports from few networks is off."
        )
    return told(_record(facts), not_counted(facts.discarded), guard)


def not_counted(discarded: Mapping[str, int]) -> str:
    """How many reports were not counted, and why; empty where there were none."""
    dropped = [(reason, n) for reason, n in discarded.items() if n > 0]
    if not dropped:
        return ""
    total = sum(n for _reason, n in dropped)
    single = len(dropped) == 1
    reasons = [
        _(DISCARDS.get(reason, reason))
        if single
        else _("{n} {reason}").format(n=wording.number(n), reason=_(DISCARDS.get(reason, reason)))
        for reason, n in sorted(dropped, key=lambda pair: -pair[1])
    ]
    return ngettext(
        "{n} report was not counted: {reasons}.", "{n} reports were not counted: {reasons}.", total
    ).format(n=wording.number(total), reasons=wording.listed(reasons, most=NAMED))


def official(facts: Facts) -> str:
    """Quoted and attributed, beside the verdict: the reader sees both."""
    quoted = [notice for notice in facts.notices[:NOTICES_TOLD] if notice.text]
    quotes = [_quote(facts, notice) for notice in quoted]
    # A release or maintenance that was announced answers nothing.
    if facts.says == "official" or not any(notice.kind == "status" for notice in quoted):
        return told(*quotes)
    beside = _("Such words stand beside our own answer, not in its place.")
    return told(*quotes, beside)


def _quote(facts: Facts, notice: NoticeText) -> str:
    words = " ".join(notice.text.split())
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    whose = (
        facts.service_name
        if notice.source == "official"
        else capfirst(notice.source.replace("_", " "))
    )
    kind = notice.kind if notice.source == "official" else ""
    dated, undated = QUOTING.get(kind, QUOTING["status"])
    if notice.at is None:
        return _(undated).format(whose=whose, words=words)
    at = wording.moment(notice.at, facts.now)
    return _(dated).format(whose=whose, at=at, words=words)


def _record(facts: Facts) -> str:
    """Earlier incidents; how long they usually lasted, where the short answer doesn't say so."""
    text = []
    if facts.typical_minutes is not None and facts.typical_of > 0:
        if facts.state == "ongoing":
            says = ngettext(
                "In our record is {n} earlier incident of {service}.",
                "In our record are {n} earlier incidents of {service}.",
                facts.typical_of,
            )
        else:
            says = ngettext(
                "The one earlier incident of {service} in our record lasted about {usual}.",
                "Half of the {n} earlier incidents of {service} in our record were over within"
                " about {usual}.",
                facts.typical_of,
            )
        text.append(
            says.format(
                n=wording.number(facts.typical_of),
                service=facts.service_name,
                usual=wording.roughly(facts.typical_minutes),
            )
        )
    if facts.previous is not None and facts.previous.resolved_at is not None:
        span = wording.span(facts.previous.started_at, facts.previous.resolved_at, facts.now)
        text.append(_("The last one was {span}.").format(span=span))
    return told(*text)
