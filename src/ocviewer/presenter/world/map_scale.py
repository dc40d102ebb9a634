"""The classes of the map: the same everywhere, so that one colour is one range of scores."""

from enum import StrEnum
from typing import NamedTuple

from ocviewer.domain.indicator import AVERAGES, Polarity
from ocviewer.domain.score import HIGHEST, LOWEST, Hundredths


class Scale(StrEnum):
    """Which colours the classes have."""

    CRIMINALITY = "criminality"
    RESILIENCE = "resilience"
    CHANGE = "change"


class Step(NamedTuple):
    """A class: the values from ``low`` to ``high``, both within, in hundredths.

    An open end is ``None``. ``tone`` is the number of its colour: from 0 for the lowest score; for
    a change from 0, much better, over 3, unchanged, to 6, much worse.
    """

    low: Hundredths | None
    high: Hundredths | None
    tone: int


_WIDTH = 150
"""Six classes of a point and a half, with the 5.5 that parts low from high in the middle."""

_RISES_OF_AVERAGES = ((1, 24), (25, 49), (50, None))
"""Averages seldom move by more than half a point."""
_RISES_OF_INDICATORS = ((50, 50), (100, 100), (150, None))
"""Indicators are scored in steps of half a point."""


def score_steps() -> tuple[Step, ...]:
    """The classes of scores, the lowest first."""
    lows = range(LOWEST, HIGHEST, _WIDTH)
    return tuple(
        Step(low, HIGHEST if low + _WIDTH == HIGHEST else low + _WIDTH - 1, tone)
        for tone, low in enumerate(lows)
    )


def change_steps(code: str, polarity: Polarity) -> tuple[Step, ...]:
    """The classes of a node's changes, the deepest fall first."""
    rises = _RISES_OF_AVERAGES if code in AVERAGES else _RISES_OF_INDICATORS
    falls = [(None if high is None else -high, -low) for low, high in reversed(rises)]
    bounds: list[tuple[int | None, int | None]] = [*falls, (0, 0), *rises]
    last = len(bounds) - 1
    rising = polarity is Polarity.CRIMINALITY
    return tuple(
        Step(low, high, place if rising else last - place)
        for place, (low, high) in enumerate(bounds)
    )


def step_of(value: Hundredths, steps: tuple[Step, ...]) -> Step:
    """The class of a value: the first that does not end below it."""
    return next(step for step in steps if step.high is None or value <= step.high)
