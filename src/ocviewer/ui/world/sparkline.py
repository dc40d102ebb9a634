"""A country's editions as a line no higher than a line of text."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.world.table import Cell
from ocviewer.ui.theme import Theme

_INSET = 5
_DOT = 2.5
_SMALL_DOT = 1.5


class Sparkline:
    """Paints the spark of a cell: editions side by side, a gap where one did not score."""

    def __init__(self, theme: Theme) -> None:
        """Takes the colours."""
        self._line = QPen(QColor(theme.muted), 1.2)
        self._quiet = QColor(theme.muted)
        self._colours = {polarity: QColor(theme.family(polarity)) for polarity in Polarity}

    def paint(self, painter: QPainter, room: QRectF, cell: Cell, polarity: Polarity) -> None:
        """Lines between neighbours that are both scored, and the shown edition as a dot."""
        points = _points(room, cell.spark)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._line)
        for start, end in pairwise(points):
            if start is not None and end is not None:
                painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, point in enumerate(points):
            if point is not None:
                shown = number == cell.point
                painter.setBrush(self._colours[polarity] if shown else self._quiet)
                size = _DOT if shown else _SMALL_DOT
                painter.drawEllipse(point, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _points(room: QRectF, spark: tuple[float | None, ...]) -> list[QPointF | None]:
    """Where each edition is."""
    left, width = room.left() + _INSET, room.width() - 2 * _INSET
    bottom, height = room.bottom() - _INSET, room.height() - 2 * _INSET
    step = width / max(1, len(spark) - 1)
    return [
        None if value is None else QPointF(left + step * number, bottom - height * value)
        for number, value in enumerate(spark)
    ]
