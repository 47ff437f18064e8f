"""What is wrong with a translation, as far as a machine can tell."""

import re
from collections import Counter
from collections.abc import Iterator

from babel.messages import Catalog, Message

from tests.messages import files

# What stands for a value: Django's, ours, and those of the scripts; and the sign of per cent.
VALUE = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|\[\w+\]|%%")
TAG = re.compile(r"</?\w+[^<>]*>")
# Forms of a plural may say their number in words: "one report", and in Arabic "two reports".
NUMBERS = frozenset(
    {
        "n",
        "reports",
        "minutes",
        "days",
        "down",
        "more",
        "others",
        "all",
        "usual",
        "people",
        "regions",
    }
)
NAME = re.compile(r"\w+")


def missing(catalog: Catalog, template: Catalog) -> list[str]:
    """Texts of the code without a translation that somebody stands by."""
    return [_named(one) for one in template if one.id and not _is_done(catalog.get(one.id))]


def wrong(catalog: Catalog) -> Iterator[str]:
    """Translations that would break a page: other values, other tags, plurals of another number."""
    for one in catalog:
        if one.id and _is_done(one):
            yield from (f"{_named(one)}: {problem}" for problem in _problems(one, catalog))


def stale(code: str) -> Iterator[str]:
    """A compiled file that doesn't say what its source does."""
    if not files.mo(code).exists():
        yield "there is no compiled file"
    elif files.mo(code).read_bytes() != files.compiled(files.read(code)):
        yield "the compiled file is not that of its source"


def _is_done(one: Message | None) -> bool:
    if one is None or one.fuzzy or not one.string:
        return False
    return isinstance(one.string, str) or all(one.string)


def _problems(one: Message, catalog: Catalog) -> Iterator[str]:
    if isinstance(one.id, str):
        assert isinstance(one.string, str)
        yield from _differences(one.id, one.string, spared=frozenset())
        return
    assert isinstance(one.string, (tuple, list))
    if len(one.string) != catalog.num_plurals:
        yield f"{len(one.string)} plural forms, not {catalog.num_plurals}"
    for form in one.string:
        both = [list(_differences(text, form, spared=NUMBERS)) for text in one.id]
        yield from min(both, key=len)


def _differences(text: str, said: str, *, spared: frozenset[str]) -> Iterator[str]:
    for what, pattern in (("values", VALUE), ("tags", TAG)):
        here, there = Counter(pattern.findall(text)), Counter(pattern.findall(said))
        differ = (here - there) + (there - here)
        left = [sign for sign in differ if not spared & set(NAME.findall(sign))]
        if left:
            yield f"other {what}: {', '.join(left)}"
    if text[:1].isspace() != said[:1].isspace() or text[-1:].isspace() != said[-1:].isspace():
        yield "a space at one end"


def _named(one: Message) -> str:
    return repr(one.id if isinstance(one.id, str) else one.id[0])
