"""How far two sets of scores are from each other."""

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from ocviewer.domain.score import Hundredths


class Distance(NamedTuple):
    """A distance in points of the scale, over so many ``indicators`` that both have."""

    points: float
    indicators: int


def distance(
    one: Mapping[str, Hundredths], other: Mapping[str, Hundredths], codes: Iterable[str]
) -> Distance | None:
    """The root mean square difference over the nodes that both have.

    ``d = sqrt(sum((one[c] - other[c])² for c in shared) / len(shared)) / 100``, so 0 is the same
    profile and 9 the whole scale in every node. ``None`` where they share none.
    """
    squares = [(one[code] - other[code]) ** 2 for code in codes if code in one and code in other]
    if not squares:
        return None
    return Distance(sqrt(sum(squares) / len(squares)) / 100, len(squares))
