"""Projections against published figures, against PROJ and against their own promise."""

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.drawing.projection import azimuthal, equal_earth, middle
from outages.drawing.topology import signed_area

EARTH = 6371008.7714
PLACES = np.array([[17.0, 47.0], [-122.4, 37.8], [151.2, -33.9], [178.4, -18.1]])


def test_equal_earth_has_the_proportions_of_the_paper() -> None:
    (east, _), (_, north), (pole, _) = equal_earth(np.array([[180, 0], [0, 90], [180, 90]]))
    assert east / north == pytest.approx(2.05458, abs=1e-5)
    assert pole / east == pytest.approx(0.59247, abs=1e-5)


def test_equal_earth_agrees_with_proj_to_a_millimetre() -> None:
    # pyproj 3.7: +proj=eqearth +R=6371008.7714
    proj = [
        [1375371.4744135903, 5691275.1738089435],
        [-10532260.57835715, 4687493.013363466],
        [13294002.171050917, -4238348.260640633],
        [16685205.72867723, -2315621.905115219],
    ]
    assert np.abs(EARTH * equal_earth(PLACES) - proj).max() < 0.001


@pytest.mark.parametrize(
    ("centre", "proj"),
    [
        # pyproj 3.7: +proj=laea +lon_0=… +lat_0=… +R=6371008.7714
        ((-98.0, 39.0), [-2108836.2278223373, 151636.52151124764]),
        ((178.0, -18.0), [5626885.847301839, 5832871.731904601]),
        ((95.0, 62.0), [3873037.1638856977, 6794893.23196312]),
    ],
)
def test_the_azimuthal_map_agrees_with_proj_to_a_millimetre(
    centre: tuple[float, float], proj: list[float]
) -> None:
    assert np.abs(EARTH * azimuthal(PLACES[1:2], centre=centre) - proj).max() < 0.001


def _cell(longitude: float, latitude: float) -> NDArray[np.float64]:
    """A degree by a degree, its parallels in small steps: they are curves on a map."""
    along = np.linspace(longitude, longitude + 1, 50)
    south = np.column_stack([along, np.full(50, latitude)])
    north = np.column_stack([along[::-1], np.full(50, latitude + 1)])
    return np.concatenate([south, north, south[:1]])


@pytest.mark.parametrize(("longitude", "latitude"), [(0, 0), (100, 30), (-150, 64), (40, -55)])
def test_both_projections_keep_areas(longitude: float, latitude: float) -> None:
    cell = _cell(longitude, latitude)
    south, north = np.radians([latitude, latitude + 1])
    true = np.radians(1) * (np.sin(north) - np.sin(south))
    assert signed_area(equal_earth(cell)) == pytest.approx(true, rel=1e-3)
    near = azimuthal(cell, centre=(longitude + 9, latitude - 5))
    assert signed_area(near) == pytest.approx(true, rel=1e-3)


def test_the_middle_of_fiji_is_not_in_greenwich() -> None:
    longitude, latitude = middle(np.array([[178.0, -17.0], [-179.0, -17.0]]), np.array([1.0, 1.0]))
    assert longitude == pytest.approx(179.5)
    assert latitude == pytest.approx(-17.0, abs=0.01)


def test_the_heavier_side_draws_the_middle_to_itself() -> None:
    longitude, _ = middle(np.array([[0.0, 0.0], [10.0, 0.0]]), np.array([3.0, 1.0]))
    assert longitude == pytest.approx(2.5, abs=0.05)


def test_the_point_opposite_the_centre_is_finite() -> None:
    assert np.isfinite(azimuthal(np.array([[180.0, 0.0]]), centre=(0.0, 0.0))).all()
