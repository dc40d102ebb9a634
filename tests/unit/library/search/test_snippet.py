"""Pieces of texts around what was found."""

from hypothesis import given
from hypothesis import strategies as st

from ocviewer.library.search.snippet import WIDTH, snippet


def test_a_short_text_is_whole() -> None:
    assert snippet("A <b>bold</b> word.", ((5, 9),)) == ("A <b>bold</b> word.", ((5, 9),))


def test_around_the_most_finds() -> None:
    text = "one " * 100 + "cocaine and cocaine " + "two " * 100
    first = text.index("cocaine")
    second = text.index("cocaine", first + 1)
    piece = snippet(text, ((0, 3), (first, first + 7), (second, second + 7)))
    assert [piece.text[a:b] for a, b in piece.ranges] == ["cocaine", "cocaine"]
    assert piece.text.startswith("…one")
    assert piece.text.endswith("two…")


@given(
    st.text(alphabet=st.sampled_from("ab é\n\t😀"), max_size=600),
    st.lists(st.integers(0, 600), max_size=8, unique=True),
)
def test_ranges_stay_on_their_characters(text: str, edges: list[int]) -> None:
    places = sorted(min(edge, len(text)) for edge in edges)
    pairs = zip(places[::2], places[1::2], strict=False)
    ranges = tuple((start, end) for start, end in pairs if start < end)
    piece = snippet(text, ranges)
    assert len(piece.text) <= WIDTH + 2
    assert "\n" not in piece.text
    for start, end in piece.ranges:
        assert 0 <= start < end <= len(piece.text)
    body = piece.text.strip("…")
    assert body in "".join(" " if c.isspace() else c for c in text)
    assert bool(piece.ranges) == bool(ranges)
