"""A made-up language in which every text of the catalogue is marked: what never went through the
catalogue stays in plain letters."""

import gettext
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.utils import translation
from django.utils.translation import trans_real

# A language that Django has formats for, with other signs in numbers than English.
CODE = "eo"
ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERS = {
    ord(plain): 0x1D41A + place if plain.islower() else 0x1D400 + place - 26
    for place, plain in enumerate(ALPHABET)
}
# Values, tags, and what scripts fill in.
VALUES = re.compile(r"(\{\w*\}|%\(\w+\)\w|%%|<[^<>]*>|\[\w+\])")


def marked(text: str) -> str:
    """Every letter but those of the names of values."""
    parts = VALUES.split(text)
    return "".join(part if VALUES.fullmatch(part) else part.translate(LETTERS) for part in parts)


def plain(text: str) -> str:
    """The text as it was before it was marked."""
    return text.translate({mark: letter for letter, mark in LETTERS.items()})


class _Marked(gettext.NullTranslations):
    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return marked(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return marked(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)

    def language(self) -> str:
        return CODE

    def to_language(self) -> str:
        return CODE


@contextmanager
def reading() -> Iterator[set[str]]:
    """As a reader of that language; gives the texts that the catalogue is asked for."""
    known = trans_real._translations  # type: ignore[attr-defined]
    known[CODE] = catalogue = _Marked()
    try:
        with translation.override(CODE):
            yield catalogue.asked
    finally:
        del known[CODE]


def unmarked(text: str, *, names: Iterable[str]) -> list[str]:
    """Words in plain letters that are none of the names: these never saw the catalogue."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return re.findall(r"[A-Za-z]+", text)
