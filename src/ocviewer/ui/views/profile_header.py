"""The head of a pane: the country's name, where it lies, its edition and its facts."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import FactView
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

_NAME_SCALE = 1.6
_LEFT, _TOP, _RIGHT, _BOTTOM = 12, 6, 8, 4
_PLACE_GAP = 10
_FACT_GAP = 18


class _Style(NamedTuple):
    """How a text looks."""

    font: QFont
    metrics: QFontMetrics
    height: int
    ascent: int
    colour: QColor

    @classmethod
    def of(cls, font: QFont, colour: str) -> "_Style":
        """A font with its measures, in a colour."""
        metrics = QFontMetrics(font)
        return cls(font, metrics, metrics.height(), metrics.ascent(), QColor(colour))


class _Text(NamedTuple):
    """A text with its place, its looks and what its tooltip says."""

    place: QRect
    base: QPoint
    style: _Style
    text: str
    tooltip: str


class ProfileHeader(QWidget):
    """Two lines: the name with its place, and the facts with unit and year in their tooltips.

    Painted as one widget: a layout of labels would lay out the whole window at every switch.
    """

    place_clicked = Signal()
    sign_clicked = Signal()
    """The sign at the right was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a profile is set."""
        super().__init__(parent)
        self._name = self._place = ""
        self._sign = self._sign_means = ""
        self._facts: tuple[FactView, ...] = ()
        self._texts: list[_Text] = []
        self.setMouseTracking(True)
        # so that a switch need not paint the window below
        self.setAutoFillBackground(True)
        self._restyle()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_profile(self, name: str, place: str, edition: str, facts: tuple[FactView, ...]) -> None:
        """Shows a country's name, place, edition and facts."""
        self._name = name
        self._place = f"{place}  ·  {edition}"
        self._facts = facts
        self.setAccessibleName(f"{name}, {place}, {edition}")
        self.setAccessibleDescription(". ".join(fact.tooltip for fact in facts))
        self._arrange()
        self.update()

    def set_sign(self, text: str, meaning: str) -> None:
        """Shows a short sign at the right, with what it means in its tooltip; empty for none."""
        if (text, meaning) != (self._sign, self._sign_means):
            self._sign, self._sign_means = text, meaning
            self._arrange()
            self.update()

    def texts(self) -> tuple[str, ...]:
        """What is painted, in order, as it is elided now."""
        return tuple(text.text for text in self._texts)

    def sizeHint(self) -> QSize:
        """Two lines high, as wide as there is room."""
        lines = self._name_style.height + self._fact_style.height
        return QSize(400, lines + _TOP + _BOTTOM + 2)

    def minimumSizeHint(self) -> QSize:
        """Hardly any width: texts are elided before they push anything aside."""
        return QSize(160, self.sizeHint().height())

    def _restyle(self) -> None:
        """Takes font and colours from the widget."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _NAME_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        theme = theme_of(self.palette())
        self._name_style = _Style.of(font, theme.text)
        self._place_style = _Style.of(self.font(), theme.muted)
        self._sign_style = _Style.of(self.font(), theme.accent)
        self._fact_style = _Style.of(self.font(), theme.text)

    def _arrange(self) -> None:
        """Places and elides every text, so that painting only draws."""
        self._texts = []
        right = self.width() - _RIGHT
        right = self._put_sign(right)
        line = QRect(_LEFT, _TOP, right - _LEFT, self._name_style.height)
        end = self._put(line, self._name_style, self._name, self._name)
        rest = line.adjusted(end - _LEFT + _PLACE_GAP, 2, 0, 0)
        self._put(rest, self._place_style, self._place, self._place)
        height = self._fact_style.height
        line = QRect(_LEFT, line.bottom() + 3, self.width() - _RIGHT - _LEFT, height)
        for fact in self._facts:
            end = self._put(line, self._fact_style, fact.text, fact.tooltip)
            line.setLeft(end + _FACT_GAP)

    def _put_sign(self, right: int) -> int:
        """Puts the sign at the end of the first line; returns how far other texts may go."""
        if not self._sign:
            return right
        width = self._sign_style.metrics.horizontalAdvance(self._sign) + 2
        line = QRect(right - width, _TOP, width, self._name_style.height)
        self._put(line, self._sign_style, self._sign, self._sign_means)
        return right - width - _PLACE_GAP

    def _put(self, line: QRect, style: _Style, text: str, behind: str) -> int:
        """Puts a text at the left of a line; returns where it ends."""
        metrics = style.metrics
        room = max(0, line.width())
        advance = metrics.horizontalAdvance(text)
        elided = text
        if advance >= room:  # or it may be too wide by less than a pixel
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            advance = metrics.horizontalAdvance(elided)
        place = QRect(line)
        place.setWidth(min(room, advance + 1))
        if elided:
            top = line.top() + (line.height() - style.height) // 2
            base = QPoint(line.left(), top + style.ascent)
            self._texts.append(_Text(place, base, style, elided, behind))
        return place.right()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the prepared texts."""
        painter = QPainter(self)
        style = None
        for text in self._texts:
            if text.style is not style:
                style = text.style
                painter.setFont(style.font)
                painter.setPen(style.colour)
            painter.drawText(text.base, text.text)
        painter.end()

    def tooltip_at(self, position: QPoint) -> str:
        """What the tooltip at a point says; empty where there is nothing."""
        for text in self._texts:
            if text.place.contains(position):
                return text.tooltip
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tooltip, plain text, is that of the text under the pointer."""
        position = event.position().toPoint()
        self.setToolTip(tooltip(self.tooltip_at(position)))
        shape = Qt.CursorShape
        is_link = self._is_on(self._place_style, position) or self._is_on(
            self._sign_style, position
        )
        self.setCursor(shape.PointingHandCursor if is_link else shape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _is_on(self, style: _Style, position: QPoint) -> bool:
        return any(text.place.contains(position) for text in self._texts if text.style is style)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the place is a wish for its page, one on the sign for what it stands for."""
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        position = event.position().toPoint()
        if left and self._is_on(self._place_style, position):
            self.place_clicked.emit()
        elif left and self._is_on(self._sign_style, position):
            self.sign_clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elides anew for the width."""
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            self._arrange()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
