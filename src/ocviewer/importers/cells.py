"""Looks through the XML of a sheet before it is read.

Two things about python-calamine make this necessary, both measured: it sets aside memory
for the whole rectangle up to the farthest cell, so that one cell at XFD1048576 ends the process;
and it reads a cell with an error (#DIV/0!) or with a formula that was never computed as blank,
which here would turn a broken score into "not scored".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.package import damaged
from ocviewer.importers.sheet import Position

MAX_ROWS = 5_000
MAX_COLUMNS = 300
MAX_CHARACTERS = 100_000_000
"""Cells of a sheet times the longest text in the workbook: what its texts may come to at most."""

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


def column_number(letters: str) -> int:
    """The column of its letters, from 0: ``A`` is 0, ``AA`` is 26."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(column: int) -> str:
    """The letters of a column from 0, as a spreadsheet shows them: 5 is ``F``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(slots=True)
class PartScan:
    """What was met in one part: cells, the longest text, and the cells that hold no value."""

    cells: int = 0
    longest: int = 0
    spoiled: dict[Position, str] = field(default_factory=dict)
    """Cells with an error or an uncomputed formula, and what stands there."""


def scan_parts(parts: Mapping[str, bytes], file: str) -> dict[str, PartScan]:
    """Scans every part; ``BadData`` for one that is no sound XML or whose cells lie far out."""
    scans = {name: _Scanner(name, file).scan(part) for name, part in parts.items()}
    longest = max((scan.longest for scan in scans.values()), default=0)
    for name, scan in scans.items():
        if scan.cells * longest > MAX_CHARACTERS:
            raise BadData(Problem("workbook_sprawling", file, name))
    return scans


class _Scanner:
    """The expat handlers of one part. Follows rows and cells that do not name their place."""

    def __init__(self, name: str, file: str) -> None:
        self._name, self._file = name, file
        self._result = PartScan()
        self._row = self._column = -1
        self._in_cell = self._is_error = self._has_formula = False
        self._text = 0
        self._value: list[str] | None = None
        self._found = ""

    def scan(self, part: bytes) -> PartScan:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(part, True)
        except expat.ExpatError as error:
            raise damaged(self._file, f"{self._name}: {error}") from error
        return self._result

    def _doctype(self, *_: object) -> None:
        # A document type can declare entities that grow without end; a workbook has none.
        raise damaged(self._file, f"{self._name}: DOCTYPE")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self._row = self._place(attributes.get("r"), self._row)
                self._column = -1
            case "c":
                self._start_cell(attributes)
            case "f":
                self._has_formula = True
            case "v":
                self._value = []
            case "si" | "is":
                self._text = 0

    def _place(self, number: str | None, before: int) -> int:
        if number is None:
            return self._bounded(before + 1, self._column)
        if not number.isascii() or not number.isdecimal() or len(number) > 7:
            raise damaged(self._file, f'{self._name}: r="{number[:20]}"')
        return self._bounded(int(number) - 1, self._column)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            match = _REFERENCE.fullmatch(reference)
            if match is None:
                raise damaged(self._file, f"{self._name}: {reference[:20]}")
            self._column = column_number(match[1])
            self._row = int(match[2]) - 1
        self._bounded(self._row, self._column)
        self._result.cells += 1
        self._in_cell = True
        self._is_error = attributes.get("t") == "e"
        self._has_formula = False
        self._found = ""

    def _bounded(self, row: int, column: int) -> int:
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise BadData(Problem("workbook_sprawling", self._file, self._name))
        return row

    def _characters(self, text: str) -> None:
        self._text += len(text)
        self._result.longest = max(self._result.longest, self._text)
        if self._value is not None:
            self._value.append(text)

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "v":
                self._found = "".join(self._value or ())
                self._value = None
                self._text = 0
            case "si" | "is":
                self._text = 0
            case "c" if self._in_cell:
                self._in_cell = False
                if self._is_error or (self._has_formula and not self._found):
                    self._result.spoiled[self._row, self._column] = self._found or "="
