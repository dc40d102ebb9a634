"""Text prepared for painting: measured, elided and laid out once, then only drawn."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

MOST_KEPT = 1024
"""How many laid-out texts are kept; a switch of country needs some 70 of them."""


class Lettering:
    """One font with its measures and the texts that were laid out in it."""

    def __init__(self, font: QFont) -> None:
        """Takes the font; its digits are made equally wide where it has such."""
        self.font = QFont(font)
        self.font.setFeature(QFont.Tag("tnum"), 1)
        self.metrics = QFontMetricsF(self.font)
        self.height = self.metrics.height()
        self.ascent = self.metrics.ascent()
        self._rise = self.metrics.capHeight() / 2 - self.ascent
        self._widths: dict[str, float] = {}
        self._texts: dict[str, QStaticText] = {}
        self._elided: dict[tuple[str, float, Qt.TextElideMode], str] = {}

    def width(self, text: str) -> float:
        """The width of a text in logical pixels."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def text(self, text: str) -> QStaticText:
        """The text ready to draw; markup in it stays text."""
        ready = self._texts.get(text)
        if ready is None:
            if len(self._texts) >= MOST_KEPT:
                self._texts.clear()
            ready = QStaticText(text)
            ready.setTextFormat(Qt.TextFormat.PlainText)
            ready.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            ready.prepare(QTransform(), self.font)
            self._texts[text] = ready
        return ready

    def elided(
        self, text: str, width: float, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> str:
        """The text, cut with an ellipsis where it is wider than ``width`` logical pixels."""
        if self.width(text) <= width:
            return text
        key = (text, width, mode)
        short = self._elided.get(key)
        if short is None:
            if len(self._elided) >= MOST_KEPT:
                self._elided.clear()
            short = self.metrics.elidedText(text, mode, width)
            self._elided[key] = short
        return short

    def top(self, middle: float) -> float:
        """Where a line's top has to be for its capitals and digits to stand around ``middle``."""
        return middle + self._rise


def fitting_font(font: QFont, height: float, smallest: int = 9) -> QFont:
    """The font, smaller where its line is higher than ``height`` logical pixels.

    ``smallest`` is the pixel size below which it does not go.
    """
    fitted = QFont(font)
    size = QFontMetricsF(font).height()
    pixels = font.pixelSize() if font.pixelSize() > 0 else round(font.pointSizeF() * 96 / 72)
    while size > height and pixels > smallest:
        pixels -= 1
        fitted.setPixelSize(pixels)
        size = QFontMetricsF(fitted).height()
    return fitted
