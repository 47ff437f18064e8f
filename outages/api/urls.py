"""Routes of the reads."""

from django.urls import path

from outages.api import views

urlpatterns = [
    path("services", views.Services.as_view(), name="services"),
    path("services/<slug:slug>", views.OneService.as_view(), name="service"),
    path("services/<slug:slug>/series", views.Series.as_view(), name="series"),
    path("services/<slug:slug>/map", views.Map.as_view(), name="map"),
    path("services/<slug:slug>/map.geojson", views.MapGeoJSON.as_view(), name="map-geojson"),
    path("map", views.World.as_view(), name="world"),
    path("incidents", views.Incidents.as_view(), name="incidents"),
    path("incidents/<int:id_>", views.OneIncident.as_view(), name="incident"),
    path("incidents/<int:id_>/evidence", views.Evidence.as_view(), name="incident-evidence"),
    path("causes", views.Causes.as_view(), name="causes"),
    path("symptoms", views.Symptoms.as_view(), name="symptoms"),
    path("regions", views.Regions.as_view(), name="regions"),
    path("categories", views.Categories.as_view(), name="categories"),
]
