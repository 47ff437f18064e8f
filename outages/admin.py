"""Door: incidents, notices and moderators' words in the admin."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outages import (
    admin_notices,  # noqa: F401 (registers the forms of what operators say)
    moderating,
)
from outages.causes.taxonomy import CAUSES, GROUPS, KNOWN, UNKNOWN
from outages.models import CauseWord, Incident, MissedOutage, Verdict

MAY_JUDGE = "outages.add_verdict"


@dataclass(frozen=True)
class Word:
    """What a moderator can say of a row: how it is called, what it means, what it does."""

    title: Any
    means: Any
    say: Callable[..., Verdict | CauseWord]
    # Its fields are what `say` takes, beside the row and who says it when.
    form: "type[Reason] | None" = None


def moderator(request: HttpRequest) -> User:
    """Who is asking; the admin lets nobody in who is not known."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


class Reason(forms.Form):
    reason = forms.CharField(
        max_length=moderating.LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown in public with the incident; your name is not."),
    )


def _causes() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Choices: under each group its causes, and the group alone."""
    return [
        (
            _(group.name),
            [
                *((one.slug, _(one.name)) for one in CAUSES if one.group == group.slug),
                (group.slug, _("One of these, not known which")),
            ],
        )
        for group in GROUPS
        if group.slug != UNKNOWN
    ]


class CauseForm(Reason):
    cause = forms.ChoiceField(choices=_causes)

    field_order = ("cause", "reason")

    def clean(self) -> dict[str, Any]:
        """What `moderating.set_cause` takes."""
        data = super().clean() or {}
        chosen = data.pop("cause", "")
        if chosen in KNOWN:
            return {**data, "category": chosen}
        return {**data, "group": chosen}


class Judged(admin.ModelAdmin):
    """Rows to be read, with words that a moderator can say of one. Each is asked for once more, and
    taken by POST alone."""

    change_form_template = "admin/outages/judged.html"
    words: Mapping[str, Word] = {}

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        say = self.admin_site.admin_view(self.say)
        name = f"outages_{self.opts.model_name}_say"
        return [path("<int:pk>/say/<slug:word>/", say, name=name), *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        may = request.user.has_perm(MAY_JUDGE)
        links = [
            {
                "title": word.title,
                "url": reverse(
                    f"admin:outages_{self.opts.model_name}_say",
                    kwargs={"pk": object_id, "word": name},
                ),
            }
            for name, word in self.words.items()
            if may
        ]
        context = {**(extra_context or {}), "words": links}
        return super().change_view(request, object_id, form_url, context)

    def say(self, request: HttpRequest, pk: int, word: str) -> HttpResponse:
        """Ask whether it is meant so; take the word."""
        chosen = self.words.get(word)
        row = self.get_object(request, str(pk))
        if chosen is None or row is None:
            raise Http404
        who = moderator(request)
        if not (self.has_view_permission(request, row) and who.has_perm(MAY_JUDGE)):
            raise PermissionDenied
        back = reverse(f"admin:outages_{self.opts.model_name}_change", args=[pk])
        form = (chosen.form or Reason)(request.POST or None)
        if request.method == "POST" and form.is_valid():
            reason = form.cleaned_data["reason"]
            try:
                chosen.say(pk, by=who, now=timezone.now(), **form.cleaned_data)
            except moderating.NotSo as error:
                form.add_error(None, str(error))
            else:
                self.message_user(request, chosen.title, messages.SUCCESS)
                self.log_change(request, row, f"{word}: {reason}")
                return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": chosen.title,
            "means": chosen.means,
            "about": str(row),
            "back": back,
            "form": form,
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return render(request, "admin/outages/say.html", context, status=status)


class Grown(admin.TabularInline):
    """Who said what, when and why. It grows, and never changes."""

    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class Trail(Grown):
    """Of whether it was one."""

    model = Verdict
    fields = ("word", "at", "by_name", "reason", "current")
    readonly_fields = fields


class CauseTrail(Grown):
    """Of its cause."""

    model = CauseWord
    fields = ("word", "category", "group", "at", "by_name", "reason", "current")
    readonly_fields = fields


@admin.register(Incident)
class IncidentAdmin(Judged):
    """Incidents are written by the watch; a moderator says whether they were any."""

    list_display = ("started_at", "service", "state", "severity", "scope", "peak_z", "word")
    list_filter = ("state", "severity", "verdicts__word")
    search_fields = ("service__name", "service__slug")
    inlines = (Trail, CauseTrail)
    words = {
        "confirmed": Word(
            _("Confirm: there was an outage"),
            _(
                "It counts as right in this site’s own record. One that was retracted is shown"
                " again."
            ),
            moderating.confirm,
        ),
        "retracted": Word(
            _("Retract: there was no outage"),
            _(
                "Its pages and feeds say that it was a false alarm. It ends now, and these reports"
                " open no new one unless they calm down first, or become twice as many."
            ),
            moderating.retract,
        ),
        "cause": Word(
            _("Set the cause"),
            _(
                "It is shown in place of what the operator or our signals say, as a moderator’s"
                " word. Our signals go on beneath it."
            ),
            moderating.set_cause,
            CauseForm,
        ),
        "leave-cause": Word(
            _("Leave the cause to the signals again"),
            _("A moderator’s word on the cause is taken back; both words stay on record."),
            moderating.leave_cause,
        ),
    }

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("moderator's word"))
    def word(self, incident: Incident) -> str:
        current = next((one for one in incident.verdicts.all() if one.current), None)
        return current.word if current else ""

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        return rows.select_related("service").prefetch_related("verdicts")


class MissedForm(forms.ModelForm):
    """The note is the reason of the first word on it."""

    reason = forms.CharField(
        max_length=moderating.LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )

    class Meta:
        model = MissedOutage
        fields = ("service", "started_at", "ended_at")

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or {}
        start, end = data.get("started_at"), data.get("ended_at")
        if start and start > timezone.now():
            self.add_error("started_at", _("This is in the future."))
        if start and end and end < start:
            self.add_error("ended_at", _("It cannot end before it starts."))
        if not self.errors:
            self.instance.service = data["service"]
            self.instance.started_at, self.instance.ended_at = start, end
            try:
                moderating.refuse_known(self.instance)
            except moderating.NotSo as error:
                self.add_error(None, str(error))
        return data


@admin.register(MissedOutage)
class MissedOutageAdmin(Judged):
    """Outages that there were, and that the watch did not declare."""

    form = MissedForm
    list_display = ("started_at", "ended_at", "service", "word")
    search_fields = ("service__name", "service__slug")
    autocomplete_fields = ("service",)
    inlines = (Trail,)
    words = {
        "withdrawn": Word(
            _("Withdraw: the record is wrong"),
            _("It no longer counts as missed. The record and this word stay."),
            moderating.withdraw_missed,
        ),
    }

    def get_fields(self, request: HttpRequest, obj: MissedOutage | None = None) -> Any:
        fields = ("service", "started_at", "ended_at")
        return fields if obj else (*fields, "reason")

    def save_model(
        self, request: HttpRequest, obj: MissedOutage, form: forms.ModelForm, change: bool
    ) -> None:
        reason = form.cleaned_data["reason"]
        moderating.record_missed(obj, by=moderator(request), reason=reason, now=timezone.now())

    @admin.display(description=_("moderator's word"))
    def word(self, missed: MissedOutage) -> str:
        current = missed.verdicts.filter(current=True).first()
        return current.word if current else ""


class Words(admin.ModelAdmin):
    """The whole trail of all that moderators have said: to be read."""

    list_filter = ("word", "current")
    search_fields = ("by_name", "reason")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Verdict)
class VerdictAdmin(Words):
    list_display = ("at", "word", "by_name", "about", "reason", "current")
    list_select_related = ("incident__service", "missed__service")

    @admin.display(description=_("about"))
    def about(self, verdict: Verdict) -> str:
        return str(verdict.incident or verdict.missed)


@admin.register(CauseWord)
class CauseWordAdmin(Words):
    list_display = ("at", "word", "category", "group", "by_name", "incident", "reason", "current")
    list_select_related = ("incident__service",)
