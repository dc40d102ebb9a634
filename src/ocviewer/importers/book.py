"""A workbook file as sheets of cells, opened safely."""

import hashlib
import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.cells import Position, scan_parts
from ocviewer.importers.package import packed, unpacked
from ocviewer.library.files import read_bytes

Cell: TypeAlias = object
"""What calamine makes of a cell: ``str`` (blank is ``""``), ``float``, ``bool``, a date, …"""

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells by row and column from 0, and those without a value (see ``cells``)."""

    name: str
    rows: list[list[Cell]]
    spoiled: dict[Position, str]


class Book:
    """An .xlsx file; a sheet is read when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Opens the file; ``BadData`` for what is no sound workbook."""
        from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only for an import

        self._file = str(path)
        content = _content(path)
        self.sha256 = hashlib.sha256(content).hexdigest()
        parts = unpacked(content, self._file)
        self._scans = scan_parts(parts, self._file)
        try:
            self._part_of = _sheet_parts(parts)
            self._book = CalamineWorkbook.from_filelike(packed(parts))
            self.sheet_names = tuple(self._book.sheet_names)
        except BadData:
            raise
        except Exception as error:  # calamine raises many kinds, none of them documented
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> BadData:
        reason = f"{type(error).__name__}: {error}"
        return BadData(Problem("workbook_damaged", self._file, values={"reason": reason}))

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet; ``BadData`` when it cannot be read."""
        try:
            spoiled = self._scans[self._part_of[name]].spoiled
            cells = self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except Exception as error:
            raise self._damaged(error) from error
        return Sheet(name, [list(row) for row in cells], spoiled)


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except BadData as error:  # the same in words that speak of a workbook
        problems = (
            Problem(f"workbook_{problem.key}", problem.file, problem.place, problem.values)
            for problem in error.problems
        )
        raise BadData(*problems) from error


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Which part holds the sheet of a name."""
    targets = {
        relation.get("Id"): posixpath.normpath(
            posixpath.join("/xl", relation.get("Target", ""))
        ).lstrip("/")
        for relation in ET.fromstring(parts[_RELATIONS])
    }
    found: dict[str, str] = {}
    for element in ET.fromstring(parts[_WORKBOOK]).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            relation = next(v for k, v in element.attrib.items() if k.endswith("}id"))
            found[element.attrib["name"]] = targets[relation]
    return found
