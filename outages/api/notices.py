"""Door: what operators say themselves, sent with a key and read by everybody."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers as s
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from outages import board, notices
from outages.api import parameters, shapes
from outages.api.keys import Keyed, speaker
from outages.api.paging import Newest, page
from outages.api.problems import BadParameter
from outages.api.reading import Read
from outages.causes.taxonomy import KNOWN
from outages.models import Key, Notice, Reply
from reports import clock

# A notice of 4,000 characters, each of them escaped.
LONGEST_BODY = 65_536
OF_SERVICE = OpenApiParameter("service", str, description="Slug of a service.")
SINCE = OpenApiParameter("since", OpenApiTypes.DATETIME, description="Said from here on.")


class TooLong(APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_detail = f"It is at most {LONGEST_BODY} bytes long."


class Exact(s.Serializer):
    """A body in which an unknown member is refused by name."""

    def to_internal_value(self, data: Any) -> Any:
        unknown = sorted(set(data) - set(self.fields)) if isinstance(data, dict) else []
        if unknown:
            raise ValidationError({name: ["there is no such member"] for name in unknown})
        return super().to_internal_value(data)


class Moment(s.DateTimeField):
    """A time with its zone."""

    default_error_messages = {"naive": "Give a time such as 2026-01-05T00:00:00Z."}

    def enforce_timezone(self, value: datetime) -> datetime:
        if value.tzinfo is None:
            self.fail("naive")
        moment: datetime = super().enforce_timezone(value)
        return moment


class NoticeBody(Exact):
    service = s.CharField(max_length=64, help_text="Slug.")
    kind = s.ChoiceField(Notice.Kind.choices)
    text = s.CharField(max_length=notices.LONGEST_TEXT)
    at = Moment(required=False, help_text="When it was said; now if absent.")
    starts = Moment(required=False, allow_null=True, help_text="Of a maintenance.")
    ends = Moment(required=False, allow_null=True)
    url = s.CharField(required=False, allow_blank=True, max_length=notices.LONGEST_URL)
    ref = s.CharField(
        required=False,
        allow_blank=True,
        max_length=notices.LONGEST_REF,
        help_text="Your own id of it: sent again with the same, the notice is replaced, but for "
        "its `at`.",
    )
    cause = s.ChoiceField(
        KNOWN, required=False, allow_blank=True, help_text="What it was, if you say so."
    )
    version = s.CharField(required=False, allow_blank=True, max_length=notices.LONGEST_VERSION)


class ReplyBody(Exact):
    service = s.CharField(max_length=64, help_text="Slug.")
    incident = s.IntegerField(
        required=False, allow_null=True, min_value=1, max_value=2**63 - 1, help_text="Its id."
    )
    text = s.CharField(max_length=notices.LONGEST_REPLY)
    url = s.CharField(required=False, allow_blank=True, max_length=notices.LONGEST_URL)


class Notices(Keyed, Read):
    http_method_names = ("get", "head", "options", "post")
    scope = Key.Scope.NOTICES

    @extend_schema(
        operation_id="list_notices",
        parameters=[
            *shapes.PAGE,
            OF_SERVICE,
            OpenApiParameter("kind", str, enum=Notice.Kind.values),
            SINCE,
        ],
        responses=shapes.paged(shapes.Notice),
    )
    def get(self, request: Request) -> Response:
        """What operators said themselves, newest first."""
        found = board.notices(
            service=parameters.word(request, "service"),
            kind=parameters.choice(request, "kind", allowed=tuple(Notice.Kind.values)),
            since=parameters.moment(request, "since"),
        )
        return Response(page(request, Newest(found, "at"), board.notice_body))

    @extend_schema(
        operation_id="send_notice",
        request=NoticeBody,
        responses={
            201: shapes.Notice,
            200: OpenApiResponse(shapes.Notice, "It was known, and is now as you sent it."),
        },
    )
    def post(self, request: Request) -> Response:
        """Say something about your own service: a status post, maintenance, a release."""
        now = clock.now()
        given = _read(request, NoticeBody)
        slug = given.pop("service")
        speaker(request, slug=slug)
        said = notices.Said(**{"at": now, **given})
        try:
            notice, new = notices.take(notices.service_of(slug), said, now=now)
        except (notices.Refused, notices.UnknownService) as error:
            raise _refusal(error) from error
        return _answer(board.notice_body(notice), new=new)


class Replies(Keyed, Read):
    http_method_names = ("get", "head", "options", "post")
    scope = Key.Scope.NOTICES

    @extend_schema(
        operation_id="list_replies",
        parameters=[
            *shapes.PAGE,
            OF_SERVICE,
            OpenApiParameter("incident", int, description="Id of an incident."),
        ],
        responses=shapes.paged(shapes.Reply),
    )
    def get(self, request: Request) -> Response:
        """What operators reply to what is said here, newest first."""
        found = board.replies(
            service=parameters.word(request, "service"),
            incident=_number(request, "incident"),
        )
        return Response(page(request, Newest(found, "at"), board.reply_body))

    @extend_schema(
        operation_id="send_reply",
        request=ReplyBody,
        responses={
            201: shapes.Reply,
            200: OpenApiResponse(shapes.Reply, "You had said this already."),
        },
    )
    def post(self, request: Request) -> Response:
        """Reply to what is said here of your service: shown beside it as your words."""
        given = _read(request, ReplyBody)
        slug = given.pop("service")
        key = speaker(request, slug=slug)
        try:
            reply, new = notices.take_reply(
                notices.service_of(slug),
                by_name=key.name,
                source=Reply.Source.KEY,
                now=clock.now(),
                **given,
            )
        except (notices.Refused, notices.UnknownService) as error:
            raise _refusal(error) from error
        return _answer(board.reply_body(reply), new=new)


def _read(request: Request, shape: type[Exact]) -> dict[str, Any]:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
        raise TooLong
    body = shape(data=request.data)
    body.is_valid(raise_exception=True)
    given: dict[str, Any] = body.validated_data
    return given


def _refusal(error: notices.Refused | notices.UnknownService) -> APIException:
    if isinstance(error, notices.Refused):
        return ValidationError({field: [message] for field, message in error.errors.items()})
    return NotFound(f"There is no service “{error}”.")


def _answer(body: dict[str, Any], *, new: bool) -> Response:
    return Response(body, status=HTTPStatus.CREATED if new else HTTPStatus.OK)


def _number(request: Request, name: str) -> int | None:
    text = parameters.word(request, name)
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or int(text) >= 2**63:
        raise BadParameter(field=name, message="give the id of an incident")
    return int(text)
