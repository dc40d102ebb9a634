"""Scores, exact to 0.01.

The index publishes indicator scores in steps of 0.5 and averages rounded to 0.01. Binary
floats cannot hold those (6.62 - 6.40 is not 0.22), so a score is held here as a whole number
of hundredths: 6.62 is 662. Only reading and writing files turn it into a decimal number.
"""

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

Hundredths: TypeAlias = int
"""A score, or a difference of scores, in hundredths of a point."""

LOWEST: Hundredths = 100
HIGHEST: Hundredths = 1000


def to_hundredths(value: float) -> Hundredths:
    """The score nearest to a decimal number, e.g. ``6.62`` gives ``662``."""
    return round(value * 100)


def to_number(score: Hundredths) -> float:
    """The decimal number of a score, as it is written to JSON, e.g. ``662`` gives ``6.62``."""
    return score / 100


@cache  # a thousand scores at most, asked for all the time
def score_text(score: Hundredths) -> str:
    """A score or a difference with two decimals: ``662`` is ``6.62``, ``-50`` is ``−0.50``."""
    sign = "−" if score < 0 else ""
    whole, rest = divmod(abs(score), 100)
    return f"{sign}{whole}.{rest:02d}"


def mean(scores: Iterable[Hundredths]) -> Hundredths | None:
    """The mean rounded half up to 0.01, as the index rounds; ``None`` of nothing."""
    members = list(scores)
    return (2 * sum(members) + len(members)) // (2 * len(members)) if members else None
