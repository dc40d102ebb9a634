"""Which edition a page shows: what it says itself, held against the scores of every edition."""

from collections.abc import Mapping

from ocviewer.domain.change import change
from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.pages.page import SavedScore
from ocviewer.library.library import Library

_SURE = 0.8
"""From this share of equal scores and changes on, a page may show an edition."""

_AHEAD = 0.05
"""How far that share has to be above every other edition's."""


def edition_of(
    iso3: str, scores: Mapping[str, SavedScore], hints: frozenset[int], library: Library, file: str
) -> int:
    """The edition; ``BadData`` where it is not clear, or one that the library does not have.

    ``hints`` are the years that the page names as its own. A single one that the scores do not
    contradict decides; else the scores do, where they are clearly those of one edition.
    """
    agreed = {year: _agreement(iso3, scores, year, library) for year in library.years}
    hint = next(iter(hints)) if len(hints) == 1 else None
    if hint is not None and agreed.get(hint, 0.0) >= _SURE:
        return hint
    best, *rest = sorted(agreed, key=lambda year: agreed[year], reverse=True)
    if agreed[best] >= _SURE and all(agreed[year] + _AHEAD < agreed[best] for year in rest):
        return best
    if hint is None:
        raise BadData(Problem("page_edition_unclear", file))
    check_edition(hint, library, file)
    return hint


def check_edition(year: int, library: Library, file: str) -> None:
    """Raises ``BadData`` for an edition whose scores the library does not have."""
    if year not in library.years:
        values = {"edition": str(year), "known": ", ".join(map(str, library.years))}
        raise BadData(Problem("page_unknown_edition", file, values=values))


def _agreement(iso3: str, scores: Mapping[str, SavedScore], year: int, library: Library) -> float:
    """The share of what a page states that an edition says too."""
    now, before = library.edition(year), library.edition_before(year)
    stated = equal = 0
    for code, saved in scores.items():
        ours = now.score(iso3, code)
        if saved.score is not None:
            stated += 1
            equal += saved.score == ours
        if saved.change is not None:
            old = None if before is None else before.score(iso3, code)
            stated += 1
            equal += saved.change == change(ours, old)
    return equal / stated if stated else 0.0
