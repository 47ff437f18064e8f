"""Door: maps of one service, and of the world."""

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from outages import heatmap
from outages.api import parameters, shapes
from outages.api.reading import Read
from outages.api.views import of_service
from outages.drawing.topology import country_shapes, geometry, region_shapes
from reports import clock
from reports.models import Region

LEVELS = (Region.Level.COUNTRY.value, Region.Level.SUBDIVISION.value)
# The map is of now; longer stretches are what the series is for.
LONGEST_WINDOW = 1440


class GeoJSONRenderer(JSONRenderer):
    media_type = "application/geo+json"
    format = "geojson"


class Map(Read):
    @extend_schema(
        operation_id="get_map",
        parameters=[shapes.WINDOW, shapes.LEVEL, shapes.COUNTRY],
        responses=shapes.Map,
    )
    def get(self, request: Request, slug: str) -> Response:
        """Every country, or every part of one, with its state."""
        return Response(_map(request, slug))


class MapGeoJSON(Read):
    renderer_classes = (GeoJSONRenderer,)

    @extend_schema(
        operation_id="get_map_geojson",
        parameters=[shapes.WINDOW, shapes.LEVEL, shapes.COUNTRY],
        responses={(200, GeoJSONRenderer.media_type): shapes.GeoMap},
    )
    def get(self, request: Request, slug: str) -> Response:
        """The same map as a GeoJSON FeatureCollection (RFC 7946)."""
        body = _map(request, slug)
        return Response(heatmap.geojson(body, _geometries(body["level"])))


class World(Read):
    @extend_schema(operation_id="get_world", parameters=[shapes.WINDOW], responses=shapes.World)
    def get(self, request: Request) -> Response:
        """The world now: for each country the services that have trouble there."""
        window = parameters.minutes(request, "window", default=60, most=LONGEST_WINDOW)
        return Response(heatmap.world(now=clock.now(), window_minutes=window))


def _map(request: Request, slug: str) -> dict[str, Any]:
    country = parameters.country(request)
    level = parameters.choice(
        request, "level", allowed=LEVELS, default=LEVELS[1] if country else LEVELS[0]
    )
    return of_service(
        heatmap.service_map,
        slug,
        window_minutes=parameters.minutes(request, "window", default=60, most=LONGEST_WINDOW),
        level=level,
        country=country or None,
    )


@lru_cache(maxsize=len(LEVELS))
def _geometries(level: str) -> dict[str, dict[str, Any]]:
    """The geometry of every country, or of every part of one, by its code."""
    if level == Region.Level.COUNTRY:
        found = country_shapes(_topology("countries"))
    else:
        topology = _topology("regions")
        outlines = topology["objects"]["regions"]["geometries"]
        countries = sorted({outline["properties"]["cc"] for outline in outlines})
        found = tuple(shape for country in countries for shape in region_shapes(topology, country))
    return {shape.code: geometry(shape) for shape in found}


def _topology(name: str) -> Any:
    path = settings.BASE_DIR / "reports" / "data" / f"{name}.topo.json"
    return json.loads(path.read_text(encoding="utf-8"))
