"""The notes in the user's folder: read as they are asked for, written so that none is lost.

A change is kept in memory until it is on the disk. To write, a file is read again under a lock,
what changed is put into what is there, and the file is replaced in one step; so two windows
lose nothing to each other but the older of two versions of the same note.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from ocviewer.domain.note import Note
from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.files import is_absent, is_folder, list_folder, write_bytes, write_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.notes.changes import Change, Removal, merged
from ocviewer.library.notes.codec import sheet_text
from ocviewer.library.notes.sheet import Sheet, State, country_of, is_sheet, read_sheet, sheet_path

FOLDER = "notes"
"""Where notes are in the user's library."""


def now(after: str = "") -> str:
    """This moment as notes carry it; never before ``after``, whatever the clock says."""
    moment = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    return max(f"{moment}Z", after)


class NoteStore:
    """All notes of a folder, by the country that they belong to (``None``: to none).

    ``problems`` holds what is wrong with the files that were read, and what was kept aside.
    """

    def __init__(self, folder: Path) -> None:
        """Reads nothing yet; the folder is made with the first note."""
        self._folder = folder
        self._sheets: dict[str | None, Sheet] = {}
        self._stamps: dict[str | None, object] = {}
        self._changes: dict[str | None, dict[str, Change]] = {}
        self._home: Path | None = None
        self.problems: list[Problem] = []

    def notes(self, country: str | None) -> tuple[Note, ...]:
        """The notes of a country with what was not written yet, the oldest first."""
        found = merged(self._sheet(country).notes, self._changes.get(country, {}))
        return tuple(sorted(found.values(), key=lambda note: (note.created, note.id)))

    def all_notes(self) -> tuple[Note, ...]:
        """Every note: those in general, then by country."""
        countries = sorted({*self._on_disk(), *self._changes}, key=lambda iso3: iso3 or "")
        return tuple(note for country in countries for note in self.notes(country))

    def is_read_only(self, country: str | None) -> bool:
        """Whether the file may not be written: it is of a newer version, or may not be read."""
        return self._sheet(country).state in (State.NEWER, State.CLOSED)

    def put(self, note: Note) -> None:
        """Adds a note, or changes the one of its id. ``BadData`` where the file is read-only."""
        self._change(note.country, note.id, note)

    def remove(self, note: Note) -> None:
        """Takes a note away. ``BadData`` where its file is read-only."""
        self._change(note.country, note.id, Removal(now(note.modified)))

    def _change(self, country: str | None, key: str, change: Change) -> None:
        if self.is_read_only(country):
            raise BadData(*self._sheet(country).problems)
        self._changes.setdefault(country, {})[key] = change

    @property
    def is_saved(self) -> bool:
        """Whether everything is on the disk."""
        return not self._changes

    def save(self, wait: float = 5.0) -> None:
        """Writes what changed.

        Raises ``BadData`` with everything that could not be written and why; that is kept, and
        tried again with the next call. ``wait`` is how many seconds another writer may take.
        """
        problems: list[Problem] = []
        for country in list(self._changes):
            path = sheet_path(self._folder, country)
            try:
                self._require_home()
                with FolderLock(self._folder, wait):
                    self._write(country, path)
            except BadData as error:
                problems += error.problems
            except OSError as error:
                values = {"reason": error.strerror or str(error)}
                problems.append(Problem("notes_not_written", str(path), values=values))
        if problems:
            raise BadData(*problems)

    def _see_home(self) -> None:
        """Remembers the library's folder, or what there is of those above it."""
        above = self._folder.parents
        self._home = self._home or next((path for path in above if is_folder(path)), None)

    def _require_home(self) -> None:
        """Raises ``BadData`` when that folder was there, and is gone, as with a drive.

        Notes written then would lie hidden below the drive when it is back.
        """
        if self._home is not None and is_absent(self._home):
            raise BadData(Problem("notes_folder_gone", str(self._home)))

    def _write(self, country: str | None, path: Path) -> None:
        there = self._read(country)
        if there.state in (State.NEWER, State.CLOSED):
            raise BadData(*there.problems)
        if there.state is State.DAMAGED:
            self._keep_aside(path)
        notes = merged(there.notes, self._changes[country])
        write_text(path, sheet_text(country, notes.values()))
        del self._changes[country]
        self._sheets[country] = Sheet(notes)
        self._stamps[country] = _stamp(path)
        self._home = self._folder.parent

    def _keep_aside(self, path: Path) -> None:
        """Copies a damaged file under a name that is free, before another takes its place."""
        number = 1
        while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
            number += 1
        write_bytes(aside, path.read_bytes())
        self.problems.append(Problem("notes_kept_aside", str(path), values={"aside": aside.name}))

    def refresh(self) -> bool:
        """Reads again what another window wrote; whether there was anything."""
        changed = [
            country
            for country in {*self._sheets, *self._on_disk()}
            if self._stamps.get(country) != _stamp(sheet_path(self._folder, country))
        ]
        for country in changed:
            self._read(country)
        return bool(changed)

    def _sheet(self, country: str | None) -> Sheet:
        known = self._sheets.get(country)
        # what was closed may have been so for a moment only
        return self._read(country) if known is None or known.state is State.CLOSED else known

    def _read(self, country: str | None) -> Sheet:
        self._see_home()
        # the stamp first: what is written between the two is then read again
        self._stamps[country] = _stamp(sheet_path(self._folder, country))
        sheet = self._sheets[country] = read_sheet(self._folder, country)
        self._hear(sheet.problems)
        return sheet

    def _hear(self, problems: Iterable[Problem]) -> None:
        self.problems += [problem for problem in problems if problem not in self.problems]

    def _on_disk(self) -> Iterator[str | None]:
        """The countries that have a file."""
        try:
            names = list_folder(self._folder)
        except BadData as error:
            self._hear(error.problems)
            return
        yield from (country_of(name) for name in names if is_sheet(name))


def _stamp(path: Path) -> object:
    """What tells one state of a file from the next; ``None`` where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
