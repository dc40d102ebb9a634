"""The line to type a query in: it marks a mistake where it is and takes the first completion."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from ocviewer.ui.search.units import units
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.filter_edit import FilterEdit

_TEXT_MARGIN = 2
"""Pixels that Qt keeps free at both sides of a line's text."""
_WAVE = 3


class SearchEdit(FilterEdit):
    """Arrows move in the results while the cursor stays here.

    Ctrl+Space, or Right at the end of the text, asks for the first completion.
    """

    completion_taken = Signal()

    def __init__(self, target: QWidget, parent: QWidget | None = None) -> None:
        """``target`` gets the keys that move up and down."""
        super().__init__(target, parent)
        self._mistake: tuple[int, int] | None = None

    def set_mistake(self, mistake: tuple[int, int] | None) -> None:
        """Underlines characters of the text, as Python counts them, or none."""
        if mistake != self._mistake:
            self._mistake = mistake
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes a completion; the rest is a filter's."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        right = event.key() == Qt.Key.Key_Right and at_end and not event.modifiers()
        if right or (control and event.key() == Qt.Key.Key_Space):
            self.completion_taken.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A wave below a mistake, as spell checkers draw it."""
        super().paintEvent(event)
        if self._mistake is None:
            return
        # what is seen of a line may have scrolled; the cursor tells by how much
        metrics, text = self.fontMetrics(), self.text()
        cursor = metrics.horizontalAdvance(text[: self.cursorPosition()])
        origin = self.cursorRect().center().x() - cursor
        first, last = (
            origin + metrics.horizontalAdvance(text[: units(text, place)])
            for place in self._mistake
        )
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(element, option, self)
        room.adjust(_TEXT_MARGIN, 0, -_TEXT_MARGIN, 0)
        base = room.center().y() + metrics.height() / 2 - 1
        painter = QPainter(self)
        painter.setClipRect(room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self.palette()).worse), 1.4))
        place = float(first)
        points: list[QPointF] = []
        while place <= max(last, first + 2 * _WAVE):
            points.append(QPointF(place, base + (len(points) % 2) * 2))
            place += _WAVE
        painter.drawPolyline(points)
        painter.end()
