"""The lettering of the reader's text and the length of its lines."""

from math import ceil

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

LARGER = 1
"""How many points the text is larger than the window's own lettering."""

MEASURE = 70
"""The most characters in a line, by the mean width of English text."""

_SAMPLE = "The quick brown fox of the northern border trades with a jackdaw, as is well known. "


def reading_font(font: QFont, zoom: int) -> QFont:
    """The window's font in the size of the text, ``zoom`` points larger."""
    reading = QFont(font)
    points = font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    reading.setPointSizeF(points + LARGER + zoom)
    return reading


def measure_of(font: QFont) -> int:
    """The width in pixels of the longest line that is good to read (60 to 75 characters)."""
    return ceil(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE)
