"""The index's official workbook, one sheet an edition, as editions."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ocviewer.domain.edition import Edition
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.book import Book
from ocviewer.importers.report import ImportReport
from ocviewer.importers.sheets import Place, SheetReader, SheetReading, year_of
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
    """Reads workbooks of the Global Organized Crime Index.

    Rows and columns are found by name, never by position. Nothing is guessed: whatever is not
    known for certain is a problem in the report, with its sheet, row and column.
    """

    def __init__(self, indicators: IndicatorTable, lookup: Lookup) -> None:
        """Takes the nodes and the countries that a workbook may name."""
        self._indicators = indicators
        self._lookup = lookup

    def read(self, path: Path) -> WorkbookImport:
        """Reads every edition of a workbook. What is wrong with it is in the report, not raised."""
        file, sha256 = str(path), ""
        try:
            book = Book(path)
            sha256 = book.sha256
            readings = self._readings(book, file)
        except BadData as error:
            return WorkbookImport(ImportReport(file, sha256, (), (), error.problems), (), {})
        problems = tuple(problem for reading in readings for problem in reading.problems)
        report = ImportReport(
            file,
            sha256,
            tuple(reading.report(self._indicators) for reading in readings),
            tuple(shown(name) for name in book.sheet_names if year_of(name) is None),
            problems,
        )
        if problems:
            return WorkbookImport(report, (), {})
        editions = tuple(Edition(reading.year, reading.scores) for reading in readings)
        return WorkbookImport(report, editions, {r.year: r.places for r in readings})

    def _readings(self, book: Book, file: str) -> list[SheetReading]:
        """The sheets that hold an edition, oldest first."""
        sheets: dict[int, str] = {}
        for name in book.sheet_names:
            year = year_of(name)
            if year is None:
                continue
            if year in sheets:
                values = {"edition": str(year), "first": sheets[year]}
                raise BadData(Problem("workbook_edition_twice", file, name, values))
            sheets[year] = name
        if not sheets:
            values = {"sheets": ", ".join(shown(name) for name in book.sheet_names)}
            raise BadData(Problem("workbook_no_known_sheet", file, values=values))
        reader = SheetReader(self._indicators, self._lookup, file)
        return [reader.read(book.sheet(name), year) for year, name in sorted(sheets.items())]
