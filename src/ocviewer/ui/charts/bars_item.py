"""The picture of a bar chart: what the drafter computed, and the item that only paints it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QStaticText
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths
from ocviewer.presenter.page import Bar, ChangeView
from ocviewer.ui.charts.bars_layout import Columns, Rows
from ocviewer.ui.charts.canvas import ChartItem
from ocviewer.ui.charts.lettering import MOST_KEPT, Lettering
from ocviewer.ui.theme import LIGHT, Theme

DASH = "–"
"""Stands for a change that cannot be told in the room there is; the tooltip tells it."""

TICK = 2.0
"""How wide the tick of the edition before is, and how far it stands out above the bar."""


class Ink(IntEnum):
    """The colours of text."""

    TEXT = 0
    MUTED = 1
    BETTER = 2
    WORSE = 3


PlacedText: TypeAlias = tuple[QPointF, QStaticText]
"""The top left of a text, and the text."""


@dataclass(slots=True)
class BarsPicture:
    """Everything to paint, in logical pixels, gathered by colour.

    ``halos`` are the ticks that stand within a bar, to be set off from it.
    """

    tracks: list[QRectF] = field(default_factory=list)
    bars: list[QRectF] = field(default_factory=list)
    ticks: list[QLineF] = field(default_factory=list)
    halos: list[QLineF] = field(default_factory=list)
    means: list[QPolygonF] = field(default_factory=list)
    texts: dict[Ink, list[PlacedText]] = field(default_factory=lambda: {ink: [] for ink in Ink})


_INKS = {Direction.BETTER: Ink.BETTER, Direction.WORSE: Ink.WORSE, Direction.UNCHANGED: Ink.MUTED}


class Drafter:
    """Draws up the pictures of one layout, row by row.

    It runs for 32 rows at every switch of country, so each piece is kept: scores come in steps
    of half a point, and the next country has most of them again in the same places.
    """

    def __init__(
        self,
        rows: Rows,
        columns: Columns,
        lettering: Lettering,
        names: Mapping[str, str],
        snap: Callable[[float], float],
    ) -> None:
        """``names`` are written for the full names; ``snap`` finds the edges of device pixels."""
        self._rows = rows
        self._columns = columns
        self._letters = lettering
        self._names = names
        self._snap = snap
        self._thickness = snap(rows.bar_thickness)
        self._left = snap(columns.bar_left)
        self._full = snap(columns.bar_left + columns.bar_width) - self._left
        self._diamond = _diamond(rows.bar_thickness)
        kept = lru_cache(MOST_KEPT)
        self._name = kept(self._make_name)
        self._missing = kept(self._make_missing)
        self._bar = kept(self._make_bar)
        self._score = kept(self._make_score)
        self._tick = kept(self._make_tick)
        self._mean = kept(self._make_mean)
        self._change = kept(self._make_change)
        self._tracks = [self._span(row, self._full) for row in range(rows.count)]

    def picture(self, bars: Sequence[Bar]) -> BarsPicture:
        """What to paint for these bars, one in each row."""
        drawn = BarsPicture()
        texts = drawn.texts[Ink.TEXT]
        for row, bar in enumerate(bars):
            texts.append(self._name(row, bar.name))
            if bar.score is None:
                drawn.texts[Ink.MUTED].append(self._missing(row, bar.change.word))
                continue
            drawn.tracks.append(self._tracks[row])
            drawn.bars.append(self._bar(row, bar.score))
            if bar.region_mean is not None:
                drawn.means.append(self._mean(row, bar.region_mean))
            if bar.previous is not None:
                tick = self._tick(row, bar.previous)
                drawn.ticks.append(tick)
                if bar.previous < bar.score:
                    drawn.halos.append(tick)
            texts.append(self._score(row, bar.score_text))
            ink = Ink.MUTED if bar.change.direction is None else _INKS[bar.change.direction]
            drawn.texts[ink].extend(self._change(row, bar.change))
        return drawn

    def _middle_top(self, row: int) -> float:
        """Where a line of text in a row has its top."""
        return self._snap(self._letters.top(self._rows.middle(row)))

    def _span(self, row: int, length: float) -> QRectF:
        """A row's bar from the scale's start."""
        top = self._snap(self._rows.middle(row) - self._thickness / 2)
        return QRectF(self._left, top, length, self._thickness)

    def _say(self, x: float, row: int, text: str) -> PlacedText:
        return QPointF(x, self._middle_top(row)), self._letters.text(text)

    def _make_name(self, row: int, name: str) -> PlacedText:
        return self._say(self._columns.name_left, row, self._names[name])

    def _make_missing(self, row: int, word: str) -> PlacedText:
        left = self._columns.bar_left
        return self._say(left, row, self._letters.elided(word, self._columns.right - left))

    def _make_bar(self, row: int, score: Hundredths) -> QRectF:
        return self._span(row, self._snap(self._columns.bar_x(score)) - self._left)

    def _make_score(self, row: int, text: str) -> PlacedText:
        return self._say(self._columns.score_right - self._letters.width(text), row, text)

    def _make_tick(self, row: int, previous: Hundredths) -> QLineF:
        """A tick ends at its score, as the bars do: that of an unchanged score closes its bar."""
        end, bar = self._snap(self._columns.bar_x(previous)), self._tracks[row]
        x = max(end, self._left + TICK) - TICK / 2
        return QLineF(x, bar.top() - TICK, x, bar.bottom())

    def _make_mean(self, row: int, mean: Hundredths) -> QPolygonF:
        """A diamond at the foot of the bar, where it hides neither the tick nor the bar's end."""
        return self._diamond.translated(self._columns.bar_x(mean), self._tracks[row].bottom() + 1)

    def _make_change(self, row: int, change: ChangeView) -> tuple[PlacedText, ...]:
        columns, letters = self._columns, self._letters
        if change.direction is None:
            room = columns.right - columns.arrow_left
            text = change.word if letters.width(change.word) <= room else DASH
            return (self._say(columns.arrow_left, row, text),)
        centred = (columns.arrow_width - letters.width(change.arrow)) / 2
        said = [self._say(columns.arrow_left + centred, row, change.arrow)]
        word_left = columns.word_left
        if change.difference:
            said.append(self._say(columns.amount_left, row, change.amount))
        else:  # "= 0.00" would say nothing more than "="
            word_left = columns.amount_left
        if columns.word_width:
            word = letters.elided(change.word, columns.right - word_left)
            said.append(self._say(word_left, row, word))
        return tuple(said)


def _diamond(thickness: float) -> QPolygonF:
    reach = max(2.5, thickness * 0.32)
    return QPolygonF([QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)])


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
        self._halo = _upright(theme.surface, 2 * TICK)
        self._tick = _upright(theme.mark, TICK)
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
        for pen, lines in ((self._halo, drawn.halos), (self._tick, drawn.ticks)):
            painter.setPen(pen)
            painter.drawLines(lines)
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
