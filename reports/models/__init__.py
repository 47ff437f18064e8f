"""What people tell us, as it is stored: the catalogue, reports, their counts, suggestions."""

from reports.models.catalogue import (
    Category,
    Dependence,
    Dependency,
    Network,
    Origin,
    Region,
    Service,
    ServiceQuerySet,
    Symptom,
)
from reports.models.counts import AnswerCount, MinuteCount, NetworkCount, SymptomCount
from reports.models.letters import DeadLetters
from reports.models.reports import (
    ClientId,
    Discard,
    Kind,
    Report,
    Suspicion,
    Tally,
    Unheard,
)
from reports.models.suggestions import Suggester, Suggestion

__all__ = [
    "AnswerCount",
    "Category",
    "ClientId",
    "DeadLetters",
    "Dependence",
    "Dependency",
    "Discard",
    "Kind",
    "MinuteCount",
    "Network",
    "NetworkCount",
    "Origin",
    "Region",
    "Report",
    "Service",
    "ServiceQuerySet",
    "Suggester",
    "Suggestion",
    "Suspicion",
    "Symptom",
    "SymptomCount",
    "Tally",
    "Unheard",
]
