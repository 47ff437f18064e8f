"""The report form: what it asks, and how its answers become a claim. Intake judges them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.intake import LONGEST_COMMENT, Claim
from reports.models import Report

UNSAID = ("", _("I'd rather not say"))
YES_NO = (("yes", _("Yes, other sites and apps work")), ("no", _("No, others fail too")), UNSAID)
CONNECTIONS = (
    (Report.Connection.WIFI.value, _("Wi-Fi")),
    (Report.Connection.MOBILE.value, _("Mobile network")),
    (Report.Connection.WIRED.value, _("Cable (wired)")),
    UNSAID,
)
Choices = Sequence[tuple[str, Any]]


class CommentField(forms.CharField):
    """Browsers send line ends as two characters and count them as one; so do we."""

    widget = forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_COMMENT})

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")


# Plain text fields with choosing widgets: which values are known is intake's rule alone, so that the
# form and the API cannot disagree.
class ReportForm(forms.Form):
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

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        symptoms: Choices,
        regions: Choices,
        implicated: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["symptom"].widget.choices = [*symptoms, ("", _("Something else, or not sure"))]
        self.fields["region"].widget.choices = regions
        if implicated is None:
            del self.fields["implicated"]
        else:
            self._ask_about(implicated)

    def _ask_about(self, other: Mapping[str, Any]) -> None:
        field = self.fields["implicated"]
        field.label = _("Could it be %(name)s?") % {"name": other["name"]}
        field.widget.choices = [
            (other["slug"], _("Yes, it is probably %(name)s") % {"name": other["name"]}),
            ("", _("No, or I don't know")),
        ]

    def claim(self, *, service: str, kind: str) -> Claim:
        said = self.cleaned_data
        return Claim(
            service=service,
            kind=kind,
            symptom=said["symptom"] or None,
            region=said["region"] or None,
            comment=said["comment"] or None,
            implicated=said.get("implicated") or None,
            others_work={"yes": True, "no": False}.get(said["others_work"]),
            connection=said["connection"] or None,
        )
