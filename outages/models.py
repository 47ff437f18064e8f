"""What we conclude, as it is stored: fits, readings, incidents with their causes, notices."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from reports.models import Dependency, Region, Service


class Watch(models.Model):
    """How far the watch has come: one row, written at every tick."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    minute = models.PositiveIntegerField(help_text="The last complete minute that was judged.")
    data_until = models.DateTimeField(help_text="Every report received before is in the counts.")
    ticked_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="there_is_one_watch"),)

    def __str__(self) -> str:
        return f"watched until {self.data_until}"


class Fit(models.Model):
    """What a (service, region) usually gets by time of week, as fitted on one day."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.PositiveIntegerField(help_text="Days since 1970 of the day that it is for.")
    version = models.CharField(max_length=40, help_text="Of the model that made it.")
    row = models.JSONField(help_text="detection.baseline.Fit.row")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("day", "service", "region"), name="one_fit_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.service_id}/{self.region_id} on day {self.day}"


class Reading(models.Model):
    """How surprising a minute was for one (service, region): only above the warning threshold or
    in an ongoing incident, everything else is recomputed from counts."""

    class Reason(models.TextChoices):
        """Why a raised service has no incident."""

        NONE = "", "it has one, or is not raised"
        WEAK_SIGNAL = "weak_signal"
        FEW_NETWORKS = "few_networks"
        IMPLICATED = "implicated"

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+", db_index=False)
    minute = models.PositiveIntegerField()
    onset = models.PositiveIntegerField(help_text="Minute at which the winning window starts.")
    window = models.PositiveSmallIntegerField(help_text="Minutes.")
    observed = models.PositiveIntegerField(help_text="Distinct reporters in the window.")
    expected = models.FloatField()
    severity = models.FloatField(help_text="-log10 of the tail probability.")
    z = models.FloatField()
    reason = models.CharField(max_length=16, choices=Reason.choices, blank=True)
    network = models.PositiveBigIntegerField(
        null=True, help_text="AS number that it came almost only through, with few_networks."
    )
    version = models.CharField(max_length=40)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("service", "minute", "region"), name="one_reading_a_minute"
            ),
        )
        indexes = (models.Index(fields=("minute",), name="readings_of_a_minute"),)

    def __str__(self) -> str:
        return f"z {self.z:.1f} at minute {self.minute}"


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
            "regions__region",
            "causes",
            "timeline",
            "implications__service",
            "common_cause__incidents",
        )


class Incident(models.Model):
    """A declared outage of one service. Only outages/incidents.py writes here."""

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


class Cause(models.Model):
    """What an incident was judged to come from, at one time. History is kept; one is current."""

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
    current = models.BooleanField(default=True)

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(
                fields=("incident",),
                condition=Q(current=True),
                name="one_current_cause_per_incident",
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


class TimelineEntry(models.Model):
    """What happened to an incident, in the order in which it did."""

    class Kind(models.TextChoices):
        DECLARED = "declared"
        REGION_ADDED = "region_added"
        CAUSE_CHANGED = "cause_changed"
        SEVERITY_CHANGED = "severity_changed"
        RELAPSED = "relapsed"
        RESOLVED = "resolved"
        RETRACTED = "retracted"
        NOTICE = "notice"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="timeline")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = models.CharField(max_length=400)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text


class Notice(models.Model):
    """What an operator said itself: a status post, announced maintenance, a release."""

    class Kind(models.TextChoices):
        STATUS = "status"
        MAINTENANCE = "maintenance"
        RELEASE = "release"

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="notices")
    at = models.DateTimeField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(max_length=4000)
    starts = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    source = models.CharField(max_length=40, default="official")
    url = models.URLField(blank=True)

    class Meta:
        ordering = ("-at",)
        constraints = (
            models.UniqueConstraint(
                fields=("service", "at", "kind", "source"), name="a_notice_stands_once"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]
