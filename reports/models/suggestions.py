"""Services that people miss here, as they were suggested."""

from django.db import models
from django.db.models import Q

from reports.models.catalogue import Category, Service


class Suggestion(models.Model):
    """A site or an app that is to be added, and how many people asked for it. Nothing says who."""

    class State(models.TextChoices):
        WAITING = "waiting"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    name = models.CharField(max_length=80)
    homepage = models.URLField()
    address = models.CharField(
        max_length=200,
        unique=True,
        help_text="Host and path: two homepages that differ in neither are one.",
    )
    category = models.ForeignKey(
        Category,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The service’s kind once it is accepted; empty: Other.",
    )
    people = models.PositiveIntegerField(default=0, help_text="One a person and day.")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    service = models.OneToOneField(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="suggestion"
    )

    class Meta:
        ordering = ("-people", "first_at")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="accepted", service__isnull=False)
                | (~Q(state="accepted") & Q(service=None)),
                name="what_is_accepted_has_a_service",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Suggester(models.Model):
    """Who has suggested what today, by a token that nobody can turn back; gone when the day is."""

    day = models.DateField()
    reporter = models.UUIDField()
    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("day", "reporter"), name="one_suggestion_a_person_and_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.suggestion} on {self.day}"
