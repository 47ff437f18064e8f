"""What the report form offers to choose from: a category's symptoms, countries and their parts."""

from typing import Any

from django.utils.translation import gettext as _

from outages import board

COUNTRY_LETTERS = 2


def symptoms_of(category: str) -> list[tuple[str, str]]:
    """The symptoms that fit a category, in the order in which it lists them."""
    names = {symptom["slug"]: symptom["name"] for symptom in board.symptoms()}
    fitting = {found["slug"]: found["symptoms"] for found in board.categories()}
    return [(slug, names[slug]) for slug in fitting.get(category, ()) if slug in names]


def regions_around(chosen: str) -> list[tuple[str, Any]]:
    """All countries, and the parts of the one that is chosen (itself or one of its parts)."""
    countries = [(region["code"], region["name"]) for region in board.regions()]
    home = chosen[:COUNTRY_LETTERS]
    name = dict(countries).get(home)
    nowhere = ("", _("I’d rather not say"))
    if name is None:
        return [nowhere, (_("Countries"), countries)]
    parts = [(region["code"], region["name"]) for region in board.regions(country=home)]
    whole = (home, _("%(country)s, no part of it") % {"country": name})
    others = [country for country in countries if country[0] != home]
    return [nowhere, (name, [whole, *parts]), (_("Other countries"), others)]


def is_country(code: str) -> bool:
    return any(country["code"] == code for country in board.regions())


def is_known(region: str) -> bool:
    """Whether a code is a country or a part of one."""
    country = region[:COUNTRY_LETTERS]
    parts = board.regions(country=country) if country else []
    return is_country(region) or any(part["code"] == region for part in parts)
