"""Keep what incidents are judged to come from, voice by voice, and say what is shown of it.

Our signals, the operator and a moderator each have at most one judgement that stands. The highest
voice's is shown; ours goes on beneath it, so that it can be told beside the other, and is there at
once when the other is withdrawn. What is replaced stays in the history.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from outages.causes import written
from outages.causes.account import Facts
from outages.causes.sentence import Sentence
from outages.causes.signals import CauseVerdict, Confidence
from outages.causes.taxonomy import ISP, POWER_GRID, UNKNOWN
from outages.explain import in_english
from outages.explaining import changes
from outages.explaining.official import Statement
from outages.incidents import note_all
from outages.models import Cause, CauseWord, CommonCause, Incident, TimelineEntry

# From the weakest on.
CONFIDENCES = ("undetermined", "possible", "likely")
# The voices, from the highest on.
VOICES = (Cause.Says.MODERATOR, Cause.Says.OFFICIAL, Cause.Says.INFERENCE)
# What a minute's noise takes away, the next one often brings back: a weaker verdict waits until the
# one that is shown was not found again for so long, and another one that is as sure for less.
HELD_FOR = timedelta(minutes=15)
SETTLED_FOR = timedelta(minutes=5)
# Rows that one statement updates.
BATCH = 200
NOT_JUDGED = CauseVerdict(UNKNOWN, UNKNOWN, "undetermined", 0.0, (), ())


@dataclass
class Judging:
    """The causes of one incident while they are judged anew. Nothing is written before `save_all`.

    `causes`: what stands, by voice; `shown`: what was shown before.
    """

    incident: Incident
    now: datetime
    causes: dict[str, Cause] = field(default_factory=dict)
    shown: Cause | None = None
    # Why a word was taken back, for the timeline.
    left: str = ""
    _ended: list[Cause] = field(default_factory=list)
    _again: list[Cause] = field(default_factory=list)

    @classmethod
    def of(cls, incident: Incident, *, now: datetime) -> "Judging":
        """From an incident with its causes read."""
        rows = list(incident.causes.all())
        stands = {cause.says: cause for cause in rows if cause.until is None}
        return cls(incident, now, stands, next((cause for cause in rows if cause.current), None))

    @property
    def top(self) -> Cause | None:
        """What is to be shown."""
        return next((self.causes[voice] for voice in VOICES if voice in self.causes), None)

    def infer(self, verdict: CauseVerdict) -> None:
        """Take what the signals say now. In an incident's calm minutes they say what is usual
        rather than what happened: then only a surer verdict is taken."""
        own = self.causes.get(Cause.Says.INFERENCE)
        if own is not None and self.incident.calm_minutes and not _is_surer(verdict, own):
            return
        if own is not None and _is_same(own, verdict):
            for name, value in _judged(verdict).items():
                setattr(own, name, value)
            own.confirmed_at = self.now
            self._again.append(own)
        elif own is None or not _is_held(own, verdict, self.now):
            self._replace(
                Cause.Says.INFERENCE,
                category=verdict.category,
                group=verdict.group,
                confidence=verdict.confidence,
                **_judged(verdict),
            )

    def hear(self, statement: Statement | None) -> None:
        """Take what the operator says of it by now; None: nothing, or nothing any more."""
        his = self.causes.get(Cause.Says.OFFICIAL)
        if statement is None:
            self._end(Cause.Says.OFFICIAL)
        elif his is None or (his.category, his.said_at, his.words) != (
            statement.category,
            statement.said_at,
            statement.words,
        ):
            self._replace(
                Cause.Says.OFFICIAL,
                category=statement.category,
                group=statement.group,
                confidence="likely",
                probability=statement.sure,
                leading=statement.category,
                said_at=statement.said_at,
                words=statement.words,
                url=statement.url,
                was_read=statement.was_read,
            )

    def set(self, word: CauseWord) -> None:
        """Take a moderator's word, already stored: a cause, or that it is left to the others."""
        if word.word == CauseWord.Word.LEFT:
            self._end(Cause.Says.MODERATOR)
            self.left = word.reason
            return
        self._replace(
            Cause.Says.MODERATOR,
            category=word.category,
            group=word.group,
            confidence="likely",
            probability=1.0,
            leading=word.category,
            said_at=word.at,
            words=word.reason,
            word=word,
        )

    def _replace(self, voice: str, **fields: Any) -> None:
        self._end(voice)
        self.causes[voice] = Cause(
            incident=self.incident,
            says=voice,
            at=self.now,
            confirmed_at=self.now,
            current=False,
            **fields,
        )

    def _end(self, voice: str) -> None:
        if (last := self.causes.pop(voice, None)) is not None:
            last.until = self.now
            last.current = False
            self._ended.append(last)

    def writes(self) -> tuple[list[Cause], list[Cause], list[Cause]]:
        """Rows to put out of the way, then to bring up to date, then to add."""
        top, off = self.top, list(self._ended)
        if self.shown is not None and self.shown is not top and self.shown not in off:
            self.shown.current = False
            off.append(self.shown)
        again = list(self._again)
        if top is not None and not top.current:
            top.current = True
            if top.pk is not None and top not in again:
                again.append(top)
        return off, again, [cause for cause in self.causes.values() if cause.pk is None]


def save_all(judged: Sequence[Judging]) -> list[Incident]:
    """Write judgements, and into the timelines what changed of what is shown; gives the incidents
    of which anything changed. A fixed number of statements."""
    news = [(one, says) for one in judged if (says := _news(one))]
    writes = [one.writes() for one in judged]
    off, again, new = ([cause for rows in writes for cause in rows[n]] for n in range(3))
    if off:
        Cause.objects.bulk_update(off, ["until", "current"], batch_size=BATCH)
    if again:
        Cause.objects.bulk_update(again, AGAIN, batch_size=BATCH)
    Cause.objects.bulk_create(new)
    kind = TimelineEntry.Kind.CAUSE_CHANGED
    for at in {one.now for one, _says in news}:
        lines = [(one.incident, kind, says) for one, says in news if one.now == at]
        note_all(lines, at=at)
    return [one.incident for one, rows in zip(judged, writes, strict=True) if rows[0] or rows[2]]


def _news(one: Judging) -> Sentence | None:
    """What the timeline says of it. What the signals say first is no change."""
    before, after = one.shown, one.top
    if before is None and (after is None or after.says == Cause.Says.INFERENCE):
        return None
    if before is not None and after is not None and _shown(before) == _shown(after):
        return None
    return changes.said(before, after, left=one.left)


def _shown(cause: Cause) -> tuple[str, str, str, str, int | None]:
    return (cause.says, cause.category, cause.group, cause.confidence, cause.word_id)


def _is_same(own: Cause, verdict: CauseVerdict) -> bool:
    shown = (verdict.category, verdict.group, verdict.confidence)
    return shown == (own.category, own.group, own.confidence)


def _is_held(own: Cause, verdict: CauseVerdict, now: datetime) -> bool:
    """Whether what stands waits for more before this takes its place."""
    if _is_surer(verdict, own):
        return False
    as_sure = _sureness(verdict.confidence, verdict.category) == _sureness(
        own.confidence, own.category
    )
    return now - own.confirmed_at < (SETTLED_FOR if as_sure else HELD_FOR)


def _is_surer(verdict: CauseVerdict, own: Cause) -> bool:
    before = _sureness(own.confidence, own.category)
    return _sureness(verdict.confidence, verdict.category) > before


def _sureness(confidence: str, category: str) -> tuple[int, bool]:
    """A cause says more than its group alone."""
    return (CONFIDENCES.index(confidence), category != UNKNOWN)


def _judged(verdict: CauseVerdict) -> dict[str, Any]:
    return {
        "probability": verdict.probability,
        "leading": verdict.leading,
        "alternatives": [list(alternative) for alternative in verdict.alternatives],
        "evidence": [written.line_json(line) for line in verdict.evidence],
    }


# What changes of a judgement that stands.
AGAIN = (*_judged(NOT_JUDGED), "confirmed_at", "current")


def current_cause(incident: Incident) -> Cause | None:
    """The cause that is shown; None before the first judgement."""
    return next((cause for cause in incident.causes.all() if cause.current), None)


def own_cause(incident: Incident) -> Cause | None:
    """What our signals say, shown or beneath another's word."""
    own = (cause for cause in incident.causes.all() if cause.says == Cause.Says.INFERENCE)
    return next((cause for cause in own if cause.until is None), None)


def verdict_of(cause: Cause | None) -> CauseVerdict:
    """A stored cause as the verdict that it was."""
    if cause is None:
        return NOT_JUDGED
    return CauseVerdict(
        category=cause.category,
        group=cause.group,
        confidence=cast(Confidence, cause.confidence),
        probability=cause.probability,
        alternatives=tuple((slug, group, p) for slug, group, p in cause.alternatives),
        evidence=tuple(written.line_of(line) for line in cause.evidence),
        leading=cause.leading,
    )


def set_common_causes(shared: Mapping[int, CommonCause], incidents: Iterable[Incident]) -> None:
    """What incidents (by id) share with others. A cause once held stays until another is found."""
    changed = []
    for incident in incidents:
        common = shared.get(incident.pk)
        if common is not None and incident.common_cause_id != common.pk:
            incident.common_cause = common
            changed.append(incident)
    if changed:
        Incident.objects.bulk_update(changed, ["common_cause"], batch_size=BATCH)


def drop_wider_causes(incidents: Iterable[Incident]) -> None:
    """What turns out to stay inside one provider's network is no failure of what everybody uses."""
    drop_common_causes(
        one
        for one in incidents
        if one.common_cause is not None
        and one.common_cause.dependency.kind not in (ISP, POWER_GRID)
    )


def drop_common_causes(incidents: Iterable[Incident]) -> None:
    """These incidents share nothing, as it turns out."""
    dropped = list(incidents)
    for incident in dropped:
        incident.common_cause = None
    if dropped:
        Incident.objects.bulk_update(dropped, ["common_cause"], batch_size=BATCH)


def set_explanations(explained: Iterable[tuple[Incident, Facts]]) -> None:
    """The words of the incidents' pages in English, and what it takes to say the same in another
    language: what reads the same in one does so in all."""
    changed = []
    for incident, facts in explained:
        explanation = in_english(facts)
        detail = list(explanation.detail)
        if (incident.brief, incident.detail) == (explanation.brief, detail) and incident.facts:
            continue
        incident.brief, incident.detail = explanation.brief, detail
        incident.facts = written.facts_json(facts)
        changed.append(incident)
    if changed:
        Incident.objects.bulk_update(changed, ["brief", "detail", "facts"], batch_size=BATCH)
