"""Door: notices, replies, keys and followed status pages in the admin. Who entered what is in
Django's own log."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outages import keys, notices
from outages.explaining import why
from outages.models import Key, Notice, Reply, StatusPage

# What an address begins with that says no scheme.
HTTPS: Any = {URLField: {"assume_scheme": "https"}}


class NoticeForm(forms.ModelForm):
    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or {}
        if not self.errors:
            given = {name: data[name] for name in data if name not in ("service", "source")}
            try:
                notices.check(notices.Said(**given), now=timezone.now())
            except notices.Refused as refused:
                for field, message in refused.errors.items():
                    self.add_error(field, message)
        return data


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    form = NoticeForm
    fields = (
        *("service", "kind", "text", "at", "starts", "ends"),
        *("cause", "version", "url", "ref", "source"),
    )
    formfield_overrides = HTTPS
    list_display = ("at", "service", "kind", "source", "cause", "text")
    list_filter = ("kind", "source", "cause")
    search_fields = ("service__name", "service__slug", "text", "ref")
    list_select_related = ("service",)
    autocomplete_fields = ("service",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"at": timezone.now()}

    def save_model(
        self, request: HttpRequest, obj: Notice, form: forms.ModelForm, change: bool
    ) -> None:
        now = timezone.now()
        if change:
            obj.updated_at = now
        super().save_model(request, obj, form, change)
        if not change:
            notices.tell(obj.service, [obj], now=now)
        why.hear(obj.service_id, now=now)

    def delete_model(self, request: HttpRequest, obj: Notice) -> None:
        super().delete_model(request, obj)
        why.hear(obj.service_id, now=timezone.now())

    def delete_queryset(self, request: HttpRequest, queryset: "QuerySet[Notice]") -> None:
        services = set(queryset.values_list("service_id", flat=True))
        super().delete_queryset(request, queryset)
        for service in services:
            why.hear(service, now=timezone.now())


class ReplyForm(forms.ModelForm):
    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or {}
        service, incident = data.get("service"), data.get("incident")
        if service and incident and incident.service_id != service.pk:
            self.add_error("incident", _("This service has no such incident."))
        return data


@admin.register(Reply)
class ReplyAdmin(admin.ModelAdmin):
    """A reply that is not shown stays on record."""

    form = ReplyForm
    fields = ("service", "incident", "by_name", "text", "url", "shown")
    formfield_overrides = HTTPS
    list_display = ("at", "service", "by_name", "source", "shown", "text")
    list_filter = ("shown", "source")
    search_fields = ("service__name", "service__slug", "by_name", "text")
    list_select_related = ("service",)
    autocomplete_fields = ("service",)
    raw_id_fields = ("incident",)

    def save_model(
        self, request: HttpRequest, obj: Reply, form: forms.ModelForm, change: bool
    ) -> None:
        if not change:
            obj.at, obj.source = timezone.now(), Reply.Source.ADMIN
        super().save_model(request, obj, form, change)


class KeyForm(forms.ModelForm):
    scopes = forms.MultipleChoiceField(
        choices=Key.Scope.choices, widget=forms.CheckboxSelectMultiple
    )


@admin.register(Key)
class KeyAdmin(admin.ModelAdmin):
    """The secret is shown once, when the key is made."""

    form = KeyForm
    list_display = ("name", "begins", "scopes", "created_at", "last_used_at", "revoked_at")
    search_fields = ("name", "begins")
    autocomplete_fields = ("services",)
    readonly_fields = ("begins", "created_at", "last_used_at", "revoked_at")
    actions = ("revoke",)

    def get_fields(self, request: HttpRequest, obj: Key | None = None) -> Any:
        given = ("name", "scopes", "services")
        return (*given, *self.readonly_fields) if obj else given

    def save_model(
        self, request: HttpRequest, obj: Key, form: forms.ModelForm, change: bool
    ) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        made, secret = keys.make(
            name=obj.name, scopes=form.cleaned_data["scopes"], now=timezone.now()
        )
        obj.pk = made.pk
        obj.refresh_from_db()
        # For the answer to this request alone; the services follow with the form's own links.
        request.META["brownout.secret"] = secret

    def response_add(
        self, request: HttpRequest, obj: Key, post_url_continue: str | None = None
    ) -> HttpResponse:
        """No redirect: a secret belongs in no cookie, as which messages travel."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("The key’s secret"),
            "key": obj,
            "secret": request.META["brownout.secret"],
            "back": reverse("admin:outages_key_changelist"),
        }
        answer = render(request, "admin/outages/key_made.html", context)
        answer["Cache-Control"] = "no-store"
        return answer

    def has_delete_permission(self, request: HttpRequest, obj: Key | None = None) -> bool:
        # Revoked, never deleted: what came with it stays told apart.
        return False

    @admin.action(
        description=_("Revoke: these keys work no longer, for good"), permissions=["change"]
    )
    def revoke(self, request: HttpRequest, chosen: "QuerySet[Key]") -> None:
        for key in chosen.filter(revoked_at=None):
            key.revoked_at = timezone.now()
            key.save(update_fields=["revoked_at"])
            self.log_change(request, key, "revoked")


@admin.register(StatusPage)
class StatusPageAdmin(admin.ModelAdmin):
    """How it goes with reading them. Where a service's page is stands with the service."""

    list_display = ("service", "url", "ok_at", "fetched_at", "failures", "error")
    list_filter = (("error", admin.EmptyFieldListFilter),)
    search_fields = ("service__name", "service__slug", "url")
    list_select_related = ("service",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: StatusPage | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: StatusPage | None = None) -> bool:
        return False
