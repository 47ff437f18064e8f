"""Door: the catalogue in the admin."""

from django.contrib import admin

from reports.models import Category, Dependence, Dependency, Network, Service, Symptom


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
