"""A font of the country selector, with the texts that it has measured and shaped."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText


class Face:
    """A font with its metrics, and the texts that it has measured and shaped.

    Names and scores are painted again and again; a shaped text costs a third of a new one.
    """

    def __init__(self, font: QFont) -> None:
        """Takes the font."""
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.height = self.metrics.height()
        self._widths: dict[str, float] = {}
        self._shaped: dict[str, QStaticText] = {}

    def width(self, text: str) -> float:
        """The width of a text, on one line."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def draw(self, painter: QPainter, room: QRectF, text: str) -> None:
        """Draws a text from the left, elided where it is too wide; never as markup."""
        if self.width(text) > room.width():
            text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        shaped = self._shaped.get(text)
        if shaped is None:
            line = "".join(character if character.isprintable() else " " for character in text)
            shaped = QStaticText(line)
            shaped.setTextFormat(Qt.TextFormat.PlainText)
            self._shaped[text] = shaped
        painter.setFont(self.font)
        top = room.top() + (room.height() - self.height) / 2
        painter.drawStaticText(QPointF(room.left(), round(top)), shaped)

    def draw_right(self, painter: QPainter, room: QRectF, text: str) -> None:
        """Draws a text up to the right."""
        self.draw(painter, room.adjusted(room.width() - self.width(text), 0, 0, 0), text)
