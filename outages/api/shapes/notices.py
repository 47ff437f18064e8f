"""What operators say."""

from rest_framework import serializers as s

from outages.models import Notice as NoticeRow


class Said(s.Serializer):
    kind = s.ChoiceField(("reply", *NoticeRow.Kind.values))
    by = s.CharField(help_text="The operator, or the organisation that replies.")
    text = s.CharField()
    at = s.DateTimeField(help_text="When these words were said.")
    ends = s.DateTimeField(allow_null=True, help_text="Of a maintenance.")
    url = s.CharField(allow_blank=True)


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
