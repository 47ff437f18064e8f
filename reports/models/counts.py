"""Counts of reports. Always the sum of their rows."""

from django.db import models

from reports.models.catalogue import Region, Service, Symptom


class MinuteCount(models.Model):
    """How many reports a service got from a region in a minute. Always the sum of its rows."""

    pk = models.CompositePrimaryKey("service_id", "minute", "region_id")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", db_index=False)
    minute = models.PositiveIntegerField()
    reports = models.PositiveIntegerField(help_text="Reports that weigh something.")
    volume = models.PositiveIntegerField(help_text="All reports, those that weigh nothing too.")
    works = models.PositiveIntegerField(help_text="'It works for me'.")
    first_reporters = models.PositiveIntegerField(help_text="Reporters not heard in 24 hours.")

    class Meta:
        indexes = (models.Index(fields=("minute",), name="counts_of_a_minute"),)

    def __str__(self) -> str:
        return f"{self.reports} at minute {self.minute}"


class SymptomCount(models.Model):
    """Reports by symptom, service, region and quarter of an hour. Always the sum of its rows."""

    pk = models.CompositePrimaryKey("service_id", "minute", "region_id", "symptom_id")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", db_index=False)
    symptom = models.ForeignKey(Symptom, on_delete=models.PROTECT, related_name="+", db_index=False)
    minute = models.PositiveIntegerField(help_text="First minute of the quarter of an hour.")
    reports = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.reports} at minute {self.minute}"


class NetworkCount(models.Model):
    """How many reports a service got through a network in a minute. Always the sum of its rows,
    and kept as long as they are: by then the daily fit has learned from it."""

    pk = models.CompositePrimaryKey("service_id", "minute", "network")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    network = models.PositiveBigIntegerField(help_text="AS number.")
    minute = models.PositiveIntegerField()
    reports = models.PositiveIntegerField(help_text="Reports that weigh something.")
    first_reporters = models.PositiveIntegerField(help_text="Reporters not heard in 24 hours.")

    class Meta:
        indexes = (models.Index(fields=("minute",), name="network_counts_of_a_minute"),)

    def __str__(self) -> str:
        return f"{self.reports} through AS{self.network} at minute {self.minute}"


class AnswerCount(models.Model):
    """How many of those who reported a service in a minute answered which one fails: another
    (`about`), or this one by itself (`about` is the service). Always the sum of its rows."""

    pk = models.CompositePrimaryKey("service_id", "minute", "about_id")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    about = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    minute = models.PositiveIntegerField()
    reports = models.PositiveIntegerField(help_text="Reports that weigh something.")
    first_reporters = models.PositiveIntegerField(help_text="Reporters not heard in 24 hours.")

    def __str__(self) -> str:
        return f"{self.reports} at minute {self.minute}"
