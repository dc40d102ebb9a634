"""The colours of continents: far apart for every eye, plain on their ground; shapes of one area."""

from itertools import combinations
from math import dist, pi

import pytest

from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.ui.charts import continents
from ocviewer.ui.theme import DARK, LIGHT, Theme

Triple = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, full severity, for linear RGB
EYES: dict[str, tuple[Triple, Triple, Triple]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    )
    return r, g, b


def lab(colour: Triple) -> Triple:
    r, g, b = (min(max(c, 0), 1) for c in colour)
    x, y, z = times(TO_XYZ, (r, g, b))
    fx, fy, fz = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (x / 0.95047, y, z / 1.08883)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((times(TO_XYZ, linear(c))[1] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_any_two_are_far_apart(theme: Theme, eye: str) -> None:
    seen = [lab(times(EYES[eye], linear(c))) for c in continents.colours(dark=theme.dark)]
    assert min(dist(one, other) for one, other in combinations(seen, 2)) > 30


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_stands_out_from_its_ground(theme: Theme) -> None:
    for colour in continents.colours(dark=theme.dark):
        assert contrast(colour, theme.surface) >= 3


def test_there_is_a_look_for_each_continent(library: Library) -> None:
    count = len(library.scopes.names(Scope.CONTINENT))
    assert count == len(continents.LIGHT_COLOURS) == len(continents.DARK_COLOURS)
    shapes = [continents.shape(number, 10.0) for number in range(count)]
    assert all(one != other for one, other in combinations(shapes, 2))


@pytest.mark.parametrize("number", range(5))
def test_shapes_have_the_area_of_a_circle(number: int) -> None:
    corners = continents.shape(number, 10.0).toFillPolygon()
    points = [corners.at(i) for i in range(corners.size())]
    area = sum(
        a.x() * b.y() - b.x() * a.y() for a, b in zip(points, points[1:] + points[:1], strict=True)
    )
    assert abs(area) / 2 == pytest.approx(100 * pi, rel=0.06)
