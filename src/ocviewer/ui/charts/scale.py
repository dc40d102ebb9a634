"""The one scale of every chart: scores from 1 to 10, the lowest score at its start."""

from ocviewer.domain.score import HIGHEST, LOWEST, Hundredths

MARKS: tuple[Hundredths, ...] = (100, 500, 1000)
"""The scores that are written at an axis."""

POINTS = (HIGHEST - LOWEST) // 100
"""How many points the scale is long."""


def points(score: Hundredths) -> float:
    """How far a score is from the scale's start, in points: 1.00 gives 0.0, 10.00 gives 9.0."""
    return (score - LOWEST) / 100


def fraction(score: Hundredths) -> float:
    """How far along the scale a score is: 1.00 gives 0.0, 10.00 gives 1.0."""
    return (score - LOWEST) / (HIGHEST - LOWEST)
