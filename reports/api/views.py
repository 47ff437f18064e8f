"""Door: POST a report or a "works for me". Plain Django: a serializer costs more than intake."""

from dataclasses import replace
from uuid import UUID

import msgspec
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from reports import clock, intake, origin, problems, trust
from reports.api.bodies import ReportBody
from reports.inlet import Unavailable, default_inlet, retry_after
from reports.messages import Outcome
from reports.models import Kind
from reports.peer import address_of

LARGEST_BODY = 4096
# What the tally calls those that are not even asked after a vote; all others are "refused".
ENDS = {400: "invalid", 404: "invalid", 503: "unavailable"}
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
        return _accept(request, said, client_id, kind=kind)
    except problems.Problem as problem:
        default_inlet().count(ENDS.get(problem.answer.status_code, "refused"))
        return problem.answer


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
    now = clock.now()
    source = intake.source_of(address=address_of(request), service=said.service, now=now)
    discard = trust.api_discard(
        service=said.service,
        token=said.token or "",
        foreign=origin.is_foreign(request),
        who=source.reporter,
        now=now,
    )
    try:
        receipt = intake.accept(
            said.claim(kind),
            replace(source, discard=discard),
            inbox=default_inlet(),
            now=now,
            client_id=client_id,
        )
    except intake.UnknownService as error:
        raise problems.Problem(problems.answer(404, str(error.message))) from error
    except intake.Refused as error:
        raise problems.Problem(_bad(error.field, error.message)) from error
    except (Unavailable, DatabaseError) as error:
        raise problems.Problem(_unavailable()) from error
    return _answer(receipt, slug=said.service)


def _answer(receipt: intake.Receipt, *, slug: str) -> HttpResponse:
    if receipt.outcome is Outcome.LIMITED:
        return problems.answer(
            429,
            "Too many different services from this address within ten minutes.",
            headers={"Retry-After": "600"},
        )
    if receipt.outcome is Outcome.FULL:
        return _unavailable()
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


def _unavailable() -> HttpResponse:
    detail = "Reports cannot be taken right now; send it again with the same id."
    return problems.answer(503, detail, headers={"Retry-After": retry_after()})


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
