"""Maps of the real files: everything is drawn once, and where one would look for it."""

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from outages.drawing.maps import MapDrawing, Place, draw_country, draw_world
from outages.drawing.topology import country_shapes, region_shapes
from tests.outages.drawing.outlines import corners, countries, extent, regions


@cache
def world() -> MapDrawing:
    return draw_world(countries())


@cache
def country(code: str) -> MapDrawing:
    return draw_country(regions(), code)


def _place(drawing: MapDrawing, code: str) -> Place:
    return next(place for place in drawing.places if place.code == code)


def _main(drawing: MapDrawing) -> NDArray[np.float64]:
    """The edges of what is drawn outside of insets."""
    top = min((inset.y for inset in drawing.insets), default=drawing.height)
    edges = np.array([extent(place.path) for place in drawing.places if place.y < top])
    return np.concatenate([edges[:, :2].min(axis=0), edges[:, 2:].max(axis=0)])


def test_the_world_has_every_country_once() -> None:
    codes = [place.code for place in world().places]
    assert codes == [shape.code for shape in country_shapes(countries()) if shape.code != "AQ"]
    assert len(codes) == len(set(codes)) >= 240


def test_antarctica_is_left_out() -> None:
    atlas = countries()
    with_antarctica = [
        {**one, "id": "AQ"} if one["id"] == "AU" else one
        for one in atlas["objects"]["countries"]["geometries"]
    ]
    drawn = draw_world({**atlas, "objects": {"countries": {"geometries": with_antarctica}}})
    assert "AQ" not in {place.code for place in drawn.places}


def test_the_world_is_small_enough_for_every_page() -> None:
    assert sum(len(place.path) for place in world().places) < 110_000


def test_on_the_world_map_north_is_up_and_east_is_right() -> None:
    chile, norway, japan = (_place(world(), code) for code in ("CL", "NO", "JP"))
    assert norway.y < japan.y < chile.y
    assert chile.x < norway.x < japan.x


@pytest.mark.parametrize("code", ["MC", "SG", "TO", "MV", "NR"])
def test_a_country_below_a_pixel_is_a_dot_one_can_point_at(code: str) -> None:
    place = _place(world(), code)
    assert "a1.5 1.5" in place.path
    assert 0 < place.x < world().width
    assert 0 < place.y < world().height


@pytest.mark.parametrize(
    "code",
    ["US", "ES", "FR", "RU", "NZ", "FJ", "CL", "GB", "JP", "IN", "MV", "PT", "KI", "NR", "MC"],
)
def test_every_region_of_a_country_is_drawn_once_and_within_the_map(code: str) -> None:
    drawing = country(code)
    assert sorted(place.code for place in drawing.places) == sorted(
        shape.code for shape in region_shapes(regions(), code)
    )
    for place in drawing.places:
        assert place.path.startswith("M"), place.code
        assert 0 <= place.x <= drawing.width, place.code
        assert 0 <= place.y <= drawing.height, place.code


def test_the_mainland_fills_the_map_of_the_united_states() -> None:
    drawing = country("US")
    left, top, right, bottom = _main(drawing)
    assert right - left > 0.95 * drawing.width
    assert bottom - top > 0.7 * drawing.height
    california, new_york = _place(drawing, "US-CA"), _place(drawing, "US-NY")
    assert california.x < 0.2 * drawing.width
    assert new_york.x > 0.8 * drawing.width


@pytest.mark.parametrize(
    ("code", "islands"),
    [
        ("US", {"US-AK", "US-HI"}),
        ("ES", {"ES-CN"}),
        ("PT", {"PT-20", "PT-30"}),
        ("EC", {"EC-W"}),
        ("FJ", {"FJ-E", "FJ-R"}),
        ("FR", {"FR"}),
        ("GR", {"GR-L"}),
        ("RU", set()),
        ("MY", set()),
        ("ID", set()),
    ],
)
def test_islands_far_away_are_inside_insets_below(code: str, islands: set[str]) -> None:
    drawing = country(code)
    inside = {
        place.code
        for place in drawing.places
        for inset in drawing.insets
        if inset.x <= place.x <= inset.x + inset.width
        and inset.y <= place.y <= inset.y + inset.height
    }
    assert inside == islands


def test_nothing_of_an_inset_leaves_its_frame() -> None:
    for code in ("US", "ES", "NL", "NO", "PT"):
        for place in country(code).places:
            for inset in country(code).insets:
                if inset.y <= place.y and inset.x <= place.x <= inset.x + inset.width:
                    left, top, right, bottom = extent(place.path)
                    assert left >= inset.x and right <= inset.x + inset.width, place.code
                    assert top >= inset.y and bottom <= inset.y + inset.height, place.code


def test_russia_reaches_over_the_180th_meridian_without_a_jump() -> None:
    drawing = country("RU")
    assert drawing.height < drawing.width
    chukotka = extent(_place(drawing, "RU-CHU").path)
    assert chukotka[2] - chukotka[0] < 0.2 * drawing.width
    assert chukotka[0] > 0.7 * drawing.width


def test_new_zealand_is_its_two_islands() -> None:
    drawing = country("NZ")
    northland, southland = _place(drawing, "NZ-NTL"), _place(drawing, "NZ-STL")
    assert southland.y - northland.y > 0.5 * drawing.height
    assert southland.x < northland.x


def test_no_country_is_higher_than_a_phone_can_show() -> None:
    assert country("CL").height <= 1.5 * country("CL").width


def test_paths_have_no_repeated_points_and_are_closed() -> None:
    for place in world().places:
        assert place.path.endswith("z")
        for ring in corners(place.path):
            assert (np.abs(np.diff(ring, axis=0)).sum(axis=1) > 0).all(), place.code


def test_a_wider_map_has_the_same_places_further_apart() -> None:
    wide = draw_world(countries(), width=1920)
    assert wide.width == 1920
    assert wide.height == pytest.approx(2 * world().height, abs=20)
    assert _place(wide, "JP").x == pytest.approx(2 * _place(world(), "JP").x, abs=20)


def test_an_unknown_country_has_an_empty_map() -> None:
    assert draw_country(regions(), "QQ").places == ()
