"""What an importer tells of its work."""

from dataclasses import dataclass

from ocviewer.domain.consistency import Discrepancy
from ocviewer.domain.problem import Problem, Spot


@dataclass(frozen=True, slots=True)
class FoundDiscrepancy:
    """A published average that does not follow from its members, and where it stands."""

    place: Spot
    iso3: str
    discrepancy: Discrepancy


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What was read from one sheet: countries with scores, and codes of the nodes scored."""

    sheet: str
    year: int
    countries: tuple[str, ...]
    codes: tuple[str, ...]
    discrepancies: tuple[FoundDiscrepancy, ...]


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
