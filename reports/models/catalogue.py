"""The catalogue: services, what they stand on, where people are, what they see."""

from django.db import models


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
