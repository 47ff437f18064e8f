"""The one question on the form of a service that is implicated by another one's outage."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from outages.judging.graph import PROVIDER_CATEGORIES

# The answer that names nobody: it fails for other things, too. No slug holds a slash.
BY_ITSELF = "/itself"
MOBILE = "mobile-provider"


def question(service: Mapping[str, Any], suspect: Mapping[str, Any]) -> str:
    """What only somebody can say who uses the service: does it fail where the suspect is no part
    of it? `service`, `suspect`: with name and category."""
    names = {"name": service["name"], "other": suspect["name"]}
    if service["category"] not in PROVIDER_CATEGORIES:
        asks = _("Does %(name)s also fail for things that have nothing to do with %(other)s?")
    elif suspect["category"] not in PROVIDER_CATEGORIES:
        asks = _("Does %(name)s also fail for other sites and apps than %(other)s?")
    elif service["category"] == MOBILE:
        asks = _(
            "Does %(name)s also fail for calls and data that have nothing to do with %(other)s?"
        )
    else:
        asks = _(
            "Does %(name)s also fail for sites and apps that have nothing to do with %(other)s?"
        )
    return asks % names


def answers(suspect: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    """What can be chosen, and how it is sent."""
    return (
        (suspect["slug"], _("No, only with %(other)s") % {"other": suspect["name"]}),
        (BY_ITSELF, _("Yes, for others too")),
        ("", _("I don’t know")),
    )
