"""Several files of a library that change together: after a kill all of them are new, or none is.

Everything is first written and synced in a folder of its own, ``.pending/new``. Then a journal
names what is there: from that moment on the files count as written. Then each is moved to its
place. A program that is killed before the journal leaves a folder that the next start throws
away; one that is killed after it leaves a journal that the next start works off (``recovery``).

The journal also tells what each file took the place of. Where another window has written that
file meanwhile, its work stays, and what was pending is put aside (``aside``).
"""

import errno
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.aside import aside, sha256_of
from ocviewer.library.durable import make_folder, replace_file, sync_folder, write_synced
from ocviewer.library.files import parse_object, read_bytes
from ocviewer.library.recovery import PENDING

_NEW = "new"
_JOURNAL = "journal.json"
_VERSION = 1


def write_together(folder: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Writes files, by their paths below ``folder`` with ``/`` between, all or none.

    The caller holds the folder's lock. Whatever ``contents`` raises while it is read ends it with
    nothing written. ``BadData`` when the folder cannot be written to, or when a file cannot be
    put in place: then it waits, safe, for the next start.
    """
    finish(folder)
    pending = folder / PENDING
    try:
        names = _stage(pending / _NEW, contents)
        for name in names:
            _require_place(folder / name)
        files = [{"name": name, "was": sha256_of(folder / name)} for name in names]
        journal = {"schema_version": _VERSION, "kind": "journal", "files": files}
        replace_file(pending / _JOURNAL, json.dumps(journal, indent=1).encode())
    except OSError as error:
        _discard(pending)
        raise BadData(failure("not_stored", error, folder)) from error
    except BaseException:
        _discard(pending)
        raise
    finish(folder)


def finish(folder: Path) -> None:
    """Works off what is pending in a folder, if anything is; the caller holds its lock.

    ``BadData`` when that cannot be done; it stays pending.
    """
    pending = folder / PENDING
    journal = pending / _JOURNAL
    try:
        if not pending.exists():
            return
        rows = _rows(journal) if journal.exists() else []
        places = {_move(pending / _NEW, folder, row["name"], row["was"]) for row in rows}
        for place in places:
            sync_folder(place)
    except OSError as error:
        raise BadData(failure("pending_stuck", error, pending)) from error
    _discard(pending)


def _stage(new: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    names = []
    for name, content in files:
        path = new / name
        make_folder(path.parent)
        write_synced(path, content)
        names.append(name)
    for folder in {(new / name).parent for name in names}:
        sync_folder(folder)
    return names


def _require_place(path: Path) -> None:
    """Raises ``OSError`` where a file of this name could not be put, before anything counts."""
    make_folder(path.parent)
    _require_no_folder(path)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path.parent))


def _require_no_folder(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _rows(journal: Path) -> list[dict[str, str]]:
    """The files that a journal names, each below the folder that it lies in."""
    file = parse_object(read_bytes(journal), journal)
    version = file.get("schema_version")
    if isinstance(version, int) and version > _VERSION:
        values = {"version": str(version), "current": str(_VERSION)}
        raise BadData(Problem("newer_schema", str(journal), "schema_version", values))
    rows = file.get("files")
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise BadData(Problem("journal_damaged", str(journal)))
    return rows


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or set(row) != {"name", "was"}:
        return False
    if not all(isinstance(value, str) for value in row.values()):
        return False
    path = Path(row["name"])
    return not path.is_absolute() and not path.drive and ".." not in path.parts


def _move(new: Path, folder: Path, name: str, was: str) -> Path:
    """Puts a file in place, unless an earlier run has; returns the folder that it is in."""
    staged, place = new / name, folder / name
    if staged.exists():
        _require_no_folder(place)
        if sha256_of(place) != was:
            place = folder / aside(folder, name)
        make_folder(place.parent)
        staged.replace(place)
    return place.parent


def _discard(pending: Path) -> None:
    """Removes the folder, the journal first: a journal has to find what it names, or its place."""
    with suppress(OSError):
        (pending / _JOURNAL).unlink(missing_ok=True)
        sync_folder(pending)
        shutil.rmtree(pending, ignore_errors=True)


def failure(key: str, error: OSError, path: Path) -> Problem:
    """A problem of the file that the system names, else of ``path``, with the system's reason."""
    file = str(error.filename2 or error.filename or path)
    return Problem(key, file, values={"reason": error.strerror or str(error)})
