"""What we conclude, as it is stored."""

from outages.models.incidents import (
    CommonCause,
    Incident,
    IncidentQuerySet,
    IncidentRegion,
    Notice,
    TimelineEntry,
)
from outages.models.moderation import MissedOutage, Verdict
from outages.models.watching import Fit, Reading, Snapshot, Watch
from outages.models.why import Cause, Implication

__all__ = [
    "Cause",
    "CommonCause",
    "Fit",
    "Implication",
    "Incident",
    "IncidentQuerySet",
    "IncidentRegion",
    "MissedOutage",
    "Notice",
    "Reading",
    "Snapshot",
    "TimelineEntry",
    "Verdict",
    "Watch",
]
