"""How the countries of a comparison are told apart without colour: by marker and by dashes."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from ocviewer.ui.theme import Theme

_REACH = 3.6
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (2, 2), (7, 2, 2, 2))
"""Of each pane's line, in widths of the pen; none is a solid line."""


def marker(number: int, reach: float = _REACH) -> QPainterPath:
    """The shape of a pane's points around the origin: circle, square, triangle or diamond."""
    path = QPainterPath()
    if number % 4 == 0:
        path.addEllipse(QPointF(0, 0), reach, reach)
        return path
    corners = (
        ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
        ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)),
    )[number % 4 - 1]
    path.addPolygon(QPolygonF([QPointF(x * reach, y * reach) for x, y in corners]))
    path.closeSubpath()
    return path


def line_pen(theme: Theme, number: int, width: float = 2) -> QPen:
    """The pen of a pane's line, in its colour and dashes."""
    pen = QPen(QColor(theme.panes[number]), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if _DASHES[number % 4]:
        pen.setDashPattern(_DASHES[number % 4])
    return pen


def region_pen(theme: Theme) -> QPen:
    """The pen of a region's mean: faint, in long dashes."""
    pen = QPen(QColor(theme.muted), 1)
    pen.setDashPattern((6, 4))
    return pen


def world_pen(theme: Theme) -> QPen:
    """The pen of the world's mean: faint, dotted."""
    pen = QPen(QColor(theme.muted), 1)
    pen.setDashPattern((1, 3))
    return pen
