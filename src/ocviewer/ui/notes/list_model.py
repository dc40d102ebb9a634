"""The notes of the list, a row each."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ocviewer.presenter.notes.view import NoteView
from ocviewer.ui.tooltips import tooltip

_Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


class NoteListModel(QAbstractListModel):
    """Notes that match, in the order in which they come."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._views: Sequence[NoteView] = ()

    def set_views(self, views: Sequence[NoteView]) -> None:
        """Lists these notes."""
        self.beginResetModel()
        self._views = views
        self.endResetModel()

    def view(self, index: _Index) -> NoteView | None:
        """The note of a row."""
        return self._views[index.row()] if 0 <= index.row() < len(self._views) else None

    def row_of(self, key: str) -> int:
        """The row of a note's id; -1 where it is not listed."""
        ids = [view.note.id for view in self._views]
        return ids.index(key) if key in ids else -1

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        """How many notes are listed."""
        return 0 if parent.isValid() else len(self._views)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, in full for screen readers and tooltips."""
        view = self.view(index)
        if view is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return view.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, (view.quote, view.text, view.source))))
        return None
