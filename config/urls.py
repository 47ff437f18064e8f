"""Mounts the doors."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("reports.api.urls")),
    path("api/v1/", include(("outages.api.urls", "api"))),
    path("api/", include("outages.api.schema_urls")),
    path("admin/", admin.site.urls),
    path("", include("outages.pages.urls")),
]
