"""Notes in words: what they are about, what they quote, and where that is now."""

import pytest

from ocviewer.domain.note import Anchor, Note, NoteKind
from ocviewer.library.library import Library
from ocviewer.library.notes.anchors import anchor
from ocviewer.presenter.notes.view import NoteView, NoteWords, Shelf, matching
from ocviewer.presenter.words import Words
from tests.unit.library.notes.samples import T1, country_note, general_note, key


def highlight(library: Library, section: str = "trade", words: str = "") -> Note:
    """A highlight of the first sentence of a section of Peru 2025, or of some words."""
    profile = library.profile("PER", 2025)
    assert profile is not None
    paragraphs = tuple(p.text for p in profile.sections[section])
    end = paragraphs[0].index(". ")
    made = Anchor(words, "", "", 0) if words else anchor(paragraphs, (0, 0), (0, end))
    return Note(
        key(),
        NoteKind.HIGHLIGHT,
        T1,
        T1,
        country="PER",
        edition=2025,
        section=section,
        wording="condensed",
        mark=2,
        anchor=made,
    )


@pytest.fixture(scope="module")
def note_words(library: Library, words: Words) -> NoteWords:
    return NoteWords(library, words)


def test_a_highlight_names_whose_words_it_quotes(note_words: NoteWords, library: Library) -> None:
    view = note_words.view(highlight(library))
    assert view.about == "Peru · 2025 · 02 Trade"
    assert view.kind == "Highlight 2"
    assert view.quote.startswith("Arms for Colombia")
    assert not view.is_lost
    assert view.spans[0][:2] == (0, 0)
    assert view.source == (
        "Source: Global Organized Crime Index 2025, Peru, 02 Trade, condensed wording by ocviewer, "
        "https://ocindex.net/country/peru"
    )
    assert view.quote in view.spoken


def test_a_lost_passage_keeps_its_quote_and_source(note_words: NoteWords, library: Library) -> None:
    note = highlight(library, words="Words that were in another text")._replace(wording="original")
    view = note_words.view(note)
    assert view.is_lost
    assert view.spans == ()
    assert view.quote == "Words that were in another text"
    assert "the publisher’s own text" in view.source
    assert "not in the text any more" in view.spoken


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"country": "XKX"}, "XKX · 2025 · 02 Trade"),
        ({"edition": 1999}, "Peru · 1999 · 02 Trade"),
        ({"section": "smuggling"}, "Peru · 2025 · smuggling"),
        ({"country": "COL"}, "Colombia · 2025 · 02 Trade"),
    ],
)
def test_what_the_library_does_not_have_is_lost_and_named(
    note_words: NoteWords, library: Library, changes: dict[str, object], about: str
) -> None:
    view = note_words.view(highlight(library)._replace(**changes))  # type: ignore[arg-type]
    assert (view.is_lost, view.about) == (True, about)
    assert view.source


def test_a_passage_of_at_a_glance(note_words: NoteWords, library: Library, words: Words) -> None:
    (text,) = note_words.texts.of("PER", 2025, "at_a_glance")
    made = anchor(text.paragraphs, (0, 0), (0, 40))
    note = highlight(library)._replace(section="at_a_glance", wording="figures", anchor=made)
    view = note_words.view(note)
    assert not view.is_lost
    assert "put into sentences by ocviewer" in view.source
    assert note_words.texts.wording_of(("PER", 2025, "at_a_glance"), text.paragraphs) == "figures"


def test_a_note_in_general_and_an_unknown_indicator(note_words: NoteWords) -> None:
    view = note_words.view(general_note("Anywhere"))
    assert view.about == "In general · Human trafficking"
    assert (view.source, view.is_lost) == ("", False)
    assert note_words.view(general_note("?")._replace(indicator="1.1.99")).about.endswith("1.1.99")


def views(note_words: NoteWords, library: Library) -> tuple[NoteView, ...]:
    notes = (
        highlight(library, "people"),
        country_note("Zuerst – sehen"),
        highlight(library, words="gone and never seen again"),
        country_note("Côte", "CIV"),
        general_note("Anywhere"),
        Note(key(), NoteKind.BOOKMARK, T1, T1, country="PER", edition=2023, section="drugs"),
        highlight(library)._replace(text="And a thought"),
    )
    return note_words.views(notes)


def test_the_order_is_that_of_the_library(note_words: NoteWords, library: Library) -> None:
    listed = views(note_words, library)
    assert [view.about for view in listed] == [
        "In general · Human trafficking",
        "Côte d'Ivoire",
        "Peru",
        "Peru · 2025 · 01 People",
        "Peru · 2025 · 02 Trade",
        "Peru · 2025 · 02 Trade",
        "Peru · 2023 · 04 Drugs",
    ]
    assert [view.is_lost for view in listed[4:6]] == [False, True]


@pytest.mark.parametrize(
    ("query", "shelf", "count"),
    [
        ("", Shelf.ALL, 7),
        ("  ", Shelf.ALL, 7),
        ("cote", Shelf.ALL, 1),
        ("PERU thought", Shelf.ALL, 1),
        ("arms colombia", Shelf.HIGHLIGHTS, 1),
        ("", Shelf.HIGHLIGHTS, 3),
        ("", Shelf.NOTES, 4),
        ("", Shelf.BOOKMARKS, 1),
        ("peru", Shelf.LOST, 1),
        ("colombia", Shelf.LOST, 0),
    ],
)
def test_the_search(
    note_words: NoteWords, library: Library, query: str, shelf: Shelf, count: int
) -> None:
    assert len(matching(views(note_words, library), query, shelf)) == count
