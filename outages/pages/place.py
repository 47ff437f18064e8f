"""Where a reader probably is, by nothing but the languages that the browser asks for."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

# "de-DE", "zh-Hant-TW": a country is the two-letter part behind the language and the script.
COUNTRY_LETTERS = 2


def guessed_country(request: HttpRequest) -> str | None:
    """ISO 3166-1 code of the first language that names a country; None when none does."""
    for tag, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        for part in tag.split("-")[1:]:
            if len(part) == COUNTRY_LETTERS:
                return part.upper()
    return None
