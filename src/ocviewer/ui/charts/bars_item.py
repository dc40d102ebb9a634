"""The picture of a bar chart: what ``picture`` computed, and the item that only paints it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QStaticText
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths
from ocviewer.presenter.page import Bar, ChangeView
from ocviewer.ui.charts.bars_layout import Columns, Rows
from ocviewer.ui.charts.canvas import ChartItem
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.theme import LIGHT, Theme

DASH = "–"
"""Stands for a change that cannot be told in the room there is; the tooltip tells it."""


class Ink(IntEnum):
    """The colours of text."""

    TEXT = 0
    MUTED = 1
    BETTER = 2
    WORSE = 3


@dataclass(slots=True)
class BarsPicture:
    """Everything to paint, in logical pixels, gathered by colour."""

    tracks: list[QRectF] = field(default_factory=list)
    bars: list[QRectF] = field(default_factory=list)
    ticks: list[QLineF] = field(default_factory=list)
    means: list[QPolygonF] = field(default_factory=list)
    texts: dict[Ink, list[tuple[QPointF, QStaticText]]] = field(
        default_factory=lambda: {ink: [] for ink in Ink}
    )


_INKS = {Direction.BETTER: Ink.BETTER, Direction.WORSE: Ink.WORSE, Direction.UNCHANGED: Ink.MUTED}


class _Drafter:
    """Draws up the picture row by row; runs for 32 rows at every switch of country."""

    def __init__(
        self, rows: Rows, columns: Columns, lettering: Lettering, snap: Callable[[float], float]
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._letters = lettering
        self._snap = snap
        self._thickness = snap(rows.bar_thickness)
        self._left = snap(columns.bar_left)
        self._full = snap(columns.bar_left + columns.bar_width) - self._left
        self._mean = _diamond(rows.bar_thickness)
        self.picture = BarsPicture()

    def add(self, row: int, bar: Bar) -> None:
        columns = self._columns
        middle = self._rows.middle(row)
        top = self._snap(self._letters.top(middle))
        self._say(Ink.TEXT, columns.name_left, top, self._name(bar))
        if bar.score is None:
            word = self._letters.elided(bar.change.word, columns.right - columns.bar_left)
            self._say(Ink.MUTED, columns.bar_left, top, word)
            return
        self._add_bar(bar, bar.score, middle)
        score_left = columns.score_right - self._letters.width(bar.score_text)
        self._say(Ink.TEXT, score_left, top, bar.score_text)
        self._add_change(bar.change, top)

    def _say(self, ink: Ink, x: float, y: float, text: str) -> None:
        self.picture.texts[ink].append((QPointF(x, y), self._letters.text(text)))

    def _name(self, bar: Bar) -> str:
        width = self._columns.name_width
        if self._letters.width(bar.name) <= width:
            return bar.name
        return self._letters.elided(bar.short_name, width)

    def _add_bar(self, bar: Bar, score: Hundredths, middle: float) -> None:
        drawn, snap, thickness, left = self.picture, self._snap, self._thickness, self._left
        bar_x = self._columns.bar_x
        top = snap(middle - thickness / 2)
        drawn.tracks.append(QRectF(left, top, self._full, thickness))
        drawn.bars.append(QRectF(left, top, snap(bar_x(score)) - left, thickness))
        if bar.region_mean is not None:
            drawn.means.append(self._mean.translated(bar_x(bar.region_mean), middle))
        if bar.previous is not None:
            x = snap(bar_x(bar.previous))
            drawn.ticks.append(QLineF(x, top - 2, x, top + thickness + 2))

    def _add_change(self, change: ChangeView, top: float) -> None:
        columns, letters = self._columns, self._letters
        if change.direction is None:
            room = columns.right - columns.arrow_left
            text = change.word if letters.width(change.word) <= room else DASH
            self._say(Ink.MUTED, columns.arrow_left, top, text)
            return
        ink = _INKS[change.direction]
        centred = (columns.arrow_width - letters.width(change.arrow)) / 2
        self._say(ink, columns.arrow_left + centred, top, change.arrow)
        word_left = columns.word_left
        if change.difference:
            self._say(ink, columns.amount_left, top, change.amount)
        else:  # "= 0.00" would say nothing more than "="
            word_left = columns.amount_left
        if columns.word_width:
            word = letters.elided(change.word, columns.right - word_left)
            self._say(ink, word_left, top, word)


def _diamond(thickness: float) -> QPolygonF:
    reach = max(2.5, thickness * 0.36)
    return QPolygonF([QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)])


def picture(
    bars: Sequence[Bar],
    rows: Rows,
    columns: Columns,
    lettering: Lettering,
    snap: Callable[[float], float],
) -> BarsPicture:
    """What to paint for these bars; ``snap`` finds the edges of device pixels."""
    drafter = _Drafter(rows, columns, lettering, snap)
    for row, bar in enumerate(bars):
        drafter.add(row, bar)
    return drafter.picture


def _upright(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class BarsItem(ChartItem):
    """Paints a picture of bars and, below and above it, the marks of selection and focus."""

    def __init__(self) -> None:
        """Starts empty."""
        super().__init__()
        self._picture = BarsPicture()
        self._selected: list[QRectF] = []
        self._stripes: list[QRectF] = []
        self._hovered: QRectF | None = None
        self._ring: QRectF | None = None
        self.dress(LIGHT, Polarity.CRIMINALITY, QFont())

    def dress(self, theme: Theme, polarity: Polarity, font: QFont) -> None:
        """Takes over colours and font."""
        self._font = font
        self._track = QBrush(QColor(theme.track))
        self._fill = QBrush(QColor(theme.family(polarity)))
        self._soft = QBrush(QColor(theme.family_soft(polarity)))
        self._ground = QBrush(QColor(theme.surface))
        self._halo = _upright(theme.surface, 4)
        self._tick = _upright(theme.mark, 2)
        self._mean = QPen(QColor(theme.muted), 1)
        hover = QColor(theme.line)
        hover.setAlphaF(0.45)
        self._hover = QBrush(hover)
        self._focus = QPen(QColor(theme.accent), 2)
        self._inks = {
            Ink.TEXT: QPen(QColor(theme.text)),
            Ink.MUTED: QPen(QColor(theme.muted)),
            Ink.BETTER: QPen(QColor(theme.better)),
            Ink.WORSE: QPen(QColor(theme.worse)),
        }

    def show_picture(self, drawn: BarsPicture) -> None:
        """Takes what to paint."""
        self._picture = drawn

    def mark(
        self, selected: Sequence[QRectF], hovered: QRectF | None, focused: QRectF | None
    ) -> None:
        """Marks whole rows: those of the open section, under the pointer, with the focus."""
        self._selected = list(selected)
        self._stripes = [QRectF(row.left(), row.top(), 3, row.height()) for row in selected]
        self._hovered = hovered
        self._ring = focused

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draws what was computed."""
        drawn = self._picture
        painter.setPen(Qt.PenStyle.NoPen)
        self._fill_all(painter, self._soft, self._selected)
        self._fill_all(painter, self._fill, self._stripes)
        if self._hovered is not None:
            self._fill_all(painter, self._hover, [self._hovered])
        self._fill_all(painter, self._track, drawn.tracks)
        self._fill_all(painter, self._fill, drawn.bars)
        for pen in (self._halo, self._tick):
            painter.setPen(pen)
            painter.drawLines(drawn.ticks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._mean)
        painter.setBrush(self._ground)
        for mean in drawn.means:
            painter.drawPolygon(mean)
        if self._ring is not None:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._ring, 2, 2)
        painter.setFont(self._font)
        for ink, texts in drawn.texts.items():
            painter.setPen(self._inks[ink])
            for position, text in texts:
                painter.drawStaticText(position, text)

    @staticmethod
    def _fill_all(painter: QPainter, brush: QBrush, rects: list[QRectF]) -> None:
        if rects:
            painter.setBrush(brush)
            painter.drawRects(rects)
