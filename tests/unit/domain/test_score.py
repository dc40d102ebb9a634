from hypothesis import given
from hypothesis import strategies as st

from ocviewer.domain.score import mean, score_text, to_hundredths, to_number


def test_differences_are_exact() -> None:
    assert to_hundredths(6.62) - to_hundredths(6.40) == 22


@given(st.integers(100, 1000))
def test_every_score_survives_json(score: int) -> None:
    assert to_hundredths(to_number(score)) == score


def test_text_has_two_decimals_and_a_real_minus() -> None:
    assert [score_text(s) for s in (662, 700, 5, -50, 0)] == [
        "6.62",
        "7.00",
        "0.05",
        "−0.50",
        "0.00",
    ]


def test_mean_rounds_half_up_and_of_nothing_is_none() -> None:
    assert mean([100, 101]) == 101
    assert mean([100, 100, 101]) == 100
    assert mean([]) is None
