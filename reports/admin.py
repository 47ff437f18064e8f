"""Door: the catalogue and suspicions in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports import (
    admin_letters,  # noqa: F401 (registers what could not be stored)
    catalogue,
    kept,
)
from reports.admin_suggestions import HTTPS
from reports.models import (
    Category,
    Dependence,
    Dependency,
    Network,
    Origin,
    Service,
    Suspicion,
    Symptom,
)


class Own(admin.ModelAdmin):
    """Rows beside those of the catalogue's file. What somebody changes here is the site's own from
    then on: loading the file leaves it alone, until it is given back."""

    formfield_overrides = HTTPS
    readonly_fields = ("origin",)
    actions = ("give_back",)
    # What the file calls them.
    entry = ""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        # Retired (active off), never deleted: reports and incidents point here.
        return False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        row = form.instance
        is_changed = form.has_changed() or any(one.has_changed() for one in formsets)
        if row.origin == Origin.FILE and is_changed:
            row.origin = Origin.ADMIN
            row.save(update_fields=["origin"])
            said = _("It is this site’s own now: loading the catalogue leaves it alone.")
            self.message_user(request, said, messages.INFO)
        transaction.on_commit(kept.forget_all)

    @admin.action(
        description=_("Give back to the catalogue’s file, which decides at its next load"),
        permissions=["change"],
    )
    def give_back(self, request: HttpRequest, chosen: "QuerySet[Any]") -> None:
        known = catalogue.slugs(self.entry)
        for row in chosen.filter(origin=Origin.ADMIN):
            if row.slug not in known:
                said = _("The catalogue’s file has no “%(slug)s”.") % {"slug": row.slug}
                self.message_user(request, said, messages.WARNING)
                continue
            row.origin = Origin.FILE
            row.save(update_fields=["origin"])
            self.log_change(request, row, "given back to the catalogue's file")


class DependenceInline(admin.TabularInline):
    model = Dependence
    extra = 0
    autocomplete_fields = ("dependency",)


class NetworkInline(admin.TabularInline):
    model = Network
    extra = 0


@admin.register(Service)
class ServiceAdmin(Own):
    entry = "service"
    list_display = ("name", "slug", "category", "operator", "observable", "active", "origin")
    list_filter = ("active", "origin", "category")
    list_select_related = ("category", "operator")
    search_fields = ("name", "slug", "aliases")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("operator",)
    inlines = (DependenceInline, NetworkInline)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Service | None = None) -> Any:
        # Addresses of pages that are there do not change by themselves.
        return {} if obj else self.prepopulated_fields

    def view_on_site(self, obj: Service) -> str:
        return reverse("service", args=[obj.slug])


@admin.register(Dependency)
class DependencyAdmin(Own):
    entry = "dependency"
    list_display = ("name", "slug", "kind", "origin")
    list_filter = ("kind", "origin")
    search_fields = ("name", "slug")
    autocomplete_fields = ("service",)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ("name", "slug")


@admin.register(Symptom)
class SymptomAdmin(admin.ModelAdmin):
    list_display = ("name", "slug")


@admin.register(Suspicion)
class SuspicionAdmin(admin.ModelAdmin):
    """Under suspicion a report weighs only with a form's token or a proof of work.

    What an operator saves is the operator's from then on: the watch leaves it alone, for a day
    beyond its end. One deleted while the signs last is back with the watch's next look.
    """

    list_display = ("service", "by", "reason", "since", "until")
    list_filter = ("by",)
    search_fields = ("service__name", "service__slug")
    autocomplete_fields = ("service",)
    readonly_fields = ("by",)
    fields = ("service", "reason", "since", "until", "by")
    actions = ("clear",)

    def save_model(
        self,
        request: HttpRequest,
        obj: Suspicion,
        form: "ModelForm[Suspicion]",
        change: bool,
    ) -> None:
        obj.by = Suspicion.By.OPERATOR
        super().save_model(request, obj, form, change)

    @admin.action(description="Clear: these reports count, and the watch looks away for a day")
    def clear(self, request: HttpRequest, chosen: "QuerySet[Suspicion]") -> None:
        chosen.update(by=Suspicion.By.OPERATOR, until=timezone.now())
