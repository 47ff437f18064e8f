"""Routes of the schema and its browsable page."""

from django.urls import path
from django.views.generic import TemplateView
from drf_spectacular import renderers
from drf_spectacular.views import SpectacularAPIView
from rest_framework.negotiation import DefaultContentNegotiation

from outages.api.reading import Read
from outages.api.schema import ENUM_NAMES


class Schema(Read, SpectacularAPIView):
    """JSON unless YAML is asked for: every reader of YAML reads JSON, too."""

    content_negotiation_class = DefaultContentNegotiation
    custom_settings = {"ENUM_NAME_OVERRIDES": ENUM_NAMES}
    renderer_classes = [
        renderers.OpenApiJsonRenderer2,
        renderers.OpenApiJsonRenderer,
        renderers.OpenApiYamlRenderer,
        renderers.OpenApiYamlRenderer2,
    ]


# No view of drf-spectacular's: they bring inline styles, or a cookie.
docs = TemplateView.as_view(template_name="outages/api_docs.html")

urlpatterns = [
    path("schema/", Schema.as_view(), name="api-schema"),
    path("docs/", docs, name="api-docs"),
]
