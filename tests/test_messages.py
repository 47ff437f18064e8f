"""The check of translations sees what is wrong with one, and the code's texts are all collected."""

import io
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po
from django.utils import translation

from tests.messages import checking, collecting, files
from tests.messages.collecting import collected


def catalogue(text: str, said: str, code: str = "de") -> Catalog:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    source = f'{head}msgid "{text}"\nmsgstr "{said}"\n'
    return read_po(io.BytesIO(source.encode()), locale=code)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("%(name)s is down", "%(nam)s ist gestört"),
        ("{n} of {all}", "{n} von allen"),
        ("<strong>No</strong> data", "<b>Keine</b> Daten"),
        ("Your report about [names]", "Ihre Meldung über [namen]"),
        ("%(n)s %% more", "%(n)s % mehr"),
        ("All of it", "Alles "),
    ],
)
def test_a_translation_that_would_break_a_page_is_found(text: str, said: str) -> None:
    assert list(checking.wrong(catalogue(text, text))) == []
    assert len(list(checking.wrong(catalogue(text, said)))) == 1


def test_plurals_have_the_number_of_forms_that_the_language_has() -> None:
    arabic, template = Catalog(locale="ar"), Catalog()
    template.add(("{n} hour", "{n} hours"))
    arabic.add(("{n} hour", "{n} hours"), ("ساعة", "ساعتان", "{n} ساعات"))
    assert "3 plural forms, not 6" in "".join(checking.wrong(arabic))
    assert checking.missing(arabic, template) == []


@pytest.mark.parametrize(("said", "flags"), [("", []), ("Karte", ["fuzzy"])])
def test_what_is_empty_or_guessed_is_missing(said: str, flags: list[str]) -> None:
    template, german = Catalog(), Catalog(locale="de")
    template.add("Map")
    assert checking.missing(german, template) == ["'Map'"]
    german.add("Map", said, flags=flags)
    assert checking.missing(german, template) == ["'Map'"]
    german["Map"].flags.clear()
    german["Map"].string = "Karte"
    assert checking.missing(german, template) == []


def test_a_source_that_was_changed_and_not_compiled_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files, "LOCALE", tmp_path)
    assert list(checking.stale("de")) == ["there is no compiled file"]
    files.keep("de", catalogue("Map", "Karte"))
    assert list(checking.stale("de")) == []
    files.po("de").write_text(files.po("de").read_text("utf-8").replace("Karte", "Plan"), "utf-8")
    assert list(checking.stale("de")) == ["the compiled file is not that of its source"]


def test_renewing_twice_changes_nothing_and_keeps_what_was_said() -> None:
    template = Catalog(fuzzy=False)
    template.add("Map", locations=[("a.html", 1)])
    template.add("New", locations=[("b.html", 1)])
    german = catalogue("Map", "Karte")
    german.add("Gone", "Weg")
    once = files.source(files.renewed(german, template))
    assert b"Karte" in once
    assert b"Weg" not in once
    again = read_po(io.BytesIO(once), locale="de")
    assert files.source(files.renewed(again, template)) == once


def test_texts_of_code_templates_and_catalogue_are_collected() -> None:
    texts = {one.id for one in collected()}
    assert {
        "Ongoing",  # lazy, in a table
        "All times are UTC.",  # a template's
        "problems logging in",  # a symptom's, from its file
        "Cannot log in",
        "Public services",  # a category's
        "the operator confirms an attack",  # gettext_noop of the pure rooms
        ("{n} hour", "{n} hours"),
        ("in %(n)d region", "in %(n)d regions"),
    } <= texts


def test_what_only_moderators_read_is_not_for_translators() -> None:
    places = {place for one in collected() for place, _line in one.locations}
    assert [place for place in places if "admin" in place] == []
    assert any(place.startswith("reports/data/") for place in places)
    assert collecting.ADMIN.search("/outages/templates/admin/outages/say.html")


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", {0: "0 Stunden", 1: "1 Stunde", 2: "2 Stunden"}),
        ("fr", {0: "0 heure", 1: "1 heure", 2: "2 heures"}),
        ("hi", {1: "1 घंटा", 2: "2 घंटे"}),
        (
            "ar",
            {
                0: "0 ساعة",
                1: "ساعة واحدة",
                2: "ساعتين",
                7: "7 ساعات",
                12: "12 ساعة",
                100: "100 ساعة",
            },
        ),
    ],
)
def test_each_language_counts_in_its_own_way(language: str, forms: dict[int, str]) -> None:
    with translation.override(language):
        said = {n: translation.ngettext("{n} hour", "{n} hours", n).format(n=n) for n in forms}
        few = translation.ngettext("{n} day", "{n} days", 11).format(n=11)
    assert said == forms
    if language == "ar":
        assert few == "11 يومًا"
