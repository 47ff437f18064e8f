"""Door: POST a report or a "works for me". Plain Django: a serializer costs more than intake."""

from uuid import UUID

import msgspec
import redis
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from reports import intake, problems
from reports.api.bodies import ReportBody
from reports.inbox import Outcome, default_inbox
from reports.models import Kind
from reports.peer import address_of

LARGEST_BODY = 4096
decode = msgspec.json.Decoder(ReportBody).decode


@csrf_exempt
def report(request: HttpRequest) -> HttpResponse:
    return _take(request, kind=Kind.REPORT)


@csrf_exempt
def works(request: HttpRequest) -> HttpResponse:
    return _take(request, kind=Kind.WORKS)


def _take(request: HttpRequest, *, kind: str) -> HttpResponse:
    try:
        said, client_id = _read(request)
    except problems.Problem as problem:
        return problem.answer
    return _accept(request, said, client_id, kind=kind)


def _read(request: HttpRequest) -> tuple[ReportBody, UUID | None]:
    """The body, and the client's own id of it; raises Problem."""
    if request.method != "POST":
        only = problems.answer(405, "Reports are posted, not read.", headers={"Allow": "POST"})
        raise problems.Problem(only)
    if request.content_type != "application/json" or request.headers.get("Content-Encoding"):
        raise problems.Problem(problems.answer(415, "Send the report as plain application/json."))
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        detail = f"A report is at most {LARGEST_BODY} bytes long."
        raise problems.Problem(problems.answer(413, detail))
    try:
        said = decode(request.body)
        return said, _client_id(request, said)
    except UnicodeDecodeError as error:
        raise problems.Problem(_bad("body", "it is not UTF-8")) from error
    except msgspec.MsgspecError as error:
        raise problems.Problem(_bad(*_field_of(str(error)))) from error


def _accept(
    request: HttpRequest, said: ReportBody, client_id: UUID | None, *, kind: str
) -> HttpResponse:
    now = timezone.now()
    source = intake.source_of(address=address_of(request), service=said.service, now=now)
    try:
        receipt = intake.accept(
            said.claim(kind), source, inbox=default_inbox(), now=now, client_id=client_id
        )
    except intake.UnknownService as error:
        return problems.answer(404, str(error.message))
    except intake.Refused as error:
        return _bad(error.field, error.message)
    except redis.exceptions.RedisError:
        return problems.answer(
            503, "Reports cannot be taken right now; send it again.", headers={"Retry-After": "5"}
        )
    return _answer(receipt, slug=said.service)


def _answer(receipt: intake.Receipt, *, slug: str) -> HttpResponse:
    if receipt.outcome is Outcome.LIMITED:
        return problems.answer(
            429,
            "Too many different services from this address within ten minutes.",
            headers={"Retry-After": "600"},
        )
    if receipt.outcome is Outcome.CONFLICT:
        return problems.answer(409, "Another report was sent with this id.")
    response = JsonResponse(
        {
            "id": str(receipt.key),
            "duplicate": receipt.duplicate,
            "counted": receipt.counted,
            "links": {
                "service": reverse("api:service", args=[slug]),
                "page": reverse("service", args=[slug]),
            },
        },
        status=202,
    )
    response["Cache-Control"] = "no-store"
    return response


def _client_id(request: HttpRequest, said: ReportBody) -> UUID | None:
    header = request.headers.get("Idempotency-Key")
    if not header:
        return said.id
    return msgspec.convert(header.strip('"'), UUID)


def _field_of(message: str) -> tuple[str, str]:
    """msgspec says "Expected `str`, got `int` - at `$.region`": the field, and the rest."""
    reason, _, where = message.partition(" - at `$")
    return where.strip("`.") or "body", reason


def _bad(field: str, message: str) -> HttpResponse:
    return problems.answer(
        400, f"{field}: {message}", errors=[{"field": field, "message": message}]
    )
