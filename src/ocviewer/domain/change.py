"""What a change of score means: up is bad for criminality and good for resilience."""

from enum import StrEnum

from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths


class Direction(StrEnum):
    """The meaning of a change between two editions."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"


def change(now: Hundredths | None, before: Hundredths | None) -> Hundredths | None:
    """This edition minus the one before; ``None`` when either did not score it."""
    return None if now is None or before is None else now - before


def direction(polarity: Polarity, difference: Hundredths | None) -> Direction | None:
    """The meaning of a change; ``None`` when there is no change to speak of."""
    if difference is None:
        return None
    if difference == 0:
        return Direction.UNCHANGED
    rose_is_bad = polarity is Polarity.CRIMINALITY
    return Direction.WORSE if (difference > 0) == rose_is_bad else Direction.BETTER
