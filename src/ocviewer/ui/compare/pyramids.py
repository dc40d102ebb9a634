"""The pyramids of all panes on one ground line and one scale."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import Pyramid
from ocviewer.ui.charts.pyramid import PyramidChart
from ocviewer.ui.compare.matrix_paint import RULE
from ocviewer.ui.theme import theme_of

LOWEST, HIGHEST = 116, 230
_WIDEST = 380
_NARROWEST = 120
"""Narrower, pyramids could not be read, and are left out: the matrix has their numbers."""
_INSET = 4


class Pyramids(QWidget):
    """A chart for each pane at the left of its column, all of one size, so on one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No pyramids yet."""
        super().__init__(parent)
        self.charts: list[PyramidChart] = []
        self._edges: tuple[float, ...] = ()
        self._colours: tuple[int, ...] = ()
        self._legend = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(HIGHEST)

    def set_pyramids(
        self, pyramids: Sequence[Pyramid], colours: tuple[int, ...], legend: str
    ) -> None:
        """Shows these, of panes with these numbers of colours."""
        self._colours = colours
        while len(self.charts) < len(pyramids):
            chart = PyramidChart(self)
            chart.show()
            self.charts.append(chart)
        while len(self.charts) > len(pyramids):
            chart = self.charts.pop()
            chart.setParent(None)
            chart.deleteLater()
        self._legend = legend
        self.set_edges(self._edges)
        for chart, pyramid in zip(self.charts, pyramids, strict=True):
            chart.set_pyramid(pyramid)

    def set_edges(self, edges: tuple[float, ...]) -> None:
        """Where each pane begins, and where the last one ends."""
        self._edges = edges
        if len(edges) != len(self.charts) + 1:
            return
        rooms = [right - left for left, right in pairwise(edges)]
        width = round(min(_WIDEST, *rooms)) - 2 * _INSET
        self.setVisible(width >= _NARROWEST)
        for place, chart in enumerate(self.charts):
            chart.setGeometry(round(edges[place]) + _INSET, 0, width, self.height())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for names beside the figures."""
        return QSize(600, HIGHEST)

    def minimumSizeHint(self) -> QSize:
        """The least in which everything can be read."""
        return QSize(0, LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps all of one height."""
        super().resizeEvent(event)
        self.set_edges(self._edges)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the parts of a pyramid are, at the left."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(self.rect())
        for left, colour in zip(self._edges, self._colours, strict=False):
            painter.setBrush(QColor(theme.panes[colour]))
            painter.drawRect(round(left), 0, RULE, self.height())
        if self._edges:
            room = QRect(8, 4, round(self._edges[0]) - 16, self.height() - 8)
            flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            painter.setPen(QColor(theme.muted))
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 0.85)
            painter.setFont(font)
            painter.drawText(room, flags, self._legend)
        painter.end()
