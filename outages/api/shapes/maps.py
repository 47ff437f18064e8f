"""Maps of a service and of the world."""

from rest_framework import serializers as s

from outages.api.shapes.common import Named, Verdict
from outages.heatmap import STATES


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
