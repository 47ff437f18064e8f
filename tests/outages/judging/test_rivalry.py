"""Which of several rises is an echo of which, and which waits."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from outages.causes.change import Change
from outages.judging import graph, rivalry
from outages.judging.rivalry import Rivals
from outages.judging.standing import RowReading, Standing
from reports import kept
from reports.models import Service

MINUTE = 1000


def a_rise(
    slug: str, strength: float, *, onset: int = MINUTE - 5, latest: int | None = None
) -> Standing:
    row = RowReading(
        region=1,
        window=5,
        onset=onset,
        observed=9,
        expected=1.0,
        relvar=0.1,
        severity=9.0,
        z=5.0,
        fresh=True,
    )
    return Standing(
        service=Service.objects.get(slug=slug).pk,
        minute=MINUTE,
        best=row,
        above=(row,),
        short_severity=9.0,
        regions={},
        others=(),
        strength=strength,
        readings=(row,),
        rise=Change(onset, onset if latest is None else latest, onset),
    )


def rivals(
    *rises: Standing, crossed: Mapping[str, int] | None = None, **shares: tuple[int, int]
) -> Rivals:
    """`crossed`: minute at which each first crossed the threshold; else long ago."""
    ids = dict(Service.objects.values_list("slug", "pk"))
    crossings = {
        one.service: (crossed or {}).get(slug, MINUTE - 20)
        for one in rises
        for slug, id_ in ids.items()
        if id_ == one.service
    }
    found = {one.service: one for one in rises}
    plain = rivalry.compare(found, began={}, crossings=crossings, failing={}, minute=MINUTE)
    said = {ids[slug.replace("_", "-")]: pair for slug, pair in shares.items()}
    return replace(plain, shares=said)


def named(found: Mapping[int, rivalry.Echo]) -> dict[str, str]:
    slugs = dict(Service.objects.values_list("pk", "slug"))
    return {slugs[weak]: slugs[echo.of] for weak, echo in found.items()}


def ids(*slugs: str) -> set[int]:
    return set(Service.objects.filter(slug__in=slugs).values_list("pk", flat=True))


def test_what_may_not_be_declared_is_nobodys_culprit(catalogue: None) -> None:
    """A flood from a few networks on T-Mobile's page hides no echo of AT&T's outage."""
    three = rivals(a_rise("t-mobile-us", 9000), a_rise("att", 1000), a_rise("verizon", 50))
    assert named(three.echoes(able=ids("att", "verizon"))) == {"verizon": "att"}
    everybody = ids("att", "verizon", "t-mobile-us")
    assert named(three.echoes(able=everybody)) == {"verizon": "t-mobile-us", "att": "t-mobile-us"}


def test_an_echo_is_no_culprit(catalogue: None) -> None:
    # Cricket stands on AT&T and is judged beside T-Mobile, which is but an echo of AT&T.
    four = rivals(a_rise("att", 10_000), a_rise("t-mobile-us", 900), a_rise("cricket-wireless", 90))
    able = ids("att", "t-mobile-us", "cricket-wireless")
    assert named(four.echoes(able=able)) == {"t-mobile-us": "att"}


@pytest.mark.parametrize(
    ("weak", "strong", "may"),
    [
        ("verizon", "att", True),  # rivals
        ("verizon", "whatsapp", True),  # a provider for anything
        ("whatsapp", "verizon", False),  # never an app for a provider
        ("signal", "whatsapp", True),  # an app for its rival
        ("instagram", "whatsapp", False),  # both stand on one platform
        ("cricket-wireless", "att", False),  # stands on it
        ("verizon", "vodafone-de", False),  # no country in common
        ("verizon", "verizon", False),
    ],
)
def test_who_may_be_taken_for_whom(catalogue: None, weak: str, strong: str, may: bool) -> None:
    by_slug = dict(Service.objects.values_list("slug", "pk"))
    assert rivalry.may_echo(graph.read(), by_slug[weak], by_slug[strong]) is may


@pytest.mark.parametrize(
    ("weak", "failing", "may"),
    [
        ("meo", None, True),  # half a country shares a grid
        ("meo", "iberian-grid", False),  # which has failed
        ("orange-fr", "iberian-grid", False),  # no country in common
        ("meo", "telefonica", True),  # what is beneath the stronger one alone
    ],
)
def test_on_a_grid_that_failed_nobody_is_taken_for_another(
    catalogue: None, weak: str, failing: str | None, may: bool
) -> None:
    slugs = (weak, "movistar")
    Service.objects.filter(slug__in=("meo", "movistar")).update(countries=["ES", "PT"])
    kept.forget_all()
    by_slug = dict(Service.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    two = by_slug[weak], by_slug["movistar"]
    assert rivalry.may_echo(graph.read(), *two, failing=failing) is may


@pytest.mark.parametrize(
    ("crossed", "strong_onset", "apart", "waits"),
    [
        (MINUTE, MINUTE - 5, (), True),
        (MINUTE - 1, MINUTE - 5, (), True),
        (MINUTE - 2, MINUTE - 5, (), False),  # two minutes are over
        (MINUTE, MINUTE - 31, (), False),  # the stronger one is long there: nothing settles
        (MINUTE, MINUTE - 2, (), False),  # it began three minutes before the stronger one
        (MINUTE, MINUTE - 5, ("att",), False),  # which is no culprit
    ],
)
def test_a_possible_echo_waits_while_a_stronger_rise_grows(
    catalogue: None, crossed: int, strong_onset: int, apart: tuple[str, ...], waits: bool
) -> None:
    two = rivals(
        a_rise("att", 100, onset=strong_onset),
        a_rise("verizon", 60),
        crossed={"verizon": crossed},
    )
    assert two.waiting(apart=ids(*apart)) == (ids("verizon") if waits else set())


def test_who_reports_no_connection_mostly_does_not_wait(catalogue: None) -> None:
    both = a_rise("att", 100), a_rise("verizon", 60)
    crossed = {"verizon": MINUTE}
    assert rivals(*both, crossed=crossed, verizon=(50, 60)).waiting(apart=()) == set()
    assert rivals(*both, crossed=crossed, verizon=(20, 60)).waiting(apart=()) == ids("verizon")


def test_a_small_rise_is_given_the_benefit_of_its_doubt(catalogue: None) -> None:
    """Four minutes ahead at the likeliest, and perhaps not at all."""
    strong = a_rise("att", 1000)
    sure = a_rise("verizon", 50, onset=MINUTE - 9)
    unsure = a_rise("verizon", 50, onset=MINUTE - 9, latest=MINUTE - 4)
    able = ids("att", "verizon")
    assert named(rivals(strong, sure).echoes(able=able)) == {}
    assert named(rivals(strong, unsure).echoes(able=able)) == {"verizon": "att"}
