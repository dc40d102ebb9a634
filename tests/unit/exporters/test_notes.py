"""Notes as Markdown, CSV and JSON: nothing in them acts, and quotes carry their source."""

import csv
import io
import json

import pytest

from ocviewer.domain.note import Note, NoteKind
from ocviewer.exporters.notes import FORMATS, notes_text
from ocviewer.exporters.notes_csv import COLUMNS
from ocviewer.exporters.notes_markdown import escaped
from ocviewer.library.library import Library
from ocviewer.presenter.notes.view import NoteView, NoteWords
from ocviewer.presenter.words import Words
from tests.unit.library.notes.samples import T1, country_note, key, one_of_each


@pytest.fixture(scope="module")
def views(library: Library, words: Words) -> tuple[NoteView, ...]:
    return NoteWords(library, words).views(one_of_each())


def test_markdown_has_headings_quotes_and_sources(
    views: tuple[NoteView, ...], words: Words
) -> None:
    text = notes_text(views, "markdown", words)
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == ["# Notes", "## In general", "## Peru", "### 2025 · 02 Trade"]
    lines = text.splitlines()
    quote = lines.index("> the words")
    assert lines[quote + 1] == ">"
    assert lines[quote + 2] == (
        "> — Source: Global Organized Crime Index 2025, Peru, 02 Trade, condensed wording by "
        "ocviewer, https://ocindex.net/country/peru"
    )
    assert lines[quote + 4] == "*The passage is not in the text any more.*"
    assert lines[quote + 6] == "Ask “them” – 1 \\< 2."
    assert "About Peru.\\\nIn two lines." in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_no_notes_say_so(words: Words) -> None:
    assert notes_text((), "markdown", words) == "# Notes\n\nThere are no notes yet.\n"
    assert notes_text((), "json", words) == "[]\n"
    assert len(notes_text((), "csv", words).splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no number", r"1\. no number"),
        ("12) no number", r"12\) no number"),
        ("=====", r"\====="),
        (
            "*a* _b_ `c` [d](e) <f> a|b ~g~ &amp; \\",
            r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> a\|b \~g\~ \&amp; \\",
        ),
        ("    no code", "no code"),
        ("3.5 points – plain.", "3\\.5 points – plain."),
    ],
)
def test_what_markdown_would_act_on_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_csv_can_be_read_again(views: tuple[NoteView, ...], words: Words) -> None:
    text = notes_text(views, "csv", words)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(views)
    by_kind = {row["kind"]: row for row in rows if row["iso3"]}
    found = by_kind["highlight"]
    assert (found["quote"], found["note"], found["passage"], found["mark"]) == (
        "the words",
        "Ask “them” – 1 < 2.",
        "lost",
        "3",
    )
    assert found["url"] == "https://ocindex.net/country/peru"
    assert found["source"].endswith(found["url"])
    assert by_kind["country"]["note"] == "About Peru.\nIn two lines."
    assert by_kind["country"]["passage"] == ""
    assert by_kind["bookmark"]["edition"] == "2025"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1"])
def test_no_cell_is_a_formula(library: Library, words: Words, text: str) -> None:
    view = NoteWords(library, words).view(country_note(text))
    (row,) = csv.DictReader(io.StringIO(notes_text([view], "csv", words)[1:]))
    assert row["note"] == f"'{text}"


def test_json_has_every_note_in_order(views: tuple[NoteView, ...], words: Words) -> None:
    objects = json.loads(notes_text(views, "json", words))
    assert [each["id"] for each in objects] == [view.note.id for view in views]
    found = next(each for each in objects if each["kind"] == "highlight")
    assert (found["lost"], found["quote"], found["mark"]) == (True, "the words", 3)
    assert objects[0]["lost"] is None
    assert objects[0]["country"] is None


@pytest.mark.parametrize("name", FORMATS)
def test_control_and_bidi_characters_do_not_come_through(
    library: Library, words: Words, name: str
) -> None:
    note = Note(key(), NoteKind.COUNTRY, T1, T1, country="PER", text="a\x1b[31m\u202eb\x00c")
    text = notes_text([NoteWords(library, words).view(note)], name, words)
    assert not set(text) & {"\x1b", "\u202e", "\x00"}
    assert "bc" in text
