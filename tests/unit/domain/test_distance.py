"""The distance of two profiles, against numpy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.domain.distance import Distance, distance

CODES = [f"1.1.{number}" for number in range(1, 16)]
SCORES = st.dictionaries(st.sampled_from(CODES), st.integers(2, 20).map(lambda half: 50 * half))


@given(SCORES, SCORES)
def test_it_is_the_root_mean_square_over_what_both_have(
    one: dict[str, int], other: dict[str, int]
) -> None:
    rows = np.array([[each.get(code, np.nan) for code in CODES] for each in (one, other)]) / 100
    shared = ~np.isnan(rows).any(axis=0)
    found = distance(one, other, CODES)
    assert found == distance(other, one, CODES)
    if not shared.any():
        assert found is None
        return
    assert found is not None
    expected = np.linalg.norm(rows[0, shared] - rows[1, shared]) / np.sqrt(shared.sum())
    assert found.points == pytest.approx(expected, abs=1e-12)
    assert found.indicators == shared.sum()


def test_the_ends_of_the_scale() -> None:
    low, high = dict.fromkeys(CODES, 100), dict.fromkeys(CODES, 1000)
    assert distance(low, high, CODES) == Distance(9.0, 15)
    assert distance(low, low, CODES) == Distance(0.0, 15)


def test_only_the_nodes_that_are_asked_for_count() -> None:
    assert distance({"1": 900, "1.1.1": 500}, {"1": 100, "1.1.1": 500}, ["1.1.1"]) == Distance(0, 1)
