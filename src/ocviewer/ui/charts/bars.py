"""The bars of one group of indicators: a chart whose rows are doors to their sections."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.page import Bar, BarGroup
from ocviewer.ui.charts.bars_item import BarsItem, Drafter
from ocviewer.ui.charts.bars_layout import LOWEST_ROW, MARGIN, Rows, columns, line_height, rows
from ocviewer.ui.charts.canvas import ChartView
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.charts.names import fitted
from ocviewer.ui.theme import Theme

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BarChart(ChartView):
    """One row per indicator: name, bar from 1 to 10, score and change.

    The tick on a bar is the previous edition's score, the diamond at its foot the region's mean.
    Up, Down, Home and End move the current row, Enter and Space open it, with Shift its ranking.
    """

    indicator_activated = Signal(str)
    """The code of the row that was clicked or opened from the keyboard."""
    ranking_requested = Signal(str)
    """The code of the row whose ranking was opened from the keyboard."""
    indicator_hovered = Signal(str)
    """The code of the row under the pointer; empty when it left."""
    menu_requested = Signal(str, QPoint)
    """The code of a row whose menu is wanted, and where, in global coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with no rows."""
        self._group: BarGroup | None = None
        self._bars: tuple[Bar, ...] = ()
        self._slots = 0
        self._selected: frozenset[str] = frozenset()
        self._current = ""
        self._hovered = ""
        self._pressed = ""
        self._letterings: dict[int, Lettering] = {}
        self._dressed: tuple[Theme, Polarity, int] | None = None
        self._layout: tuple[object, ...] = ()
        self._drafter: Drafter | None = None
        self._paper = BarsItem()
        super().__init__(self._paper, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._rows = Rows(0, LOWEST_ROW, 0)
        self.start()

    def set_group(self, group: BarGroup) -> None:
        """Shows a group of indicators, in the order of its bars."""
        if group == self._group:
            return
        count = len(self._bars)
        self._group = group
        self._bars = group.bars
        if self._row_of(self._current) < 0:
            self._current = group.bars[0].code if group.bars else ""
        if count != len(group.bars):
            self.updateGeometry()
        self.arrange()
        spoken = "\n".join(bar.spoken for bar in group.bars)
        self.describe(f"{group.title}, {group.score_text}", spoken)
        self.repaint_soon()

    def set_selected(self, codes: tuple[str, ...]) -> None:
        """Marks the rows of the open section or paragraph."""
        selected = frozenset(codes)
        if selected != self._selected:
            self._selected = selected
            self._mark()

    def set_slots(self, slots: int) -> None:
        """Makes rows as high as in a chart with at least ``slots`` of them.

        Charts of one height with the same slots have rows of one height.
        """
        if slots != self._slots:
            self._slots = slots
            self.updateGeometry()
            self.arrange()
            self.repaint_soon()

    @property
    def row_height(self) -> int:
        """The height of a row in logical pixels, 13 to 26."""
        return self._rows.height

    def row_rect(self, code: str) -> QRectF | None:
        """The row of an indicator in the chart's coordinates; ``None`` where it has none."""
        row = self._row_of(code)
        return None if row < 0 else self._rows.rect(row)

    def sizeHint(self) -> QSize:
        """Room for rows of a comfortable height."""
        return QSize(340, 19 * self._row_count() + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Room for the lowest rows."""
        return QSize(200, LOWEST_ROW * self._row_count() + 2 * MARGIN)

    def restyle(self) -> None:
        """Takes over colours and font."""
        self._letterings.clear()
        self._dressed = None

    def arrange(self) -> None:
        """Computes rows, columns and what is painted in them."""
        size = QSizeF(self.size())
        self._rows = rows(size, len(self._bars), self._slots)
        line = line_height(size.width(), self._rows.height)
        lettering = self._lettering(line)
        if self._group is not None:
            dress = (self.theme, self._group.polarity, line)
            if dress != self._dressed:
                self._dressed = dress
                self._paper.dress(self.theme, self._group.polarity, lettering.font)
        self._paper.show_picture(self._drafter_for(lettering).picture(self._bars))
        self._mark()

    def _drafter_for(self, lettering: Lettering) -> Drafter:
        """The drafter of this layout, which hangs on the names and not on a country's figures."""
        names = tuple((bar.name, bar.short_name) for bar in self._bars)
        layout = (self._rows, lettering, self.devicePixelRatioF(), names)
        if self._drafter is None or layout != self._layout:
            self._layout = layout
            grid = columns(self._rows.width, lettering, self._bars)
            written = fitted(self._bars, lettering, grid.name_width)
            self._drafter = Drafter(self._rows, grid, lettering, written, self.snapper())
        return self._drafter

    def viewportEvent(self, event: QEvent) -> bool:
        """Tells of the row under the pointer, as text and never as markup of the data."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        row = self._rows.at(event.pos().y())
        if row < 0:
            QToolTip.hideText()
        else:
            text = escape(self._bars[row].tooltip).replace("\n", "<br>")
            area = self._rows.rect(row).toAlignedRect()
            QToolTip.showText(event.globalPos(), f"<p>{text}</p>", self.viewport(), area)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks the row under the pointer."""
        self._hover(self._code_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Marks no row."""
        self._hover("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes the row the current one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = self._code_at(event.position())
        if self._pressed:
            self._current = self._pressed
            self._mark()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the row where it was pressed."""
        code = self._code_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and code and code == self._pressed:
            self.indicator_activated.emit(code)
        self._pressed = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click, and does nothing more."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the pointer, or of the current row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            area = self.row_rect(self._current)
            if area is not None:
                self.menu_requested.emit(
                    self._current, self.viewport().mapToGlobal(area.center().toPoint())
                )
            return
        code = self._code_at(QPointF(event.pos()))
        if code:
            self.menu_requested.emit(code, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the current row and opens it."""
        key, row, last = Qt.Key(event.key()), self._row_of(self._current), len(self._bars) - 1
        steps = {
            Qt.Key.Key_Up: max(row - 1, 0),
            Qt.Key.Key_Down: min(row + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last >= 0 and key in steps:
            self._go_to(steps[key])
        elif self._current and key in _OPENING:
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.ranking_requested if held else self.indicator_activated).emit(self._current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self._mark()

    def _go_to(self, row: int) -> None:
        self._current = self._bars[row].code
        spoken = QAccessibleAnnouncementEvent(self, self._bars[row].spoken)
        QAccessible.updateAccessibility(spoken)
        self._mark()

    def _hover(self, code: str) -> None:
        if code != self._hovered:
            self._hovered = code
            self._mark()
            self.indicator_hovered.emit(code)

    def _mark(self) -> None:
        selected = [
            self._rows.rect(row) for row, bar in enumerate(self._bars) if bar.code in self._selected
        ]
        focused = self.row_rect(self._current) if self.hasFocus() else None
        self._paper.mark(selected, self.row_rect(self._hovered), focused)
        self.repaint_soon()

    def _lettering(self, height: int) -> Lettering:
        if height not in self._letterings:
            self._letterings[height] = Lettering(fitting_font(self.font(), height))
        return self._letterings[height]

    def _row_count(self) -> int:
        return max(len(self._bars), self._slots, 1)

    def _row_of(self, code: str) -> int:
        return next((row for row, bar in enumerate(self._bars) if bar.code == code), -1)

    def _code_at(self, position: QPointF) -> str:
        row = self._rows.at(position.y())
        return self._bars[row].code if row >= 0 else ""
