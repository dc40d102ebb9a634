"""Reads one sheet of the workbook: one edition, a country a row."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ocviewer.domain.consistency import discrepancies
from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import Problem
from ocviewer.domain.score import Hundredths
from ocviewer.importers.book import Cell, Sheet
from ocviewer.importers.headers import (
    CONTINENT,
    COUNTRY,
    COUNTRY_CODE,
    REGION,
    Header,
    HeaderReader,
    place,
)
from ocviewer.importers.report import FoundDiscrepancy, SheetReport
from ocviewer.importers.texts import shown, text
from ocviewer.importers.values import score_of
from ocviewer.library.lookup import Lookup

MAX_PROBLEMS = 20
"""Of one sheet; a sheet of another kind would else report every one of its cells."""

_SHEET_NAME = re.compile(r"(\d{4})[ _-]?dataset", re.IGNORECASE)


def year_of(sheet_name: str) -> int | None:
    """The edition that a sheet holds by its name (``2023_dataset``), or ``None``."""
    match = _SHEET_NAME.fullmatch(sheet_name.strip())
    return int(match[1]) if match else None


class Place(NamedTuple):
    """Where a sheet says that a country is; empty where it does not say."""

    continent: str
    region: str


@dataclass(slots=True)
class SheetReading:
    """What came out of a sheet: scores and places by ISO3, and what is wrong."""

    sheet: str
    year: int
    scores: dict[str, dict[str, Hundredths]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    discrepancies: list[FoundDiscrepancy] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, indicators: IndicatorTable) -> SheetReport:
        """What is worth telling of it."""
        scored = {code for scores in self.scores.values() for code in scores}
        return SheetReport(
            self.sheet,
            self.year,
            tuple(sorted(self.scores)),
            tuple(node.code for node in indicators if node.code in scored),
            tuple(self.discrepancies),
        )


class SheetReader:
    """Reads the sheets of one workbook."""

    def __init__(self, indicators: IndicatorTable, lookup: Lookup, file: str) -> None:
        """``file`` is the workbook's path as the user knows it."""
        self._indicators = indicators
        self._lookup = lookup
        self._headers = HeaderReader(indicators)
        self._file = file

    def read(self, sheet: Sheet, year: int) -> SheetReading:
        """Everything in a sheet; never raises for what the sheet holds."""
        reading = SheetReading(sheet.name, year)
        header, problems = self._headers.read(sheet, self._file)
        reading.problems.extend(problems)
        if header is not None:
            self._read_rows(sheet, header, reading)
        more = len(reading.problems) - MAX_PROBLEMS
        if more > 0:
            del reading.problems[MAX_PROBLEMS:]
            values = {"count": str(more)}
            reading.problems.append(Problem("workbook_more", self._file, sheet.name, values))
        return reading

    def _read_rows(self, sheet: Sheet, header: Header, reading: SheetReading) -> None:
        rows_of: dict[str, int] = {}
        for number in range(header.row + 1, len(sheet.rows)):
            row = sheet.rows[number]
            spoiled = self._spoiled(sheet, header, number)
            reading.problems.extend(spoiled)
            if spoiled or not any(text(cell) for cell in row):
                continue
            iso3 = self._country(sheet.name, header, number, row, reading)
            if iso3 is None:
                continue
            if iso3 in rows_of:
                values = {"name": shown(row[_name_column(header)]), "first": str(rows_of[iso3] + 1)}
                where = place(sheet.name, number, _name_column(header))
                reading.problems.append(
                    Problem("workbook_country_twice", self._file, where, values)
                )
                continue
            rows_of[iso3] = number
            reading.places[iso3] = Place(
                _beside(row, header, CONTINENT), _beside(row, header, REGION)
            )
            self._read_scores(sheet.name, header, number, row, iso3, reading)
        if not reading.scores and not reading.problems:
            reading.problems.append(Problem("workbook_no_scores", self._file, sheet.name))

    def _spoiled(self, sheet: Sheet, header: Header, number: int) -> list[Problem]:
        """The cells of a row that hold an error or an uncomputed formula instead of a value."""
        used = (_name_column(header), *header.scores)
        return [
            Problem(
                "workbook_error_cell",
                self._file,
                place(sheet.name, number, column),
                {"found": shown(sheet.spoiled[number, column])},
            )
            for column in used
            if (number, column) in sheet.spoiled
        ]

    def _country(
        self, sheet: str, header: Header, number: int, row: list[Cell], reading: SheetReading
    ) -> str | None:
        """The row's country by its name, held against its code where there is one."""
        name = text(row[_name_column(header)])
        where = place(sheet, number, _name_column(header))
        if not name:
            reading.problems.append(Problem("workbook_no_country", self._file, where))
            return None
        iso3 = self._lookup.get(name)
        if iso3 is None:
            close = ", ".join(self._lookup.suggestions(name))
            key = "workbook_unknown_country_close" if close else "workbook_unknown_country"
            values = {"name": shown(name), "close": close}
            reading.problems.append(Problem(key, self._file, where, values))
            return None
        code = _beside(row, header, COUNTRY_CODE)
        if code and self._lookup.get(code) != iso3:
            values = {"name": shown(name), "code": shown(code)}
            reading.problems.append(Problem("workbook_code_disagrees", self._file, where, values))
            return None
        return iso3

    def _read_scores(
        self,
        sheet: str,
        header: Header,
        number: int,
        row: list[Cell],
        iso3: str,
        reading: SheetReading,
    ) -> None:
        scores: dict[str, Hundredths] = {}
        column_of = {code: column for column, code in header.scores.items()}
        for column, code in header.scores.items():
            if not text(row[column]):
                continue  # not scored
            score = score_of(row[column], code)
            if isinstance(score, Problem):
                values = {**score.values, "name": self._indicators[code].name}
                where = place(sheet, number, column)
                reading.problems.append(score._replace(file=self._file, place=where, values=values))
            else:
                scores[code] = score
        if not scores:
            return  # the edition does not have this country
        reading.scores[iso3] = scores
        reading.discrepancies.extend(
            FoundDiscrepancy(place(sheet, number, column_of[found.code]), iso3, found)
            for found in discrepancies(scores, self._indicators)
        )


def _name_column(header: Header) -> int:
    """The column that names the country: by its name or, where there is none, by its code."""
    name = header.beside.get(COUNTRY)
    return header.beside[COUNTRY_CODE] if name is None else name


def _beside(row: list[Cell], header: Header, column: str) -> str:
    return text(row[header.beside[column]]) if column in header.beside else ""
