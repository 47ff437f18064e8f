"""Routes beside the pages that no person reads: without a language in their path."""

from django.urls import path

from outages.pages import health, metrics

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.page, name="metrics"),
]
