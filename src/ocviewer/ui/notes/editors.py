"""The notes that are being written: a window for each, and what becomes of them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ocviewer.domain.note import Note, NoteKind
from ocviewer.presenter.notes.view import NoteView
from ocviewer.ui.notes.editor import NoteEditor
from ocviewer.ui.notes.keeper import Keeper


class Editors(QObject):
    """Opens an editor for a note, hands what is typed to the keeper, and tidies up.

    ``delete_wanted`` carries the note whose button was pressed.
    """

    delete_wanted = Signal(object)

    def __init__(self, keeper: Keeper, window: QWidget) -> None:
        """``window`` is what the editors stay in front of."""
        super().__init__(window)
        self._keeper = keeper
        self._window = window
        self._open: dict[str, NoteEditor] = {}

    def open(self, note: Note, view: NoteView, *, fresh: bool) -> None:
        """Opens a note, or brings its editor to the front."""
        if note.id in self._open:
            self._open[note.id].raise_()
            self._open[note.id].activateWindow()
            return
        editor = NoteEditor(view.about, view.quote, note.text, self._window)
        self._open[note.id] = editor
        editor.written.connect(lambda text: self._write(note, text))
        editor.delete_wanted.connect(lambda: self._delete(note.id))
        editor.finished.connect(lambda _result: self._closed(note.id, fresh=fresh))
        editor.show()

    def _write(self, opened: Note, text: str) -> None:
        """Writes into the note as it is now; one that was deleted meanwhile comes back so."""
        editor, note = self._open[opened.id], self._keeper.note(opened.id)
        if self._keeper.set_text(note or opened, text):
            editor.tell(self.tr("Saved") if self._keeper.is_saved else self.tr("Not saved yet"))
        else:
            editor.tell(self.tr("This note cannot be written"))

    def _delete(self, key: str) -> None:
        note = self._keeper.note(key)
        if note is not None:
            self.delete_wanted.emit(note)
        self._open[key].discard()

    def _closed(self, key: str, *, fresh: bool) -> None:
        del self._open[key]
        note = self._keeper.note(key)
        if note is None or note.text.strip():
            return
        if fresh or note.kind is not NoteKind.HIGHLIGHT:  # nothing says anything any more
            self._keeper.delete(note, undoable=False)

    def close(self) -> None:
        """Closes every editor; what was typed is kept."""
        for editor in list(self._open.values()):
            editor.close()
