"""What an incident was judged to come from, and whose reports are probably about it."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

from outages.models.incidents import Incident
from outages.models.moderation import CauseWord
from reports.models import Service


class Cause(models.Model):
    """What an incident comes from, as somebody judged it at one time. History is kept.

    Each voice (our signals, the operator, a moderator) has at most one that stands; of those that
    stand, the highest voice's is current: it is shown, and the others wait beneath it.
    """

    class Says(models.TextChoices):
        INFERENCE = "inference"
        OFFICIAL = "official"
        MODERATOR = "moderator"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="causes")
    at = models.DateTimeField()
    confirmed_at = models.DateTimeField(help_text="When it was last judged so.")
    category = models.CharField(max_length=32)
    group = models.CharField(max_length=32)
    confidence = models.CharField(max_length=16)
    probability = models.FloatField()
    says = models.CharField(max_length=12, choices=Says.choices, default=Says.INFERENCE)
    alternatives = models.JSONField(default=list, help_text="[category, group, probability]")
    leading = models.CharField(max_length=32, help_text="The most probable one, shown or not.")
    evidence = models.JSONField(default=list, help_text="outages.causes.signals.Line")
    current = models.BooleanField(default=True, help_text="It is the one that is shown.")
    until = models.DateTimeField(null=True, help_text="When it ceased to stand; null: it stands.")
    # The voices that are not our own: when they spoke, and the words that were understood so.
    said_at = models.DateTimeField(null=True)
    words = models.TextField(blank=True)
    url = models.URLField(blank=True)
    # The operator's, where the cause was read from a text; else somebody filled it in.
    was_read = models.BooleanField(default=False)
    word = models.OneToOneField(
        CauseWord, null=True, on_delete=models.PROTECT, related_name="cause"
    )

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("incident",),
                condition=Q(current=True),
                name="one_current_cause_per_incident",
            ),
            models.UniqueConstraint(
                fields=("incident", "says"),
                condition=Q(until=None),
                name="one_standing_cause_per_voice",
            ),
            models.CheckConstraint(
                condition=Q(current=False) | Q(until=None), name="what_is_shown_stands"
            ),
            models.CheckConstraint(
                condition=Q(says="inference", said_at=None, word=None)
                | Q(says="official", said_at__isnull=False, word=None)
                | Q(says="moderator", said_at__isnull=False, word__isnull=False),
                name="a_cause_has_what_its_voice_said",
            ),
        )

    def __str__(self) -> str:
        return f"{self.category} of {self.incident}"


class Implication(models.Model):
    """A service whose reports are probably about another one's incident: implicated, not down."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="implications")
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="implications")
    probability = models.FloatField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    onset = models.DateTimeField(
        null=True, help_text="Start of its rise, as seen when it first crossed the threshold."
    )
    seen = models.JSONField(
        default=dict, help_text="What the echo rule compared at the last judged minute."
    )
    overturned = models.BooleanField(
        default=False, help_text="Its rise turned out to be its own: it then opened by itself."
    )
    folded = models.ForeignKey(
        Incident,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="folded_into",
        help_text="Its own incident, declared before the stronger one's was and withdrawn for it.",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("service",),
                condition=Q(until=None),
                name="implicated_by_one_incident_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.service} by {self.incident}"


def upheld(rows: Iterable[Implication]) -> list[Implication]:
    """Of an incident's implications the surest of each service, surest first; none of a service
    that then opened by itself."""
    every = list(rows)
    overturned = {row.service_id for row in every if row.overturned}
    surest: dict[int, Implication] = {}
    for row in sorted(every, key=lambda row: (-row.probability, row.service.slug)):
        if row.service_id not in overturned:
            surest.setdefault(row.service_id, row)
    return list(surest.values())
