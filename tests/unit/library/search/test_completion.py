"""What the word at the cursor may become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.library.folding import fold
from ocviewer.library.search.completion import completions
from ocviewer.library.search.editing import with_filter, written_filters
from ocviewer.library.search.parser import parse
from ocviewer.library.search.query import Key
from ocviewer.library.search.vocabulary import Vocabulary
from tests.unit.library.search.queries import QUERIES


def done(text: str, vocabulary: Vocabulary) -> list[str]:
    """The texts that the query may become, with | for the cursor both before and after."""
    cursor = text.index("|")
    plain = text.replace("|", "")
    found = (one.applied(plain) for one in completions(plain, cursor, vocabulary))
    return [f"{query[:place]}|{query[place:]}" for query, place in found]


def test_names_of_nodes(vocabulary: Vocabulary) -> None:
    assert done("coca|", vocabulary) == ["Cocaine trade |"]
    assert done("peru coca| x", vocabulary) == ["peru Cocaine trade | x"]
    assert done("peru arms traff|", vocabulary)[0] == "peru Arms trafficking |"


def test_keys_and_their_values(vocabulary: Vocabulary) -> None:
    assert "region:|" in done("reg|", vocabulary)
    assert done("region:south am|", vocabulary) == []  # two words need quotes
    assert done('region:"south am|', vocabulary) == ['region:"South America" |']
    assert "edition:2023 |" in done("edition:|", vocabulary)
    assert done("country:per|", vocabulary)[0] == "country:Peru |"
    assert "resilience < 4 change |" in done("resilience < 4 chan|", vocabulary)


@pytest.mark.parametrize("text", ["|", "coca |", "cocaine > 1|", '"coca|"', "country:Peru |"])
def test_nothing_between_words_and_in_numbers(text: str, vocabulary: Vocabulary) -> None:
    assert done(text, vocabulary) == []


@given(st.text(alphabet=st.sampled_from('arecso:"< 4é-*'), max_size=20), st.integers(0, 20))
def test_a_completion_replaces_what_is_before_the_cursor(
    vocabulary: Vocabulary, text: str, cursor: int
) -> None:
    cursor = min(cursor, len(text))
    for one in completions(text, cursor, vocabulary):
        assert one.start <= one.end == cursor
        query, place = one.applied(text)
        assert query[:place].endswith(one.text)
        assert query[place:] == text[cursor:]


@given(QUERIES | st.text(max_size=24), st.integers(0, 24))
def test_completion_never_fails_and_what_it_offers_is_understood(
    vocabulary: Vocabulary, text: str, cursor: int
) -> None:
    for one in completions(text, min(cursor, len(text)), vocabulary):
        tokens = one.text.split()
        assert tokens
        assert one.name in one.text
    for filter_ in written_filters(text):
        assert fold(text[filter_.start : filter_.end]).startswith(filter_.key)
    for key in Key:
        written = with_filter(text, key, "South America")
        assert [one.value for one in written_filters(written) if one.key is key][-1:] == [
            "South America"
        ]


def test_a_box_writes_its_filter_into_the_text(vocabulary: Vocabulary) -> None:
    text = with_filter("cocaine  region:Caribbean > 8", Key.REGION, "South America")
    assert text == 'cocaine > 8 region:"South America" '
    assert with_filter(text, Key.REGION, "") == "cocaine > 8"
    assert with_filter("", Key.EDITION, "2023") == "edition:2023 "
    assert parse(text, vocabulary).values(Key.REGION) == ("South America",)


def test_a_negative_filter_is_no_boxs(vocabulary: Vocabulary) -> None:
    assert written_filters("-region:Caribbean edition:2021") == written_filters(
        "xregion:Caribbean edition:2021"
    )
    assert with_filter("-region:Caribbean", Key.REGION, "") == "-region:Caribbean"
