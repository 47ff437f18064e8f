"""What several bodies have in them."""

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers as s

from reports.models import Dependency as DependencyRow


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


class DependencyShape(Named):
    kind = s.ChoiceField(DependencyRow.Kind.choices)


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
