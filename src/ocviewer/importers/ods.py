"""An OpenDocument spreadsheet (.ods) as sheets of cells.

It is read here, from its XML, and not by calamine, which reads a cell with an error or an
uncomputed formula as blank and makes room for every cell that the file claims to repeat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.cells import MAX_COLUMNS, MAX_ROWS
from ocviewer.importers.package import damaged
from ocviewer.importers.sheet import Cell, Position, Sheet

MAX_CELLS = 500_000
"""Of all sheets that are not blank, each as often as it is repeated; the index's own has 22,000."""

_CONTENT = "content.xml"
_TABLE, _OFFICE, _TEXT = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0 " for name in ("table", "office", "text")
)
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_NUMBERS = ("float", "percentage", "currency")
_ERRORS = ("#", "Err:")
"""How the text of an error starts."""


@dataclass(slots=True)
class _Table:
    """The cells of a sheet that are not blank."""

    cells: dict[Position, Cell] = field(default_factory=dict)
    spoiled: dict[Position, str] = field(default_factory=dict)


class _Found(NamedTuple):
    """What one cell element holds, and at how many columns side by side."""

    column: int
    times: int
    value: Cell
    spoiled: str


class OdsBook:
    """The tables of an OpenDocument spreadsheet."""

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        """Reads every table; ``BadData`` for what is no sound spreadsheet."""
        self._tables = _Reader(file).read(parts[_CONTENT])
        if not self._tables:
            raise BadData(Problem("workbook_not_xlsx", file))  # a text or a drawing
        self.sheet_names = tuple(self._tables)

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet."""
        table = self._tables[name]
        places = (*table.cells, *table.spoiled)
        height = max((row + 1 for row, _ in places), default=0)
        width = max((column + 1 for _, column in places), default=0)
        rows: list[list[Cell]] = [[""] * width for _ in range(height)]
        for (row, column), cell in table.cells.items():
            rows[row][column] = cell
        return Sheet(name, rows, table.spoiled)


class _Reader:
    """The expat handlers of ``content.xml``."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._tables: dict[str, _Table] = {}
        self._table: _Table | None = None
        self._row = self._column = self._filled = 0
        self._found: list[_Found] = []
        self._path: list[str] = []
        self._repeats: list[int] = []
        self._cell: dict[str, str] = {}
        self._lines: list[str] = []

    def read(self, content: bytes) -> dict[str, _Table]:
        """The tables by name."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError) as error:
            raise damaged(self._file, f"{_CONTENT}: {error}") from error
        return self._tables

    def _doctype(self, *_: object) -> None:
        raise damaged(self._file, f"{_CONTENT}: DOCTYPE")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == f"{_TABLE}table" and parent == f"{_OFFICE}spreadsheet":
            self._table = self._tables.setdefault(attributes.get(f"{_TABLE}name", ""), _Table())
            self._row = 0
        elif name == f"{_TABLE}table":
            raise damaged(self._file, f"{_CONTENT}: a table within a table")
        elif name == f"{_TABLE}table-row":
            self._repeats.append(_times(attributes, "rows"))
            self._column, self._found = 0, []
        elif name in _CELLS:
            self._cell, self._lines = attributes, []
        elif parent in _CELLS and name == f"{_TEXT}p":
            self._lines.append("")
        elif self._in_text() and name in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            self._lines[-1] += " "

    def _in_text(self) -> bool:
        """Whether this is a cell's own text: that of notes and drawings lies deeper."""
        depth = next((n for n, name in enumerate(self._path) if name in _CELLS), None)
        return depth is not None and self._path[depth + 1 : depth + 2] == [f"{_TEXT}p"]

    def _characters(self, text: str) -> None:
        if self._in_text():
            self._lines[-1] += text

    def _end(self, name: str) -> None:
        self._path.pop()
        if name in _CELLS:
            self._end_cell()
        elif name == f"{_TABLE}table-row":
            self._end_row(self._repeats.pop())

    def _end_cell(self) -> None:
        times = _times(self._cell, "columns")
        value, spoiled = self._value()
        if spoiled or value != "":
            self._found.append(_Found(self._column, times, value, spoiled))
        self._column += times

    def _value(self) -> tuple[Cell, str]:
        """The value of a cell, and what stands there instead of one."""
        written = "\n".join(self._lines)
        kind = self._cell.get(f"{_OFFICE}value-type", "")
        if f"{_TABLE}formula" in self._cell and (
            not kind
            or self._cell.get(f"{_CALC}value-type") == "error"
            or (kind == "string" and written.startswith(_ERRORS))
        ):
            return "", written or "="
        if kind in _NUMBERS:
            return float(self._cell.get(f"{_OFFICE}value", "")), ""
        if kind == "boolean":
            return self._cell.get(f"{_OFFICE}boolean-value") == "true", ""
        return self._cell.get(f"{_OFFICE}string-value") or written, ""

    def _end_row(self, times: int) -> None:
        if self._table is not None and self._found:
            width = sum(found.times for found in self._found)
            self._filled += width * times
            last = self._found[-1]
            if (
                self._row + times > MAX_ROWS
                or last.column + last.times > MAX_COLUMNS
                or self._filled > MAX_CELLS
            ):
                raise BadData(Problem("workbook_sprawling", self._file, _CONTENT))
            for row in range(self._row, self._row + times):
                for found in self._found:
                    self._fill(self._table, row, found)
        self._row += times

    @staticmethod
    def _fill(table: _Table, row: int, found: _Found) -> None:
        for column in range(found.column, found.column + found.times):
            if found.spoiled:
                table.spoiled[row, column] = found.spoiled
            else:
                table.cells[row, column] = found.value


def _times(attributes: Mapping[str, str], what: str) -> int:
    """How often a row or cell is repeated; ``ValueError`` for what is no such number."""
    times = int(attributes.get(f"{_TABLE}number-{what}-repeated", "1"))
    if times < 1:
        raise ValueError(f"number-{what}-repeated={times}")
    return times
