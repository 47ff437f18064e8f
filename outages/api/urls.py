"""Routes of the reads. Mounted after everything else under /api/v1/: what is left is not found."""

from django.urls import path

from outages.api import accuracy, maps, notices, views, vocabularies

urlpatterns = [
    path("services", views.Services.as_view(), name="services"),
    path("services/<slug:slug>", views.OneService.as_view(), name="service"),
    path("services/<slug:slug>/series", views.Series.as_view(), name="series"),
    path("services/<slug:slug>/map", maps.Map.as_view(), name="map"),
    path("services/<slug:slug>/map.geojson", maps.MapGeoJSON.as_view(), name="map-geojson"),
    path("map", maps.World.as_view(), name="world"),
    path("incidents", views.Incidents.as_view(), name="incidents"),
    path("incidents/<int:id>", views.OneIncident.as_view(), name="incident"),
    path("incidents/<int:id>/evidence", views.Evidence.as_view(), name="incident-evidence"),
    path("notices", notices.Notices.as_view(), name="notices"),
    path("replies", notices.Replies.as_view(), name="replies"),
    path("accuracy", accuracy.Record.as_view(), name="accuracy"),
    path("causes", vocabularies.Causes.as_view(), name="causes"),
    path("symptoms", vocabularies.Symptoms.as_view(), name="symptoms"),
    path("regions", vocabularies.Regions.as_view(), name="regions"),
    path("categories", vocabularies.Categories.as_view(), name="categories"),
    path("", views.Nothing.as_view(), name="nothing-at-the-root"),
    path("<path:rest>", views.Nothing.as_view(), name="nothing"),
]
