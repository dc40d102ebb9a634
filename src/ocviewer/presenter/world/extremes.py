"""Which points of a cloud stand out of it: those that are named first."""

from collections.abc import Sequence
from math import fsum, sqrt


def standing_out(points: Sequence[tuple[int, int]]) -> list[int]:
    """The indices of the points, those first that lie farthest from the rest.

    Farthest by Mahalanobis's distance (1936), which also finds what breaks the common trend; where
    all lie on one line that is no measure, and the distance from the mean is taken.
    """
    across = _standardised([x for x, _ in points])
    up = _standardised([y for _, y in points])
    trend = fsum(x * y for x, y in zip(across, up, strict=True)) / max(len(points), 1)

    def order(index: int) -> tuple[float, float, int]:
        x, y = across[index], up[index]
        square = x * x + y * y
        return (-round(square - 2 * trend * x * y, 9), -round(square, 9), index)

    return sorted(range(len(points)), key=order)


def _standardised(values: Sequence[int]) -> list[float]:
    """Each value's distance from the mean in standard deviations; all 0 where there are none."""
    if not values:
        return []
    mean = sum(values) / len(values)
    deviation = sqrt(fsum((value - mean) ** 2 for value in values) / len(values))
    return [(value - mean) / deviation if deviation else 0.0 for value in values]
