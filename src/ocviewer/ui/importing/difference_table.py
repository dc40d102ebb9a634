"""The figures of which page and library say different things, each to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from ocviewer.importers.pages.held import Difference
from ocviewer.ui.importing.results import Results
from ocviewer.ui.importing.texts import ImportTexts
from ocviewer.ui.views.ticks import dress_ticks

_USED = 3
"""The column that tells whose figure is used."""


_AIR = 14


class DifferenceTable(QTableWidget):
    """``ticked`` carries a difference and whether the page's figure is to be taken.

    Ranks and changes are computed from scores, so they have no box; a figure that was taken has
    one that stays ticked.
    """

    ticked = Signal(object, bool)

    def __init__(self, texts: ImportTexts, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(0, 4, parent)
        self._texts = texts
        self._differences: Sequence[Difference] = ()
        self.setHorizontalHeaderLabels(
            [self.tr("Figure"), self.tr("On the page"), self.tr("In the library"), self.tr("Used")]
        )
        self.setAccessibleName(self.tr("Figures that differ"))
        dress_ticks(self, wide=0)
        self.itemChanged.connect(self._tell)

    def show_differences(self, differences: Sequence[Difference], results: Results) -> None:
        """Lists these, ticked as they are chosen."""
        row = self.currentRow() if differences == self._differences else 0
        self._differences = differences
        self.blockSignals(True)
        self.clearContents()
        self.setRowCount(len(differences))
        for number, difference in enumerate(differences):
            self._fill(number, difference, results)
        for column in (1, 2, _USED):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _AIR)
        self.blockSignals(False)
        if differences:
            index = self.model().index(max(row, 0), 0)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    def _fill(self, number: int, difference: Difference, results: Results) -> None:
        taken, ticked = difference in results.taken, difference in results.ticked
        what, page, library = self._texts.teller.cells(difference)
        if not difference.can_be_taken:
            used = self.tr("computed")
        elif taken:
            used = self.tr("page’s")
        else:
            used = self.tr("page’s, to be applied") if ticked else self.tr("library’s")
        for column, text in enumerate((what[:1].upper() + what[1:], page, library, used)):
            item = QTableWidgetItem(text)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if column == 0:
                line = self._texts.teller.difference(difference, takes_page=taken or ticked)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, line.strip())
                if difference.can_be_taken:
                    on = taken or ticked
                    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                    if not taken:
                        flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            self.setItem(number, column, item)

    def _tell(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            on = item.checkState() is Qt.CheckState.Checked
            self.ticked.emit(self._differences[item.row()], on)
