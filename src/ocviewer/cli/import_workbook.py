"""`ocviewer import-workbook FILE`: a workbook's editions into the user's own library."""

from pathlib import Path
from typing import TextIO

from ocviewer import paths
from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import ACTORS, AVERAGES, MARKETS, RESILIENCE
from ocviewer.domain.problem import BadData, Problem
from ocviewer.domain.score import score_text
from ocviewer.importers.report import FoundDiscrepancy, ImportReport, SheetReport
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.encode import EditionOrigin, edition_text
from ocviewer.library.files import write_text
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.library import Library
from ocviewer.library.newer import require_not_newer
from ocviewer.presenter.words import Words

FINE, BAD_DATA = 0, 1


def run(file: Path, library: Library, words: Words, out: TextIO, err: TextIO) -> int:
    """Imports a workbook and prints its report; problems go to ``err``.

    Nothing is written for an edition whose scores are those of the bundled one. Returns 0, or 1
    when there is any problem; then nothing is written at all. Raises ``BadData`` when the user's
    folder cannot be written to.
    """
    found = WorkbookImporter(library.indicators, library.lookup).read(file)
    editions = {edition.year: edition for edition in found.editions}
    for sheet in found.report.sheets:
        for line in _sheet_lines(sheet, library, words):
            print(line, file=out)
        if sheet.year in editions:
            print(_stored(editions[sheet.year], found.report, library, words), file=out)
    if found.report.ignored:
        names = words.joined(list(found.report.ignored))
        print(words.say("importing.sheets_ignored", names=names), file=out)
    if not found.report.problems:
        return FINE
    for problem in found.report.problems:
        print(words.problem(problem), file=err)
    print(words.say("importing.nothing_written"), file=err)
    return BAD_DATA


def _origin(report: ImportReport) -> EditionOrigin:
    return EditionOrigin(
        title=f"Global Organized Crime Index, workbook {Path(report.file).name}",
        url="https://ocindex.net",
        publisher="Global Initiative Against Transnational Organized Crime",
        sha256=report.sha256,
    )


def _sheet_lines(sheet: SheetReport, library: Library, words: Words) -> list[str]:
    """What was read of a sheet, and what it lacks."""
    indicators = library.indicators
    counts = {
        name: sum(child.code in sheet.codes for child in indicators.children(code))
        for name, code in (("markets", MARKETS), ("actors", ACTORS), ("resilience", RESILIENCE))
    }
    lines = [
        words.say(
            "importing.sheet",
            edition=sheet.year,
            sheet=sheet.sheet,
            countries=len(sheet.countries),
            **counts,
        )
    ]
    not_scored = [node.name for node in indicators if node.code not in sheet.codes]
    if not_scored:
        lines.append(words.say("importing.not_scored", names=words.joined(not_scored)))
    absent = [c.name for c in library.countries.values() if c.iso3 not in sheet.countries]
    if absent:
        lines.append(words.say("importing.absent", names=words.joined(absent)))
    lines += [_discrepancy(found, library, words) for found in sheet.discrepancies]
    if not sheet.discrepancies and set(AVERAGES) <= set(sheet.codes):
        lines.append(words.say("importing.no_discrepancies"))
    return lines


def _discrepancy(found: FoundDiscrepancy, library: Library, words: Words) -> str:
    average = found.discrepancy
    return words.say(
        "importing.discrepancy",
        place=words.place(found.place),
        country=library.countries[found.iso3].name,
        name=library.indicators[average.code].name,
        published=score_text(average.published),
        expected=f"{float(average.expected / 100):.4f}",
    )


def _stored(edition: Edition, report: ImportReport, library: Library, words: Words) -> str:
    """Puts an edition into the user's library where it adds anything, and says what was done."""
    path = paths.user_library() / "editions" / f"{edition.year}.json"
    bundled = library.bundled_edition(edition.year)
    is_bundled = bundled is not None and bundled.scores == edition.scores
    text = edition_text(edition, _origin(report), library.indicators)
    try:
        if is_bundled and not path.exists():
            return words.say("importing.bundled")
        if not is_bundled and path.exists() and path.read_bytes() == text.encode():
            return words.say("importing.unchanged", file=path)
        require_not_newer(path)
        with FolderLock(paths.user_library()):
            if is_bundled:  # a file of the same scores would hide them, and slow every start
                path.unlink(missing_ok=True)
                return words.say("importing.bundled_again", file=path)
            write_text(path, text)
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise BadData(Problem("workbook_write_failed", str(path), values=values)) from error
    return words.say("importing.written", file=path)
