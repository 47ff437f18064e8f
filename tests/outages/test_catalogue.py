"""What translators are given: every text that an explanation asks the catalogue for."""

import re

import pytest

from outages.causes import taxonomy
from outages.causes.signals import Signals, judge
from outages.circumstances import DISCARDS
from outages.explain import explain
from outages.wording import said
from tests import tongue
from tests.messages import collecting
from tests.outages.test_explain_everything import ALL

MONTHS = re.compile(r"[A-Z][a-z]+$")


@pytest.fixture(scope="module")
def collected() -> set[str]:
    """The texts that are collected for translators, singular and plural."""
    found: set[str] = set()
    for one in collecting.collected():
        found.update((one.id,) if isinstance(one.id, str) else one.id)
    return found


def test_every_text_of_every_explanation_is_collected(collected: set[str]) -> None:
    with tongue.reading() as asked:
        for facts, _english in ALL:
            explain(facts)
        everything_said()
    # The names of months are Django's.
    ours = {text for text in asked if not MONTHS.match(text)}
    assert len(ours) > 120
    assert ours - collected == set()


def test_what_tables_hold_is_collected(collected: set[str]) -> None:
    words = {
        *(cause.name for cause in taxonomy.CAUSES),
        *(cause.says for cause in taxonomy.CAUSES),
        *(group.name for group in taxonomy.GROUPS),
        *taxonomy.GROUP_SAYS.values(),
        *taxonomy.TELLS.values(),
        *taxonomy.SYMPTOM_SAYS.values(),
        *DISCARDS.values(),
    }
    assert words - collected == set()


def everything_said() -> None:
    """Lines of evidence of every kind, in the language that is active."""
    for hit, minutes, down, waves, lift, hour in (
        *((1, 2.0, 0, 0, 1.0, 3.0), (3, 10.0, 1, 1, 1.4, 20.0), (9, 40.0, 2, 3, 4.0, 11.0)),
        (5, 1.0, 5, 0, 1.0, 15.0),
    ):
        for kind in ("app", "provider"):
            verdict = judge(
                Signals(
                    service_kind=kind,
                    symptom_counts={"slow": 30 * hit, "login": 20},
                    affected_regions=hit,
                    active_regions=10,
                    network_lift=lift,
                    onset_minutes=minutes,
                    waves=waves,
                    steps=3,
                    siblings_down=down,
                    siblings_quiet=2,
                    dependants_down=down,
                    dependants_watched=6,
                    providers_down_in_area=down,
                    all_isps_share=down / 5,
                    maintenance_window=down > 1,
                    release_last_24h=down > 1,
                    local_hour=hour,
                    comment_hints={"cyberattack": 3},
                )
            )
            for line in verdict.evidence:
                said(line.says)
