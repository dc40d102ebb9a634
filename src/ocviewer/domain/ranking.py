"""Ranks among the world, a continent or a region.

The index gives rank 1 to the highest score, for criminality and for resilience alike, and
countries with the same score share the smallest rank (1, 2, 2, 4). Earlier editions are ranked
within the regions of 2025.
"""

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from ocviewer.domain.score import Hundredths


class Scope(StrEnum):
    """Among whom a country is ranked."""

    WORLD = "world"
    CONTINENT = "continent"
    REGION = "region"


class Standing(NamedTuple):
    """A country's place in one scope: ``rank`` of ``of``, and the rank one edition before.

    ``previous`` is ``None`` where that edition did not score the node, or ranked other countries.
    """

    scope: Scope
    name: str
    rank: int
    of: int
    previous: int | None

    @property
    def change(self) -> int | None:
        """New rank minus old rank, as on the index's 2025 pages: negative is nearer to the top."""
        return None if self.previous is None else self.rank - self.previous


class Ranking:
    """The scores of one node, one edition and one scope, ready to rank any of them."""

    def __init__(self, scores: Iterable[Hundredths]) -> None:
        """Takes every score in the scope."""
        self._ascending = sorted(scores)

    def __len__(self) -> int:
        """How many countries are ranked."""
        return len(self._ascending)

    def rank(self, score: Hundredths) -> int:
        """One more than the number of higher scores."""
        return len(self._ascending) - bisect_right(self._ascending, score) + 1
