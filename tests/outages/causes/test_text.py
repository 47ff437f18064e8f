"""Words → cause or symptom."""

import pytest

from outages.causes.taxonomy import KNOWN, SYMPTOMS
from outages.causes.text import cause_of, symptom_of


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("We are investigating reports of errors.", "unknown"),
        ("", "unknown"),
        ("Scheduled maintenance will begin at 02:00 UTC.", "planned_maintenance"),
        ("We have identified a bad deploy and are rolling back the release.", "software_update"),
        ("A misconfigured firewall rule blocked all traffic.", "configuration_error"),
        ("Loss of power in one of our data centres.", "hardware_power"),
        ("A fibre cut near Lyon affects customers in the area.", "network_connectivity"),
        ("Our cloud provider is experiencing an outage.", "third_party_dependency"),
        ("We are mitigating a large DDoS attack.", "cyberattack"),
        ("Severe weather has damaged our sites; a STÖRM warning holds.", "external_event"),
        ("A memory leak exhausted all workers.", "software_bug"),
        ("Servers were overloaded by a surge in traffic.", "capacity_overload"),
        # Users guess this far too often, and operators deny it.
        ("omg they got hacked", "unknown"),
        ("There is no evidence of a cyberattack.", "unknown"),
    ],
)
def test_a_cause_is_read_only_where_one_is_named(text: str, cause: str) -> None:
    slug, confidence = cause_of(text)
    assert slug == cause
    assert (confidence > 0) is (cause != "unknown")
    assert confidence <= 1


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("hello?", None),
        ("Can't log in since this morning", "login"),
        ("the app crashes as soon as I open it", "app_crash"),
        ("my messages won\N{RIGHT SINGLE QUOTATION MARK}t send", "messaging"),
        ("No internet in Bristol", "no_connection"),
        ("Error 502 bad gateway", "server_error"),
        ("payment failed twice", "payment"),
        ("es lädt nicht", "not_loading"),
        ("power is out on our street", "power_cut"),
    ],
)
def test_a_symptom_is_read_from_a_comment(text: str, symptom: str | None) -> None:
    assert symptom_of(text)[0] == symptom


def test_every_answer_is_in_the_vocabulary() -> None:
    words = "attack bug overload update maintenance power fibre cut storm slow crash login video"
    assert cause_of(words)[0] in (*KNOWN, "unknown")
    assert symptom_of(words)[0] in (*SYMPTOMS, None)
