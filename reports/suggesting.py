"""Deed: take suggestions of services that are missing, one a person and day; settle them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.text import slugify
from django.utils.translation import gettext as _

from reports import catalogue, kept, spelling
from reports.models import Origin, Service, Suggester, Suggestion

LONGEST_NAME, LONGEST_HOMEPAGE = 80, 200
# Nobody reads a longer queue; a flood of them must not fill the database either.
MOST_WAITING = 2000
LONGEST_SLUG = 64


class Refused(ValueError):
    """What was typed cannot be taken: the message at each field that is wrong."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {said}" for field, said in errors.items()))
        self.errors = errors


class Outcome(StrEnum):
    TAKEN = "taken"
    # The same person, the same suggestion, the same day: a second press of the button.
    AGAIN = "again"
    # The same person has suggested something else today.
    LIMITED = "limited"
    FULL = "full"


@dataclass(frozen=True)
class Wish:
    """What somebody misses, in a form that can be stored."""

    name: str
    homepage: str

    @property
    def address(self) -> str:
        return spelling.address(self.homepage)


def read(*, name: str, homepage: str) -> Wish:
    """What was typed; raises Refused."""
    name, errors = " ".join(spelling.cleaned(name).split()), {}
    if not spelling.squeezed(name):
        errors["name"] = _("What is it called?")
    elif len(name) > LONGEST_NAME:
        errors["name"] = _("At most %(n)s characters, please.") % {"n": LONGEST_NAME}
    site = ""
    try:
        site = spelling.homepage(homepage)
    except spelling.NoSite:
        errors["homepage"] = _("Give the address of its site, such as example.org.")
    if len(site) > LONGEST_HOMEPAGE:
        errors["homepage"] = _("At most %(n)s characters, please.") % {"n": LONGEST_HOMEPAGE}
    if errors:
        raise Refused(errors)
    return Wish(name=name, homepage=site)


@dataclass(frozen=True)
class Known:
    """Services of the catalogue that a wish may be: surely the `same`, or others of its site."""

    same: Service | None
    of_its_site: tuple[Service, ...] = ()


def known(wish: Wish) -> Known:
    """Whether the catalogue has it already: by name, by another word for it, or by its address."""
    sought, host = spelling.squeezed(wish.name), spelling.host(wish.homepage)
    neighbours = []
    for service in Service.objects.active().order_by("name"):
        words = (service.name, service.slug, *service.aliases)
        if sought in map(spelling.squeezed, words):
            return Known(same=service)
        site = _site(service.homepage)
        if site == wish.address:
            return Known(same=service)
        if site.split("/")[0] == host:
            neighbours.append(service)
    return Known(same=None, of_its_site=tuple(neighbours))


def suggest(wish: Wish, *, who: UUID, now: datetime) -> Outcome:
    """Take a wish. `who`: the day's token of a person; it is deleted when the day is over."""
    waiting = Suggestion.objects.filter(state=Suggestion.State.WAITING)
    is_new = not Suggestion.objects.filter(address=wish.address).exists()
    if is_new and waiting.count() >= MOST_WAITING:
        return Outcome.FULL
    try:
        with transaction.atomic():
            # Whoever suggests it first names it: the operator has the last word on that.
            row, _made = Suggestion.objects.get_or_create(
                address=wish.address,
                defaults={
                    "name": wish.name,
                    "homepage": wish.homepage,
                    "first_at": now,
                    "last_at": now,
                },
            )
            Suggester.objects.create(day=now.date(), reporter=who, suggestion=row)
            Suggestion.objects.filter(pk=row.pk).update(people=F("people") + 1, last_at=now)
    except IntegrityError:
        before = Suggester.objects.filter(day=now.date(), reporter=who)
        is_same = before.filter(suggestion__address=wish.address).exists()
        return Outcome.AGAIN if is_same else Outcome.LIMITED
    return Outcome.TAKEN


class Impossible(ValueError):
    """A suggestion that cannot be accepted, and why (for the admin, in English)."""


@transaction.atomic
def accept(suggestion: Suggestion) -> Service:
    """Make an own service of it, beside those of the catalogue's file. It has a page at once.

    Raises Impossible where it was settled before or is in the catalogue by now.
    """
    row = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if row.state == Suggestion.State.ACCEPTED:
        raise Impossible(f"“{row.name}” was accepted before.")
    same = known(Wish(name=row.name, homepage=row.homepage)).same
    if same is not None:
        raise Impossible(f"The catalogue has “{same.name}” already.")
    service = Service.objects.create(
        slug=_free_slug(row),
        name=row.name,
        homepage=row.homepage,
        category=row.category or catalogue.other_kind(),
        origin=Origin.ADMIN,
    )
    row.state, row.service = Suggestion.State.ACCEPTED, service
    row.save(update_fields=["state", "service"])
    transaction.on_commit(kept.forget_all)
    return service


def decline(suggestions: Iterable[Suggestion]) -> int:
    """Say no to those that wait; how many. One that is asked for again stays declined."""
    waiting = Suggestion.objects.filter(state=Suggestion.State.WAITING)
    chosen = waiting.filter(pk__in=[one.pk for one in suggestions])
    return chosen.update(state=Suggestion.State.DECLINED)


def _site(homepage: str) -> str:
    try:
        return spelling.address(homepage)
    except spelling.NoSite:
        return ""


def _free_slug(row: Suggestion) -> str:
    """Its name as a word for addresses, or its host's where the name has no Latin letter; with a
    number where a retired service has that word."""
    usual = slugify(spelling.folded(row.name)) or slugify(
        row.address.split("/")[0].replace(".", "-")
    )
    usual = usual[: LONGEST_SLUG - 4].strip("-")
    taken = set(Service.objects.filter(slug__startswith=usual).values_list("slug", flat=True))
    numbered = (f"{usual}-{n}" for n in range(2, len(taken) + 3))
    return next(slug for slug in (usual, *numbered) if slug not in taken)
