"""Reads the table of one sheet: a country a row, of one edition or of several."""

from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.consistency import discrepancies
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import Problem, Spot
from ocviewer.domain.score import Hundredths
from ocviewer.importers.averages import Averages
from ocviewer.importers.editions import Named, dataset_year, named, year_of_cell
from ocviewer.importers.header_names import Beside
from ocviewer.importers.headers import Header, HeaderReader, place
from ocviewer.importers.numerals import decimal_marks, number
from ocviewer.importers.reading import EditionReading, Place, SheetReading
from ocviewer.importers.report import FoundDiscrepancy, YearSource
from ocviewer.importers.row_country import country_of
from ocviewer.importers.sheet import Cell, Sheet
from ocviewer.importers.texts import shown, text
from ocviewer.importers.values import is_rounded, score_of
from ocviewer.library.lookup import Lookup

MAX_PROBLEMS = 20
"""Of one sheet; a sheet of another kind would else report every one of its cells."""


class SheetReader:
    """Reads the sheets of one file."""

    def __init__(
        self, indicators: IndicatorTable, lookup: Lookup, path: Path, asked: int | None
    ) -> None:
        """``path`` is as the user knows it; ``asked`` the edition that the user says it is."""
        self._indicators = indicators
        self._lookup = lookup
        self._headers = HeaderReader(indicators)
        self._path, self._file = path, str(path)
        self._asked = asked

    def has_table(self, sheet: Sheet) -> bool:
        """Whether a sheet has a row of headers that is worth reading on."""
        return self._headers.row(sheet.rows) is not None

    def read(self, sheet: Sheet) -> SheetReading:
        """Everything in a sheet; never raises for what the sheet holds."""
        reading = SheetReading(sheet.name)
        header, reading.problems = self._headers.read(sheet, self._file)
        if header is not None:
            reading.header = header
            self._read_table(sheet, header, reading)
        more = len(reading.problems) - MAX_PROBLEMS
        if more > 0:
            del reading.problems[MAX_PROBLEMS:]
            values = {"count": str(more)}
            reading.problems.append(Problem("workbook_more", self._file, sheet.name, values))
        return reading

    def _read_table(self, sheet: Sheet, header: Header, reading: SheetReading) -> None:
        where = place(sheet.name, header.row)
        edition: Named | None = None
        if Beside.EDITION not in header.beside:
            edition = named(sheet.name, self._path, self._asked)
            if edition is None:
                reading.problems.append(Problem("workbook_which_edition", self._file, where))
                return
            if self._asked not in (None, edition.year):
                self._differs(edition.year, where, reading)
                return
        if sheet.written_out:
            scored = (row[c] for row in sheet.rows[header.row + 1 :] for c in header.scores)
            if len(decimal_marks(scored)) > 1:
                reading.problems.append(Problem("workbook_two_marks", self._file, where))
                return
        for row_number in range(header.row + 1, len(sheet.rows)):
            self._read_row(sheet, header, row_number, edition, reading)
        for found in reading.editions.values():
            self._finish(found, sheet.name, header)
        if not any(found.scores for found in reading.editions.values()) and not reading.problems:
            reading.problems.append(Problem("workbook_no_scores", self._file, sheet.name))

    def _differs(self, found: int, where: Spot, reading: SheetReading) -> None:
        values = {"found": str(found), "asked": str(self._asked)}
        reading.problems.append(Problem("workbook_edition_differs", self._file, where, values))

    def _read_row(
        self,
        sheet: Sheet,
        header: Header,
        row_number: int,
        edition: Named | None,
        reading: SheetReading,
    ) -> None:
        row = sheet.rows[row_number]
        spoiled = self._spoiled(sheet, header, row_number)
        reading.problems.extend(spoiled)
        cells = {
            column: number(row[column]) if sheet.written_out else row[column]
            for column in header.scores
        }
        if spoiled or not any(text(cell) for cell in cells.values()):
            return  # blank, a remark, or a country that the edition does not have
        if edition is None:
            edition = self._edition(sheet, header, row_number, reading)
        iso3 = country_of(row, header, self._lookup, suggest=len(reading.problems) < MAX_PROBLEMS)
        where = place(sheet.name, row_number, header.country)
        if isinstance(iso3, Problem):
            reading.problems.append(iso3._replace(file=self._file, place=where))
            return
        if edition is None:
            return
        found = reading.editions.setdefault(edition.year, EditionReading(edition))
        first = found.rows.setdefault(iso3, row_number)
        if first != row_number:
            values = {"name": shown(row[header.country]), "first": str(first + 1)}
            reading.problems.append(Problem("workbook_country_twice", self._file, where, values))
            return
        found.places[iso3] = Place(
            _beside(row, header, Beside.CONTINENT), _beside(row, header, Beside.REGION)
        )
        self._read_scores(_Row(sheet.name, row_number, iso3, cells), header, found, reading)

    def _spoiled(self, sheet: Sheet, header: Header, row_number: int) -> list[Problem]:
        """The cells of a row that hold an error or an uncomputed formula instead of a value."""
        edition = header.beside.get(Beside.EDITION)
        used = (
            *header.names,
            *header.codes,
            *header.scores,
            *(() if edition is None else (edition,)),
        )
        return [
            Problem(
                "workbook_error_cell",
                self._file,
                place(sheet.name, row_number, column),
                {"found": shown(sheet.spoiled[row_number, column])},
            )
            for column in used
            if (row_number, column) in sheet.spoiled
        ]

    def _edition(
        self, sheet: Sheet, header: Header, row_number: int, reading: SheetReading
    ) -> Named | None:
        """The edition that a row's own cell names; the sheet's name may not say another."""
        column = header.beside[Beside.EDITION]
        where = place(sheet.name, row_number, column)
        year = year_of_cell(sheet.rows[row_number][column])
        if year is None:
            values = {"found": shown(sheet.rows[row_number][column])}
            reading.problems.append(Problem("workbook_no_year", self._file, where, values))
            return None
        of_sheet = dataset_year(sheet.name)
        if of_sheet not in (None, year):
            values = {"found": str(year), "sheet": shown(sheet.name)}
            reading.problems.append(Problem("workbook_year_disagrees", self._file, where, values))
            return None
        if self._asked not in (None, year):
            self._differs(year, where, reading)
            return None
        return Named(year, YearSource.COLUMN)

    def _read_scores(
        self, row: "_Row", header: Header, found: EditionReading, reading: SheetReading
    ) -> None:
        scores: dict[str, Hundredths] = {}
        for column, code in header.scores.items():
            cell = row.cells[column]
            if not text(cell):
                continue  # not scored
            score = score_of(cell, code)
            if isinstance(score, Problem):
                values = {**score.values, "name": self._indicators[code].name}
                where = place(row.sheet, row.number, column)
                reading.problems.append(score._replace(file=self._file, place=where, values=values))
                continue
            scores[code] = score
            found.rounded += is_rounded(cell, score)
        found.scores[row.iso3] = scores

    def _finish(self, found: EditionReading, sheet: str, header: Header) -> None:
        """Checks the averages that an edition has, and computes those that it lacks."""
        averages = Averages(found.codes(), self._indicators)
        column_of = {code: column for column, code in header.scores.items()}
        for iso3, scores in found.scores.items():
            found.discrepancies.extend(
                FoundDiscrepancy(place(sheet, found.rows[iso3], column_of[d.code]), iso3, d)
                for d in discrepancies(scores, self._indicators)
                if d.code in averages.known
            )
            found.scores[iso3] = {**scores, **averages.of(scores)}
        found.computed = averages.computed


class _Row(NamedTuple):
    """A country's row, and its cells in the columns of scores."""

    sheet: str
    number: int
    iso3: str
    cells: dict[int, Cell]


def _beside(row: list[Cell], header: Header, column: Beside) -> str:
    return text(row[header.beside[column]]) if column in header.beside else ""
