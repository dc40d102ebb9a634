"""The heads of all panes, above their columns; dragging one puts its pane elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import Pane
from ocviewer.ui.compare.pane_head import PaneHead
from ocviewer.ui.theme import theme_of

_MARK = 4
_LEGEND_FROM = 200
"""The room at the left in which the legend can be read."""


class Heads(QWidget):
    """A head for each pane; what is left of the first is for the legend."""

    pressed = Signal(int)
    close_requested = Signal(int)
    edition_picked = Signal(int, int)
    """The pane and the year."""
    moved = Signal(int, int)
    """The pane that was dragged, and the place that it was dropped at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No heads yet."""
        super().__init__(parent)
        self.heads: list[PaneHead] = []
        self._edges: tuple[float, ...] = ()
        self._legend = ""
        self._target = -1
        # keeps the heads' place in the order of Tab; they come later than the tabs below them
        self._place = QWidget(self)
        self._place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or Qt passes it over
        self._place.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_panes(self, panes: Sequence[Pane], editions: tuple[int, ...], legend: str) -> None:
        """Shows these panes."""
        while len(self.heads) < len(panes):
            self._add()
        while len(self.heads) > len(panes):
            head = self.heads.pop()
            head.setParent(None)
            head.deleteLater()
        for head, pane in zip(self.heads, panes, strict=True):
            head.set_pane(pane, editions)
        if legend != self._legend:
            self._legend = legend
            self.update()

    def _add(self) -> None:
        head = PaneHead(self)

        def place() -> int:
            return self.heads.index(head)

        head.pressed.connect(lambda: self.pressed.emit(place()))
        head.close_requested.connect(lambda: self.close_requested.emit(place()))
        head.edition_picked.connect(lambda year: self.edition_picked.emit(place(), year))
        head.dragged.connect(self._drag)
        head.dropped.connect(lambda point: self._drop(place(), point))
        head.show()
        self.heads.append(head)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab: edition and closing, head by head."""
        buttons = (stop for head in self.heads for stop in (head.edition_button, head.close_button))
        return (self._place, *buttons)

    def set_active(self, active: int) -> None:
        """Marks a pane's head."""
        for place, head in enumerate(self.heads):
            head.set_active(place == active)

    def set_edges(self, edges: tuple[float, ...]) -> None:
        """Where each pane begins, and where the last one ends."""
        self._edges = edges
        for place, head in enumerate(self.heads[: max(0, len(edges) - 1)]):
            left, right = round(edges[place]), round(edges[place + 1])
            head.setGeometry(left, 0, right - left - _MARK, self.height())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a head."""
        return QSize(600, self.heads[0].sizeHint().height() if self.heads else 44)

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the heads as high as the bar."""
        super().resizeEvent(event)
        self.set_edges(self._edges)

    def _at(self, point: QPoint) -> int:
        """The pane above whose column a point is; the nearest beyond the ends."""
        for place, head in enumerate(self.heads):
            if point.x() < head.geometry().right():
                return place
        return len(self.heads) - 1

    def _drag(self, point: QPoint) -> None:
        if self._at(point) != self._target:
            self._target = self._at(point)
            self.update()

    def _drop(self, dragged: int, point: QPoint) -> None:
        self._target = -1
        self.update()
        if self._at(point) != dragged:
            self.moved.emit(dragged, self._at(point))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The legend at the left, and where a dragged head would be dropped."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        if self._edges and self._edges[0] >= _LEGEND_FROM:
            room = QRect(8, 0, round(self._edges[0]) - 16, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.setPen(QColor(theme.muted))
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 0.85)
            painter.setFont(font)
            painter.drawText(room, flags, self._legend)
        if self._target >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            place = self.heads[self._target].geometry()
            painter.drawRect(place.right() + 1, 0, _MARK, self.height())
        painter.end()
