"""The rows of the country selector on the screen, under mouse and keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ocviewer.ui.views.country_delegate import CountryDelegate
from ocviewer.ui.views.country_model import CountryModel, Row
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

_INDENTATION = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class CountryTree(QTreeView):
    """Tells which country is picked, or wanted beside the others, and what is typed here."""

    picked = Signal(str)
    add_requested = Signal(str)
    typed = Signal(str)
    escaped = Signal()

    def __init__(self, model: CountryModel, parent: QWidget | None = None) -> None:
        """Shows ``model``."""
        super().__init__(parent)
        self._countries = model
        self._pointer: QPoint | None = None
        self._lively: tuple[Row | None, Row | None] = (None, None)
        """The current row and that below the mouse, during a paint event."""
        self._delegate = CountryDelegate(model, self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENTATION)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # the row under the cursor is the current one; nothing is selected beside it
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(FlatScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.clicked.connect(self._click)
        model.refreshed.connect(lambda: self.viewport().update())

    def set_current_row(self, index: QModelIndex) -> None:
        """Moves the cursor to a row and, where that is out of sight, the row to the middle."""
        self.setCurrentIndex(index)
        place = self.visualRect(index)
        # not viewport(): its first call costs PySide 30 ms, on the way to the first paint
        if place.isEmpty() or place.top() < 0 or place.bottom() >= self.contentsRect().height():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def open_current(self, *, add: bool = False) -> None:
        """Picks the current country, or asks to add it; opens or closes the current group."""
        self._open(self.currentIndex(), add=add)

    def _open(self, index: QModelIndex, *, add: bool) -> None:
        row = self._countries.row_of(index)
        if row is None:
            return
        if row.entry is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            (self.add_requested if add else self.picked).emit(row.entry.iso3)

    def _click(self, index: QModelIndex) -> None:
        self._open(index, add=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks, Ctrl+Enter adds, Escape is told; a letter goes to the filter."""
        text = event.text()
        if event.key() in _ENTER:
            self.open_current(add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif text.strip() and text.isprintable() and not event.modifiers() & _COMMAND:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl+click adds a country."""
        index = self.indexAt(event.position().toPoint())
        row = self._countries.row_of(index)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        left = event.button() is Qt.MouseButton.LeftButton
        if left and control and row is not None and row.entry is not None:
            self.setCurrentIndex(index)
            self._open(index, add=True)
        else:
            super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Keeps where the mouse is."""
        if isinstance(event, QHoverEvent):
            left = event.type() is QEvent.Type.HoverLeave
            self._pointer = None if left else event.position().toPoint()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Finds out which rows are not quiet, once for all rows."""
        pointed = QModelIndex() if self._pointer is None else self.indexAt(self._pointer)
        row_of = self._countries.row_of
        self._lively = row_of(self.currentIndex()), row_of(pointed)
        super().paintEvent(event)

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints a quiet country straight away: it has no branch, and Qt would ask a lot."""
        row = self._countries.row_of(index)
        if row is None or row.entry is None or row.match is not None or row in self._lively:
            super().drawRow(painter, options, index)
            return
        levels = self._countries.level_of(row) + self.rootIsDecorated()
        place = QRectF(options.rect).adjusted(levels * self.indentation(), 0, 0, 0)
        self._delegate.paint_quiet(painter, place, row)

    def enterEvent(self, event: QEnterEvent) -> None:
        """From now on the row below the mouse can be told."""
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        super().enterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a country, at the mouse or at the current row."""
        place = event.pos()
        index = self.indexAt(place)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.visualRect(index).center()
        self._show_menu(index, place)

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        row = self._countries.row_of(index)
        if row is None or row.entry is None:
            return
        iso3 = row.entry.iso3
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.picked.emit(iso3))
        menu.addAction(self.tr("Add to comparison"), lambda: self.add_requested.emit(iso3))
        menu.popup(self.viewport().mapToGlobal(place))

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._delegate.restyle()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)
