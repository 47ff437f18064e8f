"""The scan finds bursts, keeps quiet in ordinary traffic, and says the same one by one."""

from dataclasses import fields, replace

import numpy as np
import pytest

from outages.detection.baseline import Fit, expected, fit
from outages.detection.lifecycle import OPEN_ABOVE, WARN_ABOVE
from outages.detection.scan import RECENT_MINUTES, Judgement, judge, surge, sweep
from outages.detection.surprise import surprise
from tests.outages.detection.worlds import MONDAY, binned, ordinary, steady_fit

NOW = MONDAY + 28 * 1440 + 700
SHORT = 30


def assert_same(one: Judgement, other: Judgement) -> None:
    for field in fields(Judgement):
        np.testing.assert_allclose(
            getattr(one, field.name), getattr(other, field.name), rtol=1e-9, err_msg=field.name
        )


@pytest.fixture(scope="module")
def mixed() -> tuple[Fit, np.ndarray]:
    """40 series of 0.01 to 300 reports per half hour, with a day to judge."""
    per_day = np.geomspace(0.5, 15_000, 40)
    counts = ordinary(per_day, days=29, start=MONDAY, seed=6)
    counts[10, -300:-280] += 4
    counts[30, -100:] *= 6
    return fit(binned(counts[:, : 28 * 1440]), MONDAY), counts[:, 28 * 1440 - 179 :]


@pytest.mark.parametrize(
    ("mean", "budget"), [(0.01, 0), (0.05, 0), (0.3, 1), (2.0, 1), (20.0, 1), (200.0, 1)]
)
def test_twenty_thousand_ordinary_buckets_raise_next_to_nothing(mean: float, budget: int) -> None:
    """`mean` per 5 minutes: 70 series-days in 20,160 buckets of 5 minutes."""
    series, step = 70, 5
    rng = np.random.default_rng(11)
    past = rng.poisson(mean * 6, (series, 28 * 48))
    usual = fit(past, MONDAY)
    counts = rng.poisson(mean, (series, RECENT_MINUTES // step + 287))
    said = sweep(counts, usual, MONDAY + 29 * 1440 - 1, judged=288, step=step)
    assert said.severity.shape == (series, 288)
    opened = ((said.severity > OPEN_ABOVE) & said.fresh).any(axis=1).sum()
    warned = ((said.severity > WARN_ABOVE) & said.fresh).any(axis=1).sum()
    assert opened <= budget
    assert warned <= 5


def test_a_real_burst_is_seen_within_minutes() -> None:
    rates = np.array([0.002, 0.05, 1.0, 20.0])
    usual = steady_fit(rates)
    rng = np.random.default_rng(1)
    counts = rng.poisson(rates[:, None], (4, RECENT_MINUTES + 20))
    extra = np.array([2, 3, 12, 120])
    counts[:, -15:] += rng.poisson(extra[:, None], (4, 15))
    said = sweep(counts, usual, NOW, judged=20)
    assert (said.severity[:, :5] < OPEN_ABOVE).all(), "before the burst"
    assert (said.severity[:, 5 + 6] > OPEN_ABOVE).all(), "six minutes into it"
    assert (said.short_severity[:, -1] > OPEN_ABOVE).all()


def test_a_judgement_explains_itself() -> None:
    usual = steady_fit(np.array([0.5]))
    recent = np.zeros((1, RECENT_MINUTES), int)
    recent[0, ::2] = 1
    recent[0, -10:] = 6
    said = judge(recent, usual, NOW)
    assert said.window.tolist() == [10]
    assert said.observed.tolist() == [60]
    assert said.onset.tolist() == [NOW - 9]
    means = expected(usual, np.arange(NOW - 9, NOW + 1)).sum(axis=1) * said.ratio
    np.testing.assert_allclose(said.expected, means)
    np.testing.assert_allclose(said.severity, surprise(60, said.expected, said.relvar))
    assert said.fresh.all()


def test_a_charge_is_taken_off_but_never_below_nothing() -> None:
    usual = steady_fit(np.array([0.1, 0.1]))
    recent = np.zeros((2, RECENT_MINUTES), int)
    recent[0, -3:] = 5
    free, charged = (judge(recent, usual, NOW, charge=[charge, charge]) for charge in (0.0, 1.7))
    assert free.severity[0] - charged.severity[0] == pytest.approx(1.7)
    assert free.short_severity[0] - charged.short_severity[0] == pytest.approx(1.7)
    assert charged.severity[1] == charged.short_severity[1] == 0


@pytest.mark.parametrize("reporters", [1, 2, 3, 4])
def test_fewer_than_five_reporters_open_nothing(reporters: int) -> None:
    recent = np.zeros((1, RECENT_MINUTES), int)
    recent[0, -reporters:] = 1
    for usual in (steady_fit(np.array([0.0])), Fit.cold(1)):
        assert judge(recent, usual, NOW).severity[0] == 0


def test_long_windows_do_not_decide_on_calm() -> None:
    recent = np.zeros((1, RECENT_MINUTES), int)
    recent[0, 100:130] = 3
    said = judge(recent, steady_fit(np.array([0.05])), NOW)
    assert said.severity[0] > OPEN_ABOVE and said.short_severity[0] == 0
    assert said.window[0] > SHORT and not said.fresh[0]


def test_a_higher_level_for_hours_is_the_new_usual_within_limits() -> None:
    usual = steady_fit(np.array([10.0, 10.0, 10.0]))
    recent = np.full((3, RECENT_MINUTES), 10)
    recent[1], recent[2] = 15, 100
    said = judge(recent, usual, NOW)
    np.testing.assert_allclose(said.ratio, [1.0, 1.5, 2.5], atol=0.02)
    assert (said.severity[:2] < 1).all()
    assert said.severity[2] > OPEN_ABOVE, "tenfold is no drift"


def test_a_region_with_few_reports_leans_on_its_service() -> None:
    usual = steady_fit(np.array([10.0, 0.01]))
    recent = np.array([[20] * RECENT_MINUTES, [0] * RECENT_MINUTES])
    alone = judge(recent, usual, NOW).ratio
    led = judge(recent, usual, NOW, parents=[-1, 0]).ratio
    assert alone[1] < 1 < led[1]
    assert led[0] == alone[0]


def test_all_at_once_is_one_by_one(mixed: tuple[Fit, np.ndarray]) -> None:
    usual, counts = mixed
    recent = counts[:, -RECENT_MINUTES:]
    together = judge(recent, usual, MONDAY + 29 * 1440 - 1)
    single = [
        judge(recent[[i]], pick(usual, [i]), MONDAY + 29 * 1440 - 1) for i in range(len(usual))
    ]
    joined = {
        f.name: np.concatenate([getattr(s, f.name) for s in single]) for f in fields(Judgement)
    }
    assert_same(together, Judgement(**joined))


def test_a_swept_day_is_the_same_day_minute_by_minute(mixed: tuple[Fit, np.ndarray]) -> None:
    usual, counts = mixed
    first = MONDAY + 28 * 1440
    swept = sweep(counts, usual, first + 1439, judged=1440)
    for at in (0, 5, 700, 1139, 1150, 1400, 1439):
        minute = judge(counts[:, at : at + RECENT_MINUTES], usual, first + at)
        column = {f.name: getattr(swept, f.name)[:, at] for f in fields(Judgement)}
        assert_same(minute, Judgement(**column))


def test_what_comes_while_an_incident_goes_on_does_not_correct_its_level() -> None:
    usual = steady_fit(np.array([10.0, 10.0]))
    recent = np.full((2, RECENT_MINUTES), 30)
    said = judge(recent, usual, NOW, held_from=[NOW + 1, NOW - 300])
    assert said.ratio.tolist() == [2.5, 1.0]
    assert said.severity[1] > said.severity[0]


def services() -> tuple[np.ndarray, Fit, np.ndarray]:
    """60 services of a total and seven regions, some busy, some without a baseline; 8 rows each."""
    rng = np.random.default_rng(8)
    rates = np.exp(rng.uniform(np.log(0.001), np.log(20.0), 60 * 8))
    counts = rng.poisson(rates[:, None], (len(rates), RECENT_MINUTES))
    counts[::5, -25:] += rng.poisson(1.5, (len(rates) // 5, 25))
    usual = steady_fit(rates)
    days = np.where(rng.random(len(rates)) < 0.2, 0.0, usual.days)
    return counts, replace(usual, days=days), np.arange(len(rates)) // 8 * 8


def test_what_a_service_is_told_does_not_depend_on_the_others_to_the_last_bit() -> None:
    """An incident's numbers are made again from its own rows, years later."""
    counts, usual, first = services()
    parents = np.where(np.arange(len(counts)) == first, -1, first)
    places = np.arange(len(counts)) % 8
    all_of_them = judge(
        counts, usual, NOW, parents=parents, leaves=parents >= 0, charge=0.7, places=places
    )
    excuse = surge(counts, usual, NOW, parents=parents, places=places)
    assert (excuse > 1).any() and (excuse[usual.days > 0] == 1).all()
    assert all_of_them.in_set.any()
    for start in range(0, len(counts), 8):
        rows = slice(start, start + 8)
        own = np.array([-1] + [0] * 7)
        alone = judge(
            counts[rows],
            usual.take(np.arange(start, start + 8)),
            NOW,
            parents=own,
            leaves=own >= 0,
            charge=0.7,
            places=places[rows],
            surge=excuse[rows],
        )
        for field in fields(Judgement):
            among = getattr(all_of_them, field.name)[rows]
            np.testing.assert_array_equal(getattr(alone, field.name), among, err_msg=field.name)


def test_series_in_which_nothing_can_stand_out_are_told_the_same(
    mixed: tuple[Fit, np.ndarray],
) -> None:
    """They are not looked at window by window, unless another one has no baseline."""
    usual, counts = mixed
    recent = counts[:, -RECENT_MINUTES:]
    quickly = judge(recent, usual, NOW)
    assert (recent[:, -120:].sum(axis=1) < 3).any()
    beside = replace(usual, days=np.where(np.arange(40) == 39, 0.0, usual.days))
    slowly = judge(recent, beside, NOW)
    for field in fields(Judgement):
        one, other = getattr(quickly, field.name), getattr(slowly, field.name)
        np.testing.assert_array_equal(one[:39], other[:39], err_msg=field.name)


def test_order_does_not_matter(mixed: tuple[Fit, np.ndarray]) -> None:
    usual, counts = mixed
    recent, shuffled = counts[:, -RECENT_MINUTES:], np.random.default_rng(2).permutation(40)
    straight = judge(recent, usual, NOW)
    turned = judge(recent[shuffled], pick(usual, shuffled), NOW)
    moved = {f.name: getattr(straight, f.name)[shuffled] for f in fields(Judgement)}
    assert_same(Judgement(**moved), turned)


@pytest.mark.parametrize("warm", [True, False])
def test_no_series_and_no_reports(warm: bool) -> None:
    nobody = judge(np.zeros((0, RECENT_MINUTES), int), Fit.cold(0), NOW)
    assert all(len(getattr(nobody, field.name)) == 0 for field in fields(Judgement))
    usual = steady_fit(np.zeros(3)) if warm else Fit.cold(3)
    silent = judge(np.zeros((3, RECENT_MINUTES), int), usual, NOW)
    assert silent.severity.tolist() == silent.z.tolist() == [0, 0, 0]
    assert silent.window.tolist() == [SHORT] * 3
    assert not silent.fresh.any()


def test_windows_do_not_reach_back_to_before_a_series_was_watched() -> None:
    usual = replace(steady_fit(np.array([0.01, 0.01])), days=np.array([28.0, 28.0]))
    recent = np.zeros((2, RECENT_MINUTES), int)
    recent[:, -40:-30] = 5
    said = judge(recent, usual, NOW, observed_from=[NOW - 179, NOW - 29])
    assert said.severity[0] > OPEN_ABOVE
    assert said.severity[1] == 0


def pick(usual: Fit, rows: list[int] | np.ndarray) -> Fit:
    return Fit(
        profile=usual.profile[rows],
        relvar=usual.relvar[rows],
        jitter=usual.jitter[rows],
        youth=usual.youth[rows],
        trust=usual.trust[rows],
        days=usual.days[rows],
    )
