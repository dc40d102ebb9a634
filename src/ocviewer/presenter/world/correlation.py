"""How far two scores go together over many countries; nothing here says why.

Pearson's r is the covariance over the product of the standard deviations; Spearman's ρ is the r of
the ranks, where those that tie share the mean of the ranks that they take up. (Pearson 1896,
Spearman 1904.) Sums are kept as whole numbers, so that only the last step rounds.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

FEWEST = 3
"""Of two countries r is 1 or −1 whatever they score, so at least three are needed."""


def pearson(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Pearson's r, −1 to 1; ``None`` of fewer than three pairs or where one side is all the same.

    ``ValueError`` when the two are not equally long.
    """
    count = len(first)
    products = sum(x * y for x, y in zip(first, second, strict=True))
    if count < FEWEST:
        return None
    across = count * sum(x * x for x in first) - sum(first) ** 2
    up = count * sum(y * y for y in second) - sum(second) ** 2
    if across == 0 or up == 0:
        return None
    together = count * products - sum(first) * sum(second)
    return max(-1.0, min(1.0, together / math.sqrt(across * up)))


def spearman(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Spearman's ρ, −1 to 1; ``None`` where Pearson's r of the ranks is."""
    return pearson(_double_ranks(first), _double_ranks(second))


def _double_ranks(values: Sequence[int]) -> list[int]:
    """Twice the rank of each value, the lowest first: means of ranks end in whole or half."""
    counts = Counter(values)
    ordered = sorted(counts)
    below = {ordered[0]: 0} if ordered else {}
    for lower, higher in pairwise(ordered):
        below[higher] = below[lower] + counts[lower]
    # ranks below + 1 … below + count have the mean below + (count + 1) / 2
    return [2 * below[value] + counts[value] + 1 for value in values]
