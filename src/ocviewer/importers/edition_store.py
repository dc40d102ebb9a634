"""Puts an edition into the user's library, where it adds anything to the bundled ones."""

from enum import StrEnum
from pathlib import Path

from ocviewer.domain.edition import Edition
from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.report import ImportReport, SheetReport
from ocviewer.importers.texts import shown
from ocviewer.library.encode import EditionOrigin, edition_text
from ocviewer.library.files import write_text
from ocviewer.library.library import Library


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

    A file of the bundled edition's scores would only slow every start, and an older import must not
    hide them. ``BadData`` where the folder cannot be written to.
    """
    path = folder / "editions" / f"{edition.year}.json"
    bundled = library.bundled_edition(edition.year)
    try:
        if bundled is not None and bundled.scores == edition.scores:
            if not path.exists():
                return Stored.BUNDLED, path
            if not dry:
                path.unlink()
            return Stored.BUNDLED_AGAIN, path
        text = edition_text(edition, origin, library.indicators)
        if path.exists() and path.read_bytes() == text.encode():
            return Stored.UNCHANGED, path
        if not dry:
            write_text(path, text)
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise BadData(Problem("workbook_write_failed", str(path), values=values)) from error
    return Stored.WRITTEN, path
