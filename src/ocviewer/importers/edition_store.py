"""Puts an edition into the user's library, where it adds anything to the bundled ones."""

from enum import StrEnum
from pathlib import Path

from ocviewer.domain.edition import Edition
from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.report import ImportReport, SheetReport
from ocviewer.importers.texts import shown
from ocviewer.library.aside import replacing
from ocviewer.library.encode import EditionOrigin, edition_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.library.newer import require_not_newer
from ocviewer.library.removal import put_aside
from ocviewer.library.transaction import write_together


class Stored(StrEnum):
    """What was done with a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    BUNDLED = "bundled"
    """The bundled edition has the same scores; nothing was written."""
    BUNDLED_AGAIN = "bundled_again"
    """Likewise, and an older file of the user's that hid it is gone."""


def edition_origin(report: ImportReport, sheet: SheetReport, library: Library) -> EditionOrigin:
    """Where an edition is from; averages that its publisher did not compute are said to be so."""
    title = f"Global Organized Crime Index, workbook {shown(Path(report.file).name)}"
    computed = [library.indicators[average.code].name for average in sheet.computed]
    if computed:
        title += f"; averages computed by ocviewer: {', '.join(computed)}"
    return EditionOrigin(
        title=title,
        url="https://ocindex.net",
        publisher="Global Initiative Against Transnational Organized Crime",
        sha256=report.sha256,
    )


def store_edition(
    edition: Edition, origin: EditionOrigin, library: Library, folder: Path, *, dry: bool = False
) -> tuple[Stored, Path]:
    """Writes ``editions/YEAR.json`` below a library folder, or says why not; ``dry`` only says.

    An edition that it takes the place of is put aside. ``BadData`` where the folder cannot be
    written to or is gone, or where a newer version wrote that file.
    """
    stored, name, content = edition_change(edition, origin, library, folder)
    path = folder / name
    if dry or stored in (Stored.BUNDLED, Stored.UNCHANGED):
        return stored, path
    library.require_user_folder()
    try:
        with FolderLock(folder):
            require_not_newer(path)
            if stored is Stored.BUNDLED_AGAIN:
                put_aside(folder, name)
            else:
                write_together(folder, replacing(folder, [(name, content)]))
    except OSError as error:
        raise _not_written(path, error) from error
    return stored, path


def edition_change(
    edition: Edition, origin: EditionOrigin, library: Library, folder: Path
) -> tuple[Stored, str, bytes]:
    """What storing an edition would do, the file's name below the folder, and its content.

    A file of the bundled edition's scores would only slow every start, and an older import must not
    hide them: then there is no content, and a file that is there is put aside.
    """
    name = f"editions/{edition.year}.json"
    path, bundled = folder / name, library.bundled_edition(edition.year)
    try:
        if bundled is not None and bundled.scores == edition.scores:
            return (Stored.BUNDLED_AGAIN if path.exists() else Stored.BUNDLED), name, b""
        content = edition_text(edition, origin, library.indicators).encode()
        is_there = path.exists() and path.read_bytes() == content
    except OSError as error:
        raise _not_written(path, error) from error
    return (Stored.UNCHANGED if is_there else Stored.WRITTEN), name, content


def _not_written(path: Path, error: OSError) -> BadData:
    values = {"reason": error.strerror or str(error)}
    return BadData(Problem("workbook_write_failed", str(path), values=values))
