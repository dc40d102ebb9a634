"""The marks of a scatter: shapes of continents, and rings around the count of a shared point."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from ocviewer.ui.charts import continents
from ocviewer.ui.charts.scatter_picture import Mark, Stack

RING = 3.5
"""How far outside its mark the ring of an open country runs."""

ANOTHER_RING = 3.0
"""Between the rings of two open countries at one point."""


def around(centre: QPointF, reach: float) -> QRectF:
    """The square around a place."""
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)


def shape(continent: int, centre: QPointF, radius: float) -> Mark:
    """The mark of one country."""
    return Mark(continents.shape(continent, radius), centre, continent)


def stack(found: Sequence[int], centre: QPointF, radius: float) -> Stack:
    """The mark of several countries, by the continents of all of them."""
    arcs, start = [], 90 * 16
    for continent in sorted(set(found)):
        length = round(360 * 16 * found.count(continent) / len(found))
        arcs.append((continent, start, -length))
        start -= length
    return Stack(around(centre, radius), tuple(arcs))
