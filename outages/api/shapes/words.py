"""The vocabularies."""

from rest_framework import serializers as s

from outages.api.shapes.common import Named
from reports.models import Region as RegionRow


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
