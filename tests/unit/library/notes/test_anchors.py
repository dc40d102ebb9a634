"""Passages are found again in a text that changed, and lost rather than misplaced."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer.domain.note import Anchor
from ocviewer.library.library import Library
from ocviewer.library.notes.anchors import CONTEXT, LONGEST, anchor, find
from ocviewer.library.notes.passages import Span, joined

FIRST = (
    "Testland is a country of origin for people who are taken across the northern river. "
    "Smugglers ask for sums that families pay back over years."
)
SECOND = (
    "Weapons reach Testland from two neighbours. Customs found few of them in the last years, "
    "and the state’s own stores are badly kept."
)
THIRD = "Cocaine crosses the country. Cocaine is little used there."
TEXT = (FIRST, SECOND, THIRD)


def made(quote: str, paragraphs: Sequence[str] = TEXT, nth: int = 0) -> Anchor:
    """The anchor of the nth place of a quote that lies within one paragraph."""
    for number, paragraph in enumerate(paragraphs):
        start = -1
        while (start := paragraph.find(quote, start + 1)) >= 0:
            if nth == 0:
                made = anchor(paragraphs, (number, start), (number, start + len(quote)))
                assert made is not None
                return made
            nth -= 1
    raise AssertionError(quote)


def words_at(found: Sequence[Span], paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs[part.paragraph][part.start : part.end] for part in found)


def test_an_anchor_holds_the_words_and_those_around_them() -> None:
    quote = "Customs found few of them"
    start = joined(TEXT).index(quote)
    expected = Anchor(
        quote,
        " reach Testland from two neighbours. "[-CONTEXT:],
        " in the last years, and the state’s own"[:CONTEXT],
        start,
    )
    assert made(quote) == expected


def test_blanks_at_the_ends_do_not_belong_to_a_passage() -> None:
    one = anchor(("one two three",), (0, 3), (0, 8))
    assert one is not None
    assert (one.exact, one.start) == ("two", 4)
    assert anchor(("one   two",), (0, 3), (0, 6)) is None
    assert anchor(("a" * (LONGEST + 1),), (0, 0), (0, LONGEST + 1)) is None


def test_a_passage_may_go_over_paragraphs() -> None:
    sought = anchor(TEXT, (0, 84), (1, 43))
    assert sought is not None
    assert sought.exact.startswith("Smugglers")
    assert sought.exact.endswith("two neighbours.")
    found = find(sought, TEXT)
    assert found == (Span(0, 84, len(FIRST)), Span(1, 0, 43))
    assert find(sought, ("New.", *TEXT)) == (Span(1, 84, len(FIRST)), Span(2, 0, 43))


@pytest.mark.parametrize("nth", [0, 1])
def test_of_the_same_words_the_context_tells_which(nth: int) -> None:
    sought = made("Cocaine", nth=nth)
    changed = (*TEXT[:2], f"Much has changed. {THIRD}")
    (found,) = find(sought, changed)
    assert changed[2][found.start :].startswith(("Cocaine crosses", "Cocaine is")[nth])


def test_the_same_text_again_and_again_is_told_by_its_place_alone() -> None:
    same = ("The same paragraph stands here more than once, word for word.",) * 4
    sought = anchor(same, (2, 4), (2, 18))
    assert sought is not None
    assert find(sought, same) == (Span(2, 4, 18),)
    assert find(sought, ("Another.", *same)) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("badly kept", "badly  kept"),
        ("few of them in the last years", "very few of them in the last years"),
        ("few of them in the last years", "few of them during the last years"),
        ("state’s", "state's"),
        ("Customs found few", "The customs found few"),
    ],
)
def test_words_that_changed_a_little_are_found(before: str, after: str) -> None:
    quote = (
        "Customs found few of them in the last years, and the state’s own stores are badly kept."
    )
    changed = SECOND.replace(before, after)
    assert changed != SECOND
    found = find(made(quote), (FIRST, changed, THIRD))
    text = words_at(found, (FIRST, changed, THIRD))
    assert text.endswith("kept.")
    assert text.removeprefix("The ").lower().startswith("customs found")


def test_other_quotes_hyphens_and_spaces_are_the_same_words() -> None:
    original = ("It’s “well‑known” – by 2\u202f000 people.",)
    sought = made("“well‑known” – by 2\u202f000", original)
    typed = ('It\'s "well-known" - by 2 000 people.',)
    assert words_at(find(sought, typed), typed) == '"well-known" - by 2 000'


def test_a_short_quote_is_not_found_by_chance() -> None:
    sought = made("two", ("It has two ports at the coast.",))
    assert find(sought, ("Later there were only two, far in the mountains of the east.",)) == ()


def test_a_sentence_much_like_it_is_not_taken_for_it() -> None:
    text = (
        "Testland is a transit country for heroin. Seizures fell.",
        "Testland is a transit country for cannabis. Prices rose.",
    )
    sought = made("Testland is a transit country for heroin.", text)
    assert find(sought, text[1:]) == ()


def test_a_passage_that_is_as_much_like_two_is_lost() -> None:
    sought = made("Smugglers ask for sums that families pay back over years.")
    twin = "Smugglers asked for sums that families pay back over years."
    assert find(sought, (twin,))
    assert find(sought, (twin, "Far from it.", twin)) == ()


def test_nothing_is_found_in_nothing() -> None:
    sought = made("Weapons reach Testland")
    assert find(sought, ()) == ()
    assert find(sought, ("",)) == ()


def test_a_text_of_megabytes_is_looked_through_in_time() -> None:
    sought = made("Customs found few of them in the last years")
    assert find(sought, ("word " * 400_000,)) == ()
    (found,) = find(sought, ("word " * 400_000, SECOND))
    assert found.paragraph == 1


def test_every_sentence_of_the_bundled_text_is_found_where_it_is(library: Library) -> None:
    profile = library.profile("PER", 2025)
    assert profile is not None
    for section in profile.sections.values():
        paragraphs = tuple(paragraph.text for paragraph in section)
        for number, paragraph in enumerate(paragraphs):
            start = 0
            for sentence in paragraph.split(". "):
                sought = anchor(paragraphs, (number, start), (number, start + len(sentence)))
                assert sought is not None
                assert find(sought, paragraphs) == (Span(number, start, start + len(sentence)),)
                assert find(sought, ("Put before.", *paragraphs))[0].paragraph == number + 1
                start += len(sentence) + 2


# words that are no two alike, so that what is found can only be the passage itself
WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9),
    min_size=14,
    max_size=60,
    unique=True,
)


@st.composite
def passages(draw: st.DrawFn) -> tuple[list[str], int, int]:
    """Words, and which of them the passage is: six or more, with three and more on either side."""
    words = draw(WORDS)
    first = draw(st.integers(3, len(words) - 9))
    last = draw(st.integers(first + 6, len(words) - 3))
    return words, first, last


@given(passages(), st.data())
def test_edits_elsewhere_keep_the_anchor(
    passage: tuple[list[str], int, int], data: st.DataObject
) -> None:
    words, first, last = passage
    before, quote, after = words[:first], " ".join(words[first:last]), words[last:]
    text = (" ".join(words),)
    start = text[0].index(quote)
    sought = anchor(text, (0, start), (0, start + len(quote)))
    assert sought is not None
    added = st.lists(st.text("ABCDEFG", min_size=2, max_size=9), max_size=12)
    head = " ".join([*data.draw(added), *before[data.draw(st.integers(0, first - 1)) :]])
    tail = " ".join([*after[: data.draw(st.integers(1, len(after)))], *data.draw(added)])
    changed = (head, f"{quote} {tail}") if data.draw(st.booleans()) else (f"{head} {quote}", tail)
    assert words_at(find(sought, changed), changed) == quote


@given(passages())
def test_a_quote_that_was_removed_is_lost(passage: tuple[list[str], int, int]) -> None:
    words, first, last = passage
    quote = " ".join(words[first:last])
    text = " ".join(words)
    start = text.index(quote)
    sought = anchor((text,), (0, start), (0, start + len(quote)))
    assert sought is not None
    assert find(sought, (" ".join([*words[:first], *words[last:]]),)) == ()


@given(passages(), st.data())
def test_one_word_of_the_quote_may_change(
    passage: tuple[list[str], int, int], data: st.DataObject
) -> None:
    words, first, last = passage
    text = " ".join(words)
    quote = " ".join(words[first:last])
    start = text.index(quote)
    sought = anchor((text,), (0, start), (0, start + len(quote)))
    assert sought is not None
    inner = data.draw(st.integers(first + 1, last - 2))
    changed = list(words)
    changed[inner] = changed[inner].upper()[:2]
    now = (" ".join(changed),)
    found = words_at(find(sought, now), now)
    assert found == " ".join(changed[first:last])


@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5), st.data())
def test_whatever_is_found_lies_in_the_text(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    if not before:
        return
    number = data.draw(st.integers(0, len(before) - 1))
    start = data.draw(st.integers(0, len(before[number])))
    end = data.draw(st.integers(start, len(before[number])))
    sought = anchor(before, (number, start), (number, end))
    if sought is None:
        return
    for paragraphs in (before, after):
        for part in find(sought, paragraphs):
            assert 0 <= part.start < part.end <= len(paragraphs[part.paragraph])
