"""The item of a scatter, which only paints: the picture, and above it what is pointed at."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ocviewer.ui.charts import continents
from ocviewer.ui.charts.canvas import ChartItem
from ocviewer.ui.charts.scatter_picture import Face, Mark, ScatterPicture, Stack, Text
from ocviewer.ui.theme import LIGHT, Theme

_STACK_WIDTH = 3.0
_SEEN_THROUGH = 0.85
"""How opaque marks are whose areas tell a population, so that none hides another."""


@dataclass(slots=True)
class Pointed:
    """What is pointed at: a ring around the mark, and a card beside it."""

    ring: QRectF
    card: QRectF
    texts: list[Text]
    focused: bool


class ScatterItem(ChartItem):
    """Paints a scatter from a picture that is kept as pixels, so that pointing costs little."""

    def __init__(self) -> None:
        """Starts empty."""
        super().__init__()
        self.picture = ScatterPicture()
        self._pixels: QPixmap | None = None
        self.pointed: Pointed | None = None
        """What is pointed at."""
        self._sized = False
        self.dress(LIGHT, {face: QFont() for face in Face})

    def dress(self, theme: Theme, fonts: Mapping[Face, QFont]) -> None:
        """Takes over colours and fonts."""
        self._fonts = fonts
        self._theme = theme
        self._fills = [QBrush(QColor(c)) for c in continents.colours(dark=theme.dark)]
        self._arcs = [_arc_pen(c, _STACK_WIDTH) for c in continents.colours(dark=theme.dark)]
        self._ground = QBrush(QColor(theme.surface))
        self._halo = QPen(QColor(theme.surface), 1.2)
        self._grid = QPen(QColor(theme.track), 1)
        self._middle = QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine)
        self._frame = QPen(QColor(theme.line), 1)
        self._key = QPen(QColor(theme.muted), 1.2)
        self._pointer = QPen(QColor(theme.text), 2)
        self._focus = QPen(QColor(theme.accent), 2.5)
        self._card = QBrush(QColor(theme.raised))
        self._card_line = QPen(QColor(theme.muted), 1)
        self._text_pens: dict[str, QPen] = {}
        self._pixels = None

    def show_picture(self, drawn: ScatterPicture, *, sized: bool) -> None:
        """Takes what to paint; ``sized`` marks may lie on each other and are seen through."""
        self.picture = drawn
        self._sized = sized
        self._pixels = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draws what was computed."""
        ratio = painter.device().devicePixelRatioF()
        if self._pixels is None or self._pixels.devicePixelRatioF() != ratio:
            self._pixels = self._drawn(ratio)
        painter.drawPixmap(QPointF(0, 0), self._pixels)
        if self.pointed is not None:
            self._paint_pointed(painter, self.pointed)

    def _drawn(self, ratio: float) -> QPixmap:
        """The picture as pixels."""
        size = self.boundingRect().size() * ratio
        pixels = QPixmap(QSize(round(size.width()), round(size.height())))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(QColor(self._theme.surface))
        painter = QPainter(pixels)
        self._paint_field(painter, self.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trails(painter, self.picture)
        painter.setOpacity(_SEEN_THROUGH if self._sized else 1)
        self._paint_marks(painter, self.picture.marks)
        painter.setOpacity(1)
        self._paint_rings(painter, self.picture)
        self._paint_marks(painter, self.picture.keys)
        self._paint_texts(painter, self.picture.texts)
        self._paint_words(painter, self.picture)
        painter.end()
        return pixels

    def _paint_field(self, painter: QPainter, drawn: ScatterPicture) -> None:
        painter.setPen(self._grid)
        painter.drawLines(drawn.grid)
        painter.setPen(self._middle)
        painter.drawLines(drawn.middles)
        painter.setPen(self._frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(drawn.frame)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRects(drawn.grounds)

    def _paint_trails(self, painter: QPainter, drawn: ScatterPicture) -> None:
        painter.setPen(self._key)
        painter.drawLines(drawn.leaders)
        for trail in drawn.trails:
            painter.setPen(QPen(QColor(trail.colour), 1.4, Qt.PenStyle.DotLine))
            painter.drawLine(trail.line)
            painter.setPen(QPen(QColor(trail.colour), 1.4))
            painter.setBrush(self._ground)
            painter.drawEllipse(trail.start)

    def _paint_marks(self, painter: QPainter, marks: list[Mark | Stack]) -> None:
        for mark in marks:
            if isinstance(mark, Mark):
                painter.setPen(self._halo)
                painter.setBrush(self._fills[mark.continent])
                painter.translate(mark.centre)
                painter.drawPath(mark.path)
                painter.translate(-mark.centre)
                continue
            painter.setPen(self._halo)
            painter.setBrush(self._ground)
            painter.drawEllipse(mark.ring)
            inner = _STACK_WIDTH / 2 + 0.5
            for continent, start, length in mark.arcs:
                painter.setPen(self._arcs[continent])
                painter.drawArc(mark.ring.adjusted(inner, inner, -inner, -inner), start, length)

    def _paint_rings(self, painter: QPainter, drawn: ScatterPicture) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in drawn.rings:
            painter.setPen(QPen(QColor(ring.colour), 2.5))
            painter.drawEllipse(ring.area)
        painter.setPen(self._key)
        painter.drawLines(drawn.key_lines)
        for key in drawn.key_rings:
            painter.drawEllipse(key)

    def _paint_words(self, painter: QPainter, drawn: ScatterPicture) -> None:
        """The title of the axis that goes up, and why there is nothing to see."""
        if drawn.message:
            painter.setFont(self._fonts[Face.USUAL])
            painter.setPen(self._text_pen(self._theme.text))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            room = drawn.frame.adjusted(24, 24, -24, -24)
            painter.fillRect(painter.boundingRect(room, flags, drawn.message), self._ground)
            painter.drawText(room, flags, drawn.message)
        if drawn.up_title is not None:
            painter.translate(drawn.up_title.place)
            painter.rotate(-90)
            self._paint_texts(painter, [drawn.up_title._replace(place=QPointF(0, 0))])

    def _paint_texts(self, painter: QPainter, texts: list[Text]) -> None:
        for face, group in groupby(texts, key=lambda text: text.face):
            painter.setFont(self._fonts[face])
            for place, text, colour, _ in group:
                painter.setPen(self._text_pen(colour))
                painter.drawStaticText(place, text)

    def _paint_pointed(self, painter: QPainter, pointed: Pointed) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._focus if pointed.focused else self._pointer)
        painter.drawEllipse(pointed.ring)
        painter.setPen(self._card_line)
        painter.setBrush(self._card)
        painter.drawRoundedRect(pointed.card, 4, 4)
        self._paint_texts(painter, pointed.texts)

    def _text_pen(self, colour: str) -> QPen:
        if colour not in self._text_pens:
            self._text_pens[colour] = QPen(QColor(colour))
        return self._text_pens[colour]


def _arc_pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
