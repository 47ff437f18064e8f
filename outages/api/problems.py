"""DRF's exceptions as problem documents (RFC 9457)."""

from typing import Any

from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from reports import problems


class BadParameter(exceptions.APIException):
    """A query parameter that cannot be used; names it."""

    status_code = 400

    def __init__(self, *, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


def handle(error: Exception, context: dict[str, Any]) -> Response | None:
    """What DRF would answer, in the form of a problem; None for what is not the client's error."""
    response = exception_handler(error, context)
    if response is None:
        return None
    errors = []
    detail = str(getattr(error, "detail", "")) or "There is nothing here."
    if isinstance(error, BadParameter):
        errors = [{"field": error.field, "message": error.message}]
    if isinstance(error, exceptions.ValidationError):
        errors = _fields(error.detail)
        detail = "; ".join(f"{one['field']}: {one['message']}" for one in errors)
    if isinstance(error, Http404 | exceptions.NotFound):
        detail = str(error.args[0]) if error.args and error.args[0] else "There is nothing here."
    response.data = problems.body(response.status_code, detail, errors=errors)
    response.content_type = problems.CONTENT_TYPE
    response["Cache-Control"] = "no-store"
    return response


def _fields(detail: Any) -> list[dict[str, str]]:
    """A serializer's errors, each with the field that it is about."""
    if not isinstance(detail, dict):
        return [{"field": "body", "message": str(detail)}]
    return [
        {"field": "body" if field == "non_field_errors" else field, "message": str(message)}
        for field, messages in detail.items()
        for message in messages
    ]
