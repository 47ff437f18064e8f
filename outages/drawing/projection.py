"""From degrees on the globe to a plane, true to area: the world whole, or one country."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# The polynomial of Equal Earth: Šavrič, Patterson and Jenny, "The Equal Earth map projection",
# International Journal of Geographical Information Science 33 (2019), equations 1 and 2.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF_ROOT_3 = np.sqrt(3) / 2
# Short of the point opposite the centre, which the azimuthal projection cannot place.
NEARLY_OPPOSITE = 1e-9


def equal_earth(degrees: Floats) -> Floats:
    """The Equal Earth projection of a globe of radius 1, centred on Greenwich.

    Takes longitude and latitude in degrees and gives x to the east and y to the north, both of
    shape [points, 2].

    >>> equal_earth(np.array([[0.0, 90.0]])).round(6).tolist()
    [[0.0, 1.317363]]
    """
    longitude, latitude = np.radians(degrees).T
    theta = np.arcsin(HALF_ROOT_3 * np.sin(latitude))
    square = theta**2
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = longitude * np.cos(theta) / (HALF_ROOT_3 * slope)
    y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return np.column_stack([x, y])


def azimuthal(degrees: Floats, *, centre: tuple[float, float]) -> Floats:
    """Lambert's azimuthal equal-area projection of a globe of radius 1.

    Takes longitude and latitude in degrees and gives x to the east and y to the north of the
    centre (longitude, latitude), both of shape [points, 2]. The 180th meridian is a line as any
    other. Source: Snyder, "Map projections: a working manual", USGS 1987, equations 24-2 to 24-4.

    >>> azimuthal(np.array([[175.0, 0.0], [-175.0, 0.0]]), centre=(180.0, 0.0)).round(3).tolist()
    [[-0.087, 0.0], [0.087, 0.0]]
    """
    longitude, latitude = np.radians(degrees).T
    middle_longitude, middle_latitude = np.radians(centre)
    east = longitude - middle_longitude
    sin, cos = np.sin(middle_latitude), np.cos(middle_latitude)
    across = np.cos(latitude) * np.cos(east)
    facing = 1 + sin * np.sin(latitude) + cos * across
    stretch = np.sqrt(2 / np.maximum(facing, NEARLY_OPPOSITE))
    x = stretch * np.cos(latitude) * np.sin(east)
    y = stretch * (cos * np.sin(latitude) - sin * across)
    return np.column_stack([x, y])


def middle(degrees: Floats, weights: Floats) -> tuple[float, float]:
    """The weighted middle of points on the globe: longitude and latitude in degrees.

    Averaged as directions in space, so that points on either side of the 180th meridian meet there
    and not in Greenwich.

    >>> middle(np.array([[170.0, 0.0], [-170.0, 0.0]]), np.ones(2))
    (180.0, 0.0)
    """
    longitude, latitude = np.radians(degrees).T
    x = np.sum(weights * np.cos(latitude) * np.cos(longitude))
    y = np.sum(weights * np.cos(latitude) * np.sin(longitude))
    z = np.sum(weights * np.sin(latitude))
    return (
        float(np.degrees(np.arctan2(y, x))),
        float(np.degrees(np.arctan2(z, np.hypot(x, y)))),
    )
