import random
from itertools import combinations

import pytest

from ocviewer.presenter.world.similarity import Scores, distances, similar_order


def test_only_what_both_have_is_compared() -> None:
    scores: Scores = ((100, 500, None), (400, None, 700), (None, None, 900))
    apart = distances(scores)
    assert apart[0, 1] == pytest.approx(300)
    assert apart[1, 2] == pytest.approx(200)
    assert apart[0, 2] == 900  # nothing in common: the whole scale
    assert (apart == apart.T).all()


def test_distances_are_the_root_mean_squares() -> None:
    chance = random.Random(7)
    rows = [[chance.choice([None, *range(100, 1001, 50)]) for _ in range(32)] for _ in range(20)]
    scores: Scores = tuple(map(tuple, rows))
    apart = distances(scores)
    for i, j in combinations(range(20), 2):
        pairs = [
            (a, b)
            for a, b in zip(scores[i], scores[j], strict=True)
            if a is not None and b is not None
        ]
        expected = (sum((a - b) ** 2 for a, b in pairs) / len(pairs)) ** 0.5
        assert apart[i, j] == pytest.approx(expected)


def test_a_line_is_put_back_in_order() -> None:
    steps = (1, 2, 4, 8, 5, 3)  # no two gaps alike, so that there is one order only
    places = [100]
    for step in steps:
        places.append(places[-1] + 10 * step)
    mixed = places[::2] + places[1::2]
    order = similar_order(tuple((place, place) for place in mixed))
    line = [mixed[i] for i in order]
    assert line in (places, places[::-1])


def test_what_has_no_score_is_last_and_nothing_is_lost() -> None:
    scores: Scores = ((None, None), (100, 200), (None, None), (900, 200), (150, 200))
    order = similar_order(scores)
    assert sorted(order) == [0, 1, 2, 3, 4]
    assert order[3:] == (0, 2)
    assert order[1] == 4  # the nearest of both stands between them
    assert similar_order(()) == ()
    assert similar_order(((None,),)) == (0,)
    assert similar_order(((300,),)) == (0,)
