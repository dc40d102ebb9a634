"""`ocviewer import-workbook FILE`: the editions of a table into the user's own library."""

from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.domain.edition import Edition
from ocviewer.importers.edition_store import edition_origin, store_edition
from ocviewer.importers.sheet_telling import sheet_lines
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.encode import EditionOrigin
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words

FINE, BAD_DATA = 0, 1


def run(
    file: Path,
    library: Library,
    words: Words,
    out: TextIO,
    err: TextIO,
    edition: int | None = None,
) -> int:
    """Imports a table and prints its report; problems go to ``err``.

    ``edition`` is for a table that does not say which edition it is. Nothing is written for an
    edition whose scores are those of the bundled one. Returns 0, or 1 when there is any problem;
    then nothing is written at all. Raises ``BadData`` when the user's folder cannot be written to.
    """
    found = WorkbookImporter(library.indicators, library.lookup).read(file, edition)
    editions = {edition.year: edition for edition in found.editions}
    for sheet in found.report.sheets:
        for line in sheet_lines(sheet, library, words):
            print(line, file=out)
        if sheet.year in editions:
            origin = edition_origin(found.report, sheet, library)
            print(_stored(editions[sheet.year], origin, library, words), file=out)
    if found.report.ignored:
        names = words.joined(list(found.report.ignored))
        print(words.say("importing.sheets_ignored", names=names), file=out)
    if not found.report.problems:
        return FINE
    for problem in found.report.problems:
        print(words.problem(problem), file=err)
    print(words.say("importing.nothing_written"), file=err)
    return BAD_DATA


def _stored(edition: Edition, origin: EditionOrigin, library: Library, words: Words) -> str:
    """Puts an edition into the user's library where it adds anything, and says what was done."""
    stored, path = store_edition(edition, origin, library, paths.user_library())
    return words.say(f"importing.{stored}", file=path)
