"""Finds out what each column of a sheet holds.

The workbook's own headers vary: ``Criminality avg.`` in one edition is ``Criminal actors avg,`` or
plain ``Criminal actors`` in another, and the columns change places. Folded, each of them is the
name of a node, for the four averages with or without "avg" behind it. A header that is neither
that nor a known column beside the scores is an error: a bare "avg." says nothing of what it is
the average of.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ocviewer.domain.indicator import AVERAGES, IndicatorTable
from ocviewer.domain.problem import Problem, Spot
from ocviewer.importers.book import Cell, Sheet
from ocviewer.importers.cells import column_letters
from ocviewer.importers.texts import shown, text
from ocviewer.library.folding import fold

COUNTRY, COUNTRY_CODE, CONTINENT, REGION = "country", "country code", "continent", "region"
_BESIDE = (COUNTRY, COUNTRY_CODE, CONTINENT, REGION)
_AVERAGE_WORDS = ("avg", "average")


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headers (from 0) and the columns (from 0) below it.

    ``scores`` gives the code of the node that a column scores; ``beside`` finds the columns
    ``COUNTRY``, ``COUNTRY_CODE``, ``CONTINENT`` and ``REGION`` where they are.
    """

    row: int
    scores: dict[int, str]
    beside: dict[str, int]


def place(sheet: str, row: int, column: int | None = None) -> Spot:
    """A place as a spreadsheet shows it: ``2023_dataset, row 14, column F``."""
    values = {"sheet": sheet, "row": str(row + 1)}
    if column is None:
        return Spot("at_row", values)
    return Spot("at_cell", {**values, "column": column_letters(column)})


class HeaderReader:
    """Knows the index's nodes by their folded names."""

    def __init__(self, indicators: IndicatorTable) -> None:
        """Takes the nodes of the index."""
        self._indicators = indicators
        self._codes = {_fold(node.name): node.code for node in indicators}

    def code(self, header: str) -> str | None:
        """The code of the node that a header names, or ``None``."""
        folded = _fold(header)
        name, _, last = folded.rpartition(" ")
        if last in _AVERAGE_WORDS:
            code = self._codes.get(name)
            return code if code in AVERAGES else None
        return self._codes.get(folded)

    def read(self, sheet: Sheet, file: str) -> tuple[Header | None, list[Problem]]:
        """The header of a sheet, or ``None`` where there is none; and what is wrong with it."""
        row = self._header_row(sheet.rows)
        if row is None:
            return None, [Problem("workbook_no_header", file, sheet.name)]
        scores: dict[int, str] = {}
        beside: dict[str, int] = {}
        seen: dict[str, int] = {}
        problems = []
        for column, cell in enumerate(sheet.rows[row]):
            header = text(cell)
            where = place(sheet.name, row, column)
            if not header:
                if any(text(below[column]) for below in sheet.rows[row + 1 :]):
                    problems.append(Problem("workbook_nameless_column", file, where))
                continue
            meaning = fold(header) if fold(header) in _BESIDE else self.code(header)
            if meaning is None:
                problems.append(
                    Problem("workbook_unknown_column", file, where, {"name": shown(header)})
                )
                continue
            if meaning in seen:
                values = {"name": shown(header), "first": column_letters(seen[meaning])}
                problems.append(Problem("workbook_column_twice", file, where, values))
                continue
            seen[meaning] = column
            if meaning in _BESIDE:
                beside[meaning] = column
            else:
                scores[column] = meaning
        problems.extend(self._missing(scores, file, place(sheet.name, row)))
        return Header(row, scores, beside), problems

    def _header_row(self, rows: Sequence[Sequence[Cell]]) -> int | None:
        """The first row that names a country column and a node."""
        for number, row in enumerate(rows):
            names = [text(cell) for cell in row if isinstance(cell, str)]
            if {COUNTRY, COUNTRY_CODE} & {fold(name) for name in names} and any(
                self.code(name) for name in names
            ):
                return number
        return None

    def _missing(self, scores: dict[int, str], file: str, where: Spot) -> list[Problem]:
        """The averages that a sheet lacks. An edition may leave out indicators, but not these."""
        missing = [code for code in AVERAGES if code not in scores.values()]
        return [
            Problem("workbook_missing_column", file, where, {"name": self._indicators[code].name})
            for code in missing
        ]


def _fold(name: str) -> str:
    return fold(name.replace("&", " and "))
