"""The shapes of the API's bodies, for the schema. tests/outages/api checks that bodies fit them."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers as s

from outages.api.parameters import LARGEST_PAGE, USUAL_PAGE
from outages.heatmap import STATES
from outages.models import Cause as CauseRow
from outages.models import CauseWord as CauseWordRow
from outages.models import Incident as IncidentRow
from outages.models import Notice as NoticeRow
from outages.models import TimelineEntry as TimelineRow
from outages.showing.statuses import STATUSES
from reports.models import Dependency as DependencyRow
from reports.models import Region as RegionRow

# What a moderator can say of an incident.
WORDS = ("confirmed", "retracted")
MINUTES = "as 5m, 24h or 7d"
Q = OpenApiParameter("q", str, description="Words that the name or an alias holds.")
CATEGORY = OpenApiParameter("category", str, description="Slug of a category.")
STATUS = OpenApiParameter("status", str, enum=STATUSES)
WINDOW = OpenApiParameter("window", str, description=f"Length of time up to now, {MINUTES}.")
STEP = OpenApiParameter("step", str, description=f"Width of a point, {MINUTES}.")
REGION = OpenApiParameter("region", str, description="ISO 3166-1 or 3166-2 code.")
COUNTRY = OpenApiParameter("country", str, description="ISO 3166-1 alpha-2 code.")
LEVEL = OpenApiParameter("level", str, enum=("country", "subdivision"))
PAGE = (
    OpenApiParameter("cursor", str, description="From “next” or “previous”."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_PAGE}, usually {USUAL_PAGE}."),
)
WORDS_PAGE = (
    OpenApiParameter("cursor", str, description="From “next” or “previous”."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_PAGE}, usually {LARGEST_PAGE}."),
)
INCIDENTS = (
    OpenApiParameter("service", str, description="Slug of a service."),
    REGION,
    OpenApiParameter("cause", str, description="Category or group of the current cause."),
    OpenApiParameter("state", str, enum=IncidentRow.State.values),
    OpenApiParameter("since", OpenApiTypes.DATETIME, description="Touching the time from here on."),
    OpenApiParameter("until", OpenApiTypes.DATETIME, description="Begun before."),
)


class Verdict(s.Serializer):
    generated_at = s.DateTimeField(help_text="When the watch last looked.")
    data_until = s.DateTimeField(
        allow_null=True, help_text="Every report received before is in the counts."
    )
    stale = s.BooleanField(help_text="The data are too old to tell how it is now.")


class Named(s.Serializer):
    slug = s.CharField()
    name = s.CharField()


class Implicated(Named):
    probability = s.FloatField(help_text="0 to 1.")


class ImplicatedBy(Implicated):
    incident = s.IntegerField()
    category = s.CharField(help_text="Slug of the category of the service that is down.")
    since = s.DateTimeField(help_text="When the rise here was first put down to it.")
    started_at = s.DateTimeField(help_text="When its incident began.")


class Answers(s.Serializer):
    answered = s.IntegerField(allow_null=True, help_text="Null: it would tell of a few people.")
    implicated = s.IntegerField(
        allow_null=True, help_text="Reports that mean the other service. Null: of too few people."
    )
    by_itself = s.IntegerField(
        allow_null=True, help_text="Reports of more than that. Null: of too few people."
    )


class RecentAnswers(Answers):
    def get_fields(self) -> dict[str, s.Field]:
        # “from” is no name in Python.
        period = {"from": s.DateTimeField(), "until": s.DateTimeField()}
        return {**period, **super().get_fields()}


class EchoRule(s.Serializer):
    below_share = s.FloatField()
    head_start_minutes = s.FloatField()
    below_no_connection = s.FloatField()


class Seen(s.Serializer):
    at = s.DateTimeField()
    strength = s.IntegerField(help_text="Reporters above what is usual in an hour.")
    strong_strength = s.IntegerField(help_text="Those of the service that is down.")
    share = s.FloatField()
    minutes_later = s.IntegerField(help_text="Below 0: it rose before.")
    symptoms = s.IntegerField(help_text="Reports of that hour that say what is wrong.")
    no_connection = s.IntegerField(allow_null=True, help_text="Null: too few to be told.")
    rule = EchoRule(help_text="Implicated as long as all of these hold.")


class OneImplicatedBy(ImplicatedBy):
    answers = RecentAnswers()
    seen = Seen(allow_null=True, help_text="What the rule compared when it last looked.")


class NamedAlong(Implicated):
    since = s.DateTimeField()
    until = s.DateTimeField(allow_null=True)
    upheld = s.BooleanField(help_text="False: it then opened by itself.")
    withdrawn_incident = s.IntegerField(allow_null=True, help_text="Its own, declared before.")
    seen = Seen(allow_null=True)
    reports = s.IntegerField(help_text="Reports that named it meanwhile.")
    answers = Answers()


class OtherIncident(Named):
    incident = s.IntegerField()


class DependencyShape(Named):
    kind = s.ChoiceField(DependencyRow.Kind.choices)


class Dependence(DependencyShape):
    p = s.FloatField(help_text="How surely its failure is felt, 0 to 1.")


class ServiceBase(s.Serializer):
    slug = s.CharField()
    name = s.CharField()
    category = s.CharField()
    category_name = s.CharField()
    operator = Named(allow_null=True)
    homepage = s.CharField(allow_blank=True)
    aliases = s.ListField(child=s.CharField(), help_text="Other words people search for.")
    countries = s.ListField(child=s.CharField(), help_text="Empty: worldwide.")
    depends_on = Dependence(many=True)
    status = s.ChoiceField(STATUSES)
    status_reason = s.CharField(allow_blank=True)
    reports_last_hour = s.IntegerField()
    expected_last_hour = s.FloatField()
    implicated_by = ImplicatedBy(allow_null=True)
    almost_only_through = Named(
        allow_null=True,
        help_text="The provider whose network its reports come almost only through.",
    )


class IncidentInBrief(s.Serializer):
    id = s.IntegerField()
    state = s.ChoiceField(IncidentRow.State.choices)
    severity = s.ChoiceField(IncidentRow.Severity.choices)
    scope = s.ChoiceField(IncidentRow.Scope.choices)
    started_at = s.DateTimeField()


class ServiceRow(ServiceBase):
    incident = IncidentInBrief(allow_null=True, help_text="The ongoing one, in brief.")


class Rival(Named):
    probability = s.FloatField()


class CommonCause(s.Serializer):
    dependency = DependencyShape()
    probability = s.FloatField()
    incidents = s.ListField(child=s.IntegerField(), help_text="The other incidents.")
    rivals = Rival(many=True, help_text="What was weighed as well, and lost.")


class Peak(s.Serializer):
    at = s.DateTimeField()
    reports = s.IntegerField(help_text="Distinct reporters in the window.")
    expected = s.FloatField()
    window_minutes = s.IntegerField()
    z = s.FloatField()


class IncidentRegion(s.Serializer):
    code = s.CharField()
    name = s.CharField()
    started_at = s.DateTimeField()
    ended_at = s.DateTimeField(allow_null=True)
    peak_z = s.FloatField()


class Alternative(s.Serializer):
    category = s.CharField()
    group = s.CharField()
    probability = s.FloatField()


class EvidenceLine(s.Serializer):
    signal = s.CharField()
    value = s.CharField()
    weight = s.FloatField(help_text="Log-odds for (above zero) or against the leading cause.")
    says = s.CharField()
    supports = s.CharField()


class IncidentCause(Alternative):
    confidence = s.ChoiceField(("likely", "possible", "undetermined"))
    says = s.ChoiceField(CauseRow.Says.choices)
    alternatives = Alternative(many=True)
    evidence = EvidenceLine(many=True)


class CauseSaid(s.Serializer):
    at = s.DateTimeField(help_text="When they said it.")
    text = s.CharField(help_text="A sentence of theirs, or a moderator's reason.")
    was_read = s.BooleanField(help_text="We read it from their text; else it was filled in.")
    url = s.CharField(allow_blank=True)


class Explanation(s.Serializer):
    brief = s.CharField()
    detail = s.ListField(child=s.CharField())


class TimelineEntry(s.Serializer):
    at = s.DateTimeField()
    kind = s.ChoiceField(TimelineRow.Kind.choices)
    text = s.CharField()


class ModeratorsWord(s.Serializer):
    word = s.ChoiceField(WORDS)
    at = s.DateTimeField()
    reason = s.CharField()


class OneWord(ModeratorsWord):
    current = s.BooleanField()


class Incident(IncidentInBrief):
    service = s.CharField(help_text="Slug.")
    service_name = s.CharField()
    previous = s.IntegerField(allow_null=True, help_text="Id of the incident before.")
    declared_at = s.DateTimeField()
    resolved_at = s.DateTimeField(allow_null=True)
    updated_at = s.DateTimeField()
    peak = Peak()
    regions = IncidentRegion(many=True)
    cause = IncidentCause(help_text="What is shown: a moderator's word, the operator's, or ours.")
    cause_said = CauseSaid(allow_null=True, help_text="The words behind a cause that isn't ours.")
    inferred_cause = IncidentCause(
        allow_null=True, help_text="What our signals say beside another's word."
    )
    common_cause = CommonCause(allow_null=True)
    implicates = Implicated(many=True)
    beside = OtherIncident(
        allow_null=True, help_text="The very severe outage of an unrelated service it rose beside."
    )
    folded_into = OtherIncident(
        allow_null=True, help_text="What its reports were about, if it was withdrawn for that."
    )
    explanation = Explanation()
    timeline = TimelineEntry(many=True)
    moderated = ModeratorsWord(allow_null=True, help_text="What a moderator says of it.")


class OneIncident(Incident, Verdict):
    pass


class Said(s.Serializer):
    kind = s.ChoiceField(("reply", *NoticeRow.Kind.values))
    by = s.CharField(help_text="The operator, or the organisation that replies.")
    text = s.CharField()
    at = s.DateTimeField(help_text="When these words were said.")
    ends = s.DateTimeField(allow_null=True, help_text="Of a maintenance.")
    url = s.CharField(allow_blank=True)


class OneService(ServiceBase, Verdict):
    implicated_by = OneImplicatedBy(allow_null=True)
    incident = Incident(allow_null=True)
    said = Said(
        many=True,
        help_text="What the operator says itself, beside the verdict and never part of it.",
    )
    discarded_last_hour = s.DictField(
        child=s.IntegerField(), help_text="Reports that were not counted, by the reason why."
    )
    seen_through_it = Named(
        many=True, help_text="Services whose reports come almost only through this provider."
    )


class Point(s.Serializer):
    at = s.DateTimeField()
    reports = s.IntegerField(allow_null=True, help_text="Null in a region's small cells.")
    reporters = s.IntegerField(allow_null=True, help_text="Not heard in the 24 hours before.")
    expected = s.FloatField(allow_null=True)
    low = s.IntegerField(allow_null=True, help_text="Lower end of the 95 % band.")
    high = s.IntegerField(allow_null=True)
    z = s.FloatField(allow_null=True)


class SymptomShare(Named):
    share = s.FloatField()
    reports = s.IntegerField()


class Span(s.Serializer):
    id = s.IntegerField()
    started_at = s.DateTimeField()
    resolved_at = s.DateTimeField(allow_null=True)


class Series(Verdict):
    service = s.CharField()
    region = s.CharField()
    window_minutes = s.IntegerField()
    step_minutes = s.IntegerField()
    points = Point(many=True)
    symptoms = SymptomShare(many=True)
    incidents = Span(many=True)


class MapRegion(s.Serializer):
    code = s.CharField()
    name = s.CharField()
    level = s.ChoiceField(("country", "subdivision"))
    state = s.ChoiceField(STATES)
    reports = s.IntegerField(allow_null=True, help_text="Null under five reporters.")
    expected = s.FloatField(allow_null=True)
    ratio = s.FloatField(allow_null=True)
    z = s.FloatField(allow_null=True)


class AnyMap(Verdict):
    service = s.CharField()
    level = s.CharField()
    country = s.CharField(allow_null=True)
    window_minutes = s.IntegerField()
    smallest_cell = s.IntegerField()


class Map(AnyMap):
    regions = MapRegion(many=True)


class Feature(s.Serializer):
    type = s.ChoiceField(("Feature",))
    id = s.CharField()
    geometry = s.DictField(allow_null=True)
    properties = MapRegion()


class GeoMap(AnyMap):
    type = s.ChoiceField(("FeatureCollection",))
    features = Feature(many=True)


class Trouble(Named):
    state = s.ChoiceField(STATES)
    reports = s.IntegerField(allow_null=True)


class WorldRegion(s.Serializer):
    code = s.CharField()
    name = s.CharField()
    level = s.CharField()
    state = s.ChoiceField(STATES)
    services = Trouble(many=True)


class World(Verdict):
    window_minutes = s.IntegerField()
    regions = WorldRegion(many=True)


class Judgement(IncidentCause):
    at = s.DateTimeField()
    until = s.DateTimeField(allow_null=True, help_text="Null: it stands.")
    current = s.BooleanField(help_text="It is the one that is shown.")
    said = CauseSaid(allow_null=True, help_text="The words behind it, where it isn't ours.")


class WordOnACause(s.Serializer):
    word = s.ChoiceField(CauseWordRow.Word.choices)
    category = s.CharField(allow_null=True)
    group = s.CharField(allow_null=True)
    at = s.DateTimeField()
    reason = s.CharField()
    current = s.BooleanField()


class Evidence(Verdict):
    id = s.IntegerField()
    service = s.CharField()
    declared = s.DictField(help_text="How it stood when it was declared.")
    latest = s.DictField(help_text="How it stood at the last judged minute.")
    causes = Judgement(many=True, help_text="Every judgement, oldest first.")
    common_cause = CommonCause(allow_null=True)
    implicates = NamedAlong(many=True, help_text="Every service that was implicated by it.")
    words_on_the_cause = WordOnACause(many=True, help_text="Moderators', oldest first.")
    words = OneWord(many=True, help_text="All that moderators have said, oldest first.")
    hidden_cells = s.IntegerField(help_text="Regions whose counts are too small to be shown.")
    smallest_cell = s.IntegerField()
    replay = s.DictField()


class Notice(s.Serializer):
    id = s.IntegerField()
    service = s.CharField(help_text="Slug.")
    kind = s.ChoiceField(NoticeRow.Kind.choices)
    text = s.CharField()
    at = s.DateTimeField(help_text="When it was first said.")
    updated_at = s.DateTimeField(
        allow_null=True, help_text="When it last came again with other words."
    )
    starts = s.DateTimeField(allow_null=True, help_text="Of a maintenance.")
    ends = s.DateTimeField(allow_null=True, help_text="Null: not known.")
    source = s.CharField(help_text="“official”: the operator itself.")
    url = s.CharField(allow_blank=True)
    ref = s.CharField(allow_blank=True, help_text="The operator's own id of it.")
    cause = s.CharField(allow_blank=True, help_text="What they say it was, if they do.")
    version = s.CharField(allow_blank=True)


class Reply(s.Serializer):
    id = s.IntegerField()
    service = s.CharField(help_text="Slug.")
    incident = s.IntegerField(allow_null=True, help_text="Null: about all of the service.")
    by = s.CharField(help_text="The organisation that replies.")
    text = s.CharField()
    at = s.DateTimeField()
    url = s.CharField(allow_blank=True)


class Cause(Named):
    group = s.CharField()
    says = s.CharField()


class Symptom(Named):
    says = s.CharField()


class Category(Named):
    symptoms = s.ListField(child=s.CharField())


class Region(s.Serializer):
    code = s.CharField()
    name = s.CharField()
    level = s.ChoiceField(RegionRow.Level.choices)
    country = s.CharField()


def paged(shape: type[s.Serializer], *, verdict: bool = False) -> s.Serializer:
    """A page of a list; `verdict`: of one that says how something is now."""
    return inline_serializer(
        name=f"{shape.__name__}Page",
        fields={
            "next": s.URLField(allow_null=True),
            "previous": s.URLField(allow_null=True),
            "results": shape(many=True),
            **(Verdict().get_fields() if verdict else {}),
        },
    )
