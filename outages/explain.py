"""An incident's facts → why the service is down, "briefly" and "in detail" (reasons.py).

What isn't known isn't said, and how sure an answer is stands in words.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from outages import reasons, wording
from outages.causes.account import Earlier, Facts, Shared, SymptomShare
from outages.causes.signals import LIKELY
from outages.causes.taxonomy import ISP, OPERATOR, POWER_GRID, UNKNOWN

__all__ = ["Earlier", "Explanation", "Facts", "Shared", "SymptomShare", "explain", "in_english"]

NAMED = 3
# What a common cause of a kind means for its dependants: saying both would say it twice.
IMPLIED = {ISP: "network_connectivity", POWER_GRID: "external_event"}


@dataclass(frozen=True)
class Explanation:
    """`brief`: one or two sentences; `detail`: paragraphs."""

    brief: str
    detail: tuple[str, ...]


def explain(facts: Facts) -> Explanation:
    """Answer "why is it down?" twice, without claiming what the facts don't hold."""
    if facts.state == "retracted":
        return Explanation(brief=_withdrawn(facts), detail=reasons.after_withdrawal(facts))
    brief = f"{_headline(facts)} {_cause_briefly(facts)}"
    return Explanation(brief=brief, detail=reasons.paragraphs(facts))


def in_english(facts: Facts) -> Explanation:
    """The same in English, whatever language is active: what is kept, and goes into feeds."""
    with override("en"):
        return explain(facts)


def _withdrawn(facts: Facts) -> str:
    return _(
        "At {at} we declared problems with {service}, and have withdrawn that since:"
        " we no longer hold that there was an outage."
    ).format(service=facts.service_name, at=wording.moment(facts.declared_at, facts.now))


def _headline(facts: Facts) -> str:
    if facts.state == "ongoing":
        return _("{service} has had problems {where} since {since}{usual}.").format(
            service=facts.service_name,
            where=_where(facts),
            since=wording.moment(facts.started_at, facts.now),
            usual=_usual_length(facts),
        )
    return _("{service} had problems {where} {span}.").format(
        service=facts.service_name,
        where=_where(facts),
        span=wording.span(facts.started_at, facts.resolved_at or facts.now, facts.now),
    )


def _where(facts: Facts) -> str:
    names = facts.regions[:NAMED]
    some = facts.region_count > len(names)
    # Without a name of the network its regions say more.
    if facts.scope == "network" and (facts.network or not names):
        users = _("for users of {network}") if facts.network else _("for users of one network")
        return users.format(network=facts.network)
    if facts.scope == "global":
        where = _("nearly everywhere")
    elif names and not some:
        return _("in {regions}").format(regions=wording.listed(names, most=NAMED))
    elif some:
        where = ngettext("in {n} region", "in {n} regions", facts.region_count).format(
            n=wording.number(facts.region_count)
        )
    else:
        return _("in some places")
    if not (names and some):
        return where
    regions = wording.listed(names, most=NAMED)
    return _("{where}, most of all in {regions},").format(where=where, regions=regions)


def _cause_briefly(facts: Facts) -> str:
    if facts.says == "official":
        sentence = _("According to its operator the cause is {cause}").format(
            cause=reasons.said(facts)
        )
    elif facts.says == "moderator":
        sentence = _("The cause was entered by a moderator: {cause}").format(
            cause=reasons.said(facts)
        )
    elif facts.common_cause is not None:
        sentence = _common_briefly(facts, facts.common_cause)
    else:
        sentence = _own_briefly(facts)
    return f"{sentence}."


def _own_briefly(facts: Facts) -> str:
    verdict, over = facts.verdict, facts.state == "resolved"
    if verdict.group == UNKNOWN:
        return _("Its cause was not determined") if over else _("The cause is not determined yet")
    if verdict.category == UNKNOWN:
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


def _common_briefly(facts: Facts, common: Shared) -> str:
    likely, over = common.probability >= LIKELY, facts.state == "resolved"
    if reasons.is_culprit(facts, common):
        lead = _("Services that depend on it went down with it")
    elif likely:
        lead = _("The likely cause was {name}") if over else _("The likely cause is {name}")
    else:
        lead = _("A possible cause was {name}") if over else _("A possible cause is {name}")
    text = lead.format(name=reasons.failure(common))
    if common.services:
        others = wording.listed(common.services, most=NAMED)
        more = _("{lead}, which took {others} down as well")
        if reasons.is_culprit(facts, common):
            more = _("{lead}, among them {others}")
        elif not likely:
            more = _("{lead}, which would explain the problems of {others} too")
        text = more.format(lead=text, others=others)
    return text + _behind(facts, common)


def _behind(facts: Facts, common: Shared) -> str:
    """What set off the failure of the common cause, or that this service looks different."""
    verdict = facts.verdict
    likely = verdict.category != UNKNOWN and verdict.confidence == "likely"
    if common.kind == OPERATOR or reasons.is_culprit(facts, common):
        if likely:
            return _("; that was likely set off by {cause}").format(cause=reasons.said(facts))
        if verdict.category != UNKNOWN:
            return _("; what set that off is not known, possibly {cause}").format(
                cause=reasons.said(facts)
            )
        return _("; what set that off is not known")
    if not likely or verdict.category == IMPLIED.get(common.kind, "third_party_dependency"):
        return ""
    return _(", though its own signals rather suggest {cause}").format(cause=reasons.said(facts))


def _usual_length(facts: Facts) -> str:
    if facts.typical_minutes is None:
        return ""
    usual = wording.roughly(facts.typical_minutes)
    if wording.minutes_between(facts.started_at, facts.now) > facts.typical_minutes:
        text = _(", already longer than its earlier incidents usually lasted (about {usual})")
    else:
        text = _("; its earlier incidents usually lasted about {usual}")
    return text.format(usual=usual)
