"""An incident's facts → why the service is down, "briefly" and "in detail" (circumstances.py and
reasons.py).

What isn't known isn't said, and how sure an answer is stands in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from outages import circumstances, cldr, reasons, wording
from outages.causes.account import Earlier, Facts, Shared, SymptomShare
from outages.causes.signals import LIKELY
from outages.causes.taxonomy import OPERATOR, UNKNOWN

__all__ = ["Earlier", "Explanation", "Facts", "Shared", "SymptomShare", "explain", "in_english"]

NAMED = reasons.BRIEFLY_NAMED
# What a phone shows without scrolling, at the top of the page.
LONGEST_BRIEF = 320


@dataclass(frozen=True)
class Explanation:
    """`brief`: one or two sentences; `detail`: paragraphs."""

    brief: str
    detail: tuple[str, ...]


def explain(facts: Facts) -> Explanation:
    """Answer "why is it down?" twice, without claiming what the facts don't hold."""
    facts = _with_names_of_places(facts)
    if facts.state == "retracted":
        return Explanation(brief=_withdrawn(facts), detail=_after_withdrawal(facts))
    cause = _whole(_cause(facts))
    brief = f"{_whole(_problems(facts))} {cause}"
    if len(brief) > LONGEST_BRIEF:
        brief = f"{_whole(_problems(facts, barely=True))} {cause}"
    return Explanation(brief=brief, detail=_paragraphs(facts))


def in_english(facts: Facts) -> Explanation:
    """The same in English, whatever language is active: what is kept, and goes into feeds."""
    with override("en"):
        return explain(facts)


def _with_names_of_places(facts: Facts) -> Facts:
    """Countries by the names that the reader's language has for them."""
    return replace(
        facts,
        regions=_called(facts.regions, facts.region_codes),
        countries=_called(facts.countries, facts.country_codes),
    )


def _called(names: Sequence[str], codes: Sequence[str]) -> tuple[str, ...]:
    """Facts that were kept before have names only."""
    if len(names) != len(codes):
        return tuple(names)
    return tuple(cldr.country(code, name) for code, name in zip(codes, names, strict=True))


def _paragraphs(facts: Facts) -> tuple[str, ...]:
    found = (
        circumstances.what(facts),
        reasons.why(facts),
        reasons.what_else(facts),
        circumstances.official(facts),
        circumstances.aside(facts),
    )
    return tuple(text for text in found if text)


def _after_withdrawal(facts: Facts) -> tuple[str, ...]:
    """What remains to be said of an incident that was none."""
    found = (
        circumstances.numbers(facts),
        circumstances.official(facts),
        circumstances.not_counted(facts.discarded),
    )
    return tuple(text for text in found if text)


def _whole(clause: str) -> str:
    """A clause as a sentence of its own."""
    return _("{clause}.").format(clause=clause)


def _withdrawn(facts: Facts) -> str:
    text = _(
        "We declared an outage of {service} at {at} and have withdrawn that: we no longer think"
        " that there was one."
    )
    if facts.folded_into:
        text = _(
            "We declared an outage of {service} at {at} and have withdrawn that: the reports were"
            " probably about {other}."
        )
    return text.format(
        service=facts.service_name,
        at=wording.moment(facts.declared_at, facts.now),
        other=facts.folded_into,
    )


def _problems(facts: Facts, *, barely: bool = False) -> str:
    """Where, since when or from when to when, and how long that usually is. `barely`: without what
    stands in detail too, and what is good to know."""
    over, most = facts.state == "resolved", "" if barely else _hit_hardest(facts)
    if over:
        text = _("{service} had problems {where} {when}")
        when = wording.span(facts.started_at, facts.resolved_at or facts.now, facts.now)
        if most:
            text = _("{service} had problems {where} {when}, most of all in {most}")
    else:
        text = _("{service} has had problems {where} since {when}")
        when = wording.moment(facts.started_at, facts.now)
        if most:
            text = _("{service} has had problems {where} since {when}, most of all in {most}")
    said = text.format(service=facts.service_name, where=_where(facts), when=when, most=most)
    return said if over or barely else _against_the_usual_length(facts, said)


def _where(facts: Facts) -> str:
    if _is_of_users(facts):
        users = _("for users of {network}") if facts.network else _("for users of one network")
        return users.format(network=facts.network)
    if facts.scope == "global":
        # No region stands out by itself, and all together do.
        return _("in most regions") if facts.region_count else _("in many regions")
    if not facts.region_count:
        return _("in some places")
    if circumstances.all_named_briefly(facts):
        return _("in {regions}").format(regions=wording.places(facts.regions, most=NAMED))
    return ngettext("in {n} region", "in {n} regions", facts.region_count).format(
        n=wording.number(facts.region_count)
    )


def _is_of_users(facts: Facts) -> bool:
    """Whether it is told of one network's users. Without a name its regions say more."""
    return facts.scope == "network" and bool(facts.network or not facts.regions)


def _hit_hardest(facts: Facts) -> str:
    """The worst of more regions than can be named here."""
    named = circumstances.all_named_briefly(facts)
    if named or facts.scope == "global" or _is_of_users(facts):
        return ""
    return wording.places(facts.regions[:NAMED], most=NAMED)


def _against_the_usual_length(facts: Facts, said: str) -> str:
    if facts.typical_minutes is None:
        return said
    if wording.minutes_between(facts.started_at, facts.now) > facts.typical_minutes:
        text = _(
            "{clause}; that is longer than its earlier incidents usually lasted (about {usual})"
        )
    else:
        text = _("{clause}; its earlier incidents usually lasted about {usual}")
    return text.format(clause=said, usual=wording.roughly(facts.typical_minutes))


def _cause(facts: Facts) -> str:
    if facts.says != "inference":
        return _told(facts)
    common = facts.common_cause
    if common is None:
        return _own(facts)
    if reasons.is_culprit(facts, common):
        return _culprits(facts, common)
    return _behind(facts, common, _shared(facts, common))


def _told(facts: Facts) -> str:
    """The word of somebody who knows, as theirs."""
    over = facts.state == "resolved"
    if facts.says == "official":
        text = _("According to its operator the cause is {cause}")
        if over:
            text = _("According to its operator the cause was {cause}")
    else:
        text = _("According to a moderator the cause is {cause}")
        if over:
            text = _("According to a moderator the cause was {cause}")
    return text.format(cause=reasons.said(facts))


def _own(facts: Facts) -> str:
    verdict, over = facts.verdict, facts.state == "resolved"
    if verdict.group == UNKNOWN:
        return _("Its cause was not determined") if over else _("The cause is not determined yet")
    if verdict.category == UNKNOWN and not reasons.is_of_one(verdict.group):
        text = (
            _("It was possibly {cause}; more could not be told")
            if over
            else _("It is possibly {cause}; more can't be told yet")
        )
    elif verdict.confidence == "likely":
        text = _("The likely cause was {cause}") if over else _("The likely cause is {cause}")
    elif over:
        text = _("A possible cause was {cause}, but the signals don't settle it")
    else:
        text = _("A possible cause is {cause}, but the signals don't settle it yet")
    return text.format(cause=reasons.said(facts))


def _culprits(facts: Facts, common: Shared) -> str:
    """On the page of the one whose failure felled the others."""
    felled = reasons.felled(facts, common)
    if not felled:
        return _own(facts)
    return ngettext(
        "{clause}; {others}, which depends on {name}, went down with it",
        "{clause}; {others}, which depend on {name}, went down with it",
        len(felled),
    ).format(clause=_own(facts), others=wording.listed(felled, most=NAMED), name=common.name)


def _shared(facts: Facts, common: Shared) -> str:
    likely, over = common.probability >= LIKELY, facts.state == "resolved"
    felled = reasons.felled(facts, common)
    if likely and over:
        text = _("The likely cause was {failure}")
        more = _("The likely cause was {failure}, which also affected {others}")
    elif likely:
        text = _("The likely cause is {failure}")
        more = _("The likely cause is {failure}, which also affects {others}")
    elif over:
        text = _("A possible cause was {failure}")
        more = _("A possible cause was {failure}, which would explain the problems of {others} too")
    else:
        text = _("A possible cause is {failure}")
        more = _("A possible cause is {failure}, which would explain the problems of {others} too")
    others = wording.listed(felled, most=NAMED)
    return (more if felled else text).format(failure=reasons.failure(common), others=others)


def _behind(facts: Facts, common: Shared, said: str) -> str:
    """What set off the failure of the common cause, or that this service looks different."""
    verdict = facts.verdict
    likely = verdict.category != UNKNOWN and verdict.confidence == "likely"
    if common.kind == OPERATOR:
        if likely:
            text = _("{clause}; that was likely set off by {cause}")
        elif verdict.category != UNKNOWN:
            text = _("{clause}; what set that off is not known, possibly {cause}")
        else:
            text = _("{clause}; what set that off is not known")
    elif not likely or verdict.category == reasons.implied(common):
        return said
    else:
        text = _("{clause}, though its own signals rather suggest {cause}")
    return text.format(clause=said, cause=reasons.said(facts))
