"""When a share is far above its usual one: what is found, and what a real outage does not trip."""

import numpy as np
import pytest

from reports.unusual import DISCARDED, ONE_NETWORK, Prior, far_above, never_seen

NOTHING_KNOWN = never_seen(once=0, known=0)
# Two thousand reports, of which twenty came through a network of their own.
WELL_KNOWN = never_seen(once=20, known=2000)


def is_far(k: int, n: int, usual_k: int, usual_n: int, prior: Prior) -> bool:
    one = [np.array([value]) for value in (k, n, usual_k, usual_n)]
    return bool(far_above(one[0], one[1], usual_k=one[2], usual_n=one[3], prior=prior)[0])


@pytest.mark.parametrize(
    ("k", "n", "usual_k", "usual_n", "prior", "expected"),
    [
        # A service that is new: nearly all of few, more than half of many.
        (29, 29, 0, 0, DISCARDED, False),
        (30, 30, 0, 0, DISCARDED, True),
        (15, 30, 0, 0, DISCARDED, False),
        (90, 200, 0, 0, DISCARDED, True),
        (30, 30, 0, 0, ONE_NETWORK, True),
        (24, 30, 0, 0, ONE_NETWORK, False),
        (120, 200, 0, 0, ONE_NETWORK, False),
        (190, 200, 0, 0, ONE_NETWORK, True),
        # With a history its habits decide: a country with one large provider is no attack.
        (400, 1000, 100, 500, ONE_NETWORK, False),
        (600, 1000, 100, 500, ONE_NETWORK, True),
        (600, 1000, 250, 500, ONE_NETWORK, False),
        (950, 1000, 250, 500, ONE_NETWORK, True),
        # A history that is a million long makes a little more no further from usual.
        (300, 1000, 200_000, 1_000_000, ONE_NETWORK, False),
        # Under three in ten nothing is suspicious, however unusual it is.
        (299, 1000, 0, 100_000, DISCARDED, False),
        (300, 1000, 0, 100_000, DISCARDED, True),
        # Networks nobody came through: anything is new to an instance that knows none.
        (1000, 1000, 0, 0, NOTHING_KNOWN, False),
        (1000, 1000, 0, 0, WELL_KNOWN, True),
        (500, 1000, 0, 0, WELL_KNOWN, False),
        (500, 1000, 1, 200, WELL_KNOWN, True),
        # One whose reports often come through new networks.
        (500, 1000, 60, 200, WELL_KNOWN, False),
    ],
)
def test_a_share_is_far_above_its_usual_when_chance_and_habit_cannot_explain_it(
    k: int, n: int, usual_k: int, usual_n: int, prior: Prior, expected: bool
) -> None:
    assert is_far(k, n, usual_k, usual_n, prior) is expected


def test_services_are_judged_apart() -> None:
    far = far_above(
        np.array([0, 90, 200, 20]),
        np.array([200, 200, 200, 20]),
        usual_k=np.array([0, 0, 1000, 0]),
        usual_n=np.array([50, 50, 1000, 50]),
        prior=DISCARDED,
    )
    assert far.tolist() == [False, True, False, False]


def test_no_service_is_none() -> None:
    nothing = np.empty(0, np.int64)
    assert not far_above(nothing, nothing, usual_k=nothing, usual_n=nothing, prior=DISCARDED).size


def test_chance_suspects_nobody() -> None:
    """What is usual has not changed: two thousand half hours of each share."""
    rng = np.random.default_rng(7)
    for share in (0.05, 0.25, 0.5):
        usual_k = rng.binomial(300, share, 2000)
        k = rng.binomial(100, share, 2000)
        full = np.full(2000, 100)
        far = far_above(k, full, usual_k=usual_k, usual_n=np.full(2000, 300), prior=ONE_NETWORK)
        assert not far.any()
