"""A score card: one of the four averages with its change and its three ranks."""

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import Card, RankView
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_PADDING = 7
_STRIPE = 3
_VALUE_SCALE = 1.75
_COMPACT_VALUE_SCALE = 1.2
_SMALL_SCALE = 0.92
_USUAL_WIDTH = 190
_WORDY_WIDTH = 300
"""From about this width, a rank's move is told in words: room goes to these before the letters."""
_NARROW = 150
"""Below this width the value is smaller, so that its change stands whole beside it."""
_SLIM = 130
"""Below this width a scope is cut before its rank."""
_CHANGE_GAP = 8
_RANK_GAP = 5
_MOST_KEPT = 512
"""How many measured texts are kept in each size."""
_MOST_LEADING = 0.5
"""How much of a line's height goes between the ranks where there is room."""
_MOST_GROWTH = 1.5
"""How much larger than usual the text gets where there is room."""


@cache
def _pen(colour: str, width: int = 1) -> QPen:
    return QPen(QColor(colour), width)


@cache
def _ground(colour: str) -> QColor:
    # not a QBrush: made of a colour, it has PySide build the names of 182 gradients, 5 ms
    return QColor(colour)


class _Lettering:
    """A font with its metrics, and with the widths that it was asked for."""

    def __init__(self, base: QFont, scale: float, weight: QFont.Weight) -> None:
        self.font = QFont(base)
        self.font.setPointSizeF(base.pointSizeF() * scale)
        self.font.setWeight(weight)
        self._metrics = QFontMetricsF(self.font)
        self.height = self._metrics.height()
        self.ascent = self._metrics.ascent()
        # not around horizontalAdvance itself: lru_cache asks it for its signature, for which
        # PySide sets up a parser, 40 ms on the way to the first paint
        self.width = lru_cache(_MOST_KEPT)(self._measured)

    def _measured(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def elided(self, text: str, room: float) -> str:
        if self.width(text) <= room:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))


class _Text(NamedTuple):
    """A text, where its top left is and how it looks."""

    x: float
    y: float
    lettering: _Lettering
    text: str
    colour: str


class _Fonts(NamedTuple):
    """The lettering of a card of one size."""

    name: _Lettering
    value: _Lettering
    small: _Lettering

    @classmethod
    def of(
        cls, base: QFont, value_scale: float, growth: float = 1.0, small_growth: float = 1.0
    ) -> "_Fonts":
        """The lettering around a widget's own font."""
        bold, normal = QFont.Weight.DemiBold, QFont.Weight.Normal
        return cls(
            _Lettering(base, growth, bold),
            _Lettering(base, value_scale * growth, bold),
            _Lettering(base, _SMALL_SCALE * small_growth, normal),
        )


def _short(card: Card) -> str:
    """A change without its word."""
    return f"{card.change.arrow} {card.change.amount}"


class ScoreCard(QWidget):
    """Paints a ``Card``; the stripe at its left is in the colour of its family.

    Where it is too low for five lines, the value moves beside the name.
    """

    activated = Signal(str)
    """The code of the card that was clicked or opened from the keyboard."""
    menu_requested = Signal(str, QPoint)
    """The code of the card whose menu is wanted, and where, in global coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a card is set."""
        super().__init__(parent)
        self._card: Card | None = None
        self._texts: list[_Text] = []
        self._theme = theme_of(self.palette())
        self._least, self._full = self._measure()
        self._fonts = self._fitting_fonts()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # nothing below a card shows through, so nothing below it is painted with it
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_card(self, card: Card) -> None:
        """Shows a card."""
        self._card = card
        self.setAccessibleName(card.name)
        self.setAccessibleDescription(card.spoken)
        ranks = [f"{rank.scope_text}: {rank.text}  {rank.move_text}" for rank in card.ranks]
        lines = (card.definition, f"{card.score_text}  {card.change.text}", *ranks)
        self.setToolTip(tooltip("\n".join(lines)))
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
        most = min(_MOST_GROWTH, self.height() / self._full)
        growth = max(1.0, min(most, self.width() / _USUAL_WIDTH))
        small_growth = max(1.0, min(most, self.width() / _WORDY_WIDTH))
        return _Fonts.of(self.font(), _VALUE_SCALE, growth, small_growth)

    def _arrange(self) -> None:
        """Places and elides every text, so that painting only draws."""
        self._texts = []
        if self._card is None:
            return
        left = float(_STRIPE + _PADDING)
        width = self.width() - left - _PADDING
        head = self._arrange_compact_head if self._is_compact() else self._arrange_full_head
        top = head(self._card, left, width)
        small = self._fonts.small
        lines = self._rank_lines(self._card.ranks, width)
        spare = (self.height() - top - _PADDING) / max(1, len(lines)) - small.height
        leading = max(0.0, min(spare, _MOST_LEADING * small.height))
        top += leading / 2
        for scope, line in lines:
            text = line.rstrip()
            advance = small.width(text)
            elided = small.elided(scope, width - advance - _RANK_GAP)
            self._put(small, elided, self._theme.muted, left, top)
            self._put(small, text, self._theme.text, left + width - advance - 1, top)
            top += small.height + leading

    def _arrange_full_head(self, card: Card, left: float, width: float) -> float:
        """The name, and below it the value with its change: word below number where narrow."""
        theme, fonts, small = self._theme, self._fonts, self._fonts.small
        top = _PADDING - 2.0
        name = card.name if fonts.name.width(card.name) <= width else card.short_name
        self._put(fonts.name, fonts.name.elided(name, width), theme.text, left, top)
        top += fonts.name.height
        # high enough for two small lines beside the value
        height = max(fonts.value.height, 2 * small.height)
        colour, y = theme.family(card.polarity), top + (height - fonts.value.height) / 2
        self._put(fonts.value, card.score_text, colour, left, y)
        taken = fonts.value.width(card.score_text) + _CHANGE_GAP
        left, room = left + taken, width - taken
        colour, text = theme.direction(card.change.direction), card.change.text
        y = top + (height - small.height) / 2
        if small.width(text) > room and card.change.amount:
            above = top + (height / 2 - small.height) / 2
            self._put(small, small.elided(_short(card), room), colour, left, above)
            y, text = above + height / 2, card.change.word
        self._put(small, small.elided(text, room), colour, left, y)
        return top + height

    def _arrange_compact_head(self, card: Card, left: float, width: float) -> float:
        """The name with the value at its right, and below them the change."""
        theme, fonts = self._theme, self._fonts
        top, height = _PADDING - 3.0, fonts.value.height
        advance = fonts.value.width(card.score_text)
        room = width - advance - 6
        fits = fonts.name.width(card.name) <= room
        name = fonts.name.elided(card.name if fits else card.short_name, room)
        middle = top + height / 2
        self._put(fonts.name, name, theme.text, left, middle - fonts.name.height / 2)
        colour = theme.family(card.polarity)
        self._put(fonts.value, card.score_text, colour, left + width - advance - 1, top)
        change = fonts.small.elided(card.change.text, width)
        colour = theme.direction(card.change.direction)
        self._put(fonts.small, change, colour, left, top + height)
        return top + height + fonts.small.height

    def _rank_lines(self, ranks: tuple[RankView, ...], width: float) -> list[tuple[str, str]]:
        """Scope and rank of each line, worded as fully as every line has room for, and alike."""
        full = [(r.scope_text, f"{r.text}  {r.move_text}") for r in ranks]
        arrows = [(r.scope_text, f"{r.text}  {r.move_arrow}") for r in ranks]
        short = [(r.scope_short, f"{r.text} {r.move_arrow}") for r in ranks]
        bare = [(r.scope_short, f"{r.short}  {r.move_arrow}") for r in ranks]
        for lines in (full, arrows, short):
            if all(self._is_room(width, *line) for line in lines):
                return lines
        return bare if self.width() >= _SLIM else short

    def _is_room(self, width: float, scope: str, rank: str) -> bool:
        small = self._fonts.small
        return small.width(scope) + _RANK_GAP + small.width(rank.rstrip()) <= width

    def _put(self, lettering: _Lettering, text: str, colour: str, x: float, y: float) -> None:
        self._texts.append(_Text(x, y, lettering, text, colour))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the card."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._activate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the click, so that its release comes here."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the card."""
        if event.key() in _OPENING:
            self._activate()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu, at the pointer or at the middle of the card."""
        if self._card is not None:
            keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
            middle = self.mapToGlobal(self.rect().center())
            self.menu_requested.emit(self._card.code, middle if keyboard else event.globalPos())

    def _activate(self) -> None:
        if self._card is not None:
            self.activated.emit(self._card.code)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    def texts(self) -> tuple[str, ...]:
        """What is painted, in order, as it is elided now."""
        return tuple(text.text for text in self._texts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground, the stripe and the prepared texts."""
        painter = QPainter(self)
        colour, width = (self._theme.accent, 2) if self.hasFocus() else (self._theme.line, 1)
        edge = width / 2
        painter.setPen(_pen(colour, width))
        painter.setBrush(_ground(self._theme.surface))
        painter.drawRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
        if self._card is not None:
            # not fillRect: its first call with a colour makes PySide build every gradient's name
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_ground(self._theme.family(self._card.polarity)))
            painter.drawRect(QRectF(0, 0, _STRIPE, self.height()))
        lettering: _Lettering | None = None
        for text in self._texts:
            if lettering is not text.lettering:
                lettering = text.lettering
                painter.setFont(lettering.font)
            painter.setPen(_pen(text.colour))
            painter.drawText(QPointF(text.x, text.y + lettering.ascent), text.text)
        painter.end()
