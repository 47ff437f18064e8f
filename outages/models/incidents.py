"""Incidents: where, what happened to them, which share a cause."""

from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import Q

from reports.models import Dependency, Region, Service


class CommonCause(models.Model):
    """A dependency whose failure explains several incidents at once."""

    dependency = models.ForeignKey(Dependency, on_delete=models.PROTECT, related_name="+")
    probability = models.FloatField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    rivals = models.JSONField(
        default=list, help_text="[slug, probability] of the losing hypotheses."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dependency",),
                condition=Q(ended_at=None),
                name="one_ongoing_common_cause_per_dependency",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dependency} since {self.started_at}"


class IncidentQuerySet(models.QuerySet["Incident"]):
    def ongoing(self) -> "IncidentQuerySet":
        return self.filter(state=Incident.State.ONGOING)

    def ongoing_or_ended_since(self, moment: datetime) -> "IncidentQuerySet":
        return self.filter(
            Q(state=Incident.State.ONGOING)
            | Q(state=Incident.State.RESOLVED, resolved_at__gt=moment)
        )

    def whole(self) -> "IncidentQuerySet":
        """With everything that pages and API show, in a fixed number of queries."""
        return self.select_related(
            "service__category", "common_cause__dependency", "previous"
        ).prefetch_related(
            _joined("regions", "IncidentRegion", "region"),
            "causes",
            "timeline",
            _joined("implications", "Implication", "service"),
            _joined("folded_into", "Implication", "incident__service"),
            "common_cause__incidents",
            "verdicts",
        )


def _joined(name: str, model: str, along: str) -> "models.Prefetch[str]":
    """Rows with what they point to, in one query instead of one for each step."""
    rows = apps.get_model("outages", model)._base_manager.select_related(along)
    return models.Prefetch(name, queryset=rows)


class Incident(models.Model):
    """A declared outage of one service. Only outages/incidents.py and
    outages/moderating.py write here."""

    class State(models.TextChoices):
        ONGOING = "ongoing"
        RESOLVED = "resolved"
        RETRACTED = "retracted"

    class Severity(models.TextChoices):
        MINOR = "minor"
        MAJOR = "major"
        CRITICAL = "critical"

    class Scope(models.TextChoices):
        GLOBAL = "global"
        MULTI_REGION = "multi_region"
        REGIONAL = "regional"
        NETWORK = "network"

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="incidents")
    state = models.CharField(max_length=12, choices=State.choices, default=State.ONGOING)
    severity = models.CharField(max_length=12, choices=Severity.choices)
    scope = models.CharField(max_length=16, choices=Scope.choices)
    network = models.PositiveBigIntegerField(
        default=0, help_text="AS number of the network that it is about alone; 0: not of one."
    )
    started_at = models.DateTimeField()
    declared_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField()
    peak_at = models.DateTimeField()
    peak_window = models.PositiveSmallIntegerField(
        help_text="Minutes that the peak's reports span."
    )
    peak_reports = models.PositiveIntegerField()
    peak_expected = models.FloatField()
    peak_z = models.FloatField()
    calm_minutes = models.PositiveSmallIntegerField(default=0)
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    common_cause = models.ForeignKey(
        CommonCause, null=True, blank=True, on_delete=models.SET_NULL, related_name="incidents"
    )
    brief = models.TextField(blank=True)
    detail = models.JSONField(default=list, help_text="Paragraphs.")
    # What both were written from: for readers of other languages than English.
    facts = models.JSONField(default=dict, help_text="outages.causes.written")
    # Why it was declared (at declaration) and how it stood at the last judged minute.
    evidence = models.JSONField(default=dict)
    latest = models.JSONField(default=dict)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ("-started_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("service",),
                condition=Q(state="ongoing"),
                name="one_ongoing_incident_per_service",
            ),
            models.CheckConstraint(
                condition=Q(state="ongoing", resolved_at=None)
                | (~Q(state="ongoing") & Q(resolved_at__isnull=False)),
                name="an_incident_has_an_end_unless_it_is_ongoing",
            ),
        )
        indexes = (models.Index(fields=("-started_at",), name="incidents_by_start"),)

    def __str__(self) -> str:
        return f"{self.service} since {self.started_at}"


class IncidentRegion(models.Model):
    """A region that an incident reached. Times are when it was told apart there."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="regions")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    peak_z = models.FloatField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("incident", "region"), name="a_region_once_an_incident"
            ),
        )

    def __str__(self) -> str:
        return f"{self.region} in {self.incident}"


class TimelineEntry(models.Model):
    """What happened to an incident, in the order in which it did."""

    class Kind(models.TextChoices):
        DECLARED = "declared"
        REGION_ADDED = "region_added"
        CAUSE_CHANGED = "cause_changed"
        SEVERITY_CHANGED = "severity_changed"
        RELAPSED = "relapsed"
        RESOLVED = "resolved"
        CONFIRMED = "confirmed"
        RETRACTED = "retracted"
        NOTICE = "notice"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="timeline")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = models.CharField(max_length=600, help_text="In English.")
    sentence = models.JSONField(default=dict, help_text="The same for any language.")

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text
