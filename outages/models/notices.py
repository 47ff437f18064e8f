"""What operators say themselves: notices, replies, and the status pages that are read for them."""

from django.db import models
from django.db.models import F, Q

from outages.causes.taxonomy import KNOWN
from outages.models.incidents import Incident
from reports.models import Service


class Notice(models.Model):
    """What an operator said itself: a status post, announced maintenance, a release.

    `ref` is the operator's own id of it: what comes again under it is the same notice, and keeps
    the `at` of the first. `cause`: what they say it was, filled in by whoever entered it; empty:
    the text may tell. `version`: of the app, of a release. A maintenance without `ends` has no
    known end.
    """

    class Kind(models.TextChoices):
        STATUS = "status"
        MAINTENANCE = "maintenance"
        RELEASE = "release"

    OFFICIAL = "official"

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="notices")
    at = models.DateTimeField()
    updated_at = models.DateTimeField(
        null=True, blank=True, help_text="When it last came again with other words."
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(max_length=4000)
    starts = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    source = models.CharField(
        max_length=40,
        default=OFFICIAL,
        help_text="“official”: the operator itself says so. Else who does.",
    )
    url = models.URLField(blank=True)
    ref = models.CharField(max_length=120, blank=True, help_text="The operator's own id of it.")
    cause = models.CharField(
        max_length=40,
        blank=True,
        choices=[(slug, slug) for slug in KNOWN],
        help_text="What they say it was; empty: they don't say.",
    )
    version = models.CharField(max_length=40, blank=True, help_text="Of the app, of a release.")

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("service", "at", "kind", "source"),
                condition=Q(ref=""),
                name="a_notice_stands_once",
            ),
            models.UniqueConstraint(
                fields=("service", "source", "ref"),
                condition=~Q(ref=""),
                name="a_notice_stands_once_by_its_ref",
            ),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(ends__gte=F("starts")),
                name="a_notice_does_not_end_before_it_starts",
            ),
        )
        indexes = (
            models.Index(fields=("-at", "-id"), name="notices_by_time"),
            models.Index(fields=("service", "-at"), name="notices_of_a_service"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class Reply(models.Model):
    """A service's operator answers what is said here: shown beside the verdict as theirs, heard by
    none. `incident`: the one that it is about; none: all of it."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="replies")
    incident = models.ForeignKey(
        Incident, null=True, blank=True, on_delete=models.CASCADE, related_name="replies"
    )
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120, help_text="The organisation that replies.")
    text = models.TextField(max_length=2000)
    url = models.URLField(blank=True)
    shown = models.BooleanField(default=True)

    class Source(models.TextChoices):
        KEY = "key", "sent with a key"
        ADMIN = "admin", "entered in the admin"

    source = models.CharField(max_length=8, choices=Source.choices)

    class Meta:
        ordering = ("-at", "-id")
        verbose_name_plural = "replies"
        indexes = (
            models.Index(fields=("-at", "-id"), name="replies_by_time"),
            models.Index(fields=("service", "-at"), name="replies_of_a_service"),
        )

    def __str__(self) -> str:
        return f"{self.by_name}: {self.text[:80]}"


class StatusPage(models.Model):
    """How it goes with reading a service's own status page (outages/following)."""

    ETAG_LENGTH, DATE_LENGTH = 400, 80

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="followed_page")
    url = models.URLField(help_text="Where it was at the last look.")
    etag = models.CharField(max_length=ETAG_LENGTH, blank=True)
    last_modified = models.CharField(max_length=DATE_LENGTH, blank=True)
    due_at = models.DateTimeField(db_index=True)
    fetched_at = models.DateTimeField(null=True, help_text="The last look, whatever came of it.")
    ok_at = models.DateTimeField(null=True, help_text="The last look that went well.")
    failures = models.PositiveIntegerField(default=0, help_text="In a row, up to now.")
    error = models.CharField(max_length=400, blank=True)
    looks_ok = models.PositiveBigIntegerField(default=0)
    looks_failed = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return self.url
