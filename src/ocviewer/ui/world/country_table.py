"""A table of countries on the screen, under mouse and keyboard."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QMenu,
    QTableView,
    QWidget,
)

from ocviewer.presenter.world.table import CountryRow, CountryTable, sort_name
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar
from ocviewer.ui.world.table_columns import column_widths
from ocviewer.ui.world.table_header import TableHeader
from ocviewer.ui.world.table_model import Index, TableModel
from ocviewer.ui.world.table_painter import PADDING, Place, TablePainter

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FLAG = QItemSelectionModel.SelectionFlag


class _Kept(NamedTuple):
    """What stays when the rows change: countries, and where the current one is on the screen."""

    current: str
    place: int | None
    selected: tuple[str, ...]
    offset: int


class CountryTableView(QTableView):
    """Tells which country is picked, wanted beside the others, or asked for its menu.

    Enter and a double click pick, Ctrl+Enter adds, a letter jumps to a country, Ctrl+C copies.
    When the rows change, the current country stays where it is on the screen.
    """

    picked = Signal(str)
    add_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    """A country (ISO3) whose menu is wanted, and where, in global coordinates."""
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a table is shown."""
        super().__init__(parent)
        self.rows_model = TableModel(self)
        self._kept = _Kept("", None, (), 0)
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self._painter = TablePainter(self.rows_model, self)
        self._widths: list[tuple[int, int]] = []
        self.setHorizontalHeader(TableHeader(PADDING, self))
        self.setModel(self.rows_model)
        self.rows_model.modelAboutToBeReset.connect(self._keep)
        self.rows_model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._pick)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, the arrows move in it
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(FlatScrollBar(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height)

    # what is shown

    def show_table(
        self,
        table: CountryTable,
        colours: Mapping[str, int],
        wanted: frozenset[str] | None = None,
    ) -> None:
        """Shows a table, or those of its countries that are ``wanted``."""
        if not self.rows_model.table.columns:
            descending = table.columns[table.sorted_by].descending
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(table.sorted_by, order)
            self.setSortingEnabled(True)
        self.rows_model.show(table, colours, wanted)
        widths = [self._painter.widths(*numbered) for numbered in enumerate(table.columns)]
        if self._widths:  # a column gets no narrower: that would only jump
            pairs = zip(self._widths, widths, strict=True)
            widths = [(max(old[0], new[0]), max(old[1], new[1])) for old, new in pairs]
        if widths != self._widths:
            self._widths = widths
            self._fit_columns()

    def _keep(self) -> None:
        row = self.currentIndex().row()
        place = self.rowViewportPosition(row) if row >= 0 else -1
        seen = 0 <= place < self.viewport().height()
        self._kept = _Kept(
            self.current_country(),
            place if seen else None,
            self.selected_countries(),
            self.verticalScrollBar().value(),
        )

    def _restore(self) -> None:
        kept, model = self._kept, self.rows_model
        current = model.number_of(kept.current)
        if current < 0 and model.rows:
            kept, current = kept._replace(place=None, offset=0), 0
        selection = QItemSelection()
        for iso3 in kept.selected:
            index = model.index(model.number_of(iso3), 0)
            if index.isValid():
                selection.select(index, index)
        if not selection.isEmpty():
            self.selectionModel().select(selection, _FLAG.ClearAndSelect | _FLAG.Rows)
        self.selectionModel().setCurrentIndex(model.index(current, 0), _FLAG.NoUpdate)
        self.executeDelayedItemsLayout()
        offset = kept.offset
        if kept.place is not None:
            offset = current * self._painter.row_height - kept.place
        self.verticalScrollBar().setValue(offset)

    def reveal(self, iso3: str) -> None:
        """Makes a country current, in the middle of what is in sight; nothing if it has no row."""
        number = self.rows_model.number_of(iso3)
        if number >= 0:
            self._go_to(number, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _go_to(self, number: int, hint: QAbstractItemView.ScrollHint) -> None:
        index = self.rows_model.index(number, max(0, self.currentIndex().column()))
        self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self.scrollTo(index, hint)

    def current_country(self) -> str:
        """The country (ISO3) that the keyboard is at; empty when there is none."""
        row = self.currentIndex().row()
        return self.rows_model.rows[row].iso3 if row >= 0 else ""

    def selected_countries(self) -> tuple[str, ...]:
        """The countries (ISO3) that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows_model.rows[row].iso3 for row in rows)

    def chosen_rows(self) -> Sequence[CountryRow]:
        """The selected rows or, when there is none, all that are shown."""
        selected = set(self.selected_countries())
        rows = self.rows_model.rows
        return [row for row in rows if row.iso3 in selected] if selected else rows

    def add_sorting(self, menu: QMenu) -> None:
        """Fills a menu with the columns to sort by; the one that rules now turns round."""
        header = self.horizontalHeader()
        for number, column in enumerate(self.rows_model.table.columns):
            action = menu.addAction(column.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number == header.sortIndicatorSection())
            action.triggered.connect(partial(self._sort_by, number))

    def _sort_by(self, number: int) -> None:
        header = self.horizontalHeader()
        descending = self.rows_model.table.columns[number].descending
        if number == header.sortIndicatorSection():
            descending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(number, order)

    # columns

    def _fit_columns(self) -> None:
        """Parts the width among the columns; those that there is no room for are hidden."""
        columns = self.rows_model.table.columns
        whole, least = zip(*self._widths, strict=True)
        widths = column_widths(columns, whole, least, self.viewport().width())
        for number, width in enumerate(widths):
            self.setColumnHidden(number, width == 0)
            if width:
                self.setColumnWidth(number, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Parts the new width."""
        super().resizeEvent(event)
        if self._widths:
            self._fit_columns()

    # mouse and keyboard

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self.rows_model.rows[index.row()].iso3)

    def open_current(self, *, add: bool = False) -> None:
        """Picks the current country, or asks to add it."""
        iso3 = self.current_country()
        if iso3:
            (self.add_requested if add else self.picked).emit(iso3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks, Ctrl+Enter adds, Ctrl+C copies; the rest is a table's own."""
        if event.key() in _ENTER:
            self.open_current(add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Jumps to the next country whose name begins with what is typed, whatever the column."""
        interval = QApplication.keyboardInputInterval()
        again = self._since_typed.isValid() and self._since_typed.elapsed() < interval
        self._since_typed.start()
        self._typed = self._typed + search if again else search
        typed = sort_name(self._typed)
        names = [sort_name(row.name) for row in self.rows_model.rows]
        if not typed or not names:
            return
        start = max(0, self.currentIndex().row())
        if len(set(typed)) == 1:  # one letter, again and again, goes from one to the next
            typed, start = typed[0], start + 1
        order = (*range(start, len(names)), *range(start))
        found = next((number for number in order if names[number].startswith(typed)), -1)
        if found >= 0:
            self._go_to(found, QAbstractItemView.ScrollHint.EnsureVisible)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the pointer, or of the current row."""
        index, place = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self.menu_requested.emit(self.rows_model.rows[index.row()].iso3, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows in sight."""
        count = len(self.rows_model.rows)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        places = [
            Place(n, self.columnViewportPosition(n), self.columnWidth(n))
            for n in range(len(self.rows_model.table.columns))
            if not self.isColumnHidden(n)
        ]
        selected = {index.row() for index in self.selectionModel().selectedRows()}
        current, top = self.currentIndex().row(), self.rowViewportPosition(first)
        painter = QPainter(self.viewport())
        for row in range(first, count if last < 0 else last + 1) if first >= 0 else ():
            chosen, at = row in selected, row == current
            self._painter.paint_row(painter, row, top, places, selected=chosen, current=at)
            top += self._painter.row_height
        painter.end()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The outline goes round the whole row, not round a cell."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._painter.restyle()
            self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
            self.viewport().update()
