"""The head of one pane in a comparison: name in its colour, edition, place and facts."""

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
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from ocviewer.presenter.page import Pane
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip
from ocviewer.ui.views.focus_ring import FocusRing

_NAME_SCALE = 1.25
_LEFT, _TOP, _GAP = 10, 8, 4
_RULE, _ACTIVE_RULE = 2, 5
_NARROW = 170
"""Below this width the buttons stand below the name."""


class PaneHead(QWidget):
    """Two lines below a rule; the rule of the active pane is thicker, and its ground lighter.

    Dragging tells where the pointer is, in the coordinates of the parent.
    """

    pressed = Signal()
    close_requested = Signal()
    edition_picked = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a pane is set."""
        super().__init__(parent)
        self._pane: Pane | None = None
        self._active = False
        self._from: QPoint | None = None
        self._dragging = False
        self.edition_button = self._button(self.tr("Edition of this pane"))
        self.edition_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.close_button = self._button(self.tr("Close this country"))
        self.close_button.setText("✕")
        self.close_button.clicked.connect(self.close_requested)
        self._menu = QMenu(self.edition_button)
        self.edition_button.setMenu(self._menu)
        self._editions: tuple[int, ...] = ()
        self.setAutoFillBackground(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._restyle()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setToolTip(name)
        button.setAccessibleName(name)
        FocusRing(button)
        return button

    def set_pane(self, pane: Pane, editions: tuple[int, ...]) -> None:
        """Shows a pane, which may be had in these editions."""
        before, self._pane = self._pane, pane
        self._show_editions(pane.edition, editions)
        if before is not None and _shown(before) == _shown(pane):
            return
        self.setAccessibleName(f"{pane.name}, {pane.place}, {pane.edition_text}")
        self.setAccessibleDescription(". ".join(fact.tooltip for fact in pane.facts))
        lines = (pane.name, pane.edition_text, pane.place, *(fact.tooltip for fact in pane.facts))
        self.setToolTip(tooltip("\n".join(lines)))
        self._place_buttons()
        self.update()

    def _show_editions(self, edition: int, editions: tuple[int, ...]) -> None:
        if editions != self._editions:
            self._editions = editions
            self._menu.clear()
            for year in reversed(editions):
                action = self._menu.addAction(str(year))
                action.setCheckable(True)
                action.triggered.connect(lambda _=False, year=year: self.edition_picked.emit(year))
        self.edition_button.setText(str(edition))
        for action in self._menu.actions():
            action.setChecked(action.text() == str(edition))

    def set_active(self, active: bool) -> None:
        """Marks the pane that the country selector speaks to."""
        if active != self._active:
            self._active = active
            self.update()

    @property
    def active(self) -> bool:
        """Whether it is marked."""
        return self._active

    def sizeHint(self) -> QSize:
        """Two lines high."""
        lines = self._name_metrics.height() + self.fontMetrics().height()
        return QSize(300, lines + _TOP + _GAP)

    def texts(self) -> tuple[str, str]:
        """Name, and the line below it, as far as they fit now."""
        if self._pane is None:
            return "", ""
        elide = Qt.TextElideMode.ElideRight
        name_room = below_room = self.width() - _LEFT - _GAP
        if self._is_narrow():
            below_room = self.edition_button.x() - _LEFT
        else:
            name_room = self.edition_button.x() - _LEFT - _GAP
        name = self._name_metrics.elidedText(self._pane.name, elide, name_room)
        return name, self._rest(self._pane, below_room)

    def _rest(self, pane: Pane, room: int) -> str:
        """The place and as many facts as fit: a number that is cut off reads as another."""
        metrics = self.fontMetrics()
        rest = metrics.elidedText(pane.place, Qt.TextElideMode.ElideRight, room)
        for fact in pane.facts:
            longer = f"{rest}  ·  {fact.text}"
            if metrics.horizontalAdvance(longer) > room:
                break
            rest = longer
        return rest

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rule, name and line."""
        if self._pane is None:
            return
        theme = theme_of(self.palette())
        colour = QColor(theme.panes[self._pane.colour])
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._active:
            painter.setBrush(QColor(theme.surface))
            painter.drawRect(self.rect())
        painter.setBrush(colour)
        painter.drawRect(0, 0, self.width(), _ACTIVE_RULE if self._active else _RULE)
        name, rest = self.texts()
        height = self._name_metrics.height()
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(self._name_font)
        painter.setPen(colour)
        painter.drawText(QRect(_LEFT, _TOP - 2, self.width(), height), flags, name)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        below = QRect(_LEFT, _TOP - 2 + height, self.width(), self.fontMetrics().height())
        painter.drawText(below, flags, rest)
        painter.end()

    def _restyle(self) -> None:
        self._name_font = QFont(self.font())
        self._name_font.setPointSizeF(self.font().pointSizeF() * _NAME_SCALE)
        self._name_font.setWeight(QFont.Weight.DemiBold)
        self._name_metrics = QFontMetrics(self._name_font)

    def _place_buttons(self) -> None:
        right = self.width() - 2
        top = _TOP - 2 + self._name_metrics.height() if self._is_narrow() else _ACTIVE_RULE + 1
        for button in (self.close_button, self.edition_button):
            size = button.sizeHint()
            right -= size.width()
            height = min(size.height(), self.height() - top)
            button.setGeometry(right, top, size.width(), height)
            button.setVisible(right >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the buttons at the right."""
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            self._place_buttons()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the pane the active one; a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags once the pointer has moved far enough."""
        if self._from is None:
            return
        here = event.position().toPoint()
        if not self._dragging:
            far = (here - self._from).manhattanLength()
            self._dragging = far >= QApplication.startDragDistance()
            if self._dragging:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self.mapToParent(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops what was dragged."""
        dragging, self._dragging, self._from = self._dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if dragging:
            self.dropped.emit(self.mapToParent(event.position().toPoint()))


def _shown(pane: Pane) -> tuple[object, ...]:
    return pane.name, pane.edition, pane.place, pane.facts, pane.colour
