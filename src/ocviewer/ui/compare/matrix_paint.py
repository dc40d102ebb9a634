"""Paints the matrix from its picture, in the colours of a palette."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen

from ocviewer.domain.indicator import Polarity
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.compare.matrix_layout import Columns
from ocviewer.ui.compare.matrix_picture import Ink, MatrixPicture
from ocviewer.ui.theme import Theme, theme_of

RULE = 2
"""How wide the rule at the left of a pane is."""


class MatrixPaint:
    """Pens and brushes, made once for a palette."""

    def __init__(self, palette: QPalette) -> None:
        """Takes up the colours of a palette."""
        self._letters: tuple[Lettering, Lettering] | None = None
        self._theme: Theme | None = None
        self._take(theme_of(palette))

    def dress(self, palette: QPalette, letters: tuple[Lettering, Lettering]) -> None:
        """Takes up colours and type: that of indicators, and that of averages."""
        self._letters = letters
        theme = theme_of(palette)
        if theme is not self._theme:
            self._take(theme)

    def _take(self, theme: Theme) -> None:
        self._theme = theme
        self._ground = QBrush(QColor(theme.surface))
        hover = QColor(theme.line)
        hover.setAlphaF(0.45)
        self._hover = QBrush(hover)
        self._track = QBrush(QColor(theme.track))
        self._fills = {each: QBrush(QColor(theme.family(each))) for each in Polarity}
        self._panes = [QBrush(QColor(colour)) for colour in theme.panes]
        self._halo = self._upright(theme.surface, 4)
        self._tick = self._upright(theme.mark, 2)
        self._focus = QPen(QColor(theme.accent), 2)
        self._inks = {
            Ink.TEXT: QPen(QColor(theme.text)),
            Ink.MUTED: QPen(QColor(theme.muted)),
            Ink.BETTER: QPen(QColor(theme.better)),
            Ink.WORSE: QPen(QColor(theme.worse)),
        }

    @staticmethod
    def _upright(colour: str, width: float) -> QPen:
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def ground(self, painter: QPainter, area: QRectF, hovered: QRectF | None) -> None:
        """The ground, and the light of the row under the pointer."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRect(area)
        if hovered is not None:
            painter.setBrush(self._hover)
            painter.drawRect(hovered)

    def rules(
        self, painter: QPainter, columns: Columns, colours: tuple[int, ...], height: float
    ) -> None:
        """A rule in its colour at the left of each pane."""
        painter.setPen(Qt.PenStyle.NoPen)
        for pane, colour in zip(columns.panes, colours, strict=True):
            painter.setBrush(self._panes[colour])
            painter.drawRect(QRectF(round(pane.left), 0, RULE, height))

    def picture(self, painter: QPainter, drawn: MatrixPicture, ring: QRectF | None) -> None:
        """Bars, ticks and texts, and the ring of the row that has the focus."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._track)
        painter.drawRects(drawn.tracks)
        for polarity, bars in drawn.bars.items():
            painter.setBrush(self._fills[polarity])
            painter.drawRects(bars)
        ticks: list[QLineF] = drawn.ticks
        for pen in (self._halo, self._tick):
            painter.setPen(pen)
            painter.drawLines(ticks)
        if ring is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, 2, 2)
        if self._letters is None:
            return
        for (ink, strong), texts in drawn.texts.items():
            painter.setFont(self._letters[strong].font)
            painter.setPen(self._inks[ink])
            for place, text in texts:
                painter.drawStaticText(place, text)
