"""What an importer tells of its work."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ocviewer.domain.consistency import Discrepancy
from ocviewer.domain.problem import Problem, Spot


class YearSource(StrEnum):
    """What says which edition a table holds."""

    COLUMN = "column"
    SHEET = "sheet"
    FILE = "file"
    CALL = "call"
    """Nothing in the file does: who imports it was asked."""


@dataclass(frozen=True, slots=True)
class FoundDiscrepancy:
    """A published average that does not follow from its members, and where it stands."""

    place: Spot
    iso3: str
    discrepancy: Discrepancy


class IgnoredColumn(NamedTuple):
    """A column that nothing is known of; ``name`` is empty where rows are only numbered."""

    place: Spot
    name: str


class ComputedAverage(NamedTuple):
    """An average that the table lacks, computed from so many of its members."""

    code: str
    members: int
    of: int


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What was read of one edition from one sheet.

    ``countries`` are those with scores, ``codes`` the nodes with scores, computed ones among
    them. ``rounded`` counts the averages that were not rounded to 0.01 in the sheet.
    """

    sheet: str
    year: int
    countries: tuple[str, ...]
    codes: tuple[str, ...]
    discrepancies: tuple[FoundDiscrepancy, ...]
    computed: tuple[ComputedAverage, ...] = ()
    rounded: int = 0
    ignored: tuple[IgnoredColumn, ...] = ()
    year_from: YearSource = YearSource.SHEET


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read from a workbook, and everything that is wrong with it.

    ``ignored`` names the sheets that hold no edition; ``sha256`` is empty for a file that could
    not be read.
    """

    file: str
    sha256: str
    sheets: tuple[SheetReport, ...]
    ignored: tuple[str, ...]
    problems: tuple[Problem, ...]
