"""The rows of the list of results: a heading for each country, and its hits below."""

from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ocviewer.presenter.search.results import HitGroup, HitView
from ocviewer.ui.tooltips import tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class ResultRow(NamedTuple):
    """A hit, or without one the heading of a group."""

    group: HitGroup
    view: HitView | None = None


class ResultModel(QAbstractListModel):
    """Headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until groups are shown."""
        super().__init__(parent)
        self.rows: tuple[ResultRow, ...] = ()

    def show(self, groups: tuple[HitGroup, ...]) -> None:
        """Shows other groups."""
        self.beginResetModel()
        rows = []
        for group in groups:
            rows.append(ResultRow(group))
            rows += [ResultRow(group, view) for view in group.hits]
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Headings and hits."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only hits can be chosen."""
        if not index.isValid() or self.rows[index.row()].view is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says; the delegate paints from the rows."""
        if not index.isValid():
            return None
        group, view = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return group.title.text if view is None else view.spoken
        if role == Qt.ItemDataRole.ToolTipRole and view is not None:
            return tooltip(view.snippet.text)
        return None
