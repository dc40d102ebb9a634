"""The scores and ranks in the lines of a page."""

import re
from collections.abc import Iterator, Sequence

from ocviewer.domain.problem import BadData, Problem
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import score_text
from ocviewer.importers.pages.names import PageNames
from ocviewer.importers.pages.numbers import score_of, signed
from ocviewer.importers.pages.page import SavedRank, SavedScore

_RANK = re.compile(
    r"(\d{1,3}) ?(?:st|nd|rd|th) of (\d{1,3}) (African )?countries(?: in (.+?))?"
    r"\s*([+\-−–]?\d{1,3}|n/a)?",
    re.IGNORECASE,
)


class FiguresReader:
    """Reads what stands between the facts and the analysis.

    A score stands below the name of its node; that of an average may stand above its title
    ("Criminality score") instead. What stands there twice, as the resilience block of some pages,
    has to say the same.
    """

    def __init__(self, names: PageNames, file: str) -> None:
        """``file`` is named in what is wrong."""
        self._names = names
        self._file = file

    def scores(self, lines: Sequence[str]) -> dict[str, SavedScore]:
        """The scores by code; ``BadData`` where the page contradicts itself."""
        found: dict[str, SavedScore] = {}
        for number, line in enumerate(lines):
            score = score_of(line)
            if score is None:
                continue
            below = lines[number + 1] if number + 1 < len(lines) else ""
            above = lines[number - 1] if number else ""
            names = self._names
            code = names.code(above) or names.title(below) or names.title(above)
            if code is not None:
                self.add(found, code, score)
        return found

    def add(self, found: dict[str, SavedScore], code: str, score: SavedScore) -> None:
        """Notes a score, or one that is there already; ``BadData`` for two that differ."""
        before = found.setdefault(code, score)
        if before.score != score.score:
            values = {"code": code, "first": _shown(before), "second": _shown(score)}
            raise BadData(Problem("page_score_twice", self._file, values=values))
        if before.change is None:
            found[code] = score

    def ranks(self, lines: Sequence[str], edition: int) -> tuple[SavedRank, ...]:
        """The ranks; what they are of is the title above them."""
        found = {(rank.code, rank.scope): rank for rank in self._ranks(lines, edition)}
        return tuple(found.values())

    def _ranks(self, lines: Sequence[str], edition: int) -> Iterator[SavedRank]:
        code: str | None = None
        for line in lines:
            code = self._names.title(line) or code
            match = _RANK.fullmatch(line)
            if match is None or code is None:
                continue
            where = "Africa" if match[3] else match[4]
            place = (Scope.WORLD, "") if where is None else self._names.place(where)
            if place is not None:
                change = _change(match[5], edition)
                yield SavedRank(code, *place, int(match[1]), int(match[2]), change)


def _change(text: str | None, edition: int) -> int | None:
    """New minus old; pages before 2025 state old minus new."""
    if text is None or text.casefold() == "n/a":
        return None
    stated = int(signed(text))
    return stated if edition >= 2025 else -stated


def _shown(score: SavedScore) -> str:
    return "n/a" if score.score is None else score_text(score.score)
