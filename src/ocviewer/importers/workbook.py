"""Files with the index's scores as editions: the official workbook, and what others made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.book import Book, contents, open_book
from ocviewer.importers.editions import dataset_year, year_of_cell
from ocviewer.importers.headers import HeaderReader
from ocviewer.importers.reading import EditionReading, Place, SheetReading
from ocviewer.importers.report import ImportReport
from ocviewer.importers.sheet import Sheet
from ocviewer.importers.sheets import SheetReader
from ocviewer.importers.texts import shown
from ocviewer.library.lookup import Lookup


@dataclass(frozen=True, slots=True)
class WorkbookImport:
    """What an import gives: its report and, only when there is no problem, the editions.

    ``places`` gives the continent and region that each edition's sheet names for a country, by
    year and ISO3.
    """

    report: ImportReport
    editions: tuple[Edition, ...]
    places: Mapping[int, Mapping[str, Place]]


class WorkbookImporter:
    """Reads tables of the Global Organized Crime Index: .xlsx, .xlsm, .ods, .csv and .tsv.

    Rows and columns are found by name, never by position. Nothing is guessed: what is not clear
    is a problem in the report, with its sheet, row and column.
    """

    def __init__(self, indicators: IndicatorTable, lookup: Lookup) -> None:
        """Takes the nodes and the countries that a table may name."""
        self._indicators = indicators
        self._lookup = lookup

    def read(self, path: Path, edition: int | None = None) -> WorkbookImport:
        """Reads every edition of a file. What is wrong with it is in the report, not raised.

        ``edition`` is for a table that does not say which edition it is; where one does, and it
        is another, that is a problem.
        """
        file, sha256 = str(path), ""
        try:
            if edition is not None and year_of_cell(edition) is None:
                raise BadData(Problem("workbook_no_year", file, values={"found": str(edition)}))
            content, sha256 = contents(path)
            headers = HeaderReader(self._indicators)
            book = open_book(content, path, lambda rows: headers.row(rows) is not None)
            reader = SheetReader(self._indicators, self._lookup, path, edition)
            sheets = _tables(book, reader, file)
        except BadData as error:
            return WorkbookImport(ImportReport(file, sha256, (), (), error.problems), (), {})
        readings = [reader.read(sheet) for sheet in sheets]
        read = {sheet.name for sheet in sheets}
        problems = [problem for reading in readings for problem in reading.problems]
        problems += _twice(readings, file)
        reports = [report for reading in readings for report in reading.reports(self._indicators)]
        report = ImportReport(
            file,
            sha256,
            tuple(sorted(reports, key=lambda report: report.year)),
            tuple(shown(name) for name in book.sheet_names if name not in read),
            tuple(problems),
        )
        if problems:
            return WorkbookImport(report, (), {})
        found: dict[int, EditionReading] = {}
        for reading in readings:
            found |= reading.editions
        editions = tuple(Edition(year, edition.scores) for year, edition in sorted(found.items()))
        return WorkbookImport(report, editions, {y: edition.places for y, edition in found.items()})


def _tables(book: Book, reader: SheetReader, file: str) -> list[Sheet]:
    """The sheets to read: those that the official workbook's names tell, else every table."""
    official = [name for name in book.sheet_names if dataset_year(name) is not None]
    if official:
        return [book.sheet(name) for name in official]
    sheets = [book.sheet(name) for name in book.sheet_names]
    tables = [sheet for sheet in sheets if reader.has_table(sheet)]
    if not tables:
        values = {"sheets": ", ".join(shown(name) for name in book.sheet_names)}
        raise BadData(Problem("workbook_no_known_sheet", file, values=values))
    return tables


def _twice(readings: list[SheetReading], file: str) -> list[Problem]:
    """The editions that more than one sheet holds."""
    first: dict[int, str] = {}
    problems = []
    for reading in readings:
        for year in reading.editions:
            if year in first:
                values = {"edition": str(year), "first": shown(first[year])}
                problems.append(Problem("workbook_edition_twice", file, reading.sheet, values))
            else:
                first[year] = reading.sheet
    return problems
