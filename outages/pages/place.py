"""Where a reader probably is: by a file of addresses, else by the browser's languages."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from reports import geo
from reports.peer import address_of

# "de-DE", "zh-Hant-TW": a country is the two-letter part behind the language and the script.
COUNTRY_LETTERS = 2


def likely_region(request: HttpRequest) -> str | None:
    """Code of a country or a part of one. For pages that no cache keeps: it is a person's own."""
    return geo.places().region_of(address_of(request)) or guessed_country(request)


def guessed_country(request: HttpRequest) -> str | None:
    """ISO 3166-1 code of the first language that names a country; None when none does."""
    for tag, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        for part in tag.split("-")[1:]:
            if len(part) == COUNTRY_LETTERS:
                return part.upper()
    return None
