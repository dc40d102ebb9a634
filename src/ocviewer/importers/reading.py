"""What comes out of the table of a sheet."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.problem import Problem
from ocviewer.domain.score import Hundredths
from ocviewer.importers.editions import Named
from ocviewer.importers.headers import Header
from ocviewer.importers.report import ComputedAverage, FoundDiscrepancy, SheetReport
from ocviewer.importers.texts import shown


class Place(NamedTuple):
    """Where a sheet says that a country is; empty where it does not say."""

    continent: str
    region: str


@dataclass(slots=True)
class EditionReading:
    """What came out of a sheet for one edition: scores and places by ISO3."""

    named: Named
    scores: dict[str, dict[str, Hundredths]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    discrepancies: list[FoundDiscrepancy] = field(default_factory=list)
    rounded: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    """In which row (from 0) each country was met."""
    computed: tuple[ComputedAverage, ...] = ()

    def codes(self) -> set[str]:
        """The nodes that any country has a score for."""
        return {code for scores in self.scores.values() for code in scores}


@dataclass(slots=True)
class SheetReading:
    """What came out of a sheet: editions by year, and what is wrong."""

    sheet: str
    editions: dict[int, EditionReading] = field(default_factory=dict)
    header: Header | None = None
    problems: list[Problem] = field(default_factory=list)

    def reports(self, indicators: IndicatorTable) -> list[SheetReport]:
        """What is worth telling of it, an edition each."""
        return [self._report(edition, indicators) for edition in self.editions.values()]

    def _report(self, edition: EditionReading, indicators: IndicatorTable) -> SheetReport:
        scored = edition.codes()
        return SheetReport(
            shown(self.sheet),
            edition.named.year,
            tuple(sorted(edition.scores)),
            tuple(node.code for node in indicators if node.code in scored),
            tuple(edition.discrepancies),
            edition.computed,
            edition.rounded,
            () if self.header is None else tuple(self.header.ignored),
            edition.named.source,
        )
