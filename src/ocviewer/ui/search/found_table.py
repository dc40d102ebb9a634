"""The countries that a query finds by their figures, as a table."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocviewer.presenter.world.table import CountryTable, table_tsv
from ocviewer.ui.world.country_table import CountryTableView


class FoundTable(QWidget):
    """Tells which country is picked, or wanted beside the others; Ctrl+C copies.

    Every query names figures of its own. A table of other columns is another widget, as the
    widths that it keeps belong to columns; ``replaced`` tells of it.
    """

    picked = Signal(str)
    add_requested = Signal(str)
    replaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a table is shown."""
        super().__init__(parent)
        self._columns: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.view = self._made()

    def _made(self) -> CountryTableView:
        view = CountryTableView(self)
        view.setAccessibleName(self.tr("Countries found"))
        view.picked.connect(self.picked)
        view.add_requested.connect(self.add_requested)
        view.copy_requested.connect(self.copy)
        self._column.addWidget(view)
        return view

    def show_table(self, table: CountryTable) -> None:
        """Shows the countries."""
        columns = [column.id for column in table.columns]
        if self._columns and columns != self._columns:
            self.view.hide()
            self._column.removeWidget(self.view)
            self.view.deleteLater()
            self.view = self._made()
            self.replaced.emit()
        self._columns = columns
        self.view.show_table(table, {})

    def copy(self) -> None:
        """Puts the selected countries, or all, on the clipboard."""
        rows = self.view.chosen_rows()
        QGuiApplication.clipboard().setText(table_tsv(self.view.rows_model.table, rows))
