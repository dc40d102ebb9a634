import numpy as np
import pytest

from ocviewer.library.library import Library
from ocviewer.presenter.world.extremes import standing_out


@pytest.mark.parametrize("codes", [("1", "2"), ("1.1.3", "1.2.1"), ("1", "1.1")])
def test_the_order_is_that_of_mahalanobis(library: Library, codes: tuple[str, str]) -> None:
    edition = library.edition(2025)
    found = [[edition.score(iso3, code) for code in codes] for iso3 in library.countries]
    points = sorted({(x, y) for x, y in found if x is not None and y is not None})
    away = np.array(points, dtype=float) - np.mean(points, axis=0)
    inverse = np.linalg.inv(np.cov(np.array(points).T))
    distances = np.einsum("ij,jk,ik->i", away, inverse, away)
    ordered = distances[standing_out(points)]
    assert np.all(np.diff(ordered) <= 1e-6)
    assert sorted(standing_out(points)) == list(range(len(points)))


def test_on_a_line_the_ends_come_first() -> None:
    assert set(standing_out([(100, 100), (200, 200), (300, 300), (410, 410)])[:2]) == {0, 3}
    assert set(standing_out([(500, 100), (500, 450), (500, 900)])[:2]) == {0, 2}


def test_of_nothing_nothing_stands_out() -> None:
    assert standing_out([]) == []
    assert standing_out([(500, 500)]) == [0]
