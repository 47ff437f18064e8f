"""Routes of the intake."""

from django.urls import path

from reports.api import token, views

urlpatterns = [
    path("reports", views.report, name="report"),
    path("works", views.works, name="works"),
    path("services/<slug:slug>/token", token.token, name="token"),
]
