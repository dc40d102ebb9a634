"""A score card: one of the four averages with its change and its three ranks."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import Card, RankView
from ocviewer.ui.theme import theme_of

_PADDING = 7
_STRIPE = 3
_VALUE_SCALE = 1.75
_COMPACT_VALUE_SCALE = 1.2
_SMALL_SCALE = 0.92
_USUAL_WIDTH = 190
_NARROW = 150
"""Below this width the value is smaller, so that its change stands whole beside it."""
_CHANGE_GAP = 8
_MOST_GROWTH = 1.5
"""How much larger than usual the text gets where there is room."""


class _Text(NamedTuple):
    """A text, where its base line begins and how it looks."""

    base: QPointF
    font: QFont
    text: str
    colour: QColor


class _Lettering:
    """A font with its metrics, and with the widths that it was asked for."""

    def __init__(self, base: QFont, scale: float, weight: QFont.Weight) -> None:
        self.font = QFont(base)
        self.font.setPointSizeF(base.pointSizeF() * scale)
        self.font.setWeight(weight)
        self._metrics = QFontMetricsF(self.font)
        self.height = self._metrics.height()
        self._ascent = self._metrics.ascent()
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def base(self, place: QRectF) -> QPointF:
        """Where a text begins that stands in the middle of a place's height, at its left."""
        return QPointF(place.left(), place.center().y() - self.height / 2 + self._ascent)

    def elided(self, text: str, room: float) -> str:
        if self.width(text) <= room:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))


class _Fonts(NamedTuple):
    """The lettering of a card of one size."""

    name: _Lettering
    value: _Lettering
    small: _Lettering

    @classmethod
    def of(cls, base: QFont, value_scale: float, growth: float = 1.0) -> "_Fonts":
        """The lettering around a widget's own font."""
        bold, normal = QFont.Weight.DemiBold, QFont.Weight.Normal
        return cls(
            _Lettering(base, growth, bold),
            _Lettering(base, value_scale * growth, bold),
            _Lettering(base, _SMALL_SCALE * growth, normal),
        )


def _short(card: Card) -> str:
    """A change without its word."""
    return f"{card.change.arrow} {card.change.amount}"


class ScoreCard(QWidget):
    """Paints a ``Card``; the stripe at its left is in the colour of its family.

    Where it is too low for five lines, the value moves beside the name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a card is set."""
        super().__init__(parent)
        self._card: Card | None = None
        self._texts: list[_Text] = []
        self._theme = theme_of(self.palette())
        self._least, self._full = self._measure()
        self._fonts = self._fitting_fonts()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_card(self, card: Card) -> None:
        """Shows a card."""
        self._card = card
        self.setAccessibleName(card.name)
        self.setAccessibleDescription(card.spoken)
        ranks = [f"{rank.scope_text}: {rank.text}  {rank.move_text}" for rank in card.ranks]
        lines = (card.definition, f"{card.score_text}  {card.change.text}", *ranks)
        self.setToolTip("\n".join(lines))
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for name, value and three ranks, each in a line."""
        return QSize(_USUAL_WIDTH, self._full)

    def minimumSizeHint(self) -> QSize:
        """The least that shows every figure: value and name share a line."""
        return QSize(112, self._least)

    def _measure(self) -> tuple[int, int]:
        """The heights of a compact and of a full card."""
        fonts = _Fonts.of(self.font(), _COMPACT_VALUE_SCALE)
        least = round(fonts.value.height + 4 * fonts.small.height + 2 * _PADDING - 4)
        fonts = _Fonts.of(self.font(), _VALUE_SCALE)
        full = fonts.name.height + fonts.value.height + 3 * fonts.small.height
        return least, round(full + 2 * _PADDING - 2)

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._theme = theme_of(self.palette())
            self._least, self._full = self._measure()
            self._fonts = self._fitting_fonts()
            self._arrange()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the texts anew for the size."""
        self._fonts = self._fitting_fonts()
        self._arrange()
        super().resizeEvent(event)

    def _is_compact(self) -> bool:
        return self.height() < self._full

    def _fitting_fonts(self) -> _Fonts:
        """The fonts for the size: larger where there is room, compact where there is not."""
        if self._is_compact() or self.width() < _NARROW:
            return _Fonts.of(self.font(), _COMPACT_VALUE_SCALE)
        growth = min(_MOST_GROWTH, self.height() / self._full, self.width() / _USUAL_WIDTH)
        return _Fonts.of(self.font(), _VALUE_SCALE, max(1.0, growth))

    def _arrange(self) -> None:
        """Places and elides every text, so that painting only draws."""
        self._texts = []
        if self._card is None:
            return
        left = _STRIPE + _PADDING
        width = float(self.width() - left - _PADDING)
        fonts = self._fonts
        head = self._arrange_compact_head if self._is_compact() else self._arrange_full_head
        top = head(self._card, fonts, left, width)
        moves = self._moves(self._card.ranks, fonts, width)
        for rank, move in zip(self._card.ranks, moves, strict=True):
            top = self._arrange_rank(rank, move, fonts, QRectF(left, top, width, 0))

    def _arrange_full_head(self, card: Card, fonts: _Fonts, left: float, width: float) -> float:
        """The name, and below it the value with its change: word below number where narrow."""
        theme = self._theme
        top = _PADDING - 2.0
        line = QRectF(left, top, width, fonts.name.height)
        self._put_elided(line, fonts.name, card.name, theme.text)
        # high enough for two small lines beside the value
        height = max(fonts.value.height, 2 * fonts.small.height)
        row = QRectF(left, line.bottom(), width, height)
        self._put(row, fonts.value, card.score_text, theme.family(card.polarity))
        room = row.adjusted(fonts.value.width(card.score_text) + _CHANGE_GAP, 0, 0, 0)
        colour = theme.direction(card.change.direction)
        text = card.change.text
        if fonts.small.width(text) > room.width() and card.change.amount:
            half = room.height() / 2
            above = QRectF(room.x(), room.y(), room.width(), half)
            self._put_elided(above, fonts.small, _short(card), colour)
            room, text = above.translated(0, half), card.change.word
        self._put_elided(room, fonts.small, text, colour)
        return row.bottom()

    def _arrange_compact_head(self, card: Card, fonts: _Fonts, left: float, width: float) -> float:
        """The name with the value at its right, and below them the change."""
        theme = self._theme
        value, small = fonts.value.height, fonts.small.height
        advance = fonts.value.width(card.score_text)
        row = QRectF(left, _PADDING - 3.0, width, value)
        self._put_elided(row.adjusted(0, 0, -advance - 6, 0), fonts.name, card.name, theme.text)
        number = row.adjusted(width - advance - 1, 0, 1, 0)
        self._put(number, fonts.value, card.score_text, theme.family(card.polarity))
        below = QRectF(left, row.bottom(), width, small)
        colour = theme.direction(card.change.direction)
        self._put_elided(below, fonts.small, card.change.text, colour)
        return below.bottom()

    def _moves(self, ranks: tuple[RankView, ...], fonts: _Fonts, width: float) -> list[str]:
        """The moves in words where every line has room for them, else by arrows."""
        lines = (f"{rank.scope_text}   {rank.text}  {rank.move_text}" for rank in ranks)
        if all(fonts.small.width(line) <= width for line in lines):
            return [rank.move_text for rank in ranks]
        return [rank.move_arrow for rank in ranks]

    def _arrange_rank(self, rank: RankView, move: str, fonts: _Fonts, line: QRectF) -> float:
        theme = self._theme
        line.setHeight(fonts.small.height)
        text = f"{rank.text}  {move}".rstrip()
        advance = fonts.small.width(text)
        scope = line.adjusted(0, 0, -advance - 8, 0)
        self._put_elided(scope, fonts.small, rank.scope_text, theme.muted)
        place = line.adjusted(line.width() - advance - 1, 0, 1, 0)
        self._put(place, fonts.small, text, theme.text)
        return line.bottom()

    def _put_elided(self, place: QRectF, font: _Lettering, text: str, colour: str) -> None:
        self._put(place, font, font.elided(text, place.width()), colour)

    def _put(self, place: QRectF, font: _Lettering, text: str, colour: str) -> None:
        self._texts.append(_Text(font.base(place), font.font, text, QColor(colour)))

    def texts(self) -> tuple[str, ...]:
        """What is painted, in order, as it is elided now."""
        return tuple(text.text for text in self._texts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground, the stripe and the prepared texts."""
        painter = QPainter(self)
        theme = self._theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self._card is not None:
            # not fillRect: its first call with a colour makes PySide build every gradient's name
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.family(self._card.polarity)))
            painter.drawRect(QRectF(0, 0, _STRIPE, self.height()))
        for text in self._texts:
            painter.setFont(text.font)
            painter.setPen(text.colour)
            painter.drawText(text.base, text.text)
        painter.end()
