"""Door: the catalogue and suspicions in the admin."""

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from reports.models import (
    Category,
    Dependence,
    Dependency,
    Network,
    Service,
    Suspicion,
    Symptom,
)


class DependenceInline(admin.TabularInline):
    model = Dependence
    extra = 0


class NetworkInline(admin.TabularInline):
    model = Network
    extra = 0


@admin.register(Service)
class ServiceAdmin(admin.ModelAdmin):
    list_display = ("name", "category", "operator", "observable", "active", "origin")
    list_filter = ("active", "origin", "category")
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("origin",)
    inlines = (DependenceInline, NetworkInline)

    def has_delete_permission(self, request: object, obj: Service | None = None) -> bool:
        # Retired (active off), never deleted: reports and incidents point here.
        return False


@admin.register(Dependency)
class DependencyAdmin(admin.ModelAdmin):
    list_display = ("name", "slug", "kind", "origin")
    list_filter = ("kind",)
    search_fields = ("name", "slug")
    readonly_fields = ("origin",)


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
