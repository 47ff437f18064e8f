"""The long answer to "why is it down?": paragraphs, each from the facts that it needs.

A paragraph whose facts are missing is left out. Sentences about single signals come with the
verdict (outages/causes); everything around them is worded here.
"""

from collections.abc import Callable, Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import wording
from outages.causes.account import Facts, Shared, SymptomShare
from outages.causes.observed import NoticeText
from outages.causes.signals import CauseVerdict, Line
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
    "prefix_cap": "from address blocks that had sent as many as count",
    "cross_site": "sent by another site's page",
    "honeypot": "filled in by a machine",
    "no_token": "without the form's token while it was asked for",
    "too_fast": "sent faster than a person can",
    "unproven": "without proof of work while it was asked for",
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
    said = text.format(people=people, window=wording.minutes(facts.window_minutes))
    usual = _("{said}, where {expected} would be usual{ratio}; as a z-score that is {z}.").format(
        said=said,
        expected=wording.about(facts.expected),
        ratio=_ratio(facts),
        z=wording.decimal(facts.z),
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
    text = []
    if facts.regions:
        regions = wording.listed_of(facts.regions, facts.region_count, most=NAMED)
        countries = wording.listed(facts.countries, most=NAMED)
        # Regions that are countries say it already.
        if len(facts.countries) > 1 and not set(facts.regions) <= set(facts.countries):
            whole = _("Affected: {regions}, in {countries}.")
        else:
            whole = _("Affected: {regions}.")
        text.append(whole.format(regions=regions, countries=countries))
    if not facts.networks_known:
        text.append(
            _(
                "Through which networks people report is not known here, so that the guard against"
                " many reports from few networks is off; whoever runs this site can switch it on by"
                " installing a table of networks."
            )
        )
    return " ".join(text)


def _symptoms(facts: Facts) -> str:
    told = [one for one in facts.symptoms if one.share > 0][:SYMPTOMS_TOLD]
    if not told:
        return _("The reports don't say what exactly is wrong.")
    shares = wording.listed([_share(one) for one in told], most=SYMPTOMS_TOLD)
    if facts.state == "ongoing":
        return _("What people report most: {shares}.").format(shares=shares)
    return _("What people reported most: {shares}.").format(shares=shares)


def _share(one: SymptomShare) -> str:
    """A share, beside the usual one where it is at least half again as large."""
    if one.usual is None or one.share < STANDING_OUT * one.usual:
        return _("{symptom} ({share})").format(
            symptom=_(one.says), share=wording.percent(one.share)
        )
    return _("{symptom} ({share}, usually {usual})").format(
        symptom=_(one.says), share=wording.percent(one.share), usual=wording.percent(one.usual)
    )


def _common(facts: Facts) -> str:
    common = facts.common_cause
    if common is None:
        return ""
    text = [_felled(facts, common)] if common.services else []
    if common.rivals:
        rivals = wording.listed(common.rivals, most=NAMED)
        text.append(_("Weighed as well, and found less likely: {rivals}.").format(rivals=rivals))
    return " ".join(text)


def _felled(facts: Facts, common: Shared) -> str:
    """Which other services went down, and what ties them to this one."""
    if is_culprit(facts, common):
        tie = ngettext("It depends on {name}.", "They all depend on {name}.", len(common.services))
    else:
        tie = _("What {service} shares with them: {name}. When that fails, all of them fail.")
    text = _("Down at the same time: {others}.") + " " + tie
    return text.format(
        others=wording.listed(common.services, most=NAMED),
        service=facts.service_name,
        name=common.name,
    )


def _implicated(facts: Facts) -> str:
    if not facts.implicates:
        return ""
    names = wording.listed(facts.implicates, most=NAMED)
    return _(
        "Reports about {names} are probably about this: they rose with it or after it, stayed"
        " far fewer, and mostly don't say that there is no connection."
    ).format(names=names)


def _reasoning(facts: Facts) -> str:
    """Both sides of the answer, or what is known where there is none."""
    verdict = facts.verdict
    if facts.says != "inference":
        return ""
    if not verdict.evidence:
        return _("Nothing that would tell one cause from another is known, so that we name none.")
    if verdict.group == UNKNOWN:
        return _nothing_stands_out(verdict)
    ask = _("Why {cause}?") if verdict.confidence == "likely" else _("Why possibly {cause}?")
    text = [ask.format(cause=said(facts)), *_speaking(verdict, verdict.leading, sign=1)]
    if against := _speaking(verdict, verdict.leading, sign=-1):
        text += [_("What speaks against it?"), *against]
    if verdict.category == UNKNOWN:
        text.append(
            _("Of this group {cause} fits best, but not well enough to name it alone.").format(
                cause=_says(verdict.leading)
            )
        )
    return " ".join(text)


def _nothing_stands_out(verdict: CauseVerdict) -> str:
    close = [_says(slug) for slug, _group, chance in verdict.alternatives if chance >= LEAST_RIVAL]
    text = [_("The signals fit several causes, and none of them stands out.")]
    if close:
        text.append(_("Closest come {causes}.").format(causes=wording.listed(close, most=NAMED)))
    known = [line.says for line in verdict.evidence if _loudest(line) >= FAINTEST]
    if known:
        text += [_("What is known?"), *(wording.said(says) for says in known[:LINES_TOLD])]
    return " ".join(text)


def _says(slug: str) -> str:
    return _(BY_SLUG[slug].says)


def _loudest(line: Line) -> float:
    return max((abs(weight) for _slug, weight in line.weights), default=0.0)


def _speaking(verdict: CauseVerdict, slug: str, *, sign: int, than: str = "") -> list[str]:
    """Sentences of signals for (`sign` 1) or against (-1) a cause, the strongest first; with
    `than`, only those that tell it from that other cause."""
    found = []
    for line in verdict.evidence:
        weights = dict(line.weights)
        own = sign * weights.get(slug, 0.0)
        beyond = own - sign * weights.get(than, 0.0) if than else own
        if min(own, beyond) >= FAINTEST:
            found.append((own, line.says))
    found.sort(key=lambda pair: -pair[0])
    return [wording.said(says) for _weight, says in found[:LINES_TOLD]]


def _rivals(facts: Facts) -> str:
    """What else it could be, by what tells that from the answer."""
    verdict = facts.verdict
    if facts.says != "inference" or verdict.group == UNKNOWN:
        return ""
    text = []
    for slug, _group, chance in verdict.alternatives:
        if slug != verdict.leading and chance >= LEAST_RIVAL:
            text.append(_rival(verdict, slug))
    return " ".join(text[:RIVALS_TOLD])


def _rival(verdict: CauseVerdict, slug: str) -> str:
    better = _speaking(verdict, slug, sign=1, than=verdict.leading)
    worse = _speaking(verdict, slug, sign=-1, than=verdict.leading)
    text = [_("Could it be {cause} instead?").format(cause=_says(slug))]
    if better:
        text.append(_("For it: {lines}").format(lines=" ".join(better)))
    if worse:
        text.append(_("Against it: {lines}").format(lines=" ".join(worse)))
    if not better and not worse:
        text.append(_("The same signals fit it too, though less well."))
    return " ".join(text)


def _what_would_change(facts: Facts) -> str:
    verdict = facts.verdict
    if facts.state != "ongoing" or facts.says != "inference" or not verdict.evidence:
        return ""
    signs = [
        _("{cause} becomes likelier if {sign}.").format(
            cause=capfirst(_says(slug)), sign=_(TELLS[slug])
        )
        for slug, _group, _chance in verdict.alternatives[:RIVALS_TOLD]
    ]
    return " ".join([_("What would change this answer?"), *signs]) if signs else ""


def _discarded(facts: Facts) -> str:
    return not_counted(facts.discarded)


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
