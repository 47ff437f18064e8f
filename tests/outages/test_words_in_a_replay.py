"""What operators say of a cause, in the whole walk: from a line of a log to the incident's page."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from outages.models import Incident
from outages.replays import simulating
from outages.showing.bodies import incident_body
from reports.buckets import DAY_MINUTES, minute_of, time_of
from tests.outages.conftest import START, Play
from tests.outages.replays.test_replaying import written

DAYS = 2
BEGIN = minute_of(START) + DAYS * DAY_MINUTES + 15 * 60
LASTS = 70
DENIED = "We see no problems. This is not caused by an attack."
STATED = "We have found it. The outage was caused by a configuration change."
QUOTE = "The outage was caused by a configuration change."


def told(minutes: float, text: str, *, service: str = "whatsapp") -> Mapping[str, Any]:
    """A status post so many minutes after the outage began."""
    at: datetime = time_of(BEGIN) + timedelta(minutes=minutes)
    notice = {"service": service, "kind": "status", "text": text, "source": "official"}
    return {"at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "notice": notice}


def played(
    play: Play, tmp_path: Path, posts: Sequence[Mapping[str, Any]], *, minutes: int
) -> Incident:
    lines = simulating.simulate(
        services={"whatsapp": 8.0, "signal": 5.0},
        first=minute_of(START),
        minutes=BEGIN - minute_of(START) + minutes,
        seed=3,
        outages=[
            simulating.Outage(
                service="whatsapp", start=BEGIN, minutes=LASTS, peak=20.0, countries=frozenset()
            )
        ],
        told=posts,
    )
    (incident,) = play(written(tmp_path / "log.jsonl", lines))
    return incident


@pytest.mark.timeout(300)
def test_of_many_words_the_one_that_states_the_cause_is_shown(play: Play, tmp_path: Path) -> None:
    posts = [
        told(-1440, "The outage was caused by a DDoS attack."),
        told(8, DENIED),
        told(12, "The outage was caused by a power cut.", service="signal"),
        told(20, STATED),
        told(30, "A fix is on its way."),
    ]
    body = incident_body(played(play, tmp_path, posts, minutes=45))
    assert (body["cause"]["says"], body["cause"]["category"]) == ("official", "configuration_error")
    assert body["cause_said"]["text"] == QUOTE
    own = body["inferred_cause"]
    assert own["says"] == "inference"
    # What is shown beside the operator's word is no echo of it.
    assert "notice" not in {line["signal"] for line in own["evidence"]}
    changes = [one for one in body["timeline"] if one["kind"] == "cause_changed"]
    (change,) = [one for one in changes if "operator" in one["text"]]
    assert change["text"].startswith("According to its operator the cause is a configuration")
    assert change["at"] < time_of(BEGIN + 22)
    assert "According to its operator" in body["explanation"]["brief"]


@pytest.mark.timeout(300)
def test_a_word_hours_after_the_end_is_shown_too(play: Play, tmp_path: Path) -> None:
    body = incident_body(played(play, tmp_path, [told(400, STATED)], minutes=420))
    assert body["state"] == "resolved"
    assert (body["cause"]["says"], body["cause"]["category"]) == ("official", "configuration_error")


@pytest.mark.timeout(300)
def test_a_denial_changes_nothing(play: Play, tmp_path: Path) -> None:
    body = incident_body(played(play, tmp_path, [told(8, DENIED)], minutes=30))
    assert body["cause"]["says"] == "inference"
    assert DENIED in " ".join(body["explanation"]["detail"])
