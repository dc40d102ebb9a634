"""`ocviewer import-workbook FILE`: the editions of a table into the user's own library."""

from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.cli.import_report import sheet_lines
from ocviewer.domain.edition import Edition
from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.report import ImportReport, SheetReport
from ocviewer.importers.texts import shown
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.encode import EditionOrigin, edition_text
from ocviewer.library.files import write_text
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
            origin = _origin(found.report, sheet, library)
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


def _origin(report: ImportReport, sheet: SheetReport, library: Library) -> EditionOrigin:
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


def _stored(edition: Edition, origin: EditionOrigin, library: Library, words: Words) -> str:
    """Puts an edition into the user's library where it adds anything, and says what was done."""
    path = paths.user_library() / "editions" / f"{edition.year}.json"
    bundled = library.bundled_edition(edition.year)
    try:
        if bundled is not None and bundled.scores == edition.scores:
            return _left_to_the_bundle(path, words)
        text = edition_text(edition, origin, library.indicators)
        if path.exists() and path.read_bytes() == text.encode():
            return words.say("importing.unchanged", file=path)
        write_text(path, text)
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise BadData(Problem("workbook_write_failed", str(path), values=values)) from error
    return words.say("importing.written", file=path)


def _left_to_the_bundle(path: Path, words: Words) -> str:
    """A file of the same scores would only slow every start; an older import must not hide them."""
    if not path.exists():
        return words.say("importing.bundled")
    path.unlink()
    return words.say("importing.bundled_again", file=path)
