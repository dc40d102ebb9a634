"""How continents look in charts: a colour and a shape each, by the continent's number.

The colours were chosen for the largest distance between any two of them as seen with full and
with each kind of colour-blind vision, for a contrast of 3 : 1 with the ground, and away from the
colours of criminality and resilience. Whoever sees no colour at all has the shapes.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

LIGHT_COLOURS = ("#a98a2c", "#2f86e0", "#d9487f", "#3f1d6e", "#6a1208")
DARK_COLOURS = ("#ecdc55", "#6f7df0", "#c65f98", "#a9f0bd", "#d8452f")

_POLYGONS = (
    (),  # a circle
    ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    ((0.0, -1.45), (1.3, 0.85), (-1.3, 0.85)),
    ((0.0, -1.28), (1.28, 0.0), (0.0, 1.28), (-1.28, 0.0)),
    ((0.0, 1.45), (1.3, -0.85), (-1.3, -0.85)),
)
"""Corners of shapes as large in area as the circle of radius 1 (π, within 6 %)."""


def colours(*, dark: bool) -> tuple[str, ...]:
    """The colours by number, as ``#rrggbb``."""
    return DARK_COLOURS if dark else LIGHT_COLOURS


@lru_cache(512)  # one for each radius; by population there is one for each country
def shape(number: int, radius: float) -> QPainterPath:
    """The shape of a continent around (0, 0), as large as a circle of this radius."""
    path = QPainterPath()
    corners = _POLYGONS[number]
    if corners:
        path.addPolygon(QPolygonF([QPointF(x, y) * radius for x, y in corners]))
        path.closeSubpath()
    else:
        path.addEllipse(QRectF(-radius, -radius, 2 * radius, 2 * radius))
    return path
