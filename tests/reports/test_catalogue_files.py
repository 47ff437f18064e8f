"""The catalogue's files: a mistake is named and changes nothing; the right ones change it once."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models

from reports import catalogue
from reports.models import Dependence, Dependency, Network

pytestmark = pytest.mark.usefixtures("catalogue")


def everything() -> dict[str, list[Any]]:
    """Every row of the catalogue. Edges by what they join: they are written anew at each load."""
    edges: dict[type[models.Model], tuple[str, ...]] = {
        Dependence: ("service__slug", "dependency__slug", "p"),
        Network: ("asn", "service__slug"),
    }
    return {
        model.__name__: sorted(model._default_manager.values_list(*edges.get(model, ())), key=repr)
        for model in apps.get_app_config("reports").get_models()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the files, to be changed."""
    return Path(shutil.copytree(catalogue.DATA, tmp_path / "data"))


def test_loading_again_changes_no_row_of_any_table() -> None:
    before = everything()
    catalogue.load()
    assert everything() == before
    assert len(before["Service"]) >= 250
    assert before["Dependence"]
    assert before["Network"]


def test_a_page_of_a_dependency_that_is_right_again_is_put_right() -> None:
    before = everything()
    Dependency.objects.update(service=None, name="wrong")
    Dependence.objects.all()[0].delete()
    catalogue.load()
    assert everything() == before


@pytest.mark.parametrize(
    ("file", "right", "wrong", "named"),
    [
        ("services.toml", 'category = "messaging"', 'category = "mesaging"', "mesaging"),
        ("services.toml", 'operator = "meta"', 'operator = "beta"', "beta"),
        # A cloud is no operator.
        ("services.toml", 'operator = "meta"', 'operator = "cloudflare"', "cloudflare"),
        ("services.toml", '{ slug = "cloudflare"', '{ slug = "clodflare"', "clodflare"),
        ("dependencies.toml", 'service = "azure"', 'service = "azzure"', "azzure"),
        ("services.toml", 'slug = "threema"', 'slug = "signal"', "signal stands there twice"),
        ("services.toml", '[[service]]\nslug = "threema"', "[[service\n", "services.toml"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_loaded(
    folder: Path, file: str, right: str, wrong: str, named: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    before = everything()
    with pytest.raises(catalogue.BadCatalogue, match=named):
        catalogue.load(folder)
    assert everything() == before


def test_the_command_says_what_is_wrong_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def bad() -> catalogue.Loaded:
        raise catalogue.BadCatalogue("signal: there is no category mesaging")

    monkeypatch.setattr(catalogue, "load", bad)
    with pytest.raises(CommandError, match="not loaded: signal"):
        call_command("load_catalogue")
