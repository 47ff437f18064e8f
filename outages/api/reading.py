"""What all reads have in common: no key, open to other sites, cacheable, 304 if nothing is new."""

from hashlib import blake2b
from http import HTTPStatus
from typing import Any

from django.http import HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

CACHE_CONTROL = "public, max-age=5, stale-while-revalidate=30, stale-if-error=600"
# What a browser has to hear, on every answer, before it lets another site's script read it.
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}
# What it asks beforehand when a script names the ETag that it has.
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
KEPT_BY_304 = ("ETag", "Cache-Control", "Vary", *OPEN_TO_ALL)


class OneForm(DefaultContentNegotiation):
    """A path has one form, whatever a client says it accepts; `?format=` means nothing here."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


class Read(APIView):
    """A read of the public API."""

    http_method_names: tuple[str, ...] = ("get", "head", "options")
    # While the database is away (outages/lastgood).
    keep_last_good = True
    content_negotiation_class = OneForm

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        answer = super().finalize_response(request, response, *args, **kwargs)
        for name, value in OPEN_TO_ALL.items():
            answer[name] = value
        patch_vary_headers(answer, ("Accept-Encoding",))
        if request.method not in SAFE_METHODS:
            answer["Cache-Control"] = "no-store"
            return answer
        if not isinstance(answer, Response) or answer.status_code != HTTPStatus.OK:
            return answer
        answer["Cache-Control"] = CACHE_CONTROL
        answer.add_post_render_callback(lambda rendered: _conditional(request, rendered))
        return answer


def _conditional(request: Request, response: Response) -> HttpResponseBase:
    """Tag the body; answer 304 to who has it already."""
    etag = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    response["ETag"] = etag
    known = parse_etags(request.headers.get("If-None-Match", ""))
    # Weak comparison (RFC 9110, 13.1.2): a proxy that compresses makes a tag weak.
    if etag not in {tag.removeprefix("W/") for tag in known} and "*" not in known:
        return response
    unchanged = HttpResponseNotModified()
    for name in KEPT_BY_304:
        unchanged[name] = response[name]
    return unchanged
