"""The tabs of the reader: at a glance and the eleven sections, by name wherever there is room."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader.tab_button import TabButton
from ocviewer.ui.reader.tab_labels import TabGrid, fit_tabs, narrowest
from ocviewer.ui.theme import theme_of

_ABOVE_AND_BELOW = 5
_LINE = 1
_SHARE = 0.27
"""How much of the reader's height rows of titles may take; else there is one row of numbers."""
_UNBOUNDED = 10_000


class SectionTabs(QWidget):
    """A tab a section, in as many rows as their titles need.

    ``section_picked`` carries the id of the section that the user picked by mouse or by the arrow
    keys, Home and End; ``set_current`` does not emit it. Tab comes to the open section alone.
    """

    section_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._tabs: tuple[SectionTab, ...] = ()
        # the first is there from the start and keeps the tabs' place in the order of Tab
        self._pool = [self._new_button()]
        self._current = -1
        self._room = _UNBOUNDED
        self._advances: dict[str, int] = {}
        self._line_height = 0
        self._grids: dict[tuple[int, int], TabGrid] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Sections"))

    def set_tabs(self, tabs: tuple[SectionTab, ...]) -> None:
        """Shows these sections; the one that was open stays so where it is among them."""
        if tabs == self._tabs:
            return
        open_id = self.current_id()
        while len(self._pool) < len(tabs):
            button = self._new_button()
            QWidget.setTabOrder(self._pool[-1], button)
            self._pool.append(button)
        self._tabs = tabs
        for place, button in enumerate(self._pool):
            button.setVisible(place < len(tabs))
            if place < len(tabs):
                button.set_tab(tabs[place])
        ids = [tab.id for tab in tabs]
        self._current = -1
        self._open(ids.index(open_id) if open_id in ids else min(0, len(tabs) - 1))
        self._renew()

    def set_current(self, section_id: str) -> None:
        """Opens a section's tab; an id that has none changes nothing."""
        for place, tab in enumerate(self._tabs):
            if tab.id == section_id:
                self._open(place)

    def current_id(self) -> str:
        """The id of the open section; empty when there are no tabs."""
        return self._tabs[self._current].id if self._current >= 0 else ""

    def set_room(self, height: int) -> None:
        """How high the reader is, in pixels: in a low one the tabs leave the room to the text."""
        rows = self._most_rows()
        self._room = height
        if self._most_rows() != rows:
            self._arrange()
            self.updateGeometry()

    def buttons(self) -> tuple[TabButton, ...]:
        """The tabs in their order."""
        return tuple(self._pool[: len(self._tabs)])

    def take_focus(self) -> None:
        """Gives the keyboard to the open tab.

        Not by a focus proxy: Qt moves one in the order of Tab, and what it skips is out of reach.
        """
        if self._current >= 0:
            self._pool[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where the tabs are in the order of Tab, also when there are none yet."""
        return tuple(self._pool)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows and the line below them."""
        return self._grid(width).rows * self._row_height() + _LINE

    def sizeHint(self) -> QSize:
        """Wide enough for every title in one row."""
        width = sum(self._advance(tab.text) + 4 * _ABOVE_AND_BELOW for tab in self._tabs)
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the bare numbers."""
        return QSize(narrowest(self._tabs, self._advance), self._row_height() + _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the tabs where they belong in the new width."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # the height that was asked for last was that of another width

    def changeEvent(self, event: QEvent) -> None:
        """Measures again in a new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._advances, self._line_height = {}, 0
            self._renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move by rows and columns, Home and End to the first and the last."""
        rows, last = self._grid(self.width()).rows, len(self._tabs) - 1
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        goals = {
            ahead: self._current + rows,
            back: self._current - rows,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= goal <= last:
            self._pick(goal)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline, below which the section begins."""
        painter = QPainter(self)
        line = QColor(theme_of(self.palette()).line)
        painter.fillRect(0, self.height() - _LINE, self.width(), _LINE, line)
        painter.end()

    def _new_button(self) -> TabButton:
        button = TabButton(self)
        button.hide()
        button.clicked.connect(lambda: self._pick(self._pool.index(button)))
        return button

    def _pick(self, place: int) -> None:
        if place != self._current:
            self._open(place)
            self.section_picked.emit(self._tabs[place].id)

    def _open(self, place: int) -> None:
        """Checks a tab, makes it the one that Tab comes to, and moves the focus along with it."""
        if place == self._current:
            return
        had_focus = any(button.hasFocus() for button in self._pool)
        self._current = place
        for each, button in enumerate(self._pool):
            is_open = each == place
            button.setChecked(is_open)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus
            )
        if had_focus:
            self.take_focus()
        if self._grid(self.width()).follows_current:
            self._renew()

    def _renew(self) -> None:
        self._grids.clear()
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        grid, height = self._grid(self.width()), self._row_height()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        lefts = [sum(grid.widths[:column]) for column in range(len(grid.widths))]
        for place, button in enumerate(self.buttons()):
            column, row = divmod(place, grid.rows)
            left, width = lefts[column], grid.widths[column]
            button.setGeometry(
                self.width() - left - width if mirrored else left, row * height, width, height
            )
            button.set_label(grid.labels[place], grid.padding)

    def _grid(self, width: int) -> TabGrid:
        """The tabs in a width; kept, as layouts ask for it again and again."""
        key = (width, self._most_rows())
        if key not in self._grids:
            self._grids.clear()
            self._grids[key] = fit_tabs(self._tabs, self._current, *key, self._advance)
        return self._grids[key]

    def _most_rows(self) -> int:
        rows = int(self._room * _SHARE) // self._row_height()
        return max(1, min(rows, len(self._tabs)))

    def _row_height(self) -> int:
        if not self._line_height:
            self._line_height = ceil(QFontMetricsF(self.font()).height())
        return self._line_height + 2 * _ABOVE_AND_BELOW

    def _advance(self, text: str) -> int:
        if text not in self._advances:
            self._advances[text] = ceil(QFontMetricsF(self.font()).horizontalAdvance(text))
        return self._advances[text]
