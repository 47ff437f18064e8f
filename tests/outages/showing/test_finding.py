"""Services found by what people type."""

from itertools import pairwise

import pytest
from pytest_django import DjangoAssertNumQueries

from outages.showing import finding
from reports import kept
from reports.models import Service
from tests.outages import crowd

pytestmark = pytest.mark.django_db
NAMES = {
    "whatsapp": ("WhatsApp", ["wa", "whats app"]),
    "prime-video": ("Amazon Prime Video", []),
    "societe-generale": ("Société Générale", []),
    "web-de": ("WEB.DE E-Mail", []),
    "wetter": ("Wetter", []),
    "hindi": ("व्हाट्सएप", []),
    "o2": ("O₂", []),
    "xbox": ("Xbox", []),
}


@pytest.fixture(autouse=True)
def services() -> None:
    for slug, (name, aliases) in NAMES.items():
        crowd.a_service(slug, name=name, aliases=aliases)
    kept.forget_all()


def found(q: str) -> list[str]:
    return [hit["slug"] for hit in finding.hits(q, most=9)]


@pytest.mark.parametrize(
    ("q", "slugs"),
    [
        ("WHATSAPP", ["whatsapp"]),
        ("whats-app", ["whatsapp"]),
        ("wa", ["whatsapp"]),
        ("prime", ["prime-video"]),
        ("societe generale", ["societe-generale"]),
        ("GÉNÉRALE", ["societe-generale"]),
        ("email", ["web-de"]),
        ("व्हाट्स", ["hindi"]),
        ("o2", ["o2"]),
        ("teapot", []),
        ("—", []),
        ("", []),
    ],
)
def test_spelling_case_accents_and_gaps_make_no_difference(q: str, slugs: list[str]) -> None:
    assert found(q) == slugs


def test_a_vowel_sign_is_no_accent() -> None:
    assert found("वहटसएप") == []


def test_what_begins_so_comes_before_what_holds_it() -> None:
    words = (["web"], ["webinar"], ["the web"], ["cobweb"], ["sea"])
    far = [finding.distance(one, "Web") for one in words]
    assert far == sorted(far)
    assert all(one < other for one, other in pairwise(far))
    assert far[-1] == finding.NOT_FOUND


def test_what_is_down_comes_first_among_equals_and_is_marked() -> None:
    crowd.the_places()
    assert found("we") == ["web-de", "wetter"]
    crowd.an_incident(Service.objects.get(slug="wetter"), ["DE-BE"])
    kept.forget_all()
    assert [(hit["slug"], hit["down"]) for hit in finding.hits("we", most=9)] == [
        ("wetter", True),
        ("web-de", False),
    ]


def test_typing_asks_the_database_for_nothing_new(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    found("w")
    with django_assert_num_queries(0):
        assert found("wh") == ["whatsapp"]
        assert finding.named("xbox") == "xbox"


def test_a_wrong_letter_is_understood() -> None:
    assert [one["slug"] for one in finding.meant("watsapp")] == ["whatsapp"]
    assert finding.meant("teapot") == []


def test_one_name_is_one_service() -> None:
    crowd.a_service("xbox-live", name="Xbox Live", aliases=["xbox"])
    kept.forget_all()
    assert finding.named("WhatsApp") == "whatsapp"
    assert finding.named("whats") is None
    assert finding.named("Xbox") is None, "two are called so"


def test_a_retired_service_is_not_found() -> None:
    crowd.a_service("gone", name="Whats Gone", active=False)
    kept.forget_all()
    assert found("whats gone") == []
