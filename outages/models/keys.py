"""Keys: who may send what operators say."""

from typing import ClassVar

from django.db import models

from reports.models import Service


class Key(models.Model):
    """A secret that an organisation sends along (`Authorization: Bearer …`), kept as its hash.

    Without services it holds for all of them. One that was revoked never works again.
    """

    class Scope(models.TextChoices):
        NOTICES = "notices", "send notices and replies"

    name = models.CharField(max_length=120, unique=True, help_text="The organisation.")
    begins = models.CharField(max_length=12, help_text="The secret's first characters.")
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    services: "models.ManyToManyField[Service, models.Model]" = models.ManyToManyField(
        Service, blank=True, related_name="+", help_text="Empty: every service."
    )
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    # For Django's permissions and DRF, which ask a request's user.
    is_authenticated: ClassVar[bool] = True

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return f"{self.name} ({self.begins}…)"
