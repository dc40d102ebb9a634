"""A line of plain text that gives way: what does not fit ends in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.ui.tooltips import tooltip


class ElidedLabel(QWidget):
    """As wide as its place, whatever it says: another text lays nothing out anew.

    A ``QLabel`` would ask its window for a new layout at each switch of country.
    """

    def __init__(self, parent: QWidget | None = None, *, at_end: bool = False) -> None:
        """Empty until a text is set; ``at_end`` puts it at the end of its place."""
        super().__init__(parent)
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        self._alignment = side | Qt.AlignmentFlag.AlignVCenter
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Shows a text, with the whole of it in the tooltip."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(tooltip(text))
        self.update()

    def sizeHint(self) -> QSize:
        """One line high."""
        margins = self.contentsMargins()
        return QSize(0, self.fontMetrics().height() + margins.top() + margins.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the text, elided at the right."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self._alignment, text)
        painter.end()
