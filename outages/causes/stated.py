"""What a text states of a cause, flatly enough to be held to it: which cause, in which sentence.

More is asked than to be evidence (told.py): what is supposed, asked, announced for another day or
told of another day names no cause of what happens now.
"""

import re
from dataclasses import dataclass

from outages.causes.taxonomy import UNKNOWN
from outages.causes.text import cause_of
from outages.causes.words import words

# A sentence overrides what the signals say: it must be surer than one of the signals has to be.
STATED_FROM = 0.75
# A statement that goes on for longer than a page quotes is cut.
LONGEST_QUOTE = 300

# A mark inside a number, an address or a version ends no sentence.
_SENTENCE = re.compile(r"(?:[^.!?;\n\u0964]|[.!?;](?=\w))+[.!?;\u0964]*")
# The cause is supposed, looked for or asked after. Whole words, as words.py leaves them.
_SUPPOSED = """
    may might could possible possibly potential potentially perhaps maybe probable probably likely
    suspect suspects suspected suspecting believe believed assume assumed appear appears seem seems
    seemingly apparently presumably whether unclear investigating investigate checking rumour
    rumours rumor rumors speculation allegedly reportedly
    vielleicht moglicherweise vermutlich wahrscheinlich eventuell vermuten verdacht untersuchen
    prufen offenbar
    peut-etre possiblement probablement semble semblerait pourrait soupconnons enquetons
    posible posiblemente probable probablemente quizas podria parece sospechamos investigando
    possivel possivelmente provavelmente talvez poderia suspeitamos
    possibile possibilmente forse probabilmente potrebbe sembra sospettiamo indagando
    mogelijk misschien waarschijnlijk vermoeden vermoedelijk lijkt onderzoeken
    shayad sambhav mungkin diduga kemungkinan menyelidiki
    belki muhtemelen olabilir supheleniyoruz arastiriyoruz
    शायद संभवतः संभव
"""
# It is told of another time, or of another outage.
_OTHER_TIMES = """
    yesterday yesterdays tomorrow tomorrows gestern gestrige gestrigen gestriger vorgestern
    ubermorgen demain ayer manana ontem amanha ieri domani gisteren kemarin besok dun yarin
"""
_OTHER_TIMES_PHRASES = (
    *("previous outage", "previous incident", "earlier outage", "earlier incident"),
    *("last week", "last month", "last year", "last night", "next week", "next month"),
    *("letzte woche", "letzten monat", "nachste woche", "semaine derniere", "semana pasada"),
    *("semana passada", "settimana scorsa", "vorige week", "minggu lalu", "gecen hafta"),
)
# "Possible" here supposes nothing.
_AS_SOON = "as soon as possible"
_NOT_NOW = frozenset(f"{_SUPPOSED}{_OTHER_TIMES}".split())


@dataclass(frozen=True)
class Stated:
    """A cause that a text states: slug, how surely it is read so (0-1), and the sentence."""

    category: str
    sure: float
    sentence: str


def stated(text: str) -> Stated | None:
    """The cause that a text states; None where it names none, only supposes or denies one, or
    states several."""
    found = [one for said in _SENTENCE.findall(text) if (one := _stated_by(said.strip()))]
    if len({one.category for one in found}) != 1:
        return None
    return max(found, key=lambda one: one.sure)


def _stated_by(sentence: str) -> Stated | None:
    slug, sure = cause_of(sentence)
    if slug == UNKNOWN or sure < STATED_FROM or _is_open(sentence):
        return None
    return Stated(slug, sure, cut(sentence))


def _is_open(sentence: str) -> bool:
    """Whether it asks, supposes, or tells of another time."""
    joined = f" {' '.join(words(sentence))} ".replace(_AS_SOON, "")
    return (
        sentence.rstrip().endswith("?")
        or not _NOT_NOW.isdisjoint(joined.split())
        or any(f" {phrase} " in joined for phrase in _OTHER_TIMES_PHRASES)
    )


def cut(sentence: str) -> str:
    """Words in one line, no longer than a page quotes."""
    words_ = " ".join(sentence.split())
    if len(words_) <= LONGEST_QUOTE:
        return words_
    return words_[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
