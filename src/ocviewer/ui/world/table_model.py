"""The rows of a table of countries, in the order that the user sorts them in."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ocviewer.presenter.world.table import CountryRow, CountryTable, Kind, sorted_rows
from ocviewer.ui.tooltips import tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TableModel(QAbstractTableModel):
    """Prepared rows; which of them are shown, and their order, are the view's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until a table is shown."""
        super().__init__(parent)
        self.table = CountryTable((), (), 0)
        self.rows: tuple[CountryRow, ...] = ()
        """The rows that are shown, from top to bottom."""
        self.colours: Mapping[str, int] = {}
        """The countries (ISO3) that panes show, with the numbers of their colours."""
        self._wanted: frozenset[str] | None = None
        self._numbers: dict[str, int] = {}
        self._order: tuple[int, bool] | None = None

    def show(
        self, table: CountryTable, colours: Mapping[str, int], wanted: frozenset[str] | None
    ) -> None:
        """Shows the rows of the countries that are ``wanted``, or all."""
        self.beginResetModel()
        self.table, self.colours, self._wanted = table, colours, wanted
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; what it has no figure for stays last."""
        self._order = column, order is Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        rows = self.table.rows
        if self._order is not None and self._order != (self.table.sorted_by, self._is_usual()):
            column, descending = self._order
            rows = sorted_rows(rows, column, descending=descending)
        if self._wanted is not None:
            rows = tuple(row for row in rows if row.iso3 in self._wanted)
        self.rows = rows
        self._numbers = {row.iso3: number for number, row in enumerate(rows)}

    def _is_usual(self) -> bool:
        """Whether the order in which the rows come has the highest first."""
        columns = self.table.columns
        return columns[self.table.sorted_by].descending if columns else False

    def number_of(self, iso3: str) -> int:
        """The row of a country; -1 where it has none."""
        return self._numbers.get(iso3, -1)

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many countries are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, and what a screen reader and a tooltip say of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.text} {cell.note}".rstrip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            named = self.table.columns[index.column()].kind is Kind.NAME
            return row.spoken if named else cell.spoken or f"{cell.text} {cell.note}".rstrip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(row.spoken if not cell.spark else cell.text)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The heading of a column, what it means, and the order that a first click asks for."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.table.columns):
            return None
        column = self.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(column.tooltip)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind is Kind.RANK else _LEFT
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            order = Qt.SortOrder
            # as a number: Qt does not read the enumeration out of a variant
            return (order.DescendingOrder if column.descending else order.AscendingOrder).value
        return None
