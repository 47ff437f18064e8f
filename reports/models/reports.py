"""Reports, and what stands beside them: ids, tallies, what the inbox lacks, suspicions."""

from django.db import models
from django.utils import timezone

from reports.models.catalogue import Region, Service, Symptom


class Kind(models.TextChoices):
    REPORT = "report", "it is down for me"
    WORKS = "works", "it works for me"


class Discard(models.TextChoices):
    """Why a report weighs nothing: it is stored and shown as volume, and convinces nobody."""

    PREFIX_CAP = "prefix_cap", "more votes from one address block than count"
    CROSS_SITE = "cross_site", "sent by another site's page"
    HONEYPOT = "honeypot", "a field was filled in that people do not see"
    NO_TOKEN = "no_token", "the form's token was missing"
    TOO_FAST = "too_fast", "sent quicker than a person can"
    UNPROVEN = "unproven", "no token and no proof of work while the service was under suspicion"


class Report(models.Model):
    """One voice: a person, a service, a window. Its key says all three (reporter.vote_key)."""

    class Connection(models.TextChoices):
        WIFI = "wifi"
        MOBILE = "mobile"
        WIRED = "wired"

    key = models.UUIDField(primary_key=True)
    # No index over what is never looked up: each would cost every report that is stored.
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", db_index=False)
    symptom = models.ForeignKey(
        Symptom, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    minute = models.PositiveIntegerField(help_text="Minutes since 1970 in which it was received.")
    received = models.DateTimeField()
    # Daily keyed tokens (reporter.identify); null where a log lacks them, and after 48 hours.
    reporter = models.UUIDField(null=True)
    prefix = models.UUIDField(null=True)
    network = models.PositiveBigIntegerField(null=True)
    weight = models.PositiveSmallIntegerField(default=1)
    discard = models.CharField(max_length=12, choices=Discard.choices, blank=True)
    first_in_24h = models.BooleanField()
    implicated = models.ForeignKey(
        Service, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    others_work = models.BooleanField(null=True)
    connection = models.CharField(max_length=8, choices=Connection.choices, blank=True)
    comment = models.CharField(max_length=280, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("service", "minute"), name="reports_of_a_service"),
            # Who forgets finds in it what is left to forget, and nothing else.
            models.Index(
                fields=("minute",),
                condition=models.Q(reporter__isnull=False) | models.Q(prefix__isnull=False),
                name="reports_with_tokens",
            ),
            # Was this person heard in the last 24 hours? Asked while the inbox is away. Two days of
            # tokens, however many rows there are.
            models.Index(
                fields=("reporter",),
                condition=models.Q(reporter__isnull=False),
                name="reports_of_a_reporter",
            ),
            models.Index(
                fields=("service", "minute", "discard"),
                condition=models.Q(weight=0),
                name="discards_of_a_service",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(discard="", weight__gt=0)
                | ~models.Q(discard="") & models.Q(weight=0),
                name="no_weight_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return str(self.key)


class ClientId(models.Model):
    """A client's own id of its report, for a day: sent again, it is the report it was at first."""

    pk = models.CompositePrimaryKey("client_id", "service_id")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    client_id = models.UUIDField()
    key = models.UUIDField(help_text="The report that it stands for.")
    said = models.UUIDField(help_text="A hash of what was said: other words are another report.")
    minute = models.PositiveIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.client_id)


class Tally(models.Model):
    """How many reports came to what end in the database, since it was made."""

    class Name(models.TextChoices):
        STORED = "stored", "rows that were new"
        REPEATED = "repeated", "reports that were stored before"
        ACCEPTED = "accepted_by_database", "taken while the inbox was away"

    name = models.CharField(max_length=24, primary_key=True, choices=Name.choices)
    n = models.PositiveBigIntegerField()

    class Meta:
        verbose_name_plural = "tallies"

    def __str__(self) -> str:
        return f"{self.name}: {self.n}"


class Unheard(models.Model):
    """What the database took while the inbox was away, and the inbox must still hear of (one row).

    `writes` grows with each batch, so that what comes during the telling is told as well.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    since = models.PositiveIntegerField(help_text="The first minute of which it lacks reports.")
    writes = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="one_row_of_unheard"),)

    def __str__(self) -> str:
        return f"since minute {self.since}"


class Suspicion(models.Model):
    """A service whose reports need a token or a proof of work to weigh anything."""

    class By(models.TextChoices):
        WATCH = "watch", "seen in its reports"
        OPERATOR = "operator", "an operator said so"

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="suspicion")
    by = models.CharField(max_length=8, choices=By.choices, default=By.OPERATOR)
    reason = models.CharField(max_length=120, blank=True)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True, help_text="Empty: until it is deleted.")

    def __str__(self) -> str:
        return f"{self.service} since {self.since:%Y-%m-%d %H:%M}"
