"""The answer in one sentence, for every standing that a service can have."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outages.causes.taxonomy import BY_SLUG, GROUP_SAYS
from outages.pages.phrases import culprit
from outages.pages.verdict import verdict

NOW = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)
REGIONS = [{"code": f"R{n}", "name": f"Region {n}", "ended_at": None} for n in range(14)]


def a_service(**fields: Any) -> dict[str, Any]:
    return {
        "name": "WhatsApp",
        "status": "ok",
        "status_reason": "",
        "incident": None,
        "implicated_by": None,
        "data_until": NOW - timedelta(minutes=12),
        **fields,
    }


OWN = {"says": "inference"}


def an_incident(**fields: Any) -> dict[str, Any]:
    return {
        "started_at": NOW - timedelta(minutes=1),
        "state": "ongoing",
        "scope": "multi_region",
        "regions": REGIONS,
        "common_cause": None,
        "cause": {**OWN, "category": "unknown", "group": "unknown", "confidence": "undetermined"},
        **fields,
    }


META = {"dependency": {"slug": "meta", "name": "Meta", "kind": "operator"}, "probability": 0.9}
CLOUD = {
    "dependency": {"slug": "aws-us-east-1", "name": "AWS us-east-1", "kind": "cloud_region"},
    "probability": 0.9,
}
UPDATE = {**OWN, "category": "software_update", "group": "change", "confidence": "possible"}
CHANGE = {**OWN, "category": "unknown", "group": "change", "confidence": "likely"}
SINCE = "Yes, WhatsApp has problems in 14 regions since 15:39 UTC; "


@pytest.mark.parametrize(
    ("incident", "answer"),
    [
        (an_incident(common_cause=META), SINCE + "likely Meta’s platform."),
        (an_incident(common_cause=CLOUD), SINCE + "likely AWS us-east-1."),
        (an_incident(cause=UPDATE), SINCE + f"possibly {BY_SLUG['software_update'].says}."),
        (
            an_incident(cause=CHANGE),
            f"{SINCE}likely {GROUP_SAYS['change']}.",
        ),
        (
            an_incident(cause={**UPDATE, "says": "official"}),
            SINCE + f"its operator names {BY_SLUG['software_update'].says}.",
        ),
        (
            an_incident(cause={**UPDATE, "says": "moderator"}, common_cause=CLOUD),
            SINCE + f"the cause is {BY_SLUG['software_update'].says}, by a moderator’s word.",
        ),
        (an_incident(), SINCE + "the cause is not determined yet."),
        (an_incident(cause=None), SINCE + "the cause is not determined yet."),
        (
            an_incident(regions=REGIONS[:1], started_at=NOW - timedelta(days=2)),
            "Yes, WhatsApp has problems in Region 0 since 22 Nov, 15:40 UTC; "
            "the cause is not determined yet.",
        ),
    ],
)
def test_an_outage_is_told_with_place_time_and_cause(incident: dict[str, Any], answer: str) -> None:
    told = verdict(a_service(status="outage", incident=incident), now=NOW)
    assert (told.answer, told.mark) == (answer, "outage")


@pytest.mark.parametrize(
    ("fields", "mark", "answer"),
    [
        ({}, "ok", "No problems known with WhatsApp."),
        (
            {"status": "possible_outage", "status_reason": "weak_signal"},
            "elevated",
            "Perhaps: WhatsApp gets more reports than usual, but not enough to be sure.",
        ),
        (
            {"status": "possible_outage", "status_reason": "few_networks"},
            "elevated",
            "Perhaps: WhatsApp gets unusually many reports, but from too few networks.",
        ),
        (
            {
                "status": "possible_outage",
                "status_reason": "implicated",
                "implicated_by": {"name": "AT&T", "started_at": NOW - timedelta(minutes=31)},
            },
            "elsewhere",
            "Probably not down: reports here are probably about AT&T, which has had an outage since"
            " 15:09 UTC.",
        ),
        (
            {"status": "unknown", "status_reason": "too_few"},
            "few",
            "Too few reports to tell whether WhatsApp has problems.",
        ),
        (
            {"status": "unknown", "status_reason": "stale"},
            "few",
            "We cannot tell how WhatsApp is right now: our data is 12\xa0minutes old.",
        ),
        (
            {"status": "unknown", "status_reason": "stale", "data_until": None},
            "few",
            "We cannot tell how WhatsApp is: there is no data yet.",
        ),
    ],
)
def test_other_standings(fields: dict[str, Any], mark: str, answer: str) -> None:
    told = verdict(a_service(**fields), now=NOW)
    assert (told.mark, told.answer) == (mark, answer)


def test_what_is_over_waits_for_no_cause_any_more() -> None:
    assert culprit(an_incident()) == "the cause is not determined yet"
    assert culprit(an_incident(state="resolved")) == "the cause was not determined"
