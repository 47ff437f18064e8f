"""Outlines out of TopoJSON."""

import numpy as np
import pytest

from outages.drawing.topology import (
    Shape,
    Topology,
    country_shapes,
    geometry,
    region_shapes,
    signed_area,
)
from tests.outages.drawing.outlines import countries, regions

# Two squares side by side with the border between them as arc 0, and a hole in the right one.
SQUARES: Topology = {
    "transform": {"scale": [1.0, 2.0], "translate": [10.0, 20.0]},
    "arcs": [
        [[3, 0], [0, 3]],
        [[3, 3], [-3, 0], [0, -3], [3, 0]],
        [[3, 3], [3, 0], [0, -3], [-3, 0]],
        [[4, 1], [1, 0], [0, 1], [-1, -1]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "AA", "properties": {"name": "Left"}},
                {
                    "type": "MultiPolygon",
                    "arcs": [[[~2, ~0], [3]]],
                    "id": "BB",
                    "properties": {"name": "Right"},
                },
                {"type": None, "id": "CC", "properties": {"name": "Lost"}},
            ]
        }
    },
}


def test_neighbours_share_their_border_point_for_point() -> None:
    left, right = country_shapes(SQUARES)
    assert left.rings[0].tolist() == [[13, 20], [13, 26], [10, 26], [10, 20], [13, 20]]
    assert right.rings[0].tolist() == [[13, 20], [16, 20], [16, 26], [13, 26], [13, 20]]


def test_a_hole_is_the_second_ring_of_its_polygon() -> None:
    _, right = country_shapes(SQUARES)
    assert [len(polygon) for polygon in right.polygons] == [2]
    assert right.polygons[0][1].tolist() == [[14, 22], [15, 22], [15, 24], [14, 22]]


def test_a_country_without_an_outline_is_left_out() -> None:
    assert [shape.code for shape in country_shapes(SQUARES)] == ["AA", "BB"]


def test_outer_rings_of_geojson_turn_left_and_holes_turn_right() -> None:
    for shape in country_shapes(SQUARES):
        for polygon in geometry(shape)["coordinates"]:
            turns = [signed_area(np.array(ring)) > 0 for ring in polygon]
            assert turns == [True, False][: len(turns)]


@pytest.mark.parametrize(
    "shapes",
    [country_shapes(countries()), region_shapes(regions(), "NO"), region_shapes(regions(), "RU")],
)
def test_every_ring_is_closed_and_on_the_globe(shapes: tuple[Shape, ...]) -> None:
    for shape in shapes:
        for ring in shape.rings:
            assert (ring[0] == ring[-1]).all(), shape.code
            assert (np.abs(ring) <= [180.001, 90.001]).all(), shape.code


def test_geojson_rings_are_closed_lists_of_two_numbers() -> None:
    for shape in region_shapes(regions(), "FJ"):
        outline = geometry(shape)
        assert outline["type"] == "MultiPolygon"
        for polygon in outline["coordinates"]:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert {len(point) for point in ring} == {2}


def test_the_files_hold_every_country_and_the_states_of_the_united_states() -> None:
    codes = [shape.code for shape in country_shapes(countries())]
    assert len(codes) == len(set(codes)) >= 240
    states = {shape.code for shape in region_shapes(regions(), "US")}
    assert len(states) == 51
    assert {"US-CA", "US-NY", "US-AK", "US-HI", "US-DC"} <= states


def test_an_unknown_country_has_no_regions() -> None:
    assert region_shapes(regions(), "QQ") == ()
