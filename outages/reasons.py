"""Why an incident's cause is what we say, and what else it could be.

Sentences about single signals come with the verdict (outages/causes); everything around them is
worded here. What the short answer has said already (outages/explain.py) isn't said again.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outages import wording
from outages.causes.account import Facts, Shared
from outages.causes.signals import Line
from outages.causes.taxonomy import (
    BY_SLUG,
    GROUP_OF,
    GROUP_SAYS,
    ISP,
    KNOWN,
    OPERATOR,
    POWER_GRID,
    TELLS,
    UNKNOWN,
)

# Names that the short answer lists, and the long one.
BRIEFLY_NAMED, NAMED = 3, 8
RIVALS_TOLD = 2
# Sentences for the answer, and against it or about a rival.
LINES_TOLD, AGAINST_TOLD = 4, 2
# A signal that moves the odds by less than a fifth isn't worth a sentence.
FAINTEST = 0.2
# A rival under one in twenty isn't worth a sentence.
LEAST_RIVAL = 0.05
# What a common cause of a kind means for those who stand on it: saying both would say it twice.
IMPLIED = {ISP: "network_connectivity", POWER_GRID: "external_event"}


def told(*sentences: str) -> str:
    """One paragraph of those that say anything."""
    return " ".join(one for one in sentences if one)


def said(facts: Facts) -> str:
    """The verdict as a noun phrase: the cause, else its group."""
    if facts.verdict.category in KNOWN:
        return _says(facts.verdict.category)
    return _(GROUP_SAYS.get(facts.verdict.group, GROUP_SAYS[UNKNOWN]))


def is_of_one(group: str) -> bool:
    """Whether a group holds one cause only, so that to name it is to name the cause."""
    return list(GROUP_OF.values()).count(group) == 1


def failure(common: Shared) -> str:
    """A common cause as a noun phrase."""
    if common.kind == POWER_GRID:
        return _("a power cut ({name})").format(name=common.name)
    if common.kind == OPERATOR:
        return _("a failure of {platform}").format(platform=shared_name(common.name, common.kind))
    return _("a failure at {name}").format(name=common.name)


def shared_name(name: str, kind: str) -> str:
    """What several services stand on, for the middle of a sentence."""
    if kind == OPERATOR and "platform" not in name.lower():
        return _("{name}’s platform").format(name=name)
    return name


def implied(common: Shared) -> str:
    """The cause that a common cause is to those who stand on it; none is of an operator's own."""
    return IMPLIED.get(common.kind, "" if common.kind == OPERATOR else "third_party_dependency")


def is_culprit(facts: Facts, common: Shared) -> bool:
    """Whether the page is the failing dependency's own."""
    return common.is_page or facts.service_name == common.name


def felled(facts: Facts, common: Shared) -> tuple[str, ...]:
    """The other services that went down; the dependency's own page is no victim of it."""
    itself = (common.name, facts.service_name)
    return tuple(dict.fromkeys(one for one in common.services if one not in itself))


def why(facts: Facts) -> str:
    """What else is down, the reasons for the answer and against it, and whose echo it has."""
    return told(_common(facts), _reasoning(facts), _implicated(facts))


def _common(facts: Facts) -> str:
    common = facts.common_cause
    if common is None:
        return ""
    text = _tie(facts, common)
    if common.rivals:
        rivals = wording.listed(common.rivals, most=NAMED)
        weighed = _("Weighed as well, and found less likely: {rivals}.").format(rivals=rivals)
        text = told(text, weighed)
    return text


def _tie(facts: Facts, common: Shared) -> str:
    """What ties the services to each other; their names, where the short answer lacks some."""
    others = felled(facts, common)
    if not others:
        return ""
    is_known = len(others) <= BRIEFLY_NAMED + 1 and facts.says == "inference"
    if is_culprit(facts, common):
        text = "" if is_known else _("Down with it, because they depend on it: {others}.")
    elif common.kind == POWER_GRID:
        text = ngettext(
            "{others} went down at the same time and is on the same power grid.",
            "{others} went down at the same time and are on the same power grid.",
            len(others),
        )
    elif is_known:
        text = _("All these services stand on {name}: one failure there would explain them all.")
    else:
        text = ngettext(
            "{others} went down at the same time and stands on {name} too: one failure there"
            " would explain both.",
            "{others} went down at the same time and stand on {name} too: one failure there"
            " would explain them all.",
            len(others),
        )
    return text.format(
        others=wording.listed(others, most=NAMED), name=shared_name(common.name, common.kind)
    )


def _implicated(facts: Facts) -> str:
    if not facts.implicates:
        return ""
    text = _(
        "Reports about {names} are probably about this: they rose with it or after it, stayed"
        " far fewer, and mostly don't say that there is no connection."
    )
    if facts.state != "ongoing":
        text = _(
            "Reports about {names} were probably about this: they rose with it or after it, stayed"
            " far fewer, and mostly didn't say that there was no connection."
        )
    return text.format(names=wording.listed(facts.implicates, most=NAMED))


def _reasoning(facts: Facts) -> str:
    """Both sides of the answer, or what is known where there is none."""
    verdict = facts.verdict
    if facts.says != "inference":
        return _beneath(facts)
    if not verdict.evidence:
        return _("Nothing is known that would tell one cause from another, so we name none.")
    if verdict.group == UNKNOWN:
        return _nothing_stands_out(facts)
    text = []
    if speak_for := _speaking(facts, verdict.leading, sign=1, most=LINES_TOLD):
        text += [_question(facts), *_in_words(speak_for)]
    if against := _speaking(facts, verdict.leading, sign=-1, most=AGAINST_TOLD):
        text += [_("What speaks against it?"), *_in_words(against)]
    if verdict.category == UNKNOWN and not is_of_one(verdict.group):
        text.append(
            _("Of this group {cause} fits best, but not well enough to name it alone.").format(
                cause=_says(verdict.leading)
            )
        )
    return told(*text)


def _beneath(facts: Facts) -> str:
    """What our own signals say under the word of an operator or a moderator."""
    own = facts.own
    if own is None or not own.evidence:
        return ""
    shown, facts = facts.verdict, replace(facts, verdict=own, says="inference")
    if own.group == UNKNOWN:
        return _("Our own signals do not tell one cause from another.")
    lines = _in_words(_speaking(facts, own.leading, sign=1, most=AGAINST_TOLD))
    text = _("Our own signals suggest {cause} rather. {lines}")
    if own.category == shown.category or own.category == UNKNOWN and own.group == shown.group:
        text = _("Our own signals point the same way. {lines}")
    return text.format(cause=said(facts), lines=told(*lines)).strip()


def _question(facts: Facts) -> str:
    common, verdict = facts.common_cause, facts.verdict
    is_implied = common is not None and implied(common) == verdict.leading
    if is_implied and common is not None and not is_culprit(facts, common):
        return _("What else points to it?")
    ask = _("Why {cause}?") if verdict.confidence == "likely" else _("Why possibly {cause}?")
    return ask.format(cause=said(facts))


def _nothing_stands_out(facts: Facts) -> str:
    close = [
        _says(slug)
        for slug, _group, chance in facts.verdict.alternatives[:RIVALS_TOLD]
        if chance >= LEAST_RIVAL
    ]
    text = [_("The signals fit several causes, and none of them stands out.")]
    if close:
        text.append(_("Closest come {causes}.").format(causes=wording.listed(close, most=NAMED)))
    if known := lines_told(facts):
        text += [_("What is known?"), *_in_words(known)]
    return told(*text)


def lines_told(facts: Facts) -> list[Line]:
    """The lines that are told of the answer, for it and against it."""
    verdict = facts.verdict
    if facts.says != "inference":
        return []
    if verdict.group == UNKNOWN:
        return [line for line in verdict.evidence if _loudest(line) >= FAINTEST][:LINES_TOLD]
    return [
        *_speaking(facts, verdict.leading, sign=1, most=LINES_TOLD),
        *_speaking(facts, verdict.leading, sign=-1, most=AGAINST_TOLD),
    ]


def _says(slug: str) -> str:
    return _(BY_SLUG[slug].says)


def _loudest(line: Line) -> float:
    return max((abs(weight) for _slug, weight in line.weights), default=0.0)


def _in_words(lines: Sequence[Line]) -> list[str]:
    return [wording.said(line.says) for line in lines]


def _speaking(
    facts: Facts, slug: str, *, sign: int, most: int, than: str = "", but: Collection[Line] = ()
) -> list[Line]:
    """Lines for (`sign` 1) or against (-1) a cause, the strongest first; with `than`, only those
    that tell it from that other cause."""
    found = []
    for line in facts.verdict.evidence:
        # The services that it went down with are told by name.
        if line in but or (facts.common_cause is not None and line.signal == "dependency"):
            continue
        weights = dict(line.weights)
        own = sign * weights.get(slug, 0.0)
        beyond = own - sign * weights.get(than, 0.0) if than else own
        if min(own, beyond) >= FAINTEST:
            found.append((own, line))
    found.sort(key=lambda pair: -pair[0])
    return [line for _weight, line in found[:most]]


def what_else(facts: Facts) -> str:
    """What else it could be, by what tells that from the answer, and what would change it."""
    verdict = facts.verdict
    if facts.says != "inference" or not verdict.evidence:
        return ""
    if verdict.group == UNKNOWN:
        if facts.state != "ongoing":
            return ""
        closest = [slug for slug, _group, _chance in verdict.alternatives[:RIVALS_TOLD]]
        return _what_would_change(closest, settled=False)
    others = [one for one in verdict.alternatives if one[0] != verdict.leading]
    near = [slug for slug, _group, chance in others[:RIVALS_TOLD] if chance >= LEAST_RIVAL]
    if near:
        return told(*_rivals(facts, near))
    if facts.state != "ongoing":
        return ""
    return _what_would_change([slug for slug, _group, _chance in others[:1]], settled=True)


def _rivals(facts: Facts, slugs: Sequence[str]) -> list[str]:
    """How they compare with the answer. A line is told once, for what it speaks of first."""
    text, so_far = [], lines_told(facts)
    leads = ((1, _("What speaks for that? {lines}")), (-1, _("What speaks against that? {lines}")))
    for slug in slugs:
        text.append(_could_be(facts, slug))
        for sign, lead in leads:
            lines = _speaking(
                facts, slug, sign=sign, most=AGAINST_TOLD, than=facts.verdict.leading, but=so_far
            )
            so_far = [*so_far, *lines]
            if lines:
                text.append(lead.format(lines=told(*_in_words(lines))))
    return text


def _could_be(facts: Facts, slug: str) -> str:
    if facts.state != "ongoing":
        return _("It could also have been {cause}.").format(cause=_says(slug))
    return _("It could also be {cause}; that becomes likelier if {sign}.").format(
        cause=_says(slug), sign=_(TELLS[slug])
    )


def _what_would_change(slugs: Sequence[str], *, settled: bool) -> str:
    signs = [
        _("{cause} becomes likelier if {sign}.").format(
            cause=capfirst(_says(slug)), sign=_(TELLS[slug])
        )
        for slug in slugs
    ]
    ask = _("What would change this answer?") if settled else _("What would settle it?")
    return told(ask, *signs) if signs else ""
