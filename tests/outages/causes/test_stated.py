"""What a text states of a cause, and what it only seems to."""

import pytest

from outages.causes.stated import LONGEST_QUOTE, STATED_FROM, stated


@pytest.mark.parametrize(
    ("text", "category", "sentence"),
    [
        (
            "We are sorry. The outage was caused by a configuration change. More at 16.30.",
            "configuration_error",
            "The outage was caused by a configuration change.",
        ),
        (
            "Logins fail\nThis is due to a DDoS attack on v2.3 of our gateway.",
            "cyberattack",
            "This is due to a DDoS attack on v2.3 of our gateway.",
        ),
        (
            "Hardware failure in our data centre, which we mend as soon as possible.",
            "hardware_power",
            "Hardware failure in our data centre, which we mend as soon as possible.",
        ),
        (
            "Die Störung wurde durch einen Stromausfall im Rechenzentrum verursacht.",
            "hardware_power",
            "Die Störung wurde durch einen Stromausfall im Rechenzentrum verursacht.",
        ),
    ],
)
def test_a_plain_statement_is_read_with_its_sentence(
    text: str, category: str, sentence: str
) -> None:
    found = stated(text)
    assert found is not None
    assert (found.category, found.sentence) == (category, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "We are investigating reports of problems.",
        "We see no problems on our side.",
        # Denied.
        "This was not caused by a cyberattack.",
        "There is no evidence of an attack.",
        # Supposed, asked, looked for.
        "It may be due to a network issue.",
        "We suspect a configuration error.",
        "The likely cause is a DDoS attack.",
        "We are investigating a possible DDoS attack.",
        "If this were an attack, we would tell you.",
        "Is this a DDoS attack? We do not know yet.",
        "Vermutlich ein Stromausfall im Rechenzentrum.",
        # Of another day.
        "Yesterday's outage was caused by a configuration change.",
        "Last week's problems were due to a DDoS attack.",
        "Tomorrow we will perform scheduled maintenance.",
        # Two answers are none.
        "The outage was caused by a configuration change. It was caused by a DDoS attack.",
        "",
    ],
)
def test_what_is_denied_supposed_or_of_another_day_states_nothing(text: str) -> None:
    assert stated(text) is None


def test_a_denial_beside_a_statement_leaves_the_statement() -> None:
    found = stated("It was not an attack. The outage was caused by a configuration change.")
    assert found is not None
    assert found.category == "configuration_error"


def test_a_quote_is_no_longer_than_a_page_quotes() -> None:
    found = stated("The outage was caused by a configuration change " + "on one more server, " * 40)
    assert found is not None
    assert len(found.sentence) <= LONGEST_QUOTE + 2
    assert found.sentence.endswith("…")


@pytest.mark.parametrize(("sure", "is_stated"), [(STATED_FROM - 0.01, False), (STATED_FROM, True)])
def test_what_is_read_with_doubt_is_not_stated(
    monkeypatch: pytest.MonkeyPatch, sure: float, is_stated: bool
) -> None:
    monkeypatch.setattr("outages.causes.stated.cause_of", lambda _: ("software_bug", sure))
    assert (stated("The outage was caused by a bug.") is not None) == is_stated
