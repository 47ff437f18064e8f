"""What the report form offers to choose from: a category's symptoms, countries and their parts.

All of it is kept in the process, so that the form can be shown while the database is away.
"""

from typing import Any

from django.utils.translation import gettext as _

from outages import board, cldr, wording
from reports import vocabulary
from reports.models import Region

COUNTRY_LETTERS = 2
NO_COUNTRIES = frozenset({Region.WORLD, Region.UNKNOWN})


def symptoms_of(category: str) -> list[tuple[str, str]]:
    """The symptoms that fit a category, in the order in which it lists them."""
    known = vocabulary.read()
    fitting = known.category_symptoms.get(category, ())
    return [(slug, wording.word(known.symptom_names[slug])) for slug in fitting]


def regions_around(chosen: str) -> list[tuple[str, Any]]:
    """All countries, and the parts of the one that is chosen (itself or one of its parts)."""
    names = {
        code: cldr.country(code, name) for code, name in vocabulary.read().region_names.items()
    }
    countries = _by_name({code: names[code] for code in names if is_country(code)})
    home = chosen[:COUNTRY_LETTERS]
    nowhere = ("", _("I’d rather not say"))
    if not is_country(home):
        return [nowhere, (_("Countries"), countries)]
    parts = _by_name({code: names[code] for code in names if code.startswith(f"{home}-")})
    whole = (home, _("Somewhere in %(country)s") % {"country": names[home]})
    others = [country for country in countries if country[0] != home]
    return [nowhere, (names[home], [whole, *parts]), (_("Other countries"), others)]


def is_country(code: str) -> bool:
    return board.is_country(code)


def is_known(region: str) -> bool:
    """Whether a code is a country or a part of one."""
    return region in vocabulary.read().regions and region not in NO_COUNTRIES


def _by_name(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda pair: (cldr.alphabetical(pair[1]), pair[0]))
