"""Routes of the public site."""

from django.urls import path

from outages.pages import (
    about,
    health,
    home,
    incident,
    incidents,
    method,
    metrics,
    report,
    service,
    world,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("s/<slug:slug>/", service.page, name="service"),
    path("s/<slug:slug>/answer/", service.answer, name="service_answer"),
    path("s/<slug:slug>/report/", report.form, name="report_form"),
    path("map/", world.page, name="map"),
    path("incidents/", incidents.listing, name="incidents"),
    path("incidents/<int:id_>/", incident.page, name="incident"),
    path("method/", method.page, name="method"),
    path("developers/", about.developers, name="developers"),
    path("privacy/", about.privacy, name="privacy"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.page, name="metrics"),
]
