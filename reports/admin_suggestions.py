"""Door: the queue of suggested services in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet, URLField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from reports import suggesting
from reports.models import Suggestion

# What an address begins with that says no scheme.
HTTPS: Any = {URLField: {"assume_scheme": "https"}}


class Waiting(admin.SimpleListFilter):
    """What waits is shown unless something else is asked for."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [*Suggestion.State.choices, ("all", _("All"))]

    def queryset(
        self, request: HttpRequest, queryset: "QuerySet[Suggestion]"
    ) -> "QuerySet[Suggestion]":
        wanted = self.value() or Suggestion.State.WAITING
        return queryset if wanted == "all" else queryset.filter(state=wanted)

    def choices(self, changelist: Any) -> Any:
        every = list(super().choices(changelist))[1:]
        if self.value() is None:
            every[0] |= {"selected": True}
        return every


@admin.register(Suggestion)
class SuggestionAdmin(admin.ModelAdmin):
    """Most wanted first. Name and kind can be mended before one is accepted.

    A homepage is no link: nobody has looked at it yet.
    """

    formfield_overrides = HTTPS
    list_display = ("name", "site", "category", "people", "last_at", "state", "page")
    list_filter = (Waiting,)
    list_editable = ("category",)
    list_select_related = ("category", "service")
    search_fields = ("name", "homepage")
    fields = ("name", "site", "category", "people", "first_at", "last_at", "state", "page")
    readonly_fields = ("site", "people", "first_at", "last_at", "state", "page")
    actions = ("accept", "decline")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("homepage"))
    def site(self, row: Suggestion) -> str:
        return row.homepage

    @admin.display(description=_("service"))
    def page(self, row: Suggestion) -> SafeString | str:
        if row.service is None:
            return ""
        url = reverse("admin:reports_service_change", args=[row.service.pk])
        return format_html('<a href="{}">{}</a>', url, row.service.slug)

    @admin.action(
        description=_("Accept: each becomes a service with a page at once"),
        permissions=["accept"],
    )
    def accept(self, request: HttpRequest, chosen: "QuerySet[Suggestion]") -> None:
        for row in chosen:
            try:
                service = suggesting.accept(row)
            except suggesting.Impossible as error:
                self.message_user(request, str(error), messages.WARNING)
                continue
            self.log_change(request, row, f"accepted as {service.slug}")
            where = reverse("service", args=[service.slug])
            said = str(_("“{}” is a service now: {}"))
            url = format_html('<a href="{}">{}</a>', where, where)
            self.message_user(request, format_html(said, service.name, url), messages.SUCCESS)

    @admin.action(
        description=_("Decline: they leave the queue, and stay declined if asked for again"),
        permissions=["change"],
    )
    def decline(self, request: HttpRequest, chosen: "QuerySet[Suggestion]") -> None:
        waiting = list(chosen.filter(state=Suggestion.State.WAITING))
        n = suggesting.decline(waiting)
        for row in waiting:
            self.log_change(request, row, "declined")
        said = ngettext("%(n)d was declined.", "%(n)d were declined.", n) % {"n": n}
        self.message_user(request, said, messages.SUCCESS)

    def has_accept_permission(self, request: HttpRequest) -> bool:
        """Accepting makes a service."""
        may_add = request.user.has_perm("reports.add_service")
        return may_add and self.has_change_permission(request)
