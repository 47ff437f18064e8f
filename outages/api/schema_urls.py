"""Routes of the schema and its browsable page."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from outages.api.schema import ENUM_NAMES

schema = SpectacularAPIView.as_view(custom_settings={"ENUM_NAME_OVERRIDES": ENUM_NAMES})

urlpatterns = [
    path("schema/", schema, name="api-schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="api-schema"), name="api-docs"),
]
