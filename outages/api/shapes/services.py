"""Services and their charts."""

from rest_framework import serializers as s

from outages.api.shapes.blame import RecentAnswers, Seen
from outages.api.shapes.common import DependencyShape, Implicated, Named, Verdict
from outages.api.shapes.incidents import Incident, IncidentInBrief
from outages.api.shapes.notices import Said
from outages.showing.statuses import STATUSES


class ImplicatedBy(Implicated):
    incident = s.IntegerField()
    category = s.CharField(help_text="Slug of the category of the service that is down.")
    since = s.DateTimeField(help_text="When the rise here was first put down to it.")
    started_at = s.DateTimeField(help_text="When its incident began.")


class OneImplicatedBy(ImplicatedBy):
    answers = RecentAnswers()
    seen = Seen(allow_null=True, help_text="What the rule compared when it last looked.")


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


class ServiceRow(ServiceBase):
    incident = IncidentInBrief(allow_null=True, help_text="The ongoing one, in brief.")


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
