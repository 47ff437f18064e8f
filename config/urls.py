"""Mounts the doors. Pages without a language in their path are in the one that is asked for."""

from django.contrib import admin
from django.urls import include, path

for_machines = [
    path("api/v1/", include("reports.api.urls")),
    path("api/v1/", include(("outages.api.urls", "api"))),
    path("api/", include("outages.api.schema_urls")),
    path("admin/", admin.site.urls),
    path("", include("outages.pages.machine_urls")),
]
urlpatterns = [*for_machines, path("", include("outages.pages.urls"))]
