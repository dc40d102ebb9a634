import pytest

from ocviewer.domain.change import Direction, change, direction
from ocviewer.domain.indicator import Polarity


@pytest.mark.parametrize(
    ("polarity", "difference", "meaning"),
    [
        (Polarity.CRIMINALITY, 22, Direction.WORSE),
        (Polarity.CRIMINALITY, -50, Direction.BETTER),
        (Polarity.RESILIENCE, 8, Direction.BETTER),
        (Polarity.RESILIENCE, -1, Direction.WORSE),
        (Polarity.RESILIENCE, 0, Direction.UNCHANGED),
        (Polarity.CRIMINALITY, None, None),
    ],
)
def test_up_is_bad_for_criminality_and_good_for_resilience(
    polarity: Polarity, difference: int | None, meaning: Direction | None
) -> None:
    assert direction(polarity, difference) is meaning


def test_missing_is_never_a_change() -> None:
    assert change(500, None) is None
    assert change(None, 500) is None
    assert change(500, 450) == 50
