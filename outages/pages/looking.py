"""What a reader of the map can choose, as it stands in the address."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outages import board, heatmap
from outages.drawing.maps import Edges
from outages.pages.choices import is_country
from outages.pages.moment import fresh_of, moment_of
from reports import vocabulary

LONGEST = 100
# Parts of the world: name, and west, south, east and north in degrees.
VIEWS: dict[str, tuple[Any, Edges]] = {
    "europe": (gettext_lazy("Europe"), (-24, 34, 45, 71.5)),
    "africa": (gettext_lazy("Africa"), (-19, -36, 53, 38)),
    "middle-east": (gettext_lazy("Middle East"), (24, 11, 64, 43)),
    "asia": (gettext_lazy("Asia"), (60, -11, 148, 56)),
    "north-america": (gettext_lazy("North America"), (-130, 14, -55, 60)),
    "caribbean": (gettext_lazy("Central America and the Caribbean"), (-98, 5, -58, 28)),
    "south-america": (gettext_lazy("South America"), (-83, -56, -33, 14)),
    "oceania": (gettext_lazy("Oceania"), (110, -48, 190, 12)),
}


@dataclass
class Asked:
    """What an address asks for. `at` is None for now; `times`: the times of the past that can be
    asked for, the latest first; `troubles`: what was asked for and cannot be, as sentences."""

    service: str = ""
    category: str = ""
    country: str = ""
    view: str = ""
    at: datetime | None = None
    typed: str = ""
    times: list[datetime] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    @property
    def service_name(self) -> str:
        return vocabulary.read().service_names.get(self.service, "")

    @property
    def address(self) -> QueryDict:
        """As parameters, in their shortest form."""
        every = {
            "service": self.service,
            "category": self.category,
            "country": self.country,
            "view": self.view,
            "at": written(self.at) if self.at else "",
        }
        found = QueryDict(mutable=True)
        found.update({name: value for name, value in every.items() if value})
        return found


def asked(request: HttpRequest) -> Asked:
    """Raises Http404 for a country, a part of the world or a category that is not there."""
    now = moment_of(request)
    given = {
        name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]
        for name in ("service", "category", "country", "view", "at")
    }
    found = Asked(
        category=given["category"],
        country=given["country"].upper(),
        view=given["view"],
        typed=given["service"],
        times=heatmap.past_times(now=now, fresh=fresh_of(request)),
    )
    known = vocabulary.read()
    if found.country and not is_country(found.country):
        raise Http404
    if found.view and (found.view not in VIEWS or found.country):
        raise Http404
    if found.category and found.category not in known.category_symptoms:
        raise Http404
    _service(found)
    _at(found, given["at"])
    return found


def written(at: datetime) -> str:
    """A time as it stands in an address."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def _service(found: Asked) -> None:
    if not found.typed:
        return
    slug = board.named(found.typed)
    if slug is None:
        hits = board.hits(found.typed, most=2)
        slug = str(hits[0]["slug"]) if len(hits) == 1 else None
    if slug is None:
        says = _("No service is called “%(name)s”.")
        found.troubles.append(says % {"name": found.typed})
        return
    # A service says more than its kind.
    found.service, found.category, found.typed = slug, "", vocabulary.read().service_names[slug]


def _at(found: Asked, text: str) -> None:
    if not text:
        return
    try:
        at = datetime.fromisoformat(text)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        says = _("“%(text)s” is no time; write it as 2026-01-31T14:30Z.")
        found.troubles.append(says % {"text": text})
        return
    at = at.replace(minute=30 * (at.minute // 30), second=0, microsecond=0)
    if at > found.times[0]:
        return
    if at < found.times[-1]:
        says = _("The map goes back 24 hours, and what you asked for is longer ago. This is now.")
        found.troubles.append(says)
        return
    found.at = at
