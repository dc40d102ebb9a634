"""Paragraphs that treat the same indicators share a row, and every order is kept."""

from hypothesis import given
from hypothesis import strategies as st

from ocviewer.presenter.compare.alignment import aligned

CODES = st.sets(st.sampled_from(["1.1.1", "1.1.2", "1.2.1", "2.1"]), max_size=3)


def test_partners_meet_and_others_stand_alone() -> None:
    one = [{"1.1.1"}, {"1.1.2"}, {"2.1"}]
    other = [{"1.1.2"}, {"1.2.1"}, {"2.1"}]
    assert aligned([one, other]) == ((0, None), (1, 0), (None, 1), (2, 2))


def test_without_codes_there_is_no_partner() -> None:
    assert aligned([[set()], [set()]]) == ((None, 0), (0, None))


def test_the_larger_share_wins() -> None:
    one = [{"1.1.1"}]
    other = [{"1.1.1", "1.1.2", "2.1"}, {"1.1.1"}]
    assert aligned([one, other]) == ((None, 0), (0, 1))


def test_a_text_without_paragraphs_has_no_row() -> None:
    assert aligned([[{"2.1"}], [], [{"2.1"}]]) == ((0, None, 0),)
    assert aligned([[], []]) == ()


@given(st.lists(st.lists(CODES, max_size=5), min_size=1, max_size=4))
def test_every_paragraph_is_there_once_in_its_order(texts: list[list[set[str]]]) -> None:
    rows = aligned(texts)
    for number, text in enumerate(texts):
        assert [row[number] for row in rows if row[number] is not None] == list(range(len(text)))
    for row in rows:
        assert any(place is not None for place in row)
        together = [texts[n][place] for n, place in enumerate(row) if place is not None]
        for later, codes in enumerate(together[1:], start=1):
            assert codes & set().union(*together[:later])
