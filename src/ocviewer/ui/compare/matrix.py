"""The matrix: every node in every pane on one scale, a row each."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ocviewer.presenter.compare.compared import Comparison
from ocviewer.ui.compare.matrix_layout import LEAST_ROW, MOST_ROW
from ocviewer.ui.compare.matrix_paint import MatrixPaint
from ocviewer.ui.compare.matrix_sheet import MatrixSheet
from ocviewer.ui.tooltips import tooltip

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Matrix(QWidget):
    """Paints the rows of a comparison.

    Up, Down, Home and End move the current row, Left and Right turn to another pane, Enter opens
    the section of the row, or the ranking of an average; Shift+Enter always the ranking.
    """

    indicator_activated = Signal(str)
    """The code of an indicator whose row was clicked or opened from the keyboard."""
    ranking_requested = Signal(str, int)
    """The code of a row whose ranking is wanted, and the pane."""
    menu_requested = Signal(str, QPoint, int)
    """The code of a row, the point of the screen, and the pane."""
    turned = Signal(int)
    """The pane that the user turned to."""
    row_wanted = Signal(QRectF)
    """A row that the keyboard came to, and that should be in sight."""
    edges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with no rows."""
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._colours: tuple[int, ...] = ()
        self._current = ""
        self._hovered = ""
        self._pressed = ""
        self._active = 0
        self.sheet = MatrixSheet(self.font())
        """What is painted, and where."""
        self._paint = MatrixPaint(self.palette())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_comparison(self, comparison: Comparison, colours: tuple[int, ...]) -> None:
        """Shows the rows of panes with these numbers of colours."""
        if comparison is self._comparison and colours == self._colours:
            return
        is_first = self._comparison is None
        self._comparison, self._colours = comparison, colours
        self.setAccessibleName(
            self.tr("Figures of %1").replace("%1", ", ".join(c.name for c in comparison.columns))
        )
        self.setAccessibleDescription(" ".join(row.spoken for row in comparison.rows))
        self._arrange()
        if is_first:
            self._current = comparison.rows[0].code
            self.updateGeometry()

    def set_active(self, pane: int) -> None:
        """Where Left and Right start from, and whose ranks the menu tells."""
        self._active = pane

    @property
    def row_height(self) -> int:
        """The height of a row in logical pixels, 14 to 26."""
        return self.sheet.lines.height if self.sheet.lines else LEAST_ROW

    def sizeHint(self) -> QSize:
        """Room for rows of the most height that makes sense."""
        return QSize(600, self.sheet.needed(MOST_ROW))

    def minimumSizeHint(self) -> QSize:
        """Room for the lowest rows."""
        return QSize(300, self.sheet.needed(LEAST_ROW))

    def _arrange(self) -> None:
        """Computes columns, rows and what is painted in them."""
        if self._comparison is None:
            return
        before = self.sheet.edges()
        self.sheet.arrange(self._comparison, self.size(), self.devicePixelRatioF())
        self._paint.dress(self.palette(), self.sheet.letters)
        self.update()
        if self.sheet.edges() != before:
            self.edges_changed.emit()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what was computed."""
        painter = QPainter(self)
        columns = self.sheet.columns
        if columns is not None:
            area, drawn = QRectF(event.rect()), self.sheet.picture
            if area.height() < self.height() / 2:
                drawn = drawn.between(area.top(), area.bottom())
            ring = self.sheet.row_rect(self._current) if self.hasFocus() else None
            self._paint.ground(painter, area, self.sheet.row_rect(self._hovered))
            self._paint.rules(painter, columns, self._colours, self.height())
            self._paint.picture(painter, drawn, ring)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Computes the geometry anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the palette and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.sheet.set_font(self.font())
            self._arrange()
            self.updateGeometry()

    # pointer and keyboard

    def event(self, event: QEvent) -> bool:
        """Tells of the row under the pointer, as text and never as markup of the data."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            code = self.sheet.code_at(event.pos().y())
            area = self.sheet.row_rect(code)
            if area is None:
                QToolTip.hideText()
            else:
                text = tooltip(self.sheet.rows[self.sheet.row_of(code)].tooltip)
                QToolTip.showText(event.globalPos(), text, self, area.toAlignedRect())
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights up the row under the pointer."""
        self.light(self.sheet.code_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Puts the light out."""
        self.light("")
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes row and pane the current ones."""
        self._pressed = self.sheet.code_at(event.position().y())
        pane = self.sheet.pane_at(event.position().x())
        if pane >= 0:
            self.turned.emit(pane)
        if self._pressed:
            self._current = self._pressed
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the row where it was pressed."""
        code = self.sheet.code_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and code and code == self._pressed:
            self._open(code)
        self._pressed = ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the pointer, or of the current row."""
        code, place, pane = self.sheet.code_at(event.pos().y()), event.globalPos(), self._active
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            area = self.sheet.row_rect(self._current)
            code = self._current if area is not None else ""
            if area is not None:
                place = self.mapToGlobal(area.center().toPoint())
        else:
            pane = max(0, self.sheet.pane_at(event.pos().x()))
        if code:
            self.menu_requested.emit(code, place, pane)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the current row and pane, and opens the row."""
        key, row = Qt.Key(event.key()), self.sheet.row_of(self._current)
        last = len(self.sheet.rows) - 1
        steps = {
            Qt.Key.Key_Up: max(row - 1, 0),
            Qt.Key.Key_Down: min(row + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        turns = {Qt.Key.Key_Left: self._active - 1, Qt.Key.Key_Right: self._active + 1}
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ShiftModifier and key in _OPENING and self._current:
            self.ranking_requested.emit(self._current, self._active)
        elif held:
            event.ignore()
        elif key in steps and last >= 0:
            self._go_to(steps[key])
        elif key in turns and 0 <= turns[key] < len(self._colours):
            self.turned.emit(turns[key])
        elif key in _OPENING and self._current:
            self._open(self._current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _open(self, code: str) -> None:
        if self.sheet.rows[self.sheet.row_of(code)].section:
            self.indicator_activated.emit(code)
        else:
            self.ranking_requested.emit(code, self._active)

    def _go_to(self, row: int) -> None:
        self._current = self.sheet.rows[row].code
        spoken = QAccessibleAnnouncementEvent(self, self.sheet.rows[row].spoken)
        QAccessible.updateAccessibility(spoken)
        area = self.sheet.row_rect(self._current)
        if area is not None:
            self.row_wanted.emit(area)
        self.update()

    def light(self, code: str) -> None:
        """Lights up the row of a node, and no other; none for an empty code."""
        if code != self._hovered:
            before, self._hovered = self._hovered, code
            shape = Qt.CursorShape.PointingHandCursor if code else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            for each in (before, code):
                self._update_row(each)

    def _update_row(self, code: str) -> None:
        area = self.sheet.row_rect(code)
        if area is not None:
            self.update(area.toAlignedRect())
