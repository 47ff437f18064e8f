"""A share of few is not sure, and its interval says so."""

import pytest

from outages.detection.proportion import share_interval


@pytest.mark.parametrize("of", [1, 2, 5, 40, 1000])
def test_the_interval_holds_the_share_and_mirrors(of: int) -> None:
    for hits in range(0, of + 1, max(1, of // 5)):
        low, high = share_interval(hits, of)
        assert 0.0 <= low <= hits / of <= high <= 1.0
        mirrored = share_interval(of - hits, of)
        assert mirrored == pytest.approx((1.0 - high, 1.0 - low))


def test_more_counts_are_surer() -> None:
    widths = [high - low for low, high in (share_interval(n * 8, n * 10) for n in (1, 10, 100))]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("hits", "of"), [(0, 0), (2, 1), (-1, 3)])
def test_what_is_no_share_is_an_error(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        share_interval(hits, of)
