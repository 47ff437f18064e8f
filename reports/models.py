"""What people tell us, as it is stored: the catalogue, reports, and their counts."""

from django.db import models
from django.utils import timezone


class Origin(models.TextChoices):
    """Who brought a service: the catalogue file, an operator, or a replayed log."""

    FILE = "file", "catalogue file"
    ADMIN = "admin", "administrator"
    REPLAY = "replay", "replayed log"


class Symptom(models.Model):
    """What people see: "cannot log in". Never a cause."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    says = models.CharField(max_length=80, help_text="Noun phrase for sentences.")

    def __str__(self) -> str:
        return self.name


class Category(models.Model):
    """A kind of service, with the symptoms that fit it."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    symptoms = models.JSONField(default=list, help_text="Symptom slugs in the order of the form.")

    class Meta:
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.name

    def offered(self) -> list[Symptom]:
        """The symptoms that fit, in the order of the form."""
        known = {
            symptom.slug: symptom for symptom in Symptom.objects.filter(slug__in=self.symptoms)
        }
        return [known[slug] for slug in self.symptoms if slug in known]


class Region(models.Model):
    """A country (ISO 3166-1) or a part of one (ISO 3166-2), the world, or "unknown"."""

    WORLD = "001"  # UN M49
    UNKNOWN = "ZZ"  # reserved by ISO 3166 for users; CLDR reads it as "unknown region"

    class Level(models.TextChoices):
        COUNTRY = "country"
        SUBDIVISION = "subdivision"
        WORLD = "world"
        UNKNOWN = "unknown"

    id = models.SmallAutoField(primary_key=True)
    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2, blank=True, db_index=True)
    level = models.CharField(max_length=12, choices=Level.choices)
    population = models.PositiveIntegerField(default=0, help_text="A rough weight, no census.")
    time_zone = models.CharField(
        max_length=40, blank=True, help_text="IANA name of most people's clocks; empty: UTC."
    )

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class Dependency(models.Model):
    """Something that several services stand on, and that fails as one."""

    class Kind(models.TextChoices):
        OPERATOR = "operator", "operator's platform"
        CLOUD = "cloud", "cloud"
        CLOUD_REGION = "cloud_region", "cloud region"
        CDN = "cdn", "content delivery network"
        DNS = "dns", "domain name service"
        PAYMENT = "payment", "payment provider"
        SECURITY_VENDOR = "security_vendor", "security vendor"
        ISP = "isp", "internet provider"
        POWER_GRID = "power_grid", "power grid"

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    # Its own page, where it has one: the culprit's page is often the quietest.
    service = models.ForeignKey(
        "Service", null=True, blank=True, on_delete=models.SET_NULL, related_name="is_dependency"
    )
    countries = models.JSONField(default=list, blank=True)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.ADMIN)

    class Meta:
        verbose_name_plural = "dependencies"

    def __str__(self) -> str:
        return self.name


class ServiceQuerySet(models.QuerySet["Service"]):
    def active(self) -> "ServiceQuerySet":
        return self.filter(active=True)


class Service(models.Model):
    """What people report about: WhatsApp, or their internet provider. Retired, never deleted."""

    slug = models.SlugField(unique=True, max_length=64)
    name = models.CharField(max_length=120)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="services")
    operator = models.ForeignKey(
        Dependency, null=True, blank=True, on_delete=models.PROTECT, related_name="operates"
    )
    homepage = models.URLField(blank=True)
    status_page = models.URLField(
        blank=True, help_text="The operator's own, if it is of the Statuspage form: https://…"
    )
    aliases = models.JSONField(default=list, blank=True, help_text="Other words people search for.")
    countries = models.JSONField(default=list, blank=True, help_text="Empty: worldwide.")
    observable = models.BooleanField(
        default=False, help_text="A quiet page means that it works, not that nobody comes by."
    )
    active = models.BooleanField(default=True)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.ADMIN)
    depends_on: "models.ManyToManyField[Dependency, Dependence]" = models.ManyToManyField(
        Dependency, through="Dependence", related_name="dependants"
    )

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Dependence(models.Model):
    """How surely a failure of the dependency is felt as a failure of the service."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE)
    dependency = models.ForeignKey(Dependency, on_delete=models.PROTECT)
    p = models.FloatField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("service", "dependency"), name="one_dependence_a_pair"),
            models.CheckConstraint(condition=models.Q(p__gt=0, p__lt=1), name="p_is_a_probability"),
        )

    def __str__(self) -> str:
        return f"{self.service} on {self.dependency}"


class Network(models.Model):
    """An AS number of an internet provider."""

    asn = models.PositiveBigIntegerField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="networks")

    def __str__(self) -> str:
        return f"AS{self.asn}"


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
