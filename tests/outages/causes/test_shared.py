"""Which dependency's failure explains several incidents at once."""

import time

import pytest

from outages.causes.echo import is_echo
from outages.causes.shared import (
    Edge,
    Upset,
    by_dependency,
    common_causes,
    contradicted,
)

EDGES = [
    *(Edge(s, "meta", 0.9) for s in ("whatsapp", "instagram", "facebook", "messenger")),
    *(Edge(s, "cloudflare", 0.7) for s in ("x", "chatgpt", "claude", "canva", "discord")),
    *(Edge(s, "aws", 0.6) for s in ("canva", "snapchat", "roblox", "signal")),
    *(Edge(s, "rogers", 0.9) for s in ("rogers", "fido", "interac")),
    *(Edge(s, "grid", 0.85) for s in ("movistar", "orange", "vodafone", "meo", "nos")),
    *(Edge(s, s, 0.95) for s in ("verizon", "att", "tmobile", "xfinity")),
]
KINDS = {
    "meta": "operator",
    "cloudflare": "cdn",
    "aws": "cloud_region",
    "rogers": "isp",
    "grid": "power_grid",
    **dict.fromkeys(("verizon", "att", "tmobile", "xfinity"), "isp"),
}
EVERYONE = {edge.service for edge in EDGES}
META = [
    Upset("whatsapp", 0, 900),
    Upset("instagram", 1, 800),
    Upset("facebook", 2, 700),
    Upset("messenger", 0, 300),
]
# Nine minutes later at a tenth, as the echo rule sees them.
ECHO = is_echo(
    strength=90,
    strong_strength=900,
    onset_minute=9,
    strong_onset_minute=0,
    no_connection=45,
    symptoms_total=100,
)
CARRIERS = [Upset(s, 9, 90, echo=ECHO) for s in ("verizon", "att", "tmobile")]


def found(incidents: list[Upset], quiet: set[str] | None = None) -> list[str]:
    """Dependencies named; whoever isn't upset is quiet unless said otherwise."""
    if quiet is None:
        quiet = EVERYONE - {upset.service for upset in incidents}
    causes = common_causes(
        dependants=by_dependency(EDGES), kinds=KINDS, incidents=incidents, quiet=quiet
    )
    return [cause.dependency for cause in causes]


@pytest.mark.parametrize(
    ("incidents", "named"),
    [
        (META + CARRIERS, ["meta"]),
        ([Upset("x", 0, 90), Upset("chatgpt", 2, 60), Upset("claude", 1, 40)], ["cloudflare"]),
        ([Upset("rogers", 0, 50), Upset("fido", 1, 35), Upset("interac", 6, 20)], ["rogers"]),
        ([Upset(s, 1, 40) for s in ("movistar", "orange", "vodafone", "meo", "nos")], ["grid"]),
        # Two failures at once are told apart.
        (
            [
                *META,
                Upset("x", 30, 90),
                Upset("chatgpt", 31, 60),
                Upset("claude", 31, 50),
                Upset("discord", 30, 50),
            ],
            ["meta", "cloudflare"],
        ),
    ],
)
def test_services_that_fail_together_name_what_they_share(
    incidents: list[Upset], named: list[str]
) -> None:
    assert found(incidents) == named


@pytest.mark.parametrize(
    "incidents",
    [
        pytest.param([], id="nothing is down"),
        pytest.param([Upset("instagram", 0, 150)], id="one service alone"),
        pytest.param(
            [Upset("x", 0, 100), Upset("verizon", 6, 3, True), Upset("xfinity", 8, 2, True)],
            id="one game down, players blame their providers",
        ),
        pytest.param([Upset("x", 0, 100), Upset("chatgpt", 40, 90)], id="40 minutes apart"),
        pytest.param([Upset("x", 0, 100), Upset("whatsapp", 0, 90)], id="nothing in common"),
    ],
)
def test_what_is_not_shared_is_not_blamed(incidents: list[Upset]) -> None:
    assert found(incidents) == []


def test_quiet_dependants_veto_and_silent_ones_do_not() -> None:
    two = [Upset("whatsapp", 0, 8), Upset("instagram", 1, 8)]
    assert found(two, quiet={"facebook", "messenger"}) == []
    assert found(two, quiet=set()) == ["meta"]


def test_what_was_named_is_held_through_doubt_and_dropped_when_its_others_prove_well() -> None:
    two = [Upset("whatsapp", 0, 60), Upset("instagram", 1, 40)]

    def wrong(quiet: set[str]) -> set[str]:
        return contradicted(
            {"meta"}, dependants=by_dependency(EDGES), kinds=KINDS, incidents=two, quiet=quiet
        )

    assert wrong(set()) == set()
    assert found(two, quiet={"facebook", "messenger"}) == ["meta"]
    more = [Edge(s, "meta", 0.9) for s in ("threads", "quest", "workplace")]
    assert contradicted(
        {"meta"},
        dependants=by_dependency([*EDGES, *more]),
        kinds=KINDS,
        incidents=two,
        quiet={"facebook", "messenger", "threads", "quest", "workplace"},
    ) == {"meta"}


def test_an_innocent_carrier_is_neither_culprit_nor_veto() -> None:
    assert ECHO
    (meta,) = common_causes(
        dependants=by_dependency(EDGES), kinds=KINDS, incidents=[*META, *CARRIERS], quiet=()
    )
    assert set(meta.services) == {"whatsapp", "instagram", "facebook", "messenger"}


def test_two_great_outages_do_not_outweigh_many_quiet_dependants() -> None:
    edges = [Edge(f"s{i}", "aws", 0.6) for i in range(12)]
    great = [Upset("s0", 0, 90_000), Upset("s1", 4, 80_000)]
    causes = common_causes(
        dependants=by_dependency(edges),
        kinds=KINDS,
        incidents=great,
        quiet={f"s{i}" for i in range(2, 12)},
    )
    assert causes == []


def test_echoes_alone_never_make_a_common_cause() -> None:
    incidents = [Upset("whatsapp", 0, 90), Upset("instagram", 1, 80, echo=True)]
    assert found(incidents, quiet=set()) == []


def test_a_common_cause_lists_whom_it_felled_and_who_else_was_weighed() -> None:
    incidents = [Upset(s, 0, 60) for s in ("x", "chatgpt", "claude", "discord", "canva")]
    incidents += [Upset("snapchat", 1, 60)]
    (best, *_rest) = common_causes(
        dependants=by_dependency(EDGES), kinds=KINDS, incidents=incidents, quiet={"roblox"}
    )
    assert best.dependency == "cloudflare"
    assert best.kind == "cdn"
    assert best.services == ("x", "chatgpt", "claude", "discord", "canva")
    assert best.probability > 0.9
    ((rival, chance),) = best.rivals
    assert rival == "aws"
    assert chance < 0.5


def test_a_power_grid_is_not_blamed_for_providers_whose_people_are_not_cut_off() -> None:
    def grid(*cut_off: bool) -> list[str]:
        down = ("movistar", "orange", "vodafone")
        upsets = [Upset(s, 1, 40, cut_off=cut) for s, cut in zip(down, cut_off, strict=True)]
        return found(upsets, quiet=set())

    assert grid(True, True, False) == ["grid"]
    assert grid(True, False, False) == []


def test_an_unknown_kind_is_a_rare_one() -> None:
    causes = common_causes(
        dependants={"odd": {"a": 0.9, "b": 0.9}},
        kinds={"odd": "never heard of"},
        incidents=[Upset("a", 0, 90), Upset("b", 0, 90)],
        quiet=(),
    )
    assert [cause.dependency for cause in causes] == ["odd"]


def test_a_thousand_services_are_judged_at_once() -> None:
    edges = [Edge(f"s{i}", f"d{(i * k) % 100}", 0.6) for i in range(1000) for k in (1, 3, 7)]
    dependants = by_dependency(edges)
    incidents = [Upset(f"s{i}", i % 40, 50) for i in range(0, 1000, 3)]
    quiet = {f"s{i}" for i in range(1, 1000, 3)}
    kinds = dict.fromkeys(dependants, "cloud")
    started = time.perf_counter()
    common_causes(dependants=dependants, kinds=kinds, incidents=incidents, quiet=quiet)
    # Twice what it may take: the machine is shared.
    assert time.perf_counter() - started < 0.2
