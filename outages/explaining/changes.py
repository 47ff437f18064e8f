"""What a timeline says when another cause is shown: which, instead of which, by whom and why."""

from outages.causes.sentence import Sentence, Value
from outages.causes.sentence import sentence as _
from outages.causes.taxonomy import BY_SLUG, GROUP_SAYS, KNOWN, UNKNOWN
from outages.models import Cause

UNDETERMINED = "undetermined"


def said(before: Cause | None, after: Cause | None, *, left: str = "") -> Sentence:
    """The change from one shown cause to another. `left`: why a moderator's word was taken back."""
    now = _now(before, after)
    if left:
        return _(
            "A moderator leaves the cause to the signals again: {reason} {now}",
            reason=left,
            now=now,
        )
    return now


def _now(before: Cause | None, after: Cause | None) -> Sentence:
    values: dict[str, Value] = {"before": _before(before)}
    if after is None or not _is_named(after):
        return _("The cause is not determined any more (before: {before}).", **values)
    values["cause"] = _name(after)
    if after.says == Cause.Says.MODERATOR:
        values["reason"] = after.words
        return _("A moderator set the cause: {cause} (before: {before}). {reason}", **values)
    if after.says == Cause.Says.OFFICIAL:
        return _("According to its operator the cause is {cause} (before: {before}).", **values)
    if after.confidence == "likely":
        return _("Likely cause now: {cause} (before: {before}).", **values)
    return _("Possible cause now: {cause} (before: {before}).", **values)


def _before(cause: Cause | None) -> Sentence:
    if cause is None or not _is_named(cause):
        return _("not determined")
    name = _name(cause)
    if cause.says == Cause.Says.MODERATOR:
        return _("{cause}, by a moderator", cause=name)
    if cause.says == Cause.Says.OFFICIAL:
        return _("{cause}, by its operator", cause=name)
    if cause.confidence == "likely":
        return _("likely {cause}", cause=name)
    return _("possibly {cause}", cause=name)


def _is_named(cause: Cause) -> bool:
    return cause.group != UNKNOWN and cause.confidence != UNDETERMINED


def _name(cause: Cause) -> Sentence:
    """The cause in the middle of a sentence; its group where only that is named."""
    if cause.category in KNOWN:
        return _(BY_SLUG[cause.category].says)
    return _(GROUP_SAYS.get(cause.group, GROUP_SAYS[UNKNOWN]))
