"""Door: the reads of the public API."""

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from outages import board, heatmap
from outages.api import parameters, shapes
from outages.api.paging import page
from outages.api.problems import BadParameter
from outages.api.reading import Read
from outages.drawing.topology import country_shapes, geometry, region_shapes
from outages.models import Incident
from outages.statuses import STATUSES
from reports.models import Region, Service

NO_SERVICE = "There is no such service."
NO_INCIDENT = "There is no such incident."


class GeoJSONRenderer(JSONRenderer):
    media_type = "application/geo+json"
    format = "geojson"


class Services(Read):
    @extend_schema(
        parameters=[*shapes.PAGE, shapes.Q, shapes.CATEGORY, shapes.STATUS],
        responses=shapes.paged(shapes.ServiceRow),
    )
    def get(self, request: Request) -> Response:
        """Every service with its status; `q` searches names and other words for it."""
        found = board.services(
            now=timezone.now(),
            q=request.query_params.get("q", ""),
            category=request.query_params.get("category", ""),
            status=parameters.choice(request, "status", allowed=STATUSES),
        )
        return Response(page(request, found))


class OneService(Read):
    @extend_schema(responses=shapes.OneService)
    def get(self, request: Request, slug: str) -> Response:
        """One service: status, what it depends on, its ongoing incident."""
        return Response(_of_service(board.service, slug))


class Series(Read):
    @extend_schema(
        parameters=[shapes.WINDOW, shapes.STEP, shapes.REGION], responses=shapes.Series
    )
    def get(self, request: Request, slug: str) -> Response:
        """Reports over time beside what is usual, and what people report."""
        window = parameters.minutes(request, "window", default=1440)
        step = parameters.minutes(request, "step", default=5, most=1440)
        if window % step or window // step > parameters.MOST_POINTS:
            most = parameters.MOST_POINTS
            message = f"give a step that divides the window into at most {most} points"
            raise BadParameter(field="step", message=message)
        region = request.query_params.get("region") or None
        try:
            body = _of_service(
                board.series, slug, window_minutes=window, step_minutes=step, region=region
            )
        except board.UnknownRegion as error:
            raise BadParameter(field="region", message=f"there is no region {error}") from error
        return Response(body)


class Map(Read):
    @extend_schema(parameters=[shapes.WINDOW, shapes.LEVEL, shapes.COUNTRY], responses=shapes.Map)
    def get(self, request: Request, slug: str) -> Response:
        """Every country, or every part of one, with its state."""
        return Response(_map(request, slug))


class MapGeoJSON(Read):
    renderer_classes = (GeoJSONRenderer,)

    @extend_schema(
        parameters=[shapes.WINDOW, shapes.LEVEL, shapes.COUNTRY],
        responses={(200, "application/geo+json"): dict},
    )
    def get(self, request: Request, slug: str) -> Response:
        """The same map as a GeoJSON FeatureCollection."""
        body = _map(request, slug)
        shown = _geometries(body["country"] or "" if body["level"] != "country" else "")
        return Response(heatmap.geojson(body, shown))


class World(Read):
    @extend_schema(parameters=[shapes.WINDOW], responses=shapes.World)
    def get(self, request: Request) -> Response:
        """The world now: for each country the services that have trouble there."""
        window = parameters.minutes(request, "window", default=60, most=1440)
        return Response(heatmap.world(now=timezone.now(), window_minutes=window))


class Incidents(Read):
    @extend_schema(parameters=[*shapes.PAGE, *shapes.INCIDENTS], responses=shapes.paged(shapes.Incident))
    def get(self, request: Request) -> Response:
        """Incidents, newest first."""
        query = request.query_params
        found = board.incidents(
            service=query.get("service"),
            region=query.get("region"),
            cause=query.get("cause"),
            state=parameters.choice(request, "state", allowed=tuple(Incident.State.values)),
            since=parameters.moment(request, "since"),
            until=parameters.moment(request, "until"),
        )
        return Response(page(request, found.whole(), board.incident_body))


class OneIncident(Read):
    @extend_schema(responses=shapes.Incident)
    def get(self, request: Request, id_: int) -> Response:
        """One incident: where, since when, why."""
        try:
            return Response(board.incident(id_))
        except Incident.DoesNotExist as error:
            raise Http404(NO_INCIDENT) from error


class Evidence(Read):
    @extend_schema(responses=shapes.Evidence)
    def get(self, request: Request, id_: int) -> Response:
        """The full record of why an incident was declared."""
        try:
            return Response(board.evidence(id_))
        except Incident.DoesNotExist as error:
            raise Http404(NO_INCIDENT) from error


class Causes(Read):
    @extend_schema(responses=shapes.Cause(many=True))
    def get(self, request: Request) -> Response:
        """The causes that an incident may be judged to have."""
        return Response(board.causes())


class Symptoms(Read):
    @extend_schema(responses=shapes.Symptom(many=True))
    def get(self, request: Request) -> Response:
        """What people can say that they see."""
        return Response(board.symptoms())


class Regions(Read):
    @extend_schema(parameters=[shapes.COUNTRY], responses=shapes.Region(many=True))
    def get(self, request: Request) -> Response:
        """Countries, or the parts of `country`."""
        return Response(board.regions(request.query_params.get("country") or None))


class Categories(Read):
    @extend_schema(responses=shapes.Category(many=True))
    def get(self, request: Request) -> Response:
        """Kinds of services."""
        return Response(board.categories())


def _of_service(read: Any, slug: str, **options: Any) -> dict[str, Any]:
    try:
        body: dict[str, Any] = read(slug, now=timezone.now(), **options)
    except Service.DoesNotExist as error:
        raise Http404(NO_SERVICE) from error
    return body


def _map(request: Request, slug: str) -> dict[str, Any]:
    country = request.query_params.get("country") or None
    levels = (Region.Level.COUNTRY.value, Region.Level.SUBDIVISION.value)
    level = parameters.choice(
        request, "level", allowed=levels, default=levels[1] if country else levels[0]
    )
    return _of_service(
        heatmap.service_map,
        slug,
        window_minutes=parameters.minutes(request, "window", default=60, most=1440),
        level=level,
        country=country,
    )


@lru_cache(maxsize=32)
def _geometries(country: str) -> dict[str, dict[str, Any]]:
    """Shapes of all countries, or of the parts of one."""
    folder = settings.BASE_DIR / "reports" / "data"
    if country:
        topology = json.loads((folder / "regions.topo.json").read_text(encoding="utf-8"))
        found = region_shapes(topology, country)
    else:
        topology = json.loads((folder / "countries.topo.json").read_text(encoding="utf-8"))
        found = country_shapes(topology)
    return {shape.code: geometry(shape) for shape in found}
