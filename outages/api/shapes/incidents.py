"""Incidents, and why they are held to be some."""

from rest_framework import serializers as s

from outages.api.shapes.blame import Answers, Seen
from outages.api.shapes.common import DependencyShape, Implicated, Named, Verdict
from outages.models import Cause as CauseRow
from outages.models import CauseWord as CauseWordRow
from outages.models import Incident as IncidentRow
from outages.models import TimelineEntry as TimelineRow

# What a moderator can say of an incident.
WORDS = ("confirmed", "retracted")


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


class IncidentInBrief(s.Serializer):
    id = s.IntegerField()
    state = s.ChoiceField(IncidentRow.State.choices)
    severity = s.ChoiceField(IncidentRow.Severity.choices)
    scope = s.ChoiceField(IncidentRow.Scope.choices)
    started_at = s.DateTimeField()


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
