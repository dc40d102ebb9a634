"""Numbers that run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.domain.score import score_text
from ocviewer.importers.pages.numbers import score_of, whole_number
from ocviewer.importers.pages.page import SavedScore


@pytest.mark.parametrize(
    ("text", "score", "change"),
    [
        ("6.620.22", 662, 22),
        ("8.50-0.50", 850, -50),
        ("8.50−0.50", 850, -50),
        ("8.50 +1.00", 850, 100),
        ("10.000.50", 1000, 50),
        ("1.00-9.00", 100, -900),
        ("9.50 n/a", 950, None),
        ("9.50n/a", 950, None),
        ("7.00", 700, None),
        ("6.5", 650, None),
        ("6.5 -0.5", 650, -50),
        ("10", 1000, None),
        ("No data", None, None),
        ("n/a", None, None),
    ],
)
def test_a_score_and_its_change(text: str, score: int | None, change: int | None) -> None:
    assert score_of(text) == SavedScore(score, change)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Peru",
        "0.50",
        "11.00",
        "34,217,848",
        "4.46 6.90 6.33 4.46 6.90 6.33",
        "01 02 03",
        "2025",
    ],
)
def test_no_score(text: str) -> None:
    assert score_of(text) is None


@given(st.integers(100, 1000), st.integers(-900, 900), st.sampled_from(["", " "]))
def test_any_score_and_change_come_apart(score: int, change: int, space: str) -> None:
    text = f"{score_text(score)}{space}{score_text(change).replace('−', '-')}"
    assert score_of(text) == SavedScore(score, change)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("34,217,848", 34_217_848),
        ("USD 223,249.00 million", 223_249),
        ("USD 289,070 million", 289_070),
        ("1,285,220 km²", 1_285_220),
        ("1 285 220 km²", 1_285_220),
        ("9,646", 9_646),
        ("2", 2),
        ("No data", None),
        ("", None),
    ],
)
def test_a_whole_number(text: str, number: int | None) -> None:
    assert whole_number(text) == number
