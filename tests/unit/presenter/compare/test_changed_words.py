"""Changed words: which they are, and between which panes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.presenter.compare.changed_words import (
    MOST_WORDS,
    ChangedWords,
    changed,
    changed_panes,
)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("one two three", "one two three", []),
        ("one two three", "one 2 three", ["2"]),
        ("one three", "one two and a half three", ["two and a half"]),
        ("one two three", "one three", []),
        ("In Peru it's 6.50 per cent.", "In Peru it’s 7.50  per cent.", ["7.50"]),
        ('2019-2023 "so"', "2019–2023 “so”", []),
        ("Police", "police", ["police"]),
        ("", "all new", ["all new"]),
        ("all gone", "", []),
        ("one, two", "one; two", [";"]),
        ("a b c d", "x b y d", ["x", "y"]),
    ],
)
def test_words_that_the_other_has_not(before: str, after: str, words: list[str]) -> None:
    assert [after[start:end] for start, end in changed(before, after)] == words


WORDS = st.sampled_from(["the", "a", "of", "gangs", "ports.", "6.50", "so,"])


@given(*2 * [st.lists(WORDS, max_size=20)])
def test_without_the_changed_words_nothing_new_is_left(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    ranges = changed(before, after)
    assert all(start < end <= len(after) for start, end in ranges)
    assert list(ranges) == sorted(ranges)
    kept = "".join(char for at, char in enumerate(after) if not any(s <= at < e for s, e in ranges))
    left = iter(before.replace(",", " , ").replace(".", " . ").split())
    # what is left of the new text is, in its order, in the old one
    assert all(word in left for word in kept.replace(",", " , ").replace(".", " . ").split())


def test_a_paragraph_of_megabytes_is_not_compared() -> None:
    assert changed("word " * MOST_WORDS, "word " * MOST_WORDS + "more") == ()


TEXTS = (["a b", "x"], ["a c", "y"], ["a d"])
ROWS = ((0, 0, 0), (1, None, None), (None, 1, None))


def test_only_panes_of_one_country_are_compared() -> None:
    assert changed_panes(["PER", "COL", "BRA"], TEXTS, ROWS) == ()
    first, second, third = changed_panes(["PER", "COL", "PER"], TEXTS, ROWS)
    assert first == (ChangedWords(0, 2, 3),)
    assert second == ()
    assert third == (ChangedWords(0, 2, 3),)


def test_of_three_editions_each_is_compared_with_its_left_neighbour() -> None:
    texts = (["one two"], ["one 2"], ["one 2 more"])
    found = changed_panes(["PER"] * 3, texts, ((0, 0, 0),))
    words = [text[0][mark.start : mark.end] for text, (mark,) in zip(texts, found, strict=True)]
    assert words == ["two", "2", "more"]
