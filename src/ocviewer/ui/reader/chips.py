"""The indicators of the open section, as chips that wrap."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import Chip
from ocviewer.ui.reader.chip_button import ChipButton
from ocviewer.ui.theme import theme_of

SIDE = 12
"""The space left of chips and text alike, in pixels."""

_ABOVE, _BELOW = 8, 9
_GAP = 6


class ChipBar(QWidget):
    """Chips in rows; as high as its width asks for, and hidden when there are none.

    ``indicator_picked`` carries the code of the chip that was pressed. Tab comes to one chip, the
    arrow keys move among them. Chips are kept and reused, never rebuilt.
    """

    indicator_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty, hidden bar."""
        super().__init__(parent)
        self._pool: list[ChipButton] = []
        self._widths: list[int] = []
        self._count = 0
        self._entry = 0
        self._has_room = True
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Indicators of this section"))
        # Keeps the chips' place in the tab order; they come later than the bar and its neighbours.
        self._place = QWidget(self)
        self._place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or Qt passes it over
        self._place.hide()
        self.hide()

    def set_chips(self, chips: tuple[Chip, ...]) -> None:
        """Shows these chips, in this order."""
        while len(self._pool) < len(chips):
            self._pool.append(self._new_button(chips[len(self._pool)]))
        for button, chip in zip(self._pool, chips, strict=False):
            if button.chip is not chip:
                button.set_chip(chip)
        for place, button in enumerate(self._pool):
            if button.isHidden() is (place < len(chips)):
                button.setVisible(place < len(chips))
        self._count = len(chips)
        self._set_entry(min(self._entry, max(0, len(chips) - 1)))
        self._show()
        widths = [button.sizeHint().width() for button in self.buttons()]
        if widths != self._widths:
            self._widths = widths
            self._arrange(self.width(), move=True)
            self.updateGeometry()

    def set_room(self, has_room: bool) -> None:
        """Whether there is room for chips; without, none are shown."""
        self._has_room = has_room
        self._show()

    def _show(self) -> None:
        shown = self._has_room and self._count > 0
        if self.isHidden() is shown:
            self.setVisible(shown)

    def buttons(self) -> tuple[ChipButton, ...]:
        """The chips that are shown."""
        return tuple(self._pool[: self._count])

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where the chips are in the order of Tab, also when none is there yet."""
        return (self._place, *self._pool)

    def heightForWidth(self, width: int) -> int:
        """The height, in pixels, that the rows take up."""
        return self._arrange(width, move=False)

    def hasHeightForWidth(self) -> bool:
        """Rows wrap, so the height depends on the width."""
        return True

    def sizeHint(self) -> QSize:
        """All chips in one row."""
        widths = [button.sizeHint().width() + _GAP for button in self.buttons()]
        width = sum(widths) - _GAP + 2 * SIDE if widths else 0
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: names are shortened before the window is held open."""
        return QSize(8 * SIDE, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps the chips anew."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def changeEvent(self, event: QEvent) -> None:
        """Wraps the chips anew in a new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange(self.width(), move=True)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline, below which the text scrolls away."""
        painter = QPainter(self)
        line = QColor(theme_of(self.palette()).line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys, Home and End move among the chips."""
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        last = self._count - 1
        goals = {
            ahead: self._entry + 1,
            Qt.Key.Key_Down: self._entry + 1,
            back: self._entry - 1,
            Qt.Key.Key_Up: self._entry - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None or last < 0:
            super().keyPressEvent(event)
            return
        self._set_entry(max(0, min(goal, last)))
        self._pool[self._entry].setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_button(self, chip: Chip) -> ChipButton:
        button = ChipButton(chip, self)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        before = self._pool[-1] if self._pool else self._place
        QWidget.setTabOrder(before, button)
        button.pressed.connect(lambda: self._set_entry(self._pool.index(button)))
        button.clicked.connect(lambda: self.indicator_picked.emit(button.chip.code))
        return button

    def _set_entry(self, entry: int) -> None:
        """Makes one chip the one that Tab comes to."""
        self._entry = entry
        for place, button in enumerate(self._pool):
            is_entry = place == entry
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_entry else Qt.FocusPolicy.ClickFocus
            )

    def _arrange(self, width: int, *, move: bool) -> int:
        """Sets the chips in rows of ``width``; returns the height of all of them."""
        room = max(1, width - 2 * SIDE)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y, row = 0, _ABOVE, 0
        for button in self.buttons():
            hint = button.sizeHint()
            size = QSize(min(hint.width(), room), hint.height())
            if x and x + size.width() > room:
                x, y = 0, y + row + _GAP
            if move:
                left = width - SIDE - x - size.width() if mirrored else SIDE + x
                button.setGeometry(left, y, size.width(), size.height())
            x, row = x + size.width() + _GAP, size.height()
        return y + row + _BELOW if self._count else 0
