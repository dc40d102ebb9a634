from hypothesis import given
from hypothesis import strategies as st

from ocviewer.domain.ranking import Ranking, Scope, Standing


def test_ties_share_the_smallest_rank() -> None:
    ranking = Ranking([700, 600, 600, 500])
    assert [ranking.rank(score) for score in (700, 600, 500)] == [1, 2, 4]


@given(st.lists(st.integers(100, 1000), min_size=1))
def test_rank_is_one_more_than_the_number_of_higher_scores(scores: list[int]) -> None:
    ranking = Ranking(scores)
    for score in scores:
        assert ranking.rank(score) == 1 + sum(other > score for other in scores)


def test_change_is_new_minus_old() -> None:
    assert Standing(Scope.WORLD, "", 114, 193, 119).change == -5
    assert Standing(Scope.WORLD, "", 114, 193, None).change is None
