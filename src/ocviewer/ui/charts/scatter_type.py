"""Setting the texts of a scatter in its fonts and colours."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF

from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.scatter_picture import Face, Text
from ocviewer.ui.theme import Theme


class Typesetter:
    """Places texts; ``letters`` is the usual font, ``snap`` finds the edges of device pixels."""

    def __init__(
        self, fonts: Mapping[Face, Lettering], theme: Theme, snap: Callable[[float], float]
    ) -> None:
        """Takes a font for each face."""
        self.fonts = fonts
        self.letters = fonts[Face.USUAL]
        self.theme = theme
        self.snap = snap

    def say(self, x: float, middle: float, text: str, colour: str, face: Face = Face.USUAL) -> Text:
        """A text that begins at ``x``, with its capitals around ``middle``."""
        letters = self.fonts[face]
        return Text(QPointF(x, self.snap(letters.top(middle))), letters.text(text), colour, face)

    def count(self, text: str, centre: QPointF) -> Text:
        """The count within a mark."""
        left = centre.x() - self.fonts[Face.SMALL].width(text) / 2
        return self.say(left, centre.y(), text, self.theme.text, Face.SMALL)

    def fitting(self, texts: tuple[str, ...], room: float) -> str:
        """The first of several wordings that fits; the last one, cut, where none does."""
        for text in texts:
            if self.letters.width(text) <= room:
                return text
        return self.letters.elided(texts[-1], room)
