"""Who sends something: `Authorization: Bearer` with a key's secret. Reads need no key."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from outages import keys
from outages.models import Key
from reports import clock

REALM = 'Bearer realm="Brownout"'


class ByKey(BaseAuthentication):
    """The key of a request; none where it brings no secret."""

    def authenticate(self, request: Request) -> tuple[Key, None] | None:
        scheme, _, secret = get_authorization_header(request).partition(b" ")
        if not scheme:
            return None
        if scheme.lower() != b"bearer" or not secret:
            raise AuthenticationFailed("Send the key as “Authorization: Bearer …”.")
        key = keys.find(secret.strip().decode("latin-1"), now=clock.now())
        if key is None:
            raise AuthenticationFailed("There is no such key, or it was revoked.")
        return key, None

    def authenticate_header(self, request: Request) -> str:
        return REALM


class InScope(BasePermission):
    """Has the request a key whose scopes hold the view's?"""

    def has_permission(self, request: Request, view: Any) -> bool:
        key = request.user
        # None: asked for a key (401), not refused (403).
        if key is None:
            return False
        if view.scope not in key.scopes:
            raise PermissionDenied(f"This key lacks the scope “{view.scope}”.")
        return True


class Keyed(APIView):
    """A path whose reads are open and whose posts need a key of the scope."""

    scope: Key.Scope

    def get_authenticators(self) -> list[BaseAuthentication]:
        return [ByKey()] if self._is_post() else []

    def get_permissions(self) -> list[BasePermission]:
        return [InScope()] if self._is_post() else []

    def _is_post(self) -> bool:
        # The schema asks views that have no request.
        request = getattr(self, "request", None)
        return request is None or request.method == "POST"


def speaker(request: Request, *, slug: str) -> Key:
    """The request's key, if it holds for the service; else 403."""
    key: Key = request.user
    if not keys.may_speak_for(key, slug):
        raise PermissionDenied(f"This key does not hold for the service “{slug}”.")
    return key


class BearerScheme(OpenApiAuthenticationExtension):
    """How a key is described in the schema."""

    target_class = ByKey
    name = "key"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A key, from whoever runs this instance (`manage.py make_key`).",
        }
