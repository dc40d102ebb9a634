"""The head of a pane: the country's name, where it lies, its edition and its facts."""

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from ocviewer.presenter.page import FactView
from ocviewer.ui.theme import theme_of

_NAME_SCALE = 1.6
_LEFT, _TOP, _RIGHT, _BOTTOM = 12, 6, 8, 4
_PLACE_GAP = 10
_FACT_GAP = 18


class _Text(NamedTuple):
    """A text with its place, its looks and what its tooltip says."""

    place: QRect
    font: QFont
    colour: QColor
    text: str
    tooltip: str


class ProfileHeader(QWidget):
    """Two lines: the name with its place, and the facts with unit and year in their tooltips.

    Painted as one widget: a layout of labels would lay out the whole window at every switch.
    """

    close_requested = Signal()
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a profile is set."""
        super().__init__(parent)
        self._name = self._place = ""
        self._facts: tuple[FactView, ...] = ()
        self._active = False
        self._texts: list[_Text] = []
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setText("✕")
        self._close.setToolTip(self.tr("Close this country"))
        self._close.setAccessibleName(self.tr("Close this country"))
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        self._name_font = self._made_name_font()
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

    def set_closable(self, closable: bool) -> None:
        """Whether the pane can be closed: not the only one."""
        self._close.setVisible(closable)
        self._arrange()

    def set_active(self, active: bool) -> None:
        """Marks the pane that the country selector speaks to, by underlining its name."""
        if active != self._active:
            self._active = active
            self._name_font = self._made_name_font()
            self._arrange()
            self.update()

    def texts(self) -> tuple[str, ...]:
        """What is painted, in order, as it is elided now."""
        return tuple(text.text for text in self._texts)

    def sizeHint(self) -> QSize:
        """Two lines high, as wide as there is room."""
        lines = QFontMetrics(self._name_font).height() + self.fontMetrics().height()
        return QSize(400, lines + _TOP + _BOTTOM + 2)

    def minimumSizeHint(self) -> QSize:
        """Hardly any width: texts are elided before they push anything aside."""
        return QSize(160, self.sizeHint().height())

    def _made_name_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _NAME_SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        font.setUnderline(self._active)
        return font

    def _arrange(self) -> None:
        """Places and elides every text, so that painting only draws."""
        self._texts = []
        theme = theme_of(self.palette())
        text, muted = QColor(theme.text), QColor(theme.muted)
        name_height = QFontMetrics(self._name_font).height()
        right = self.width() - _RIGHT
        if not self._close.isHidden():
            size = self._close.sizeHint()
            self._close.setGeometry(right - size.width(), _TOP, size.width(), size.height())
            right -= size.width() + _PLACE_GAP
        line = QRect(_LEFT, _TOP, right - _LEFT, name_height)
        end = self._put(line, self._name_font, text, self._name, self._name)
        rest = QRect(line).adjusted(end - _LEFT + _PLACE_GAP, 2, 0, 0)
        self._put(rest, self.font(), muted, self._place, self._place)
        top = line.bottom() + 3
        line = QRect(_LEFT, top, self.width() - _RIGHT - _LEFT, self.fontMetrics().height())
        for fact in self._facts:
            end = self._put(line, self.font(), text, fact.text, fact.tooltip)
            line.setLeft(end + _FACT_GAP)

    def _put(self, line: QRect, font: QFont, colour: QColor, text: str, tooltip: str) -> int:
        """Puts a text at the left of a line; returns where it ends."""
        metrics = QFontMetrics(font)
        room = max(0, line.width())
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        place = QRect(line)
        place.setWidth(min(room, metrics.horizontalAdvance(elided) + 1))
        if elided:
            self._texts.append(_Text(place, font, colour, elided, tooltip))
        return place.right()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the prepared texts."""
        painter = QPainter(self)
        for text in self._texts:
            painter.setFont(text.font)
            painter.setPen(text.colour)
            painter.drawText(text.place, Qt.AlignmentFlag.AlignVCenter, text.text)
        painter.end()

    def tooltip_at(self, position: QPoint) -> str:
        """What the tooltip at a point says; empty where there is nothing."""
        for text in self._texts:
            if text.place.contains(position):
                return text.tooltip
        return ""

    def event(self, event: QEvent) -> bool:
        """Shows the tooltip of the text under the pointer, as plain text."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tooltip = self.tooltip_at(event.pos())
            QToolTip.showText(event.globalPos(), f"<p>{escape(tooltip)}</p>" if tooltip else "")
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the head makes the pane the active one."""
        self.pressed.emit()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elides anew for the width."""
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._name_font = self._made_name_font()
            self._arrange()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
