"""A text → words, whatever the script."""

import pytest

from outages.causes.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("The provider's router", ["the", "provider", "router"]),
        ("It won\N{RIGHT SINGLE QUOTATION MARK}t open!", ["it", "wont", "open", "."]),
        ("panne d’électricité", ["panne", "d", "electricite"]),
        ("third-party", ["third", "party"]),
        ("data.example.org, down", ["data_example_org", ",", "down"]),
        ("Groß", ["gross"]),
        # Full-width letters.
        ("\uff24\uff24\uff4f\uff33", ["ddos"]),
        # Vowel signs and the virama are parts of a Hindi word; the danda ends a sentence.
        ("बिजली गुल। ठीक", ["बिजली", "गुल", ".", "ठीक"]),
        # A nukta as one code point or as two.
        ("ख़राब", ["ख\u093cराब"]),
        # Turkish capitals, with and without a dot.
        ("İNTERNET KESİNTİSİ ışık IŞIK", ["internet", "kesintisi", "isik", "isik"]),
    ],
)
def test_words_are_cut_and_folded(text: str, found: list[str]) -> None:
    assert words(text) == found
