"""Keeps the notes of a window: changes them, writes them, and can take a deletion back."""

import uuid
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ocviewer.domain.note import Anchor, Note, NoteKind
from ocviewer.domain.plain_text import plain
from ocviewer.domain.problem import Problem, UserError
from ocviewer.library.notes.store import NoteStore, now

_SHORT = 0.1
"""Seconds for which the window may stand still because another is writing."""
_LONG = 3.0
"""Likewise at its end."""
_AGAIN = 2000
"""Milliseconds until what could not be written is tried again."""


class Keeper(QObject):
    """The notes in the user's folder, as this window changes them.

    Every change is written at once. What cannot be is kept and tried again, and ``failed`` tells
    why, once for each reason.
    """

    changed = Signal()
    """Notes are others than before: by this window, or by another one."""
    failed = Signal(object)
    """The problem."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Reads nothing yet."""
        super().__init__(parent)
        self._store = NoteStore(folder)
        self._deleted: list[tuple[Note, ...]] = []
        self._told: list[Problem] = []
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self.save)

    def notes(self, country: str | None) -> tuple[Note, ...]:
        """The notes of a country, or those in general."""
        return self._heard(self._store.notes(country))

    def all_notes(self) -> tuple[Note, ...]:
        """Every note."""
        return self._heard(self._store.all_notes())

    def _heard(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        """Tells what was wrong with the files that were just read."""
        for problem in tuple(self._store.problems):
            self._tell(problem)
        return notes

    def note(self, key: str) -> Note | None:
        """The note of an id, as it is now."""
        return next((note for note in self._store.all_notes() if note.id == key), None)

    def about(self, kind: NoteKind, *target: object) -> Note | None:
        """The first note of a kind on a country, edition, section and indicator."""
        country = target[0]
        notes = self.notes(country if isinstance(country, str) else None)
        return next((n for n in notes if n.kind is kind and n.is_about == target), None)

    def add(
        self,
        kind: NoteKind,
        country: str | None,
        edition: int | None = None,
        section: str | None = None,
        indicator: str | None = None,
        *,
        text: str = "",
        passage: tuple[Anchor, str, int] | None = None,
    ) -> Note | None:
        """Makes a note; ``passage`` is a highlight's anchor, wording and mark.

        ``None`` where the file may not be written, which ``failed`` tells.
        """
        moment = now()
        anchor, wording, mark = passage or (None, None, None)
        note = Note(
            id=uuid.uuid4().hex,
            kind=kind,
            created=moment,
            modified=moment,
            country=country,
            edition=edition,
            section=section,
            indicator=indicator,
            wording=wording,
            mark=mark,
            anchor=anchor,
            text=plain(text),
        )
        return note if self._put((note,)) else None

    def set_text(self, note: Note, text: str) -> bool:
        """Writes another text into a note; whether that was possible."""
        return self._put((note._replace(text=plain(text), modified=now(note.modified)),))

    def set_mark(self, notes: Iterable[Note], mark: int) -> bool:
        """Gives highlights another mark; whether that was possible."""
        return self._put(
            tuple(note._replace(mark=mark, modified=now(note.modified)) for note in notes)
        )

    def delete(self, *notes: Note, undoable: bool = True) -> bool:
        """Takes notes away, which ``undo`` takes back; whether that was possible."""
        try:
            for note in notes:
                self._store.remove(note)
        except UserError as error:
            self._refused(error)
            return False
        if undoable and notes:
            self._deleted.append(notes)
        self.save()
        self.changed.emit()
        return True

    @property
    def is_saved(self) -> bool:
        """Whether everything is on the disk."""
        return self._store.is_saved

    @property
    def trouble(self) -> Problem | None:
        """Why something is not on the disk yet; ``None`` where everything is."""
        return None if self.is_saved or not self._told else self._told[-1]

    @property
    def can_undo(self) -> bool:
        """Whether something was deleted that can come back."""
        return bool(self._deleted)

    def undo(self) -> tuple[Note, ...]:
        """Brings back what was deleted last, and says what; nothing where nothing was."""
        if not self._deleted:
            return ()
        notes = self._deleted.pop()
        back = tuple(note._replace(modified=now(note.modified)) for note in notes)
        return back if self._put(back) else ()

    def _put(self, notes: tuple[Note, ...]) -> bool:
        try:
            for note in notes:
                self._store.put(note)
        except UserError as error:
            self._refused(error)
            return False
        self.save()
        self.changed.emit()
        return True

    def _refused(self, error: UserError) -> None:
        """What the user just asked for and does not get is told every time."""
        self.failed.emit(error.problems[0])

    def save(self, wait: float = _SHORT) -> bool:
        """Writes what was not written yet; whether everything is on the disk now."""
        try:
            self._store.save(wait)
        except UserError as error:
            for problem in error.problems:
                self._tell(problem)
            self._again.start()
            return False
        self._again.stop()
        self._heard(())
        self._told = [problem for problem in self._told if problem in self._store.problems]
        return True

    def close(self) -> bool:
        """Writes the rest, with patience; whether everything is on the disk."""
        saved = self._store.is_saved or self.save(_LONG)
        self._again.stop()
        return saved

    def refresh(self) -> None:
        """Takes over what another window wrote."""
        if self._store.refresh():
            self._heard(())
            self.changed.emit()

    def _tell(self, problem: Problem) -> None:
        if problem not in self._told:
            self._told.append(problem)
            self.failed.emit(problem)
