"""Services that are named for another one's outage."""

from rest_framework import serializers as s


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
