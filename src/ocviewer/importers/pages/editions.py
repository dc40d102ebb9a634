"""Which edition a page shows: what it says itself, held against the scores of every edition."""

from collections.abc import Mapping

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.pages.page import SavedScore
from ocviewer.library.library import Library

_SURE = 0.8
"""From this share of equal scores on, a page is taken to show an edition."""


def edition_of(
    iso3: str, scores: Mapping[str, SavedScore], hints: frozenset[int], library: Library, file: str
) -> int:
    """The edition; ``BadData`` where it is not clear, or one that the library does not have.

    The scores decide where most of them are those of one edition, and no other's as much; else
    ``hints`` do, the years that the page names as its own.
    """
    agreed = {year: _agreement(iso3, scores, year, library) for year in library.years}
    best, *rest = sorted(agreed, key=lambda year: agreed[year], reverse=True)
    if agreed[best] >= _SURE and all(agreed[year] < agreed[best] for year in rest):
        return best
    if len(hints) != 1:
        raise BadData(Problem("page_edition_unclear", file))
    (year,) = hints
    if year not in agreed:
        values = {"edition": str(year), "known": ", ".join(map(str, library.years))}
        raise BadData(Problem("page_unknown_edition", file, values=values))
    return year


def _agreement(iso3: str, scores: Mapping[str, SavedScore], year: int, library: Library) -> float:
    """The share of a page's scores that are those of an edition."""
    stated = {code: saved.score for code, saved in scores.items() if saved.score is not None}
    edition = library.edition(year)
    equal = sum(edition.score(iso3, code) == score for code, score in stated.items())
    return equal / len(stated) if stated else 0.0
