"""Errors as RFC 9457 problem documents, for every door alike."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse

CONTENT_TYPE = "application/problem+json"


class Problem(Exception):
    """What keeps a request from being answered, with the answer that says so."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def body(
    status: int, detail: str, *, errors: Sequence[Mapping[str, str]] = (), title: str = ""
) -> dict[str, Any]:
    """The members of a problem; `errors` names each field that is wrong."""
    problem: dict[str, Any] = {
        "type": "about:blank",
        "title": title or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        problem["errors"] = list(errors)
    return problem


def answer(
    status: int,
    detail: str,
    *,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JsonResponse:
    """A problem as a response that no cache keeps."""
    response = JsonResponse(
        body(status, detail, errors=errors), status=status, content_type=CONTENT_TYPE
    )
    response["Cache-Control"] = "no-store"
    for name, value in (headers or {}).items():
        response[name] = value
    return response
