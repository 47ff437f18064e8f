"""Query parameters, for the schema; parsing them is outages/api/parameters.py's."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from outages.api.parameters import LARGEST_PAGE, USUAL_PAGE
from outages.models import Incident as IncidentRow
from outages.showing.statuses import STATUSES

MINUTES = "as 5m, 24h or 7d"
Q = OpenApiParameter("q", str, description="Words that the name or an alias holds.")
CATEGORY = OpenApiParameter("category", str, description="Slug of a category.")
STATUS = OpenApiParameter("status", str, enum=STATUSES)
WINDOW = OpenApiParameter("window", str, description=f"Length of time up to now, {MINUTES}.")
STEP = OpenApiParameter("step", str, description=f"Width of a point, {MINUTES}.")
REGION = OpenApiParameter("region", str, description="ISO 3166-1 or 3166-2 code.")
COUNTRY = OpenApiParameter("country", str, description="ISO 3166-1 alpha-2 code.")
LEVEL = OpenApiParameter("level", str, enum=("country", "subdivision"))
PAGE = (
    OpenApiParameter("cursor", str, description="From “next” or “previous”."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_PAGE}, usually {USUAL_PAGE}."),
)
WORDS_PAGE = (
    OpenApiParameter("cursor", str, description="From “next” or “previous”."),
    OpenApiParameter("limit", int, description=f"1 to {LARGEST_PAGE}, usually {LARGEST_PAGE}."),
)
INCIDENTS = (
    OpenApiParameter("service", str, description="Slug of a service."),
    REGION,
    OpenApiParameter("cause", str, description="Category or group of the current cause."),
    OpenApiParameter("state", str, enum=IncidentRow.State.values),
    OpenApiParameter("since", OpenApiTypes.DATETIME, description="Touching the time from here on."),
    OpenApiParameter("until", OpenApiTypes.DATETIME, description="Begun before."),
)
