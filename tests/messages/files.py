"""The files of translations: read, brought up to date, written, compiled."""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

LOCALE = Path(settings.BASE_DIR) / "outages" / "locale"
# English is what the code says.
CODES = tuple(code for code, _ in settings.LANGUAGES if code != "en")
WIDTH = 100
# Of the header, which has to name one: a true one would change with every run.
SOME_DAY = datetime(2026, 11, 25, tzinfo=UTC)

# Babel has the last two forms of Arabic in another order than gettext and CLDR ("many", "other").
PLURALS = {
    "ar": "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
}


def po(code: str) -> Path:
    return LOCALE / code / "LC_MESSAGES" / "django.po"


def mo(code: str) -> Path:
    return po(code).with_suffix(".mo")


def read(code: str) -> Catalog:
    """What is translated so far; an empty catalogue of a language that has no file yet."""
    if not po(code).exists():
        return Catalog(locale=code, fuzzy=False)
    with po(code).open("rb") as file:
        return read_po(file, locale=code)


def renewed(catalog: Catalog, template: Catalog) -> Catalog:
    """With every text of the code and no other; nothing is guessed from similar ones."""
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    language = str(catalog.locale)
    if language in PLURALS:
        catalog._plural_expr = PLURALS[language]  # type: ignore[assignment]
    catalog.project, catalog.version = "Brownout", "1"
    catalog.last_translator, catalog.language_team = "Brownout", language
    catalog.msgid_bugs_address = ""
    catalog.creation_date = catalog.revision_date = SOME_DAY
    catalog.fuzzy = False
    return catalog


def source(catalog: Catalog) -> bytes:
    """The text of its .po file."""
    written = io.BytesIO()
    write_po(written, catalog, width=WIDTH, include_lineno=False, sort_by_file=True)
    return written.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """What its .mo file has to hold."""
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def keep(code: str, catalog: Catalog) -> None:
    """Write both files of a language."""
    po(code).parent.mkdir(parents=True, exist_ok=True)
    po(code).write_bytes(source(catalog))
    mo(code).write_bytes(compiled(read(code)))
