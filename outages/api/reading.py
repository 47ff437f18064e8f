"""What all reads have in common: no key, open to other sites, cacheable, 304 where nothing changed."""

from hashlib import blake2b
from typing import Any

from django.http import HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

CACHE_CONTROL = "public, max-age=5, stale-while-revalidate=30, stale-if-error=600"


class Read(APIView):
    """A read of the public API."""

    http_method_names = ("get", "head", "options")

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        patch_vary_headers(answer, ("Accept-Encoding",))
        if not isinstance(answer, Response) or answer.status_code != 200:
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
    for name in ("ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin"):
        unchanged[name] = response[name]
    return unchanged
