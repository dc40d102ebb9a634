"""The files of an import, a row each."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ocviewer.importers.job import FileReport
from ocviewer.importers.pages.held import Difference
from ocviewer.ui.importing.texts import FileRow, ImportTexts
from ocviewer.ui.tooltips import tooltip

_Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


class FileModel(QAbstractListModel):
    """Words a row when it is seen, so that thousands cost no more than those in sight."""

    def __init__(
        self, texts: ImportTexts, taken: Container[Difference], parent: QObject | None = None
    ) -> None:
        """Empty; ``taken`` are the differences whose figures are the page's now."""
        super().__init__(parent)
        self._texts = texts
        self._taken = taken
        self._reports: Sequence[FileReport] = ()

    def set_reports(self, reports: Sequence[FileReport]) -> None:
        """Lists these files."""
        self.beginResetModel()
        self._reports = reports
        self.endResetModel()

    def report(self, index: _Index) -> FileReport | None:
        """What became of the file of a row."""
        return self._reports[index.row()] if 0 <= index.row() < len(self._reports) else None

    def row(self, index: _Index) -> FileRow | None:
        """What a row shows."""
        report = self.report(index)
        return None if report is None else self._texts.row(report, self._taken)

    def row_of(self, file: str) -> int:
        """The row of a file; -1 where it is not listed."""
        return next((n for n, report in enumerate(self._reports) if report.file == file), -1)

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        """How many files are listed."""
        return 0 if parent.isValid() else len(self._reports)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, for screen readers and search by letters; its path in the tooltip."""
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        report = self.report(index)
        if role == Qt.ItemDataRole.ToolTipRole and report is not None:
            return tooltip("\n".join(filter(None, (report.file, row.below))))
        return None
