"""The list of all notes, highlights and bookmarks, with a search, an undo and an export."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ocviewer.presenter.notes.view import NoteView, Shelf, matching
from ocviewer.ui.notes.list_delegate import NoteDelegate
from ocviewer.ui.notes.list_model import NoteListModel
from ocviewer.ui.notes.save_notes import ask_where_to_save
from ocviewer.ui.views.filter_edit import FilterEdit
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

if TYPE_CHECKING:
    from ocviewer.ui.notes.desk import Desk

_SIZE = (680, 520)


class NoteSearch(FilterEdit):
    """While it is empty, Delete and Ctrl+Z are about the notes, not about its text."""

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the list where there is nothing to undo here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves Delete to the list where there is nothing to delete here."""
        if event.key() == Qt.Key.Key_Delete and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class NoteListView(QListView):
    """The rows; Delete and Enter are the list's own business."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves Enter, Delete and letters to the window, and Escape with them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NotesList(QDialog):
    """Lists what is noted; Enter opens a passage, Delete takes a note away, Ctrl+Z back."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        """Lists every note of the desk's keeper, and follows its changes."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Notes, highlights and bookmarks"))
        self._desk = desk
        self._views: tuple[NoteView, ...] = ()
        self.model = NoteListModel(self)
        self.rows = NoteListView(self)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(NoteDelegate(self.model, self.rows))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setVerticalScrollBar(FlatScrollBar(self.rows))
        self.rows.setAccessibleName(self.tr("Notes"))
        self.filter = NoteSearch(self.rows, self)
        self.filter.setPlaceholderText(self.tr("Search notes, quotes, countries…"))
        self.filter.setAccessibleName(self.tr("Search the notes"))
        self.shelf = QComboBox(self)
        self.shelf.setAccessibleName(self.tr("Which notes"))
        for shelf, text in self._shelves():
            self.shelf.addItem(text, shelf)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._state.setWordWrap(True)  # a long sentence makes the window no wider
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = {
            "open": self._button(self.tr("&Open"), self.open),
            "edit": self._button(self.tr("&Note…"), self.edit),
            "delete": self._button(self.tr("&Delete"), self.delete),
            "undo": self._button(self.tr("&Undo"), self._desk.undo),
            "export": self._button(self.tr("E&xport…"), self.export),
        }
        self._lay_out()
        self._connect()
        self.filter.setFocus()

    def _shelves(self) -> tuple[tuple[Shelf, str], ...]:
        return (
            (Shelf.ALL, self.tr("Everything")),
            (Shelf.HIGHLIGHTS, self.tr("Highlights")),
            (Shelf.NOTES, self.tr("Notes")),
            (Shelf.BOOKMARKS, self.tr("Bookmarks")),
            (Shelf.LOST, self.tr("Lost passages")),
        )

    def _button(self, text: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: handler())
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self.shelf)
        bottom = QHBoxLayout()
        bottom.addWidget(self._state, 1)
        for button in self._buttons.values():
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        column.addLayout(bottom)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self._desk.keeper.changed.connect(self._follow)
        self.filter.textChanged.connect(self._show)
        self.filter.confirmed.connect(lambda _with_ctrl: self.open())
        self.filter.left.connect(self.reject)
        self.shelf.currentIndexChanged.connect(self._show)
        self.rows.activated.connect(lambda _index: self.open())
        self.rows.selectionModel().selectionChanged.connect(self._enable)
        undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        undo.activated.connect(self._desk.undo)

    def search(self, query: str) -> None:
        """Lists what holds the words of a query."""
        self.filter.setText(query)

    def tell(self, text: str) -> None:
        """Says something below the list."""
        self._state.setText(text)
        self._state.setAccessibleName(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Lists what came meanwhile."""
        super().showEvent(event)
        self.reload()

    def _follow(self) -> None:
        if self.isVisible():
            self.reload()

    def done(self, result: int) -> None:
        """Closed, it begins anew the next time."""
        super().done(result)
        self.filter.clear()

    def reload(self) -> None:
        """Lists the notes as they are now; the same row stays marked."""
        self._views = self._desk.words.views(self._desk.keeper.all_notes())
        self._show()

    def shown(self) -> list[NoteView]:
        """The notes that are listed."""
        return matching(self._views, self.filter.text(), self.shelf.currentData())

    def chosen(self) -> list[NoteView]:
        """The notes that are marked, from above."""
        indexes = sorted(self.rows.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [view for index in indexes if (view := self.model.view(index)) is not None]

    def _show(self) -> None:
        before = self.rows.currentIndex()
        kept, row = self.model.view(before), before.row()
        views = self.shown()
        self.model.set_views(views)
        if views:
            found = self.model.row_of(kept.note.id) if kept else 0
            if found < 0:  # it is gone: the next one is marked
                found = min(max(row, 0), len(views) - 1)
            self.mark(found)
        self._enable()
        if len(views) == len(self._views):
            self.tell(self.tr("Notes: %1").replace("%1", str(len(views))))
        else:
            text = self.tr("Notes: %1 of %2").replace("%1", str(len(views)))
            self.tell(text.replace("%2", str(len(self._views))))

    def mark(self, row: int) -> None:
        """Marks one row."""
        # not the view's setCurrentIndex, which goes by Ctrl and Shift, held for Ctrl+Z
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.rows.selectionModel().setCurrentIndex(self.model.index(row), flag)

    def _enable(self) -> None:
        some = bool(self.chosen())
        for name in ("open", "edit", "delete"):
            self._buttons[name].setEnabled(some)
        editable = [view for view in self.chosen() if view.note.kind != "bookmark"]
        self._buttons["edit"].setEnabled(bool(editable))
        self._buttons["undo"].setEnabled(self._desk.keeper.can_undo)
        self._buttons["export"].setEnabled(self.model.rowCount() > 0)

    def open(self) -> None:
        """Shows the passage of the marked note in the window, and gives way to it.

        The list is hidden, not closed: the next time it is wanted it is as it was.
        """
        chosen = self.chosen()
        if chosen and self._desk.open(chosen[0]):
            self.hide()

    def edit(self) -> None:
        """Opens the marked note to be written."""
        for view in self.chosen():
            if view.note.kind != "bookmark":
                self._desk.edit(view.note)
                return

    def delete(self) -> None:
        """Takes the marked notes away."""
        chosen = [view.note for view in self.chosen()]
        if chosen:
            self._desk.remove(*chosen)

    def export(self) -> None:
        """Asks for a file and writes the listed notes into it."""
        ask_where_to_save(self, self.shown(), self._desk.window.controller.words, self.tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Enter and F2 act on the marked notes, Enter from the search line too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete()
        elif event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)
