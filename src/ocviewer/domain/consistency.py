"""Holds the published averages against the scores that they are made of.

Source of the rule: the index's methodology and, measured, every row of the three published
editions: an average is the plain mean of its members, and criminality is the mean of the
unrounded markets and actors averages, both rounded to 0.01.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ocviewer.domain.indicator import ACTORS, AVERAGES, CRIMINALITY, MARKETS, IndicatorTable
from ocviewer.domain.score import Hundredths

ROUNDING = Fraction(1, 2)
"""How far, in hundredths, a published average may stand from the exact mean."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A published average that does not follow from its members (expected in hundredths)."""

    code: str
    published: Hundredths
    expected: Fraction


def _exact_mean(members: Sequence[Hundredths | Fraction]) -> Fraction | None:
    return Fraction(sum(members)) / len(members) if members else None


def expected_average(
    code: str, scores: Mapping[str, Hundredths], indicators: IndicatorTable
) -> Fraction | None:
    """The exact average of a node from its members that are scored, in hundredths.

    ``None`` of none, and for criminality where markets or actors have none.
    """
    if code == CRIMINALITY:
        parts = [expected_average(part, scores, indicators) for part in (MARKETS, ACTORS)]
        known = [part for part in parts if part is not None]
        return _exact_mean(known) if len(known) == len(parts) else None
    members = [child.code for child in indicators.children(code)]
    return _exact_mean([scores[member] for member in members if member in scores])


def computed_average(
    code: str, scores: Mapping[str, Hundredths], indicators: IndicatorTable
) -> Hundredths | None:
    """The average of a node as the index would publish it: rounded half up to 0.01, once."""
    exact = expected_average(code, scores, indicators)
    return None if exact is None else math.floor(exact + ROUNDING)


def discrepancies(
    scores: Mapping[str, Hundredths], indicators: IndicatorTable
) -> Iterator[Discrepancy]:
    """The averages of one country that disagree with their members."""
    for code in AVERAGES:
        expected = expected_average(code, scores, indicators)
        published = scores.get(code)
        if expected is None or published is None:
            continue
        if abs(published - expected) > ROUNDING:
            yield Discrepancy(code, published, expected)
