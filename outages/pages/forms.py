"""The report form: what it asks, and how its answers become a claim. Intake judges them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from secrets import randbits
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from outages.pages import suspects
from reports.intake import LONGEST_COMMENT, Claim
from reports.models import Region, Report

UNSAID = ("", _("I’d rather not say"))
YES_NO = (("yes", _("Yes, others work")), ("no", _("No, others fail too")), UNSAID)
CONNECTIONS = (
    (Report.Connection.WIFI.value, _("Wi-Fi")),
    (Report.Connection.MOBILE.value, _("Mobile network")),
    (Report.Connection.WIRED.value, _("By cable")),
    UNSAID,
)
Choices = Sequence[tuple[str, Any]]


class CommentField(forms.CharField):
    """Browsers send a line end as two characters and count it as one; so do we."""

    widget = forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_COMMENT})

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


class UnseenField(forms.CharField):
    """Sent with the form, not asked. Not to be filled in from an earlier visit by a browser."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})


class ReportForm(forms.Form):
    """Plain text fields with choosing widgets: which values are known is intake's rule alone, so
    that form and API cannot disagree. What can be chosen is needed only to show it: `offer`."""

    # Names this filled-in form: sent twice, it counts once (intake's client id).
    id = UnseenField(required=False)
    # When it was handed out, signed (reports/tokens.py).
    token = UnseenField(required=False)
    # Out of people's sight; scripts that fill in whatever they find give themselves away.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    symptom = forms.CharField(label=_("What is wrong?"), required=False, widget=forms.RadioSelect)
    implicated = forms.CharField(required=False, widget=forms.RadioSelect)
    region = forms.CharField(label=_("Where are you?"), required=False, widget=forms.Select)
    others_work = forms.CharField(
        label=_("Do other sites and apps work for you?"),
        required=False,
        widget=forms.RadioSelect(choices=YES_NO),
    )
    connection = forms.CharField(
        label=_("How are you connected?"),
        required=False,
        widget=forms.RadioSelect(choices=CONNECTIONS),
    )
    comment = CommentField(label=_("Anything to add?"), required=False)

    def offer(
        self,
        *,
        symptoms: Choices,
        regions: Choices,
        service: Mapping[str, Any],
        suspect: Mapping[str, Any] | None,
    ) -> None:
        """What can be chosen: symptoms, regions, and the other service that it may really be, which
        is asked instead of what else works."""
        self.fields["symptom"].widget.choices = [
            *symptoms,
            ("", _("I am not sure")),
        ]
        self.fields["region"].widget.choices = regions
        if suspect is None:
            del self.fields["implicated"]
            return
        del self.fields["others_work"]
        self.fields["implicated"].label = suspects.question(service, suspect)
        self.fields["implicated"].widget.choices = suspects.answers(suspect)

    def refuse(self, field: str) -> None:
        """Say at a field, in the reader's language, that intake does not take its answer."""
        if field == "comment":
            self.add_error(field, _("At most %(n)s characters, please.") % {"n": LONGEST_COMMENT})
        else:
            self.add_error(field, _("This cannot be chosen here."))

    @property
    def client_id(self) -> UUID | None:
        """The form's id; None where a script made one up that is none. The form must be valid."""
        try:
            return UUID(self.cleaned_data["id"])
        except ValueError:
            return None

    def claim(self, *, service: str, kind: str) -> Claim:
        """What was said, for intake. The form must be valid.

        Who would rather not say where they are is nowhere, whatever a file knows of their address.
        """
        said = self.cleaned_data
        by_itself = said["implicated"] == suspects.BY_ITSELF
        others_work = {"yes": True, "no": False}.get(said["others_work"])
        return Claim(
            service=service,
            kind=kind,
            symptom=said["symptom"] or None,
            region=said["region"] or (Region.UNKNOWN if "region" in self.data else None),
            comment=said["comment"] or None,
            implicated=None if by_itself else said["implicated"] or None,
            others_work=False if by_itself else others_work,
            connection=said["connection"] or None,
        )


def new_id(now: datetime) -> str:
    """A UUIDv7 (RFC 9562, 5.7): milliseconds since 1970, and 74 random bits."""
    milliseconds = int(now.timestamp() * 1000)
    version, variant = 0x7, 0b10
    value = milliseconds << 80 | version << 76 | randbits(12) << 64 | variant << 62 | randbits(62)
    return str(UUID(int=value))
