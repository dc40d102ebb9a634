"""Opens a file with tables, whatever its format, as sheets of cells."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.delimited import read_delimited
from ocviewer.importers.ods import OdsBook
from ocviewer.importers.package import is_ods, is_zip, unpacked
from ocviewer.importers.sheet import Cell, Sheet
from ocviewer.importers.xlsx import XlsxBook
from ocviewer.library.files import read_bytes

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
"""Of these names are files of text; a workbook is known by its content, whatever its name."""

HasHeader = Callable[[Sequence[Sequence[Cell]]], bool]
"""Whether rows have a header that names a column of countries and a node of the index."""


class Book(Protocol):
    """A file with sheets; a sheet is read when it is asked for."""

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The sheets in the file's order."""

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet; ``BadData`` when it cannot be read."""


class _OneSheet:
    """A file of text holds one table; a spreadsheet program names it after the file."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.sheet_names = (sheet.name,)

    def sheet(self, name: str) -> Sheet:
        return self._sheet if name == self._sheet.name else Sheet(name, [])


def is_text(path: Path) -> bool:
    """Whether a file of this name is text with one table, if it is no workbook after all."""
    return path.suffix.lower() in TEXT_SUFFIXES


def contents(path: Path) -> tuple[bytes, str]:
    """A file's bytes and their sha256; ``BadData`` in words that speak of a workbook."""
    try:
        content = read_bytes(path)
    except BadData as error:
        problems = (
            Problem(f"workbook_{problem.key}", problem.file, problem.place, problem.values)
            for problem in error.problems
        )
        raise BadData(*problems) from error
    return content, hashlib.sha256(content).hexdigest()


def open_book(content: bytes, path: Path, has_header: HasHeader) -> Book:
    """The sheets in a file's bytes; ``BadData`` for what is no sound table.

    ``has_header`` tells by which character the cells of a text file are separated.
    """
    file = str(path)
    if is_text(path) and not is_zip(content):
        return _OneSheet(read_delimited(content, path.stem, file, has_header))
    parts = unpacked(content, file)
    return OdsBook(parts, file) if is_ods(parts) else XlsxBook(parts, file)
