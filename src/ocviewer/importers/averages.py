"""The averages that a table lacks, computed from the indicators that it has.

An average of few of its members would say little and pass for the index's own. So it is computed,
and a published one is checked, only where at least half of its indicators are scored.
"""

from collections.abc import Collection, Mapping

from ocviewer.domain.consistency import computed_average
from ocviewer.domain.indicator import ACTORS, AVERAGES, CRIMINALITY, MARKETS, IndicatorTable
from ocviewer.domain.score import Hundredths
from ocviewer.importers.report import ComputedAverage


class Averages:
    """What can be said of the averages of one edition."""

    def __init__(self, codes: Collection[str], indicators: IndicatorTable) -> None:
        """``codes`` are the nodes that it scores."""
        self._indicators = indicators
        self.known = tuple(code for code in AVERAGES if self._has_members(code, codes))
        """Averages that follow from the edition's indicators."""
        self.computed = tuple(self._told(code, codes) for code in self.known if code not in codes)
        """Those of them that it lacks."""

    def _has_members(self, code: str, codes: Collection[str]) -> bool:
        if code == CRIMINALITY:
            return all(self._has_members(part, codes) for part in (MARKETS, ACTORS))
        members = self._indicators.children(code)
        return 2 * sum(member.code in codes for member in members) >= len(members)

    def _told(self, code: str, codes: Collection[str]) -> ComputedAverage:
        parts = (MARKETS, ACTORS) if code == CRIMINALITY else (code,)
        members = [child.code for part in parts for child in self._indicators.children(part)]
        return ComputedAverage(code, sum(member in codes for member in members), len(members))

    def of(self, scores: Mapping[str, Hundredths]) -> dict[str, Hundredths]:
        """The averages that the edition lacks, of one country that has these scores."""
        found = {
            average.code: computed_average(average.code, scores, self._indicators)
            for average in self.computed
            if self._has_members(average.code, scores)
        }
        return {code: score for code, score in found.items() if score is not None}
