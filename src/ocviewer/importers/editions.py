"""Which edition a table holds, by a column, by the name of its sheet or file, or by who asks."""

import re
from pathlib import Path
from typing import NamedTuple

from ocviewer.importers.report import YearSource
from ocviewer.importers.sheet import Cell
from ocviewer.importers.texts import text

_YEAR = r"(?:20[0-9]{2})"
_DATASET = re.compile(rf"({_YEAR})[ _-]?dataset", re.IGNORECASE)
_DATE = re.compile(rf"(?<!\d)(?:{_YEAR}([-_.]?)\d\d\1\d\d|\d\d?([-_.])\d\d?\2{_YEAR})(?!\d)")
_IN_NAME = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_IN_CELL = re.compile(rf"({_YEAR})(?:\.0)?")


class Named(NamedTuple):
    """An edition, and what says so."""

    year: int
    source: YearSource


def dataset_year(sheet: str) -> int | None:
    """The edition of a sheet that is named as the official workbook does: ``2023_dataset``."""
    match = _DATASET.fullmatch(sheet.strip())
    return int(match[1]) if match else None


def year_in(name: str) -> int | None:
    """The one year in a name, or ``None``. The year of a date, such as 2024-05-01, is not meant."""
    years = set(_IN_NAME.findall(_DATE.sub(" ", name)))
    return int(years.pop()) if len(years) == 1 else None


def year_of_cell(cell: Cell) -> int | None:
    """The edition that a cell names, or ``None``."""
    match = _IN_CELL.fullmatch(text(cell))
    return int(match[1]) if match else None


def named(sheet: str, path: Path, asked: int | None) -> Named | None:
    """The edition of a sheet that has no column for it, or ``None`` where nothing tells.

    The name of a file is anyone's; who imports it knows better.
    """
    in_sheet, in_file = year_in(sheet), year_in(path.stem)
    if in_sheet is not None and sheet != path.stem:  # a text file's sheet has the file's name
        return Named(in_sheet, YearSource.SHEET)
    if asked is not None:
        return Named(asked, YearSource.CALL)
    return None if in_file is None else Named(in_file, YearSource.FILE)
