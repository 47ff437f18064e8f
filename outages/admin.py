"""Door: incidents and notices in the admin."""

from django.contrib import admin
from django.http import HttpRequest

from outages.models import Incident, Notice


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    list_display = ("at", "service", "kind", "source", "text")
    list_filter = ("kind", "source")
    autocomplete_fields = ("service",)


@admin.register(Incident)
class IncidentAdmin(admin.ModelAdmin):
    """To be read: incidents are written by the watch alone."""

    list_display = ("started_at", "service", "state", "severity", "scope", "peak_z")
    list_filter = ("state", "severity")
    search_fields = ("service__name", "service__slug")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Incident | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Incident | None = None) -> bool:
        return False
