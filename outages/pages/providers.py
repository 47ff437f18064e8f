"""Is it my provider? The answer in words, from the shares by which reports come in."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

TENTHS = 10
# Above this share it is nearly all, below the other hardly any.
NEARLY_ALL, HARDLY_ANY = 0.95, 0.05


def of_ten(share: float | None) -> str:
    """A share (0-1) for the middle of a sentence: "7 of 10"."""
    if share is None:
        return _("an unknown part of those")
    if share >= NEARLY_ALL:
        return _("nearly all")
    if share < HARDLY_ANY:
        return _("hardly any of those")
    n = max(round(share * TENTHS), 1)
    return ngettext("%(n)s of 10", "%(n)s of 10", n) % {"n": n}


def is_it_my_provider(through: Mapping[str, Any], name: str) -> str:
    """The answer in a sentence. `through`: as the board gives it; `name`: of the service."""
    suspect = through["suspect"]
    if suspect is not None:
        return _(
            "It may be %(provider)s: %(share)s who report come through it, usually %(usual)s."
        ) % {
            "provider": suspect["name"],
            "share": of_ten(suspect["share"]),
            "usual": of_ten(suspect["usual"]),
        }
    return _ANSWERS[through["state"]]() % {"name": name}


_ANSWERS = {
    "not_known": lambda: _(
        "Not known here: this site has no table of networks, so it cannot see through which"
        " providers reports come."
    ),
    "own": lambda: _(
        "%(name)s is itself how people reach everything else: all that is reported about it comes"
        " through it."
    ),
    "too_few": lambda: _("Too few people report right now to compare providers."),
    "no_usual": lambda: _(
        "What is usual is not known yet, so nothing can be said about a single provider."
    ),
    "spread": lambda: _(
        "Probably not: reports come through many providers, none of them far above its usual share."
    ),
    "country": lambda: _(
        "Probably not yours alone: reports come mostly from one country, and its providers are"
        " raised together."
    ),
    "unclear": lambda: _(
        "No provider stands out, but so few people report that none can be cleared."
    ),
    "one": lambda: _("One provider stands out."),
}
