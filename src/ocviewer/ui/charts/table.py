"""The figures of the charts as a table: to be read aloud, selected and copied."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.page import Bar, BarGroup
from ocviewer.ui.views.dialog_buttons import in_words

NOTHING = "–"
"""Stands where there is no figure: never a zero."""
_MINUS = "−"
_SIZE = QSize(740, 560)


class FigureTable(QTableWidget):
    """One row per indicator below one per average; Ctrl+C copies the selection as TSV."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with its headings."""
        super().__init__(0, 6, parent)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Indicator"),
                self.tr("Score"),
                self.tr("Change"),
                self.tr("Meaning"),
                self.tr("Previous edition"),
                self.tr("Region mean"),
            ]
        )
        self.setAccessibleName(self.tr("Figures"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table, the arrows move in it
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def set_groups(self, groups: Sequence[BarGroup]) -> None:
        """Shows groups of indicators, each under its average."""
        self.setRowCount(sum(1 + len(group.bars) for group in groups))
        row = 0
        for group in groups:
            self._fill(row, _group_cells(group), strong=True)
            for offset, bar in enumerate(group.bars, start=1):
                self._fill(row + offset, _bar_cells(bar), strong=False)
            row += 1 + len(group.bars)
        if self.rowCount():
            self.setCurrentCell(0, 0)

    def selection_as_tsv(self) -> str:
        """The selected cells, in rows and columns as they stand."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        rows = sorted({row for row, _ in chosen})
        columns = sorted({column for _, column in chosen})
        return _tsv(
            [self._text(row, column) if (row, column) in chosen else "" for column in columns]
            for row in rows
        )

    def as_tsv(self) -> str:
        """The whole table with its headings."""
        columns = range(self.columnCount())
        heading = [self._heading(column) for column in columns]
        body = [[self._text(row, column) for column in columns] for row in range(self.rowCount())]
        return _tsv([heading, *body])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies what is selected; moves as tables do otherwise."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selection_as_tsv())
        else:
            super().keyPressEvent(event)

    def copy_all(self) -> None:
        """Puts the whole table on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_tsv())

    def _fill(self, row: int, cells: Sequence[str], *, strong: bool) -> None:
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column not in (0, 3):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if strong:
                font = self.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(row, column, item)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()

    def _heading(self, column: int) -> str:
        item = self.horizontalHeaderItem(column)
        return "" if item is None else item.text()


def _group_cells(group: BarGroup) -> tuple[str, ...]:
    change = group.change
    return (group.title, group.score_text, change.amount or NOTHING, change.word, "", "")


def _bar_cells(bar: Bar) -> tuple[str, ...]:
    change = bar.change
    return (
        bar.name,
        _score(bar.score),
        change.amount or NOTHING,
        change.word,
        _score(bar.previous),
        _score(bar.region_mean),
    )


def _score(score: Hundredths | None) -> str:
    return NOTHING if score is None else score_text(score)


def _tsv(rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells; a real minus becomes the hyphen that spreadsheets read as a sign."""
    return "".join(
        "\t".join(" ".join(cell.split()).replace(_MINUS, "-") for cell in row) + "\n"
        for row in rows
    )


def open_figures(parent: QWidget, groups: Sequence[BarGroup], title: str = "") -> QDialog:
    """Opens a window with the figures of these groups; it deletes itself when it is closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title or QCoreApplication.translate("FigureTable", "Figures"))
    table = FigureTable(dialog)
    table.set_groups(groups)
    buttons = in_words(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
    copy = buttons.addButton(
        QCoreApplication.translate("FigureTable", "Copy all"),
        QDialogButtonBox.ButtonRole.ActionRole,
    )
    copy.clicked.connect(table.copy_all)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(table)
    layout.addWidget(buttons)
    dialog.resize(_SIZE)
    table.setFocus()
    dialog.show()
    return dialog
