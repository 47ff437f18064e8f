"""Door: the detector's own record."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers as s
from rest_framework.request import Request
from rest_framework.response import Response

from outages import board
from outages.api.reading import Read
from outages.api.shapes import Verdict
from reports import clock


class Share(s.Serializer):
    value = s.FloatField()
    low = s.FloatField(help_text="Lower end of the 95 % interval (Jeffreys).")
    high = s.FloatField()
    n = s.IntegerField(help_text="What it is counted from.")


class Lead(s.Serializer):
    n = s.IntegerField(help_text="Incidents about which the operator said something, too.")
    median_minutes = s.FloatField(help_text="Above 0: we were first.")
    quartiles_minutes = s.ListField(
        child=s.FloatField(), allow_null=True, help_text="Null for fewer than four."
    )


class CausesRight(s.Serializer):
    n = s.IntegerField()
    group_right = s.IntegerField()
    group_share = Share(allow_null=True, help_text="Null below 20 cases.")
    both_name_a_cause = s.IntegerField(help_text="Rather than a group of causes alone.")
    cause_right = s.IntegerField()
    cause_share = Share(allow_null=True, help_text="Null below 20 cases.")


class Causes(s.Serializer):
    told = s.IntegerField(
        help_text="Incidents whose cause an operator or a moderator told after we had judged it."
    )
    likely = CausesRight(help_text="Where our signals had called a cause likely by then.")
    possible = CausesRight()
    undetermined = s.IntegerField()


class Period(s.Serializer):
    days = s.IntegerField(allow_null=True, help_text="Null: all time.")
    declared = s.IntegerField()
    confirmed = s.IntegerField(help_text="By a moderator's word, like the next two.")
    retracted = s.IntegerField()
    missed = s.IntegerField()
    unreviewed = s.IntegerField()
    precision = Share(allow_null=True, help_text="Confirmed, of those judged. Null for none.")
    recall = Share(allow_null=True, help_text="Confirmed, of confirmed and missed.")
    lead = Lead(allow_null=True)
    causes = Causes(help_text="Whether our signals agree with causes that were told later.")


class Gate(s.Serializer):
    fewest_prefixes = s.IntegerField()
    full_prefixes = s.IntegerField()
    largest_share = s.FloatField()
    full_effective = s.FloatField()
    full_networks = s.IntegerField()
    rest_severity = s.FloatField()


class Thresholds(s.Serializer):
    model_version = s.CharField()
    open_above = s.FloatField(help_text="Severity: -log10 of the tail probability.")
    warn_above = s.FloatField()
    extent_above = s.FloatField()
    close_below = s.FloatField()
    close_after_minutes = s.IntegerField()
    relapse_within_minutes = s.IntegerField()
    fewest_reporters = s.IntegerField()
    windows_minutes = s.ListField(child=s.IntegerField())
    history_days = s.IntegerField()
    bin_minutes = s.IntegerField()
    one_voice_minutes = s.IntegerField()
    gate = Gate(help_text="How diverse the reports must be.")
    echo = s.DictField(
        child=s.FloatField(), help_text="When a rise is put down to another service's outage."
    )


class BenchSet(s.Serializer):
    name = s.CharField()
    outages = s.IntegerField()
    series_days = s.FloatField()
    budget = s.FloatField(help_text="False incidents per 1,000 series-days that are allowed.")
    detected = s.FloatField(help_text="Share of the outages, at the budget.")
    within_15_minutes = s.FloatField()
    shipped_detected = s.FloatField(help_text="The same with the thresholds in force.")
    shipped_false = s.FloatField(help_text="False incidents per 1,000 series-days.")


class BenchWeekly(s.Serializer):
    false_positive_rate = s.FloatField()
    detected = s.FloatField()


class Bench(s.Serializer):
    at = s.DateTimeField()
    command = s.CharField()
    model_version = s.CharField()
    sets = BenchSet(many=True)
    weekly = BenchWeekly(many=True)


class Accuracy(Verdict):
    periods = Period(many=True)
    thresholds = Thresholds()
    model_version = s.CharField()
    bench = Bench(allow_null=True, help_text="Scores on a bench of known outages.")


class Record(Read):
    @extend_schema(operation_id="get_accuracy", responses=Accuracy)
    def get(self, request: Request) -> Response:
        """What was declared, confirmed, retracted and missed, and how soon."""
        return Response(board.accuracy(now=clock.now()))
