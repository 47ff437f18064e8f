"""Outlines at the size at which they are drawn: fewer corners, the same shapes, joint borders."""

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.drawing.clipping import clip
from outages.drawing.maps import draw_part, draw_world
from outages.drawing.thinning import thinner
from outages.drawing.topology import country_shapes, signed_area
from tests.outages.drawing.outlines import corners, countries, extent

EUROPE = (-24.0, 34.0, 45.0, 71.5)


def as_is(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return points


def test_a_corner_too_small_to_see_goes_and_ends_stay() -> None:
    line = np.array([[0.0, 0.0], [5.0, 0.1], [10.0, 0.0], [10.0, 9.0]])
    assert thinner(as_is, least=1.0)(line).tolist() == [[0, 0], [10, 0], [10, 9]]
    assert thinner(as_is, least=0.1)(line).tolist() == line.tolist()
    two = line[:2]
    assert thinner(as_is, least=1e9)(two).tolist() == two.tolist()


def test_an_island_keeps_three_corners() -> None:
    angle = np.linspace(0, 2 * np.pi, 30)
    ring = np.column_stack([np.cos(angle), np.sin(angle)])
    ring[-1] = ring[0]
    thin = thinner(as_is, least=1e9)(ring)
    assert len(thin) == 4
    assert (thin[0] == thin[-1]).all()


def test_a_thinned_world_has_nearly_the_same_areas() -> None:
    whole = {
        shape.code: sum(abs(signed_area(ring)) for ring in shape.rings)
        for shape in country_shapes(countries())
    }
    thin = thinner(lambda arc: arc * 2.7, least=1.0)
    for shape in country_shapes(countries(), thin):
        area = sum(abs(signed_area(ring)) for ring in shape.rings)
        if whole[shape.code] > 30:
            assert area == pytest.approx(whole[shape.code], rel=0.05), shape.code


def test_neighbours_still_meet() -> None:
    thin = thinner(lambda arc: arc * 2.7, least=1.0)
    points = {
        shape.code: {tuple(point) for ring in shape.rings for point in ring.tolist()}
        for shape in country_shapes(countries(), thin)
    }
    for one, other in (("DE", "FR"), ("US", "CA"), ("IN", "PK"), ("BR", "AR")):
        assert len(points[one] & points[other]) >= 2, (one, other)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_cut_is_as_large_as_what_is_within(seed: int) -> None:
    """Of a star around the middle, by counting points of a grid."""
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, 40)
    ring = (rng.uniform(2, 9, 40) * np.array([np.cos(angle), np.sin(angle)])).T
    ring[-1] = ring[0]
    box = (-4.0, -3.0, 5.0, 2.0)
    cut = clip(ring, box)
    assert (cut[0] == cut[-1]).all()
    assert (cut.min(axis=0) >= [-4, -3]).all()
    assert (cut.max(axis=0) <= [5, 2]).all()
    x, y = (side.ravel() for side in np.meshgrid(np.linspace(-4, 5, 361), np.linspace(-3, 2, 201)))
    share = _within(ring, x, y).mean()
    assert abs(signed_area(cut)) == pytest.approx(share * 45, rel=0.03)


def _within(
    ring: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Whether points lie within a ring, by crossings of a ray."""
    inside = np.zeros(len(x), dtype=bool)
    for (ax, ay), (bx, by) in zip(ring[:-1], ring[1:], strict=True):
        crosses = (ay > y) != (by > y)
        inside ^= crosses & (x < (bx - ax) * (y - ay) / (by - ay + 1e-300) + ax)
    return inside


def test_nothing_is_left_of_what_lies_outside() -> None:
    square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]])
    assert clip(square, (5.0, 5.0, 9.0, 9.0)).shape == (0, 2)


def test_a_part_of_the_world_is_larger_than_on_the_world() -> None:
    europe = {place.code: place for place in draw_part(countries(), EUROPE).places}
    world = {place.code: place for place in draw_world(countries(), width=960).places}
    for code in ("DE", "BE", "AT", "PT"):
        small, large = (_size(places[code].path) for places in (world, europe))
        assert large > 2 * small, code
    assert {"LU", "MT", "RU", "DZ"} <= set(europe)
    assert not {"BR", "US", "CN", "AU"} & set(europe)


def test_nothing_of_a_part_lies_far_outside_of_it() -> None:
    drawing = draw_part(countries(), EUROPE)
    for place in drawing.places:
        left, top, right, bottom = extent(place.path)
        assert min(left, top) >= -6, place.code
        assert right <= drawing.width + 6, place.code
        assert bottom <= drawing.height + 6, place.code
        assert corners(place.path)


def test_a_part_may_lie_across_the_180th_meridian() -> None:
    drawn = {place.code: place for place in draw_part(countries(), (110, -48, 190, 12)).places}
    assert drawn["AU"].x < drawn["NZ"].x < drawn["WS"].x


def _size(path: str) -> float:
    left, top, right, bottom = extent(path)
    return float((right - left) * (bottom - top))
