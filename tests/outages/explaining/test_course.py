"""What an incident's own reports tell of its cause: how they rose, when, through whom, what is
guessed."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outages.explaining import course
from outages.models import Incident
from reports import kept, partitions
from reports.buckets import DAY_MINUTES, QUARTER_MINUTES, WINDOW_MINUTES, floor
from reports.models import Discard, Kind, NetworkCount, Region, Report, Service
from reports.reporter import first_key
from tests.outages import crowd
from tests.outages.crowd import MINUTE

AGO = 60
START = MINUTE - AGO


@pytest.fixture
def signal(db: None) -> Service:
    crowd.the_places()
    Region.objects.filter(country="DE").update(time_zone="Europe/Berlin")
    return crowd.a_service("signal")


def an_incident(service: Service) -> Incident:
    return crowd.an_incident(service, ["DE-BE"], minutes_ago=AGO)


def through(service: Service, networks: dict[int, int], *, minute: int) -> None:
    NetworkCount.objects.bulk_create(
        NetworkCount(service=service, network=asn, minute=minute, reports=n, first_reporters=n)
        for asn, n in networks.items()
    )


def a_comment(service: Service, text: str, *, weight: int = 1, minute: int = MINUTE - 10) -> None:
    window = floor(minute, WINDOW_MINUTES)
    partitions.ensure([window])
    Report.objects.create(
        key=UUID(bytes=first_key(window).bytes[:6] + uuid4().bytes[6:]),
        service=service,
        region=crowd.region("DE-BE"),
        kind=Kind.REPORT,
        reporter=uuid4(),
        received=crowd.NOW,
        first_in_24h=True,
        minute=minute,
        weight=weight,
        discard="" if weight else Discard.TOO_FAST,
        comment=text,
    )


def told(incident: Incident, *, minute: int = MINUTE) -> course.Course:
    kept.forget_all()
    return course.courses([incident], minute=minute)[incident.pk]


@pytest.mark.parametrize(
    ("minutes_of_rise", "shortest", "longest"), [(1, 0, 3), (40, 20, 60)], ids=["step", "ramp"]
)
def test_a_switch_is_told_from_a_tide(
    signal: Service, minutes_of_rise: int, shortest: float, longest: float
) -> None:
    for at in range(AGO):
        level = min(1.0, (at + 1) / minutes_of_rise)
        crowd.reports(signal, {"DE-BE": round(20 * level)}, minute=START + at)
    rise = told(an_incident(signal)).rise
    assert rise is not None
    assert rise.minutes is not None
    assert shortest <= rise.minutes <= longest


def test_the_first_minute_of_an_outage_is_no_tide_yet(signal: Service) -> None:
    crowd.reports(signal, {"DE-BE": 45}, minute=MINUTE)
    rise = told(crowd.an_incident(signal, ["DE-BE"], minutes_ago=0)).rise
    assert rise is not None
    assert rise.minutes is None


def test_the_hour_is_that_of_the_clocks_where_most_reports_came_from(signal: Service) -> None:
    Region.objects.filter(code="US-NY").update(time_zone="America/New_York")
    places = {"DE-BE": 4, "DE-BY": 4, "DE-HH": 4, "US-NY": 9, "ZZ": 30}
    crowd.reports(signal, places, minute=START + 5)
    # 14:39 UTC, in winter.
    assert told(an_incident(signal)).local_hour == pytest.approx(15 + 39 / 60)


def test_of_what_is_reported_all_round_the_globe_there_is_no_hour(signal: Service) -> None:
    Region.objects.filter(code="US-NY").update(time_zone="America/New_York")
    Region.objects.filter(code="DE-HH").update(time_zone="Asia/Tokyo")
    crowd.reports(signal, {"DE-BE": 12, "US-NY": 11, "DE-HH": 11}, minute=START + 5)
    assert told(an_incident(signal)).local_hour is None


def test_of_a_few_there_is_no_hour(signal: Service) -> None:
    crowd.reports(signal, {"DE-BE": 10}, minute=START + 5)
    assert told(an_incident(signal)).local_hour is None


def test_a_place_too_small_to_tell_is_not_called_well(signal: Service) -> None:
    usual = {"DE-BE": 6.0, "DE-BY": 6.0, "DE-HH": 6.0, "US-NY": 0.05}
    crowd.usual(signal, usual)
    crowd.reports(signal, dict.fromkeys(usual, 1), minute=START - 30)
    crowd.reports(signal, {"DE-BE": 30, "DE-BY": 28}, minute=START + 5)
    assert told(an_incident(signal)).hit == (2, 3)


def test_in_the_first_minutes_no_place_is_called_well(signal: Service) -> None:
    usual = {"DE-BE": 6.0, "DE-BY": 0.5, "DE-HH": 0.5}
    crowd.usual(signal, usual)
    crowd.reports(signal, dict.fromkeys(usual, 1), minute=START - 30)
    crowd.reports(signal, {"DE-BE": 3}, minute=START)
    assert told(an_incident(signal), minute=START).hit in (None, (1, 1))


def test_without_a_place_there_is_no_hour(signal: Service) -> None:
    crowd.reports(signal, {"ZZ": 30}, minute=START + 5)
    assert told(an_incident(signal)).local_hour is None


@pytest.mark.parametrize(
    ("now", "raised"), [({1: 30, 2: 3}, True), ({1: 15, 2: 15}, False)], ids=["one", "both"]
)
def test_a_network_stands_out_by_its_share_over_its_usual_one(
    signal: Service, now: dict[int, int], raised: bool
) -> None:
    through(signal, {1: 50, 2: 50}, minute=START - 3 * DAY_MINUTES)
    through(signal, now, minute=START + 5)
    lift = told(an_incident(signal)).network_lift
    assert lift is not None
    assert (lift > 1.2) is raised


def test_where_one_country_fails_its_networks_do_not_stand_out_one_does(signal: Service) -> None:
    crowd.usual(signal, {"DE-BE": 2.0, "US-NY": 18.0})
    through(signal, {1: 50, 2: 50, 3: 450, 4: 450}, minute=START - 3 * DAY_MINUTES)
    crowd.reports(signal, {"DE-BE": 60}, minute=START + 5)
    through(signal, {1: 30, 2: 30}, minute=START + 5)
    assert told(an_incident(signal)).network_lift == 1.0
    NetworkCount.objects.filter(minute=START + 5).delete()
    through(signal, {1: 56, 2: 4}, minute=START + 5)
    lift = told(Incident.objects.get()).network_lift
    assert lift is not None and lift > 1.1


def test_where_no_network_is_usual_none_stands_out(signal: Service) -> None:
    through(signal, {1: 30, 2: 3}, minute=START + 5)
    found = told(an_incident(signal))
    assert found.network_lift is None
    assert found.one_network is None


def test_nearly_all_through_one_network_is_told_as_a_share(signal: Service) -> None:
    through(signal, {1: 95, 2: 5}, minute=START + 5)
    assert told(an_incident(signal)).one_network == pytest.approx(0.95)


def test_guesses_are_counted_by_the_cause_that_they_name(signal: Service) -> None:
    for text in ("They are under a DDoS attack", "hacked, a cyberattack I guess", "it is down"):
        a_comment(signal, text)
    a_comment(signal, "A DDoS attack!", weight=0)
    a_comment(signal, "A DDoS attack!", minute=START - 5)
    hints = told(an_incident(signal)).hints
    assert hints is not None
    assert hints["cyberattack"] == 2


def test_within_five_minutes_the_answer_stays(signal: Service) -> None:
    incident = an_incident(signal)
    now = floor(MINUTE, QUARTER_MINUTES)
    crowd.reports(signal, {"DE-BE": 9}, minute=START + 5)
    first = told(incident, minute=now)
    crowd.reports(signal, {"US-NY": 90}, minute=START + 6)
    assert course.courses([incident], minute=now + 4)[incident.pk] is first
    assert course.courses([incident], minute=now + 5)[incident.pk] != first


def test_many_incidents_take_as_many_queries_as_one(signal: Service) -> None:
    incidents = [
        an_incident(crowd.a_service(f"service-{i}", category="messaging")) for i in range(5)
    ]
    taken = []
    for some in (incidents[:1], incidents):
        kept.forget_all()
        with CaptureQueriesContext(connection) as queries:
            course.courses(some, minute=MINUTE)
        taken.append(len(queries))
    assert taken[0] == taken[1]
