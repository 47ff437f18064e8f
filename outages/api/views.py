"""Door: services and incidents."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from outages import board
from outages.api import parameters, shapes
from outages.api.paging import Listed, Newest, page
from outages.api.problems import BadParameter
from outages.api.reading import Read
from outages.models import Incident
from outages.showing.statuses import STATUSES
from reports import clock
from reports.models import Service

NO_SERVICE = "There is no such service."
NO_INCIDENT = "There is no such incident."
USUAL_WINDOW = 1440
# Steps that are tried where none is asked for, and how many points they may make.
USUAL_STEPS = (5, 15, 60, 1440)
USUAL_POINTS = 1000


class Services(Read):
    @extend_schema(
        operation_id="list_services",
        parameters=[*shapes.PAGE, shapes.Q, shapes.CATEGORY, shapes.STATUS],
        responses=shapes.paged(shapes.ServiceRow, verdict=True),
    )
    def get(self, request: Request) -> Response:
        """Every service with its status; `q` searches names and other words for it."""
        now = clock.now()
        q = parameters.word(request, "q")
        found = board.services(
            now=now,
            q=q,
            category=parameters.word(request, "category"),
            status=parameters.choice(request, "status", allowed=STATUSES),
        )
        rows = Listed(found, lambda body: board.order_of(body, q=q), types=(int, str, str))
        return Response({**page(request, rows), **board.freshness(now=now).body()})


class OneService(Read):
    @extend_schema(operation_id="get_service", responses=shapes.OneService)
    def get(self, request: Request, slug: str) -> Response:
        """One service: status, what it depends on, its ongoing incident."""
        return Response(of_service(board.service, slug))


class Series(Read):
    @extend_schema(
        operation_id="get_series",
        parameters=[shapes.WINDOW, shapes.STEP, shapes.REGION],
        responses=shapes.Series,
    )
    def get(self, request: Request, slug: str) -> Response:
        """Reports over time beside what is usual, and what people report."""
        window = parameters.minutes(request, "window", default=USUAL_WINDOW)
        step = parameters.minutes(request, "step", default=_usual_step(window), most=1440)
        if window % step or window // step > parameters.MOST_POINTS:
            most = parameters.MOST_POINTS
            message = f"give a step that divides the window into at most {most} points"
            raise BadParameter(field="step", message=message)
        region = parameters.code(request, "region") or None
        try:
            body = of_service(
                board.series, slug, window_minutes=window, step_minutes=step, region=region
            )
        except board.UnknownRegion as error:
            raise BadParameter(field="region", message=f"there is no region {error}") from error
        return Response(body)


class Incidents(Read):
    @extend_schema(
        operation_id="list_incidents",
        parameters=[*shapes.PAGE, *shapes.INCIDENTS],
        responses=shapes.paged(shapes.Incident, verdict=True),
    )
    def get(self, request: Request) -> Response:
        """Incidents, newest first."""
        found = board.incidents(
            service=parameters.word(request, "service"),
            region=parameters.code(request, "region"),
            cause=parameters.word(request, "cause"),
            state=parameters.choice(request, "state", allowed=tuple(Incident.State.values)),
            since=parameters.moment(request, "since"),
            until=parameters.moment(request, "until"),
        )
        body = page(request, Newest(found.whole(), "started_at"), board.incident_body)
        return Response({**body, **board.freshness(now=clock.now()).body()})


class OneIncident(Read):
    @extend_schema(operation_id="get_incident", responses=shapes.OneIncident)
    def get(self, request: Request, id: int) -> Response:
        """One incident: where, since when, why."""
        return Response(_of_incident(board.incident, id))


class Evidence(Read):
    @extend_schema(operation_id="get_evidence", responses=shapes.Evidence)
    def get(self, request: Request, id: int) -> Response:
        """The full record of why an incident was declared."""
        return Response(_of_incident(board.evidence, id))


class Nothing(Read):
    @extend_schema(exclude=True)
    def get(self, request: Request, **_path: str) -> Response:
        raise Http404("There is nothing at this address.")


def of_service(read: Any, slug: str, **options: Any) -> dict[str, Any]:
    """What `read` says of a service now, or "not found"."""
    try:
        body: dict[str, Any] = read(slug, now=clock.now(), **options)
    except Service.DoesNotExist as error:
        raise Http404(NO_SERVICE) from error
    return body


def _of_incident(read: Any, id_: int) -> dict[str, Any]:
    try:
        body: dict[str, Any] = read(id_)
    except Incident.DoesNotExist as error:
        raise Http404(NO_INCIDENT) from error
    return {**body, **board.freshness(now=clock.now()).body()}


def _usual_step(window: int) -> int:
    """A step that divides a window into no more points than a chart can show."""
    for step in USUAL_STEPS:
        if window % step == 0 and window // step <= USUAL_POINTS:
            return step
    return 1
