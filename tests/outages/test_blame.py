"""Blame: who rises beside a stronger outage is implicated, not down, as long as the rule holds."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from outages import board, moderating
from outages.models import CommonCause, Implication, Incident, Reading, TimelineEntry
from reports.models import Service
from tests.outages import stage
from tests.outages.conftest import START, later
from tests.outages.stage import FIRST

BUSY, SMALL = 60.0, 2.0
# Minutes after which an outage of ten minutes is over and no part of the last hour.
OVER = 82


@pytest.fixture
def rivals(catalogue: None) -> None:
    """AT&T's page is busy and needs many reports to stand out; Verizon's is small."""
    stage.quiet({"att": BUSY, "verizon": SMALL, "t-mobile-us": SMALL})


def incidents_of(slug: str) -> list[Incident]:
    return list(Incident.objects.filter(service__slug=slug).order_by("declared_at"))


def test_a_rival_that_rises_in_the_same_minute_is_implicated_and_never_down(rivals: None) -> None:
    stage.crowd("att", [100] * 30)
    stage.crowd("verizon", [5] * 30)
    down = stage.judge(30)
    assert {"att"} in down[:2]
    assert not any("verizon" in some for some in down)
    assert stage.implicated() == {"verizon": "att"}
    assert board.incident(incidents_of("att")[0].pk)["implicates"][0]["slug"] == "verizon"
    assert {one["slug"] for one in board.down_now(now=later(FIRST + 30))["possible"]} == {"verizon"}


@pytest.mark.parametrize("small", [3, 4])
def test_a_rivals_page_that_crosses_minutes_before_the_culprits_is_withdrawn_once(
    rivals: None, small: int
) -> None:
    stage.crowd("att", [1, 2, 4, 8, 16, 20, 40] + [100] * 13)
    stage.crowd("verizon", [small] * 20)
    down = stage.judge(20)
    assert down[3] == {"verizon"}
    assert down[-1] == {"att"}
    # Down, not down: once, never again.
    assert [("verizon" in some) for some in down[3:]] == sorted(
        (("verizon" in some) for some in down[3:]), reverse=True
    )
    (incident,) = incidents_of("verizon")
    assert incident.state == Incident.State.RETRACTED
    last = incident.timeline.latest("pk")
    assert last.kind == TimelineEntry.Kind.RETRACTED
    assert "AT&T" in last.text
    assert not incident.regions.filter(ended_at=None).exists()
    held = Implication.objects.get(until=None)
    assert (held.service.slug, held.folded) == ("verizon", incident)
    assert held.onset == incident.started_at
    # What both were taken to share, a power grid, was seen in a rise that was none.
    assert incidents_of("att")[0].common_cause is None
    assert not CommonCause.objects.filter(ended_at=None).exists()


def test_a_possible_echo_waits_two_minutes_for_the_stronger_rise(rivals: None) -> None:
    # In the minute in which both stand out AT&T is not five times as strong.
    stage.crowd("att", [12, 22, 40, 80, 160] + [200] * 10)
    stage.crowd("verizon", [4, 4, 4, 3] + [2] * 11)
    down = stage.judge(15)
    att = next(i for i, some in enumerate(down) if "att" in some)
    above = Reading.objects.filter(service__slug="verizon", severity__gt=6.2).order_by("minute")
    crossed = above.values_list("minute", flat=True)[0]
    assert crossed - FIRST - START.timestamp() // 60 < att
    assert not any("verizon" in some for some in down)
    assert stage.implicated() == {"verizon": "att"}


@pytest.mark.parametrize("fails", ["strength", "no connection"])
def test_an_implicated_service_opens_by_itself_within_a_minute_once_a_condition_fails(
    rivals: None, fails: str
) -> None:
    stage.crowd("att", [100] * 60)
    stage.crowd("verizon", [4] * 20)
    assert stage.judge(20)[-1] == {"att"}
    assert stage.implicated() == {"verizon": "att"}
    symptom = "no_connection" if fails == "no connection" else "slow"
    # 80 said "slow": 180 of 260 are .69, of which .64 are sure. A fifth of 2,100 are 420.
    people = 180 if fails == "no connection" else 400
    stage.crowd("verizon", [people], first=FIRST + 20, symptom=symptom)
    assert stage.judge(1, first=FIRST + 20) == [{"att", "verizon"}]
    assert stage.implicated() == {}
    over = Implication.objects.get()
    assert over.overturned
    assert over.until is not None
    att = board.incident(incidents_of("att")[0].pk)
    assert att["implicates"] == []
    assert "Verizon" not in " ".join([att["explanation"]["brief"], *att["explanation"]["detail"]])
    # A page that says "probably not down" says so no more.
    assert board.service("verizon", now=later(FIRST + 21))["implicated_by"] is None


def test_what_was_withdrawn_and_opens_by_itself_then_stays(rivals: None) -> None:
    stage.crowd("att", [1, 2, 4, 8, 16, 20, 40] + [100] * 33)
    stage.crowd("verizon", [4] * 12)
    stage.judge(12)
    assert incidents_of("verizon")[0].state == Incident.State.RETRACTED
    stage.crowd("verizon", [400], first=FIRST + 12, symptom="no_connection")
    assert stage.judge(1, first=FIRST + 12) == [{"att", "verizon"}]
    # Far below a fifth of the other's again, and mostly "slow": an echo by the rule.
    stage.crowd("att", [3000] * 10, first=FIRST + 13)
    stage.crowd("verizon", [10] + [100] * 9, first=FIRST + 13)
    down = stage.judge(10, first=FIRST + 13)
    assert all("verizon" in some for some in down)
    assert len(incidents_of("verizon")) == 2


def test_an_incident_that_a_moderator_confirmed_is_not_withdrawn(rivals: None) -> None:
    stage.crowd("att", [1, 2, 4, 8, 16, 20, 40] + [100] * 13)
    stage.crowd("verizon", [4] * 20)
    stage.judge(5)
    (incident,) = incidents_of("verizon")
    mod = User.objects.create_user("mo")
    moderating.confirm(incident.pk, by=mod, reason="Their mast fell.", now=later(FIRST + 5))
    down = stage.judge(15, first=FIRST + 5)
    assert down[-1] == {"att", "verizon"}


def test_the_onset_is_kept_from_the_first_crossing(rivals: None) -> None:
    stage.crowd("att", [100] * 60)
    stage.crowd("verizon", [0] * 10 + [3] * 50)
    stage.judge(12)
    assert Implication.objects.get().onset is None
    stage.judge(4, first=FIRST + 12)
    crossed = Implication.objects.get().onset
    assert crossed is not None
    assert abs(crossed - later(FIRST + 10)) <= timedelta(minutes=2)
    stage.judge(44, first=FIRST + 16)
    held = Implication.objects.get()
    assert (held.onset, held.until) == (crossed, None)


def test_providers_without_a_country_in_common_are_no_rivals(rivals: None) -> None:
    stage.quiet({"vodafone-de": SMALL})
    stage.crowd("att", [100] * 20)
    stage.crowd("vodafone-de", [5] * 20, region="DE-BE")
    assert stage.judge(20)[-1] == {"att", "vodafone-de"}
    assert Service.objects.get(slug="vodafone-de").countries == ["DE"]


def test_whose_own_incident_on_a_failed_grid_is_over_is_not_blamed_on_another_ones(
    catalogue: None,
) -> None:
    stage.quiet({"movistar": SMALL, "vodafone-es": SMALL, "orange-es": SMALL, "youtube": 240.0})
    # Not everybody reports more than usual.
    stage.crowd("youtube", [4] * (OVER + 8))
    stage.crowd("movistar", [40] * (OVER + 8), region="ES", symptom="no_connection")
    stage.crowd("orange-es", [6] * (OVER + 8), region="ES", symptom="no_connection")
    stage.crowd("vodafone-es", [6] * 10, region="ES", symptom="no_connection")
    # People whose lights are on again look around.
    stage.crowd("vodafone-es", [6] * 8, first=FIRST + OVER, region="ES")
    assert stage.judge(12)[-1] == {"movistar", "orange-es", "vodafone-es"}
    assert stage.judge(OVER - 30, first=FIRST + 30)[-1] == {"movistar", "orange-es"}
    (over,) = incidents_of("vodafone-es")
    assert over.common_cause is not None
    assert over.common_cause.dependency.slug == "iberian-grid"
    down = stage.judge(8, first=FIRST + OVER)
    assert not Implication.objects.filter(overturned=False).exists()
    # It is down once more, with the others, as soon as that can be told.
    assert "vodafone-es" in down[-1]
    shown = board.incident(incidents_of("movistar")[0].pk)
    assert shown["implicates"] == []
    assert len(shown["common_cause"]["incidents"]) == 2
