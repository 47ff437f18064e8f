"""Door: reports that could not be stored, in the admin: looked at, put back, deleted."""

from http import HTTPStatus
from typing import Any

import redis
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from reports.inbox import Inbox, default_inbox
from reports.messages import DeadLetter
from reports.models import DeadLetters

# As many as anybody looks through; the rest follows when these are gone.
MOST = 200
REPLAY, REPLAY_ALL, DELETE = "replay", "replay-all", "delete"


@admin.register(DeadLetters)
class DeadLettersAdmin(admin.ModelAdmin):
    """A list that comes from the inbox, not from a table. What was said, never by whom."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        inbox = default_inbox()
        try:
            if request.method == "POST":
                return self._settle(request, inbox)
            letters, n = inbox.dead_letters(count=MOST), inbox.dead()
        except redis.exceptions.RedisError:
            return self._show(request, away=True, status=HTTPStatus.SERVICE_UNAVAILABLE)
        return self._show(request, letters=[_row(one) for one in letters], n=n)

    def _settle(self, request: HttpRequest, inbox: Inbox) -> HttpResponse:
        """Put those that were chosen back into the inbox, or delete them for good."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        action, chosen = request.POST.get("action"), set(request.POST.getlist("letter"))
        listed = inbox.dead_letters(count=MOST)
        letters = [one for one in listed if action == REPLAY_ALL or _id(one) in chosen]
        n = len(letters)
        if action in (REPLAY, REPLAY_ALL):
            inbox.revive(letters)
            said = ngettext("%(n)d was put back.", "%(n)d were put back.", n)
            self.message_user(request, said % {"n": n}, messages.SUCCESS)
        elif action == DELETE:
            inbox.discard(letters)
            said = ngettext("%(n)d was deleted.", "%(n)d were deleted.", n)
            self.message_user(request, said % {"n": n}, messages.SUCCESS)
        return HttpResponseRedirect(request.path)

    def _show(
        self, request: HttpRequest, *, status: int = HTTPStatus.OK, **more: Any
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Reports that could not be stored"),
            "may_settle": self.has_change_permission(request),
            "most": MOST,
            **more,
        }
        return render(request, "admin/reports/dead_letters.html", context, status=status)


def _id(letter: DeadLetter) -> str:
    return letter.entry.id.decode()


def _row(letter: DeadLetter) -> dict[str, Any]:
    """What was said and why it could not be stored; tokens stay where they are."""
    row: dict[str, Any] = {"id": _id(letter), "why": letter.why}
    report = letter.entry.report
    if report is not None:
        row |= {"received": report.received, "service": report.service, "kind": report.kind}
        row |= {"region": report.region, "symptom": report.symptom or ""}
    return row
