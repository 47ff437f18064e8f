"""Routes of the public site's pages. Each may have a language before it (outages/languages.py)."""

from django.urls import path

from outages.pages import (
    about,
    home,
    incident,
    incidents,
    method,
    picture,
    report,
    service,
    suggest,
    world,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("now/", home.now, name="home_now"),
    path("suggestions/", home.suggestions, name="suggestions"),
    path("s/<slug:slug>/", service.page, name="service"),
    path("s/<slug:slug>/answer/", service.answer, name="service_answer"),
    path("s/<slug:slug>/chart/", service.chart, name="service_chart"),
    path("s/<slug:slug>/picture.png", picture.service, name="service_picture"),
    path("s/<slug:slug>/report/", report.form, name="report_form"),
    path("suggest/", suggest.form, name="suggest"),
    path("map/", world.page, name="map"),
    path("map/part/", world.part, name="map_part"),
    path("map/steps/", world.steps, name="map_steps"),
    path("incidents/", incidents.listing, name="incidents"),
    path("incidents/<int:id_>/", incident.page, name="incident"),
    path("incidents/<int:id_>/live/", incident.live, name="incident_live"),
    path("method/", method.page, name="method"),
    path("about/", about.about, name="about"),
    path("developers/", about.developers, name="developers"),
    path("privacy/", about.privacy, name="privacy"),
]
