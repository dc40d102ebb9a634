"""The heat table as it answers to pointer and keyboard."""

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.world.heat import named_row
from ocviewer.ui.world.heat_picture import HeatPicture

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE = 10
"""How many rows Page Up and Down move by."""
_ZOOMING = {"+": 1, "-": -1, "0": 0}
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class HeatChart(HeatPicture):
    """Rows of countries, columns of indicators.

    Arrows, Page Up and Down, Home and End move the cursor, letters go to a country, plus, minus
    and nought zoom, Enter opens the country and Ctrl+Enter adds it.
    """

    country_opened = Signal(str)
    """The country (ISO3) that was clicked or opened from the keyboard."""
    country_added = Signal(str)
    """The country that should come beside the others."""
    menu_requested = Signal(str, str, QPoint)
    """Country and code of the cell whose menu is wanted, and where, in global coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is pressed or typed."""
        self._pressed: tuple[int, int] | None = None
        self._typed = ""
        self._since_typed = QElapsedTimer()
        super().__init__(parent)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the hair."""
        self._hover(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Takes the hair away."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Moves the cursor."""
        self._pressed = None
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._place_at(event.position())
        if self._pressed is not None:
            self._cursor = self._pressed
            self._tell()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the country of the row where it was pressed; with Ctrl it adds it."""
        place = self._place_at(event.position())
        pressed, self._pressed = self._pressed, None
        if event.button() is Qt.MouseButton.LeftButton and place and place == pressed:
            self._open(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the cell under the pointer, or of the cursor."""
        if self._part is None:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            area = self.cell_rect(*self._ids(self._cursor))
            place = QPoint() if area is None else area.center().toPoint()
            self.menu_requested.emit(*self._ids(self._cursor), self.mapToGlobal(place))
            return
        found = self._place_at(QPointF(event.pos()))
        if found is not None:
            self.menu_requested.emit(*self._ids(found), event.globalPos())

    def _place_at(self, point: QPointF) -> tuple[int, int] | None:
        if self._geometry is None:
            return None
        row, column = self._geometry.row_at(point.y()), self._geometry.column_at(point.x())
        return None if row < 0 or column < 0 else (row, column)

    def _hover(self, place: tuple[int, int] | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the cursor, zooms, opens, or goes to the country that is typed."""
        if self._part is None or not self._part.rows:
            event.ignore()
            return
        key, held, text = Qt.Key(event.key()), event.modifiers(), event.text()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        target = self._target(key, control)
        if target is not None:
            self._go_to(*target)
        elif key in _OPENING:
            self._open(control)
        elif held & _COMMANDING or not text.isprintable() or not text:
            event.ignore()
        elif text in _ZOOMING and not self._typing():
            self.zoom(_ZOOMING[text])
        elif text.strip() or self._typing():
            self._type(text)
        else:
            event.ignore()

    def _target(self, key: Qt.Key, control: bool) -> tuple[int, int] | None:
        """Where a key moves the cursor to; ``None`` when it moves nothing."""
        assert self._part is not None
        (row, column), bottom = self._cursor, len(self._part.rows) - 1
        right = len(self._part.columns) - 1
        targets = {
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_PageUp: (row - _PAGE, column),
            Qt.Key.Key_PageDown: (row + _PAGE, column),
            Qt.Key.Key_Home: (0 if control else row, column if control else 0),
            Qt.Key.Key_End: (bottom if control else row, column if control else right),
        }
        if key not in targets:
            return None
        row, column = targets[key]
        return min(max(row, 0), bottom), min(max(column, 0), right)

    def _go_to(self, row: int, column: int) -> None:
        self._cursor = (row, column)
        self._hovered = None
        self._reveal()
        self._tell(aloud=True)
        self.update()

    def _typing(self) -> bool:
        """Whether the last letter was typed just now."""
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        return self._since_typed.isValid() and self._since_typed.elapsed() <= pause

    def _type(self, text: str) -> None:
        """Goes to the next country that begins with what was typed without a pause."""
        assert self._part is not None
        if not self._typing():
            self._typed = ""
        self._since_typed.start()
        self._typed += text
        start = self._cursor[0] + (len(self._typed) == 1)
        row = named_row(self._part.rows, self._typed, start)
        if row is not None:
            self._go_to(row, self._cursor[1])

    def _open(self, beside: bool) -> None:
        iso3, _ = self._ids(self._cursor)
        (self.country_added if beside else self.country_opened).emit(iso3)
