"""Finds the row of headers in a sheet and what each column below it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import Problem, Spot
from ocviewer.importers.cells import column_letters
from ocviewer.importers.header_names import Beside, HeaderNames
from ocviewer.importers.report import IgnoredColumn
from ocviewer.importers.sheet import Cell, Sheet
from ocviewer.importers.texts import shown, text


@dataclass(slots=True)
class Header:
    """The row of headers (from 0) and the columns (from 0) below it.

    ``scores`` gives the code of the node that a column scores. ``names`` and ``codes`` are the
    columns that name a row's country, at least one of both; ``beside`` finds the other columns
    beside the scores where they are. ``ignored`` are the columns that nothing is known of.
    """

    row: int
    scores: dict[int, str] = field(default_factory=dict)
    names: list[int] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    beside: dict[Beside, int] = field(default_factory=dict)
    ignored: list[IgnoredColumn] = field(default_factory=list)

    @property
    def country(self) -> int:
        """The column that a row's country is looked for in first, and named after."""
        return (*self.names, *self.codes)[0]


def place(sheet: str, row: int, column: int | None = None) -> Spot:
    """A place as a spreadsheet shows it: ``2023_dataset, row 14, column F``."""
    values = {"sheet": shown(sheet), "row": str(row + 1)}
    if column is None:
        return Spot("at_row", values)
    return Spot("at_cell", {**values, "column": column_letters(column)})


class HeaderReader:
    """Finds headers by the index's nodes and by the names of the columns beside the scores."""

    def __init__(self, indicators: IndicatorTable) -> None:
        """Takes the nodes of the index."""
        self._names = HeaderNames(indicators)

    def row(self, rows: Sequence[Sequence[Cell]]) -> int | None:
        """The first row that names a column of countries and a node."""
        for number, row in enumerate(rows):
            known = {self._names.known(cell) for cell in row if text(cell)}
            if known & {Beside.COUNTRY, Beside.COUNTRY_CODE} and any(
                isinstance(meaning, str) for meaning in known
            ):
                return number
        return None

    def read(self, sheet: Sheet, file: str) -> tuple[Header | None, list[Problem]]:
        """The header of a sheet, or ``None`` where there is none; and what is wrong with it."""
        row = self.row(sheet.rows)
        if row is None:
            return None, [Problem("workbook_no_header", file, sheet.name)]
        header = Header(row)
        seen: dict[Beside | str, int] = {}
        problems = []
        for column, cell in enumerate(sheet.rows[row]):
            where = place(sheet.name, row, column)
            if not text(cell):
                problem = _nameless(sheet, header, column)
            else:
                problem = self._take(cell, column, header, seen, where)
            if problem is not None:
                problems.append(problem._replace(file=file, place=where))
        return header, problems

    def _take(
        self, cell: Cell, column: int, header: Header, seen: dict[Beside | str, int], where: Spot
    ) -> Problem | None:
        """Notes what a column holds, or tells what is wrong with its header."""
        match self._names.meaning(cell):
            case Problem() as problem:
                return problem
            case None:
                header.ignored.append(IgnoredColumn(where, shown(cell)))
            case Beside.COUNTRY:
                header.names.append(column)
            case Beside.COUNTRY_CODE:
                header.codes.append(column)
            case meaning if meaning in seen:
                values = {"name": shown(cell), "first": column_letters(seen[meaning])}
                return Problem("workbook_column_twice", values=values)
            case str() as code:
                seen[code] = column
                header.scores[column] = code
            case Beside() as beside:
                seen[beside] = column
                header.beside[beside] = column
        return None


def _nameless(sheet: Sheet, header: Header, column: int) -> Problem | None:
    """A column without a header may be blank, or number the rows as some exports do."""
    below = [row[column] for row in sheet.rows[header.row + 1 :] if any(text(cell) for cell in row)]
    if not any(text(cell) for cell in below):
        return None
    if [text(cell).removesuffix(".0") for cell in below] in (
        [str(number) for number in range(len(below))],
        [str(number) for number in range(1, len(below) + 1)],
    ):
        header.ignored.append(IgnoredColumn(place(sheet.name, header.row, column), ""))
        return None
    return Problem("workbook_nameless_column")
