"""Incidents: the list, one in full, and the world's map."""

import pytest
from django.test import Client

from tests.outages.pages.scenes import Scene


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_an_incident_says_all_that_is_known(outage: Scene, client: Client) -> None:
    assert outage.incident
    text = page(client, f"/incidents/{outage.incident.pk}/")
    for said in (
        "WhatsApp has problems in 7 regions since 14:05 UTC",
        "Configuration or operator error",
        "It began within three minutes everywhere.",
        "It began outside working hours.",
        "Backend software fault",
        "Instagram",
        "Verizon",
        "California",
        "Now in Brazil, too.",
        "1,743 reports",
        'role="img"',
    ):
        assert said in text
    assert "%" not in about_the_cause(text), "no percentages for causes"


def about_the_cause(text: str) -> str:
    """That section of the page."""
    return text.split('<h2 id="cause"')[1].split("</section>", maxsplit=1)[0]


def test_evidence_stands_on_the_side_for_which_it_speaks(outage: Scene, client: Client) -> None:
    assert outage.incident
    text = about_the_cause(page(client, f"/incidents/{outage.incident.pk}/"))
    parts = ("What speaks for it", "within three minutes", "What speaks against it", "outside work")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_an_unknown_incident_is_not_found(calm: Scene, client: Client) -> None:
    assert client.get("/incidents/999/").status_code == 404
    assert client.get(f"/incidents/{10**30}/").status_code == 404


def test_the_world_names_what_is_wrong_where(outage: Scene, client: Client) -> None:
    text = page(client, "/map/")
    assert 'href="/s/whatsapp/?country=US#where"' in text
    assert 'role="img"' in text
    assert "no data is not the same as no problem" in text


@pytest.mark.parametrize("path", ["/method/", "/developers/", "/privacy/"])
def test_pages_of_words_are_there(calm: Scene, client: Client, path: str) -> None:
    assert "<h1>" in page(client, path)


def test_the_method_shows_the_thresholds_in_force(
    calm: Scene, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outages.detection.lifecycle.OPEN_ABOVE", 6.75)
    assert ">6.75</td>" in page(client, "/method/")
