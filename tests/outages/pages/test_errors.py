"""What somebody reads when something is wrong: words, a way on, nothing that could fail again."""

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import translation
from django.views import defaults


def test_a_request_to_another_host_is_told_that_we_do_not_understand_it(
    db: None, client: Client
) -> None:
    answer = client.get("/", headers={"host": "somebody.example"})
    assert answer.status_code == 400
    assert "We did not understand that" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Something failed on our side"), ("ar", 'dir="rtl"')],
)
def test_a_page_that_failed_says_so_without_a_query(language: str, words: str) -> None:
    """No `db` here: a query would fail the test."""
    with translation.override(language):
        answer = defaults.server_error(HttpRequest())
    text = answer.content.decode()
    assert answer.status_code == 500
    assert words in text
    assert f'lang="{language}"' in text
    assert 'href="/"' in text
