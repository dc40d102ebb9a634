"""How the reader's text is set: its lettering, the length of its lines, and their height."""

from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

LARGER = 1
"""How many points the text is larger than the window's own lettering."""

MEASURE = 70
"""The usual number of characters in a line, by the mean width of English text."""

MEASURES = range(50, 101)
"""The numbers of characters that a line may have at most; beyond, the eye loses its line."""

LEADING = 145
"""The usual height of a line, in percent of the font's own."""

LEADINGS = range(115, 201)
"""The heights that a line may have, in percent."""

SERIF_FAMILIES = (
    "Source Serif 4",
    "Noto Serif",
    "Charter",
    "Georgia",
    "Cambria",
    "DejaVu Serif",
    "Liberation Serif",
    "Times New Roman",
)
"""The fonts with serifs to read in, the best first; each system has one of them."""

_SAMPLE = "The quick brown fox of the northern border trades with a jackdaw, as is well known. "


class TextStyle(NamedTuple):
    """How the text is set: characters in a line, its height in percent, and the kind of font."""

    measure: int = MEASURE
    leading: int = LEADING
    serif: bool = False


def reading_font(font: QFont, zoom: int, *, serif: bool = False) -> QFont:
    """The window's font in the size of the text, ``zoom`` points larger; or one with serifs."""
    reading = QFont(font)
    points = font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    reading.setPointSizeF(points + LARGER + zoom)
    if serif:
        reading.setFamilies(list(SERIF_FAMILIES))
        reading.setStyleHint(QFont.StyleHint.Serif)
    return reading


def measure_of(font: QFont, characters: int = MEASURE) -> int:
    """The width in pixels of the longest line: 60 to 75 characters are good to read."""
    return ceil(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters)
