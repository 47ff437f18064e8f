"""Every text for translators: in Python, in templates, and in the catalogue's own files."""

import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.BASE_DIR)
APPS = ("outages", "reports")
# The admin is in English, whatever its reader's language: moderators share what they write there.
ADMIN = re.compile(r"/admin(?:_\w+)?\.py$|/templates/admin/")
SKIPPED = re.compile(r"/migrations/|/static/|/management/|/replays/|/locale/")
# Django's names beside gettext's own; what they take is the same.
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
}
# Words that the database is filled with: file and the members that people read.
FILES: Mapping[str, tuple[str, ...]] = {
    "reports/data/symptoms.toml": ("name", "says"),
    "reports/data/categories.toml": ("name",),
}

# A text, or a text with its plural; where it stands, and what translators are told of it.
Text = str | tuple[str, str]
Found = tuple[Text, str, list[str]]


def collected() -> Catalog:
    """All of them, each with the files that it stands in; no translation."""
    catalog = Catalog(fuzzy=False)
    for text, place, comments in _every():
        if text:
            catalog.add(text, locations=[(place, 1)], auto_comments=comments)
    return catalog


def _every() -> Iterator[Found]:
    for path in _sources():
        place = str(path.relative_to(ROOT))
        source = path.read_text("utf-8")
        if path.suffix == ".html":
            source = _flat(templatize(source, origin=place))
        for _line, text, comments, context in _extracted(source):
            assert context is None, f"{place}: contexts of texts are not used here"
            yield text, place, comments
    for name, members in FILES.items():
        for rows in tomllib.loads((ROOT / name).read_text("utf-8")).values():
            yield from ((row[member], name, []) for row in rows for member in members)


def _extracted(source: str) -> Iterable[tuple[int, Any, list[str], str | None]]:
    return extract(
        "python", io.BytesIO(source.encode()), keywords=KEYWORDS, comment_tags=("Translators:",)
    )


def _sources() -> list[Path]:
    found = [path for app in APPS for path in (ROOT / app).rglob("*") if path.suffix in KINDS]
    return sorted(path for path in found if not _is_left_out(path))


KINDS = {".py", ".html"}


def _is_left_out(path: Path) -> bool:
    name = f"/{path.relative_to(ROOT)}"
    return bool(ADMIN.search(name) or SKIPPED.search(name))


def _flat(source: str) -> str:
    """What a template was turned into has indents that mean nothing to Python."""
    return re.sub(r"^\s+", "", source, flags=re.MULTILINE)
