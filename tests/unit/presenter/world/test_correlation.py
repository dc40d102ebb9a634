"""Pearson and Spearman against numpy, and ranks counted one by one."""

from collections.abc import Sequence

import numpy as np
import pytest

from ocviewer.library.library import Library
from ocviewer.presenter.world.correlation import pearson, spearman

PAIRS = [("1", "2"), ("1.1", "1.2"), ("1.1.1", "2.1"), ("1.1.7", "1.2.1"), ("1.2.3", "2.12")]


def ranks(values: Sequence[int]) -> list[float]:
    """The mean of the ranks that a value and those equal to it take up."""
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) + 1) / 2
        for value in values
    ]


def columns(library: Library, year: int, codes: tuple[str, str]) -> tuple[list[int], list[int]]:
    edition = library.edition(year)
    rows = [[edition.score(iso3, code) for code in codes] for iso3 in library.countries]
    both = [(x, y) for x, y in rows if x is not None and y is not None]
    return [x for x, _ in both], [y for _, y in both]


@pytest.mark.parametrize("year", [2021, 2023, 2025])
@pytest.mark.parametrize("codes", PAIRS)
def test_the_library_by_numpy(library: Library, codes: tuple[str, str], year: int) -> None:
    x, y = columns(library, year, codes)
    assert len(x) == 193
    assert pearson(x, y) == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-12)
    assert spearman(x, y) == pytest.approx(np.corrcoef(ranks(x), ranks(y))[0, 1], abs=1e-12)


def test_ties_share_the_mean_of_their_ranks() -> None:
    # ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: by hand 4.5 / sqrt(4.5 * 5)
    assert spearman([100, 200, 200, 300], [1, 2, 3, 4]) == pytest.approx(4.5 / 22.5**0.5)


def test_what_rises_together_need_not_be_on_a_line() -> None:
    rising, curved = [1, 2, 3, 4], [1, 10, 100, 1000]
    assert spearman(rising, curved) == 1
    assert pearson(rising, curved) == pytest.approx(np.corrcoef(rising, curved)[0, 1])
    assert spearman(rising, curved[::-1]) == -1
    assert pearson(rising, [-value for value in rising]) == -1


@pytest.mark.parametrize(
    ("x", "y"),
    [([], []), ([1], [2]), ([1, 2], [3, 4]), ([5, 5, 5], [1, 2, 3]), ([1, 2, 3], [7] * 3)],
)
def test_where_there_is_none(x: list[int], y: list[int]) -> None:
    assert pearson(x, y) is None
    assert spearman(x, y) is None


def test_pairs_have_two_sides() -> None:
    with pytest.raises(ValueError, match="zip"):
        pearson([1, 2, 3], [1, 2])
