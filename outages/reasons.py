"""The long answer to "why is it down?": paragraphs, each from the facts that it needs.

A paragraph whose facts are missing is left out. Sentences about single signals come with the
verdict (outages/causes); everything around them is worded here.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import wording
from outages.causes.account import Facts, Shared, SymptomShare
from outages.causes.observed import NoticeText
from outages.causes.signals import CauseVerdict
from outages.causes.taxonomy import BY_SLUG, GROUP_SAYS, KNOWN, POWER_GRID, TELLS, UNKNOWN

NAMED = 8
SYMPTOMS_TOLD = 3
RIVALS_TOLD = 2
LINES_TOLD = 4
NOTICES_TOLD = 3
# A signal that moves the odds by less than a fifth isn't worth a sentence.
FAINTEST = 0.2
# A rival under one in twenty isn't worth a paragraph.
LEAST_RIVAL = 0.05
# A quoted notice is cut after so many characters: the operator's page has the rest.
LONGEST_QUOTE = 300
# A ratio over less than one expected report, or under three, isn't a figure to give.
FEWEST_EXPECTED, SMALLEST_RATIO = 1.0, 3.0
STANDING_OUT = 1.5

DISCARDS = {
    "duplicate": "from people who had reported already",
    "limited": "over the limit for one person or network",
    "honeypot": "filled in by a machine",
    "no_token": "without the form's token while it was asked for",
    "few_networks": "from too few networks to be independent",
}


def paragraphs(facts: Facts) -> tuple[str, ...]:
    """The whole answer in detail, for an ongoing or a resolved incident."""
    return _filled(facts, *ALL)


def after_withdrawal(facts: Facts) -> tuple[str, ...]:
    """What remains to be said of an incident that was none."""
    return _filled(facts, _numbers, _discarded, _official)


def _filled(facts: Facts, *makers: Callable[[Facts], str]) -> tuple[str, ...]:
    return tuple(text for make in makers if (text := make(facts)))


def said(facts: Facts) -> str:
    """The verdict as a noun phrase: the cause, else its group."""
    if facts.verdict.category in KNOWN:
        return _(BY_SLUG[facts.verdict.category].says)
    return _(GROUP_SAYS.get(facts.verdict.group, GROUP_SAYS[UNKNOWN]))


def failure(common: Shared) -> str:
    """A common cause as a noun phrase."""
    if common.kind == POWER_GRID:
        return _("a power cut ({name})").format(name=common.name)
    return _("a failure at {name}").format(name=common.name)


def is_culprit(facts: Facts, common: Shared) -> bool:
    """Whether the page is the failing dependency's own."""
    return facts.service_name == common.name


def _numbers(facts: Facts) -> str:
    people = ngettext("{n} person", "{n} people", facts.observed).format(
        n=wording.number(facts.observed)
    )
    if facts.state == "ongoing":
        text = _("Within the last {window} {people} reported problems")
    else:
        text = _("At its worst {people} reported problems within {window}")
    said = text.format(people=people, window=wording.duration(facts.window_minutes))
    usual = _("{said}, where {expected} would be usual{ratio}; as a z-score that is {z}.").format(
        said=said, expected=wording.about(facts.expected), ratio=_ratio(facts), z=f"{facts.z:.1f}"
    )
    return " ".join(part for part in (usual, _declared(facts), _works(facts)) if part)


def _ratio(facts: Facts) -> str:
    ratio = facts.observed / facts.expected if facts.expected >= FEWEST_EXPECTED else 0.0
    if ratio < SMALLEST_RATIO:
        return ""
    return _(" ({n} times as many)").format(n=wording.number(round(ratio)))


def _declared(facts: Facts) -> str:
    text = _("It was declared at {at}.")
    delay = round(wording.minutes_between(facts.started_at, facts.declared_at))
    if delay > 0:
        text = _("It was declared at {at}, {delay} after reports began to rise.")
    at = wording.moment(facts.declared_at, facts.now)
    return text.format(at=at, delay=wording.duration(delay))


def _works(facts: Facts) -> str:
    if not facts.works:
        return ""
    return ngettext(
        "{n} person told us that it works for them.",
        "{n} people told us that it works for them.",
        facts.works,
    ).format(n=wording.number(facts.works))


def _extent(facts: Facts) -> str:
    regions = wording.listed_of(facts.regions, facts.region_count, most=NAMED)
    if not facts.regions:
        return ""
    said = [_("Affected: {regions}.").format(regions=regions)]
    if len(facts.countries) > 1 and not set(facts.regions) <= set(facts.countries):
        countries = wording.listed(facts.countries, most=NAMED)
        said.append(_("That is in {countries}.").format(countries=countries))
    if not facts.networks_known:
        said.append(
            _(
                "Through which networks people report is not known here, so that the guard against"
                " many reports from few networks is off."
            )
        )
    return " ".join(said)


def _symptoms(facts: Facts) -> str:
    told = [one for one in facts.symptoms if one.share > 0][:SYMPTOMS_TOLD]
    if not told:
        return _("What exactly fails, the reports don't say.")
    shares = wording.listed([_share(one) for one in told], most=SYMPTOMS_TOLD)
    if facts.state == "ongoing":
        return _("What people report most: {shares}.").format(shares=shares)
    return _("What people reported most: {shares}.").format(shares=shares)


def _share(one: SymptomShare) -> str:
    """A share, beside the usual one where it is at least half again as large."""
    if one.usual is None or one.share < STANDING_OUT * one.usual:
        return _("{symptom} ({share})").format(symptom=one.says, share=f"{one.share:.0%}")
    return _("{symptom} ({share}, usually {usual})").format(
        symptom=one.says, share=f"{one.share:.0%}", usual=f"{one.usual:.0%}"
    )


def _common(facts: Facts) -> str:
    common = facts.common_cause
    if common is None:
        return ""
    text = []
    if common.services:
        others = wording.listed(common.services, most=NAMED)
        text.append(
            ngettext(
                "Down at the same time is {others}.",
                "Down at the same time are {others}.",
                len(common.services),
            ).format(others=others)
            if facts.state == "ongoing"
            else _("Down at the same time: {others}.").format(others=others)
        )
        text.append(
            _(
                "What they share with {service} is {name}; when it fails, they fail together."
            ).format(service=facts.service_name, name=common.name)
            if not is_culprit(facts, common)
            else _("All of them depend on {name}.").format(name=common.name)
        )
    if common.rivals:
        rivals = wording.listed(common.rivals, most=NAMED)
        text.append(_("Weighed as well, and found less likely: {rivals}.").format(rivals=rivals))
    return " ".join(text)


def _implicated(facts: Facts) -> str:
    if not facts.implicates:
        return ""
    names = wording.listed(facts.implicates, most=NAMED)
    return _(
        "Reports about {names} are probably about this: they rose no earlier, stayed far fewer,"
        " and mostly don't say that there is no connection."
    ).format(names=names)


def _reasoning(facts: Facts) -> str:
    verdict = facts.verdict
    if facts.says != "inference":
        return ""
    if not verdict.evidence:
        return _(
            "Nothing is known yet that would tell one cause from another, so that we name none."
        )
    if verdict.group == UNKNOWN:
        return _nothing_stands_out(verdict)
    leading = verdict.category if verdict.category in KNOWN else verdict.leading
    text = _for_and_against(verdict, leading)
    if verdict.category == UNKNOWN:
        start = _("Only the kind of cause can be told: {group}. Within it {cause} comes first.")
        cause = _(BY_SLUG[leading].says)
        return f"{start.format(group=said(facts), cause=cause)} {text}"
    return text


def _nothing_stands_out(verdict: CauseVerdict) -> str:
    first = [slug for slug, _group, chance in verdict.alternatives if chance >= LEAST_RIVAL]
    names = wording.listed([_(BY_SLUG[slug].says) for slug in first], most=NAMED)
    start = _("The signals fit several causes, and none of them stands out.")
    if not names:
        return start
    come_first = _("First among them come {causes}.").format(causes=names)
    heard = _lines(verdict, verdict.leading, sign=1) + _lines(verdict, verdict.leading, sign=-1)
    seen = _("What is known: {lines}").format(lines=" ".join(heard)) if heard else ""
    return " ".join(part for part in (start, come_first, seen) if part)


def _for_and_against(verdict: CauseVerdict, slug: str) -> str:
    """Both sides of one cause, empty if no signal speaks either way."""
    name = _(BY_SLUG[slug].says)
    text = []
    if speaks := _lines(verdict, slug, sign=1):
        text.append(_("For {cause} speaks: {lines}").format(cause=name, lines=" ".join(speaks)))
    if speaks := _lines(verdict, slug, sign=-1):
        text.append(_("Against it speaks: {lines}").format(lines=" ".join(speaks)))
    return " ".join(text)


def _lines(verdict: CauseVerdict, slug: str, *, sign: int) -> list[str]:
    weighed = [(sign * dict(line.weights).get(slug, 0.0), line.says) for line in verdict.evidence]
    worth = sorted((pair for pair in weighed if pair[0] >= FAINTEST), key=lambda pair: -pair[0])
    return [_(says) for _weight, says in worth[:LINES_TOLD]]


def _rivals(facts: Facts) -> str:
    """What else it could be, with both sides of each."""
    verdict = facts.verdict
    if facts.says != "inference" or verdict.group == UNKNOWN:
        return ""
    text = []
    for slug, _group, chance in verdict.alternatives[:RIVALS_TOLD]:
        if slug != verdict.leading and chance >= LEAST_RIVAL and _lines(verdict, slug, sign=1):
            text.append(_for_and_against(verdict, slug))
    return " ".join([_("It could also be something else."), *text]) if text else ""


def _what_would_change(facts: Facts) -> str:
    verdict = facts.verdict
    if facts.state != "ongoing" or facts.says != "inference" or not verdict.evidence:
        return ""
    slugs = [slug for slug, _group, _chance in verdict.alternatives if slug != verdict.category]
    text = [
        _("It would speak for {cause} if {sign}.").format(
            cause=_(BY_SLUG[slug].says), sign=_(TELLS[slug])
        )
        for slug in slugs[:RIVALS_TOLD]
    ]
    return _("What would change this answer: {changes}").format(changes=" ".join(text))


def _discarded(facts: Facts) -> str:
    dropped = [(reason, n) for reason, n in facts.discarded.items() if n > 0]
    if not dropped:
        return ""
    total = sum(n for _reason, n in dropped)
    reasons = [
        _("{n} {reason}").format(n=wording.number(n), reason=_(DISCARDS.get(reason, reason)))
        for reason, n in sorted(dropped, key=lambda pair: -pair[1])
    ]
    return ngettext(
        "{n} report was not counted: {reasons}.", "{n} reports were not counted: {reasons}.", total
    ).format(n=wording.number(total), reasons=wording.listed(reasons, most=NAMED))


def _official(facts: Facts) -> str:
    """Quoted and attributed, beside the verdict: the reader sees both."""
    quotes = [_quote(facts, notice) for notice in facts.notices[:NOTICES_TOLD] if notice.text]
    if not quotes:
        return ""
    if facts.says == "official":
        return " ".join(quotes)
    beside = _("Such words are quoted beside our answer; they don't replace it.")
    return " ".join([*quotes, beside])


def _quote(facts: Facts, notice: NoticeText) -> str:
    words = " ".join(notice.text.split())
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    if notice.source != "official":
        text = _("{source} wrote{at}: “{words}”")
    elif notice.kind == "maintenance":
        text = _("The operator of {service} announced{at}: “{words}”")
    else:
        text = _("The operator of {service} wrote{at}: “{words}”")
    at = _(" at {at}").format(at=wording.moment(notice.at, facts.now)) if notice.at else ""
    return text.format(source=notice.source, service=facts.service_name, at=at, words=words)


def _record(facts: Facts) -> str:
    text = []
    if facts.typical_minutes is not None and facts.typical_of > 0:
        text.append(
            ngettext(
                "The one earlier incident of {service} in our record lasted about {usual}.",
                "Half of the {n} earlier incidents of {service} in our record were over within"
                " about {usual}.",
                facts.typical_of,
            ).format(
                n=wording.number(facts.typical_of),
                service=facts.service_name,
                usual=wording.roughly(facts.typical_minutes),
            )
        )
    if facts.previous is not None and facts.previous.resolved_at is not None:
        span = wording.span(facts.previous.started_at, facts.previous.resolved_at, facts.now)
        text.append(_("The last one was {span}.").format(span=span))
    return " ".join(text)


ALL = (
    _numbers,
    _extent,
    _symptoms,
    _reasoning,
    _rivals,
    _common,
    _implicated,
    _what_would_change,
    _discarded,
    _official,
    _record,
)
