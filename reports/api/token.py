"""Door: hand out a form's token, and under suspicion a puzzle. Plain Django, for no cache."""

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse

from reports import clock, problems, tokens, trust, vocabulary


def token(request: HttpRequest, slug: str) -> HttpResponse:
    """`GET /api/v1/services/{slug}/token`: what a report is sent with.

    No CORS: a page of another site that could read it could use it.
    """
    if request.method not in ("GET", "HEAD"):
        return problems.answer(405, "A token is read, not sent.", headers={"Allow": "GET, HEAD"})
    try:
        known = slug in vocabulary.read().active
    except DatabaseError:
        return problems.answer(
            503, "Tokens cannot be made right now.", headers={"Retry-After": "5"}
        )
    if not known:
        return problems.answer(404, f"there is no service “{slug}”")
    response = JsonResponse(_ticket(slug))
    response["Cache-Control"] = "no-store"
    return response


def _ticket(slug: str) -> dict[str, Any]:
    now = clock.now()
    ticket: dict[str, Any] = {
        "token": trust.token_for(slug, now=now),
        "not_before": now + tokens.SHORTEST,
        "expires_at": now + tokens.LONGEST,
    }
    if trust.under_suspicion(slug, now=now):
        ticket["challenge"] = trust.challenge_for(slug, now=now)
    return ticket
