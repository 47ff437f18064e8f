"""What moderators say of incidents and of missed outages. Nothing is overwritten."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from outages.models.incidents import Incident
from reports.models import Service


class MissedOutage(models.Model):
    """An outage that there was, by a moderator's word, and that the watch did not declare."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="missed_outages")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-started_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("started_at")),
                name="a_missed_outage_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.service} since {self.started_at}, missed"


class Said(models.Model):
    """A moderator's word, with who, when and why. A later word does not change an earlier one: it
    takes its place, and both stay."""

    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Stays when the account goes.
    by_name = models.CharField(max_length=150)
    reason = models.TextField(max_length=1000)
    current = models.BooleanField(default=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("a moderator's word is not changed: a later one takes its place")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("a moderator's word is not deleted")


class Verdict(Said):
    """Whether an incident was one, or that one was missed."""

    class Word(models.TextChoices):
        CONFIRMED = "confirmed"
        RETRACTED = "retracted"
        MISSED = "missed"
        # The record of a missed outage was wrong.
        WITHDRAWN = "withdrawn"

    # On an incident, or on an outage without one.
    incident = models.ForeignKey(
        Incident, null=True, blank=True, on_delete=models.PROTECT, related_name="verdicts"
    )
    missed = models.ForeignKey(
        MissedOutage, null=True, blank=True, on_delete=models.PROTECT, related_name="verdicts"
    )
    word = models.CharField(max_length=12, choices=Word.choices)

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("incident",),
                condition=Q(current=True),
                name="one_current_word_per_incident",
            ),
            models.UniqueConstraint(
                fields=("missed",),
                condition=Q(current=True),
                name="one_current_word_per_missed_outage",
            ),
            models.CheckConstraint(
                condition=Q(
                    incident__isnull=False, missed=None, word__in=("confirmed", "retracted")
                )
                | Q(incident=None, missed__isnull=False, word__in=("missed", "withdrawn")),
                name="a_word_fits_what_it_is_about",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_word_has_its_reason"),
        )

    def __str__(self) -> str:
        return f"{self.word} by {self.by_name}"


class CauseWord(Said):
    """What an incident comes from, or that this is left to the signals again."""

    class Word(models.TextChoices):
        SET = "set"
        LEFT = "left"

    incident = models.ForeignKey(
        Incident, on_delete=models.PROTECT, related_name="words_on_its_cause"
    )
    word = models.CharField(max_length=12, choices=Word.choices)
    # Slugs of outages.causes.taxonomy; a category of "unknown" where only the group is named.
    category = models.CharField(max_length=32, blank=True)
    group = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("incident",),
                condition=Q(current=True),
                name="one_current_word_on_a_cause_per_incident",
            ),
            models.CheckConstraint(
                condition=(Q(word="set") & ~Q(category="") & ~Q(group__in=("", "unknown")))
                | Q(word="left", category="", group=""),
                name="a_word_on_a_cause_names_one_or_leaves_it",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_word_on_a_cause_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.category or self.word} by {self.by_name}"
