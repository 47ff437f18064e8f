"""How far the watch has come, what it takes for usual, what it read, and from what."""

from django.db import models
from django.db.models import Q

from outages.models.incidents import Incident
from reports.models import Region, Service


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
    network = models.PositiveBigIntegerField(
        default=0,
        help_text="AS number that the row is about, with the world as its region; 0: all.",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("day", "service", "region", "network"), name="one_fit_a_day"
            ),
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
    row_network = models.PositiveBigIntegerField(
        default=0, help_text="AS number that the row is about; 0: people of all networks."
    )
    # With one it is kept for ever (retention.py).
    incident = models.ForeignKey(
        Incident, null=True, blank=True, on_delete=models.SET_NULL, related_name="readings"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("service", "minute", "region", "row_network"),
                name="one_reading_a_minute",
            ),
        )
        indexes = (
            models.Index(fields=("minute",), name="readings_of_a_minute"),
            models.Index(fields=("minute",), condition=Q(incident=None), name="readings_to_forget"),
        )

    def __str__(self) -> str:
        return f"z {self.z:.1f} at minute {self.minute}"


class Snapshot(models.Model):
    """What an incident's numbers were made from at one minute, so that anybody can make them again:
    kept for ever, while counts are folded and fits forgotten."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="snapshots")
    minute = models.PositiveIntegerField()
    version = models.CharField(max_length=40, help_text="Of the model that judged.")
    said = models.JSONField(help_text="The numbers of the row that the incident stood on.")
    inputs = models.BinaryField(help_text="judging.inputs.Inputs.pack")

    class Meta:
        ordering = ("minute",)
        constraints = (
            models.UniqueConstraint(fields=("incident", "minute"), name="one_snapshot_a_minute"),
        )

    def __str__(self) -> str:
        return f"{self.incident} at minute {self.minute}"
