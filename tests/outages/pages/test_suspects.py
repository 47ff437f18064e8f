"""The one question on the form of an implicated service."""

import pytest

from outages.pages import suspects

MOBILE = {"slug": "verizon", "name": "Verizon", "category": "mobile-provider"}
CABLE = {"slug": "xfinity", "name": "Xfinity", "category": "internet-provider"}
APP = {"slug": "whatsapp", "name": "WhatsApp", "category": "messaging"}
OTHER_APP = {"slug": "signal", "name": "Signal", "category": "messaging"}


@pytest.mark.parametrize(
    ("service", "suspect", "asks"),
    [
        (
            MOBILE,
            {**MOBILE, "name": "AT&T"},
            "Does Verizon also fail for calls and data that have nothing to do with AT&T?",
        ),
        (
            CABLE,
            MOBILE,
            "Does Xfinity also fail for sites and apps that have nothing to do with Verizon?",
        ),
        (MOBILE, APP, "Does Verizon also fail for other sites and apps than WhatsApp?"),
        (
            OTHER_APP,
            APP,
            "Does Signal also fail for things that have nothing to do with WhatsApp?",
        ),
    ],
)
def test_it_asks_what_only_a_user_of_the_service_can_say(
    service: dict[str, str], suspect: dict[str, str], asks: str
) -> None:
    assert suspects.question(service, suspect) == asks


def test_its_answers_are_the_suspect_more_than_that_or_nothing() -> None:
    assert [value for value, _ in suspects.answers(APP)] == ["whatsapp", suspects.BY_ITSELF, ""]
