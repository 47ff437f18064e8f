"""Guessing a country from the browser's languages."""

import pytest
from django.test import RequestFactory

from outages.pages.place import guessed_country


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "DE"),
        ("de,en-GB;q=0.8", "GB"),
        ("zh-Hant-TW", "TW"),
        ("en", None),
        ("", None),
        ("*", None),
        (";;;,---,🙂", None),
        ("fr-FR;q=0.2,pt-BR;q=0.9", "BR"),
    ],
)
def test_the_first_language_with_a_country_says_where(languages: str, country: str | None) -> None:
    request = RequestFactory().get("/", headers={"Accept-Language": languages})
    assert guessed_country(request) == country
