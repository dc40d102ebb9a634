"""The view of the trends: a legend, and below it the charts, which scroll where they must."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ocviewer.presenter.page import WorldPart
from ocviewer.presenter.state import View
from ocviewer.presenter.world.trends import Trends
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar
from ocviewer.ui.world.pane_marks import line_pen, marker, region_pen, world_pen
from ocviewer.ui.world.trends_chart import TrendsChart
from ocviewer.ui.world.world_view import WorldView

_SAMPLE = 30
"""How long the sample of a line is."""
_BETWEEN = 20


class TrendsLegend(QWidget):
    """One row: a sample of each line with its name, the scale, and what was not scored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a part is set."""
        super().__init__(parent)
        self._part: Trends | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_part(self, part: Trends) -> None:
        """Names the lines of these trends."""
        self._part = part
        names = [subject.name for subject in part.subjects]
        said = (*names, part.region_text, part.world_text, *self._explained(part))
        self.setAccessibleName(". ".join(filter(None, said)))
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """One line high with some room, or two where that is too narrow."""
        lines = 1 if self._part is None else len(self._lines())
        return QSize(0, lines * (self.fontMetrics().height() + 4) + 10)

    def resizeEvent(self, event: QEvent) -> None:
        """Breaks the row where it is too narrow."""
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws samples and names."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        middle = 5 + (metrics.height() + 4) / 2
        for line in self._lines():
            left = 15.0
            for text, pen, colour in line:
                if pen is not None:
                    painter.setPen(pen)
                    painter.drawLine(QPointF(left, middle), QPointF(left + _SAMPLE, middle))
                    if colour >= 0:
                        painter.setPen(QPen(QColor(theme.surface), 1))
                        painter.setBrush(QColor(theme.panes[colour]))
                        painter.drawPath(marker(colour).translated(left + _SAMPLE / 2, middle))
                    left += _SAMPLE + 6
                ink = theme.panes[colour] if colour >= 0 else theme.muted
                painter.setPen(QColor(ink))
                width = metrics.horizontalAdvance(text)
                area = QRectF(left, middle - 20, width + 2, 40)
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
                painter.drawText(area, flags, text)
                left += width + _BETWEEN
            middle += metrics.height() + 4
        painter.end()

    def _explained(self, part: Trends) -> tuple[str, ...]:
        """The scale, the number beside the last score, and what was not scored."""
        change = self.tr("Change from the first to the last score")
        return self.tr("Scale 1 to 10"), change if len(part.subjects) > 1 else "", part.note

    def _entries(self) -> list[tuple[str, QPen | None, int]]:
        """Text, pen and colour of each entry; ``None`` and -1 where it has none."""
        if self._part is None:
            return []
        theme, part = theme_of(self.palette()), self._part
        entries: list[tuple[str, QPen | None, int]] = [
            (subject.name, line_pen(theme, subject.colour), subject.colour)
            for subject in part.subjects
        ]
        entries += [
            (part.region_text, region_pen(theme), -1),
            (part.world_text, world_pen(theme), -1),
            *((text, None, -1) for text in self._explained(part)),
        ]
        return [entry for entry in entries if entry[0]]

    def _lines(self) -> list[list[tuple[str, QPen | None, int]]]:
        """The entries in as many lines as their widths take."""
        metrics, left = self.fontMetrics(), 15
        lines: list[list[tuple[str, QPen | None, int]]] = [[]]
        for entry in self._entries():
            width = metrics.horizontalAdvance(entry[0]) + (_SAMPLE + 6 if entry[1] else 0)
            if lines[-1] and left + width > self.width() - 10:
                lines.append([])
                left = 15
            lines[-1].append(entry)
            left += width + _BETWEEN
        return lines


class TrendsView(WorldView):
    """Shows the trends of what the panes show; a chart opens the ranking of its node."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts empty."""
        super().__init__(parent)
        self._part: Trends | None = None
        self.legend = TrendsLegend(self)
        self.chart = TrendsChart(self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBar(FlatScrollBar(self._scroll))
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.chart)
        self._scroll.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self._scroll, 1)
        self.chart.node_activated.connect(self._open_ranking)
        self.chart.current_moved.connect(self._bring_into_sight)

    def set_part(self, part: WorldPart) -> None:
        """Shows a part."""
        assert isinstance(part, Trends)
        if part != self._part:
            self._part = part
            self.legend.set_part(part)
            self.chart.set_part(part)

    def main_widget(self) -> QWidget:
        """The charts."""
        return self.chart

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The charts alone."""
        return (self.chart,)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The charts fit what can be seen of them."""
        if event.type() == QEvent.Type.Resize:
            self.chart.set_room(self._scroll.viewport().size())
        return super().eventFilter(watched, event)

    def _open_ranking(self, code: str) -> None:
        self.view_wanted.emit(View.RANKINGS, {"indicator": code})

    def _bring_into_sight(self, area: QRectF) -> None:
        middle = area.center().toPoint()
        half = round(area.height() / 2) + 12
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, half)
