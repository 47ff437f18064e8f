"""Weights that were fitted make sense to somebody who reads the table of judgements."""

import numpy as np
import pytest

from outages.causes.fitted import SCALE, SHARES, WEIGHTS
from outages.causes.table import PRIORS, TABLE
from outages.causes.taxonomy import KNOWN
from tests.benchmarks.fit_fusion import FOLDS, calibration_error, f1_by_cause, folds_of, text_of
from tests.benchmarks.fusion_fit import (
    FARTHEST,
    LEAST_PART,
    NAMES,
    Examples,
    Floats,
    fit,
    judged,
    with_gaps,
)

# Written with two decimals.
ROUNDED = 0.006


def test_every_feature_of_the_table_has_a_weight_for_every_cause() -> None:
    assert list(WEIGHTS) == list(TABLE)
    assert {len(weights) for weights in WEIGHTS.values()} == {len(KNOWN)}
    assert set(SHARES) == set(PRIORS)
    assert all(sum(shares) == pytest.approx(1, abs=0.01) for shares in SHARES.values())
    assert 0.5 <= SCALE <= 1.5


@pytest.mark.parametrize("name", TABLE)
def test_no_judgement_was_turned_round(name: str) -> None:
    fitted = dict(zip(KNOWN, WEIGHTS[name], strict=True))
    for cause, judgement in TABLE[name].items():
        assert fitted[cause] * judgement > 0
        assert abs(fitted[cause]) >= LEAST_PART * abs(judgement) - ROUNDED
    for cause in KNOWN:
        assert abs(fitted[cause] - TABLE[name].get(cause, 0.0)) <= FARTHEST + ROUNDED


def examples(features: dict[str, Floats], cause: list[str]) -> Examples:
    """Of apps."""
    n = len(cause)
    rows = np.zeros((n, len(NAMES)))
    for name, values in features.items():
        rows[:, NAMES.index(name)] = values
    return Examples(rows, np.zeros(n, np.int64), np.array([KNOWN.index(slug) for slug in cause]))


def test_examples_that_contradict_a_judgement_weaken_it_and_do_no_more() -> None:
    night = np.repeat([1.0, 0.0], 100)
    slugs = ["software_bug"] * 100 + ["planned_maintenance"] * 100
    model = fit(examples({"hour.night": night}, slugs))
    told = model.weights[NAMES.index("hour.night"), KNOWN.index("planned_maintenance")]
    judgement = TABLE["hour.night"]["planned_maintenance"]
    assert told == pytest.approx(LEAST_PART * judgement)


def test_examples_that_bear_a_judgement_out_strengthen_it() -> None:
    seen = np.repeat([1.0, 0.0], 100)
    slugs = ["software_update"] * 100 + ["software_bug"] * 100
    model = fit(examples({"release.yes": seen}, slugs))
    told = model.weights[NAMES.index("release.yes"), KNOWN.index("software_update")]
    assert told > TABLE["release.yes"]["software_update"]


def test_what_no_example_shows_stays_as_it_was_judged() -> None:
    model = fit(examples({"hour.night": np.ones(20)}, ["planned_maintenance"] * 20))
    same = [i for i, name in enumerate(NAMES) if name != "hour.night"]
    assert model.weights[same] == pytest.approx(judged().weights[same])


def test_gaps_take_whole_signals() -> None:
    whole = examples(
        {"symptoms.login": np.ones(50), "symptoms.slow": np.ones(50), "hour.night": np.ones(50)},
        ["software_bug"] * 50,
    )
    seen = with_gaps(whole, chance=0.5, seed=1).features
    login, slow, night = (
        seen[:, NAMES.index(name)] for name in ("symptoms.login", "symptoms.slow", "hour.night")
    )
    assert np.array_equal(login, slow)
    assert not np.array_equal(login, night)
    assert 0 < login.sum() < 50


def test_each_cause_is_spread_evenly_over_the_folds() -> None:
    cause = np.repeat(np.arange(len(KNOWN)), 10)
    fold = folds_of(cause, seed=3)
    for slug in range(len(KNOWN)):
        assert np.bincount(fold[cause == slug], minlength=FOLDS).tolist() == [2] * FOLDS


def test_scores_are_those_of_the_book() -> None:
    chances = np.zeros((4, len(KNOWN)))
    chances[[0, 1, 2, 3], [0, 0, 1, 1]] = [0.95, 0.95, 0.55, 0.55]
    cause = np.array([0, 0, 1, 0])
    f1 = f1_by_cause(chances, cause)
    assert f1[0] == pytest.approx(0.8)
    assert f1[1] == pytest.approx(2 / 3)
    assert f1[2:].max() == 0
    assert calibration_error(chances, cause) == pytest.approx(0.05)


def test_the_written_module_says_what_was_fitted() -> None:
    room: dict[str, dict[str, tuple[float, ...]]] = {}
    exec(text_of(judged()), room)  # the file is code: what it means is what it says when run
    for name, weights in zip(NAMES, judged().weights, strict=True):
        assert room["WEIGHTS"][name] == pytest.approx(weights, abs=ROUNDED)
