"""Find in page: what counts as a hit, and in which order they come."""

import pytest

from ocviewer.library.library import Library
from ocviewer.presenter.finding import Hit, by_section, find, first_from, folded, texts
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Police and POLICE.", "police", ["Police", "POLICE"]),
        ("Perú, Peru\u0301, peru", "peru", ["Perú", "Peru\u0301", "peru"]),
        ("Cote and Côte", "CÔTE", ["Cote", "Côte"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("a ß here", "s", ["ß"]),
        ("Peru’s and Peru's", "peru's", ["Peru’s", "Peru's"]),
        ("“word” and 2019–2023", '"word" and 2019-2023', ["“word” and 2019–2023"]),
        ("two\u00a0600 and two\n600", "two 600", ["two\u00a0600", "two\n600"]),
        ("traf\u00adfick", "traffick", ["traf\u00adfick"]),
        ("😀 here 😀 here", "here", ["here", "here"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.b a*b", "a.b", ["a.b"]),
        ("text", "", []),
        ("te xt", "  ", []),
        ("text", "\u0301", []),
        ("text", "longer than the text", []),
    ],
)
def test_case_and_accents_do_not_count(text: str, wanted: str, found: list[str]) -> None:
    hits = find([((folded(text),),)], wanted)
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_hits_come_by_section_then_by_pane() -> None:
    one = ((folded("a"),), (folded("a a"), folded("b")), ())
    other = ((), (folded("b"), folded("a")), (folded("a"),))
    assert [hit[:3] for hit in find([one, other], "a")] == [
        (0, 0, 0),
        (1, 0, 0),
        (1, 0, 0),
        (1, 1, 1),
        (2, 1, 0),
    ]
    assert by_section(find([one, other], "a")) == {0: 1, 1: 3, 2: 1}


def test_the_first_hit_from_a_place_goes_round_the_end() -> None:
    hits = (Hit(0, 0, 0, 5, 6), Hit(2, 0, 1, 0, 1), Hit(2, 1, 0, 0, 1))
    assert first_from(hits, (0, 0, 0, 5)) == 0
    assert first_from(hits, (0, 0, 0, 6)) == 1
    assert first_from(hits, (2, 1)) == 2
    assert first_from(hits, (3,)) == 0
    with pytest.raises(ValueError, match="hits"):
        first_from((), (0,))


def test_all_sections_of_a_profile_are_searched(library: Library, words: Words) -> None:
    found = texts(library, words, PaneState("PER", 2025))
    assert len(found) == 12
    assert all(found), "each has text"
    counts = by_section(find([found], "organized crime"))
    assert len(counts) > 1
    assert not any(texts(library, words, PaneState("world", 2025)))
