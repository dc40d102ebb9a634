"""An order in which countries with similar scores stand next to each other.

The distance of two countries is the root mean square difference over the nodes that both have.
They are joined step by step by average linkage (UPGMA: Sokal and Michener, "A statistical method
for evaluating systematic relationships", 1958), and at each step the two groups are turned so that
the most similar of their ends meet (Gruvaeus and Wainer, "Two additions to hierarchical cluster
analysis", 1972).
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ocviewer.domain.score import HIGHEST, LOWEST, Hundredths

Scores: TypeAlias = tuple[tuple[Hundredths | None, ...], ...]
"""A row for each country with the score of each node, ``None`` where it has none."""

_Floats = NDArray[np.float64]


def distances(scores: Scores) -> _Floats:
    """The distances in hundredths, n × n; where two share no node, the length of the scale."""
    table = np.array(scores, dtype=np.float64)  # None becomes nan
    known = ~np.isnan(table)
    table = np.where(known, table, 0)
    weights = known.astype(np.float64)
    squares = table**2 @ weights.T
    sums = squares + squares.T - 2 * table @ table.T
    shared = weights @ weights.T
    means = sums / np.maximum(shared, 1)
    return np.where(shared > 0, np.sqrt(np.maximum(means, 0)), float(HIGHEST - LOWEST))


@lru_cache(8)  # an order for each edition
def similar_order(scores: Scores) -> tuple[int, ...]:
    """The rows in their new order; those without any score keep theirs at the end.

    The same scores always give the same order: where several pairs are equally near, the one with
    the earliest rows is joined.
    """
    scored = [i for i, row in enumerate(scores) if any(score is not None for score in row)]
    bare = [i for i, row in enumerate(scores) if all(score is None for score in row)]
    if len(scored) < 2:
        return (*scored, *bare)
    chain = _leaves(distances(tuple(scores[i] for i in scored)))
    return (*(scored[i] for i in chain), *bare)


def _leaves(apart: _Floats) -> list[int]:
    """The leaves of the joined groups, from one end to the other."""
    count = len(apart)
    groups: list[list[int]] = [[i] for i in range(count)]
    links = apart.copy()
    np.fill_diagonal(links, np.inf)
    for _ in range(count - 1):
        first, second = sorted(divmod(int(np.argmin(links)), count))
        a, b = len(groups[first]), len(groups[second])
        merged = (a * links[first] + b * links[second]) / (a + b)
        merged[[first, second]] = np.inf
        links[first, :] = links[:, first] = merged
        links[second, :] = links[:, second] = np.inf
        groups[first] = _joined(groups[first], groups[second], apart)
    return groups[0]


def _joined(one: list[int], other: list[int], apart: _Floats) -> list[int]:
    """Two groups in a row, each as it is or turned, so that the nearest ends meet."""
    turns = [(x, y) for x in (one, one[::-1]) for y in (other, other[::-1])]
    x, y = min(turns, key=lambda pair: float(apart[pair[0][-1], pair[1][0]]))
    return x + y
