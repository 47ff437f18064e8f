"""A text → the words that phrases are matched against, in any script."""

import re
import unicodedata

# The end of a sentence, and a pause within one, as words of their own.
STOP, PAUSE = ".", ","
# A mark for either, or a run of letters, marks and digits. `\w` alone would cut Hindi words at
# their vowel signs, which are marks and not letters.
_WORD = re.compile("[.!?;\n\u0964]+|[,:()\u2013\u2014]+|(?:[\\w\u0900-\u0963\u0971-\u097f])+")
_ENDS = frozenset(".!?;\n\u0964")
# "provider's", "won't": one word. "l'app", "dell'app": two, which the plain rule does.
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_CONTRACTED = re.compile(r"(?<=\w)'(?=(?:t|re|ve|ll|d|m)\b)")
# A full stop inside a number, an address or a version ends no sentence.
_INNER_DOT = re.compile(r"(?<=\w)\.(?=\w)")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u0131": "i"})
# Little words that come between the words of a phrase and carry nothing, unless it names them.
ARTICLES = frozenset({"a", "an", "the", "our", "its", "their", "your", "my"})


def normalised(text: str) -> str:
    """Folded case and width, straight apostrophes, Latin letters without accents.

    Turkish dotless and dotted i become one: capitals can't tell them apart outside Turkish.
    Hindi keeps its marks: there they are vowels.
    """
    wide = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    if wide.isascii():
        return wide
    bare = (mark for mark in unicodedata.normalize("NFD", wide) if not _is_accent(mark))
    return unicodedata.normalize("NFC", "".join(bare))


def words(text: str) -> list[str]:
    """The words of a text with STOP and PAUSE between them.

    >>> words("The app WON'T open! Why, l'\u00e9cran is black.")
    ['the', 'app', 'wont', 'open', '.', 'why', ',', 'l', 'ecran', 'is', 'black', '.']
    """
    plain = _CONTRACTED.sub("", _POSSESSIVE.sub("", normalised(text)))
    found = _WORD.findall(_INNER_DOT.sub("_", plain).replace("'", " "))
    return [_sign(word) for word in found]


def _sign(word: str) -> str:
    if word[0] in _ENDS:
        return STOP
    return PAUSE if word[0] in ",:()\u2013\u2014" else word


def _is_accent(mark: str) -> bool:
    return "\u0300" <= mark <= "\u036f"
