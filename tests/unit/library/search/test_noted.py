"""Notes and highlights are found with everything else, where they belong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocviewer.domain.note import Anchor, Note, NoteKind
from ocviewer.library.library import Library
from ocviewer.library.notes.codec import sheet_text
from ocviewer.library.notes.sheet import sheet_path
from ocviewer.library.search.document import HIGHLIGHT, NOTE, NOTED, TEXT
from ocviewer.library.search.documents import SOURCES
from ocviewer.library.search.hits import Hit
from tests.unit.library.search.conftest import Find, WriteProfile

WriteNotes = Callable[..., Path]

AT = "2026-01-31T09:30:00.000000Z"


def note(digit: str, kind: NoteKind, country: str | None, *place: Any, **more: Any) -> Note:
    about = dict(zip(("edition", "section"), place, strict=False))
    return Note(digit.zfill(32), kind, AT, AT, country, **about, **more)


IN_GENERAL = note("1", NoteKind.INDICATOR, None, indicator="1.1.11", text="An okapi in general.")
ON_FRANCE = note("2", NoteKind.COUNTRY, "FRA", text="An okapi of the country.")
ON_COCAINE = note("3", NoteKind.INDICATOR, "FRA", indicator="1.1.11", text="Okapi, of a market.")
ON_DRUGS = note("4", NoteKind.SECTION, "FRA", 2023, "drugs", text="An okapi in 04.")
MARKED = note(
    "5",
    NoteKind.HIGHLIGHT,
    "FRA",
    2023,
    "drugs",
    wording="original",
    mark=2,
    anchor=Anchor("a zebra crossing the road", "It is ", ".", 6),
    text="An okapi beside it.",
)
BOOKMARK = note("6", NoteKind.BOOKMARK, "FRA", 2023, "drugs")
ALL = (ON_FRANCE, ON_COCAINE, ON_DRUGS, MARKED, BOOKMARK)


@pytest.fixture
def write_notes(user_library: Path) -> WriteNotes:
    def write(country: str | None, *notes: Note) -> Path:
        path = sheet_path(user_library / "notes", country)
        path.parent.mkdir(exist_ok=True)
        path.write_text(sheet_text(country, notes), "utf-8")
        return path

    return write


@pytest.fixture
def noted(find: Find, write_notes: WriteNotes) -> Find:
    write_notes(None, IN_GENERAL)
    write_notes("FRA", *ALL)
    return find


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return sorted(hit.note.lstrip("0") for hit in hits)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("okapi", "12345"),
        ("okapi france", "2345"),
        ("okapi -road", "1234"),
        ("okapi is:note", "12345"),
        ("is:highlight", "5"),
        ("is:notes", "12345"),
        ("okapi -is:note", ""),
        ("okapi is:text", ""),
        ("okapi country:FRA", "2345"),
        ("okapi country:Peru", ""),
        ("okapi region:Caribbean", ""),
        ("okapi edition:2023", "45"),
        ("okapi edition:2025", ""),
        ("okapi section:drugs", "1345"),
        ("okapi section:people", ""),
        ("okapi indicator:1.1.11", "13"),
        ("cocaine is:note", "13"),  # by what it is about
        ('"zebra crossing"', "5"),
        ("okapi cocaine <= 10 edition:2023", "45"),
    ],
)
def test_filters_hold_for_them(noted: Find, query: str, found: str) -> None:
    assert "".join(ids(noted(query).hits.hits)) == found


def test_where_they_stand(noted: Find) -> None:
    by_id = {hit.note[-1]: hit for hit in noted("okapi").hits.hits}
    places = {key: (h.source, h.iso3, h.edition, h.section) for key, h in by_id.items()}
    assert places == {
        "1": (NOTE, "", 0, "drugs"),
        "2": (NOTE, "FRA", 0, ""),
        "3": (NOTE, "FRA", 0, "drugs"),
        "4": (NOTE, "FRA", 2023, "drugs"),
        "5": (HIGHLIGHT, "FRA", 2023, "drugs"),
    }
    assert by_id["5"].body.text == "“a zebra crossing the road”\n\nAn okapi beside it."
    assert by_id["2"].body.text == ON_FRANCE.text


def test_a_country_alone_finds_no_note_of_it(noted: Find) -> None:
    assert ids(noted("france").hits.hits) == [""]


def test_a_highlight_has_the_indicators_of_its_paragraph(
    noted: Find, write_profile: WriteProfile, user_library: Path
) -> None:
    assert noted("okapi indicator:1.1.12 is:highlight").hits.hits == ()  # lost, and found without
    path = write_profile("FRA", 2023, {"drugs": ("First.", "It is a zebra crossing the road.")})
    profile = json.loads(path.read_text("utf-8"))
    profile["sections"][0]["paragraphs"][1]["indicators"] = ["1.1.12"]
    path.write_text(json.dumps(profile), "utf-8")
    (hit,) = noted("okapi indicator:1.1.12 is:highlight").hits.hits
    assert (hit.indicators, hit.wording) == (("1.1.12",), "original")
    sources = {hit.source for hit in noted("zebra").hits.hits}
    assert sources == {HIGHLIGHT, TEXT}


def test_what_changed_is_found_and_what_is_gone_is_not(
    noted: Find, write_notes: WriteNotes
) -> None:
    write_notes("FRA", ON_FRANCE._replace(text="A quagga."))
    assert ids(noted("okapi").hits.hits) == ["1"]
    assert ids(noted("quagga").hits.hits) == ["2"]
    write_notes("FRA").unlink()
    assert noted("quagga").hits.hits == ()


def test_only_the_files_that_changed_are_read_again(own: Library, write_notes: WriteNotes) -> None:
    def hashes() -> dict[tuple[str, str], str]:
        library = own.again()
        noted = [source for source in SOURCES if source.name in NOTED]
        return {(one.name, part.key): part.hash for one in noted for part in one.parts(library)}

    write_notes("FRA", ON_FRANCE)
    write_notes("PER", ON_FRANCE._replace(country="PER"))
    before = hashes()
    write_notes("FRA", MARKED)
    after = hashes()
    assert [key for key in after if after[key] != before[key]] == [
        (NOTE, "FRA.json"),
        (HIGHLIGHT, "FRA.json"),
    ]


def test_a_file_of_a_newer_version_or_a_damaged_one(noted: Find, write_notes: WriteNotes) -> None:
    path = write_notes("FRA", ON_FRANCE)
    path.write_text(path.read_text("utf-8").replace('"schema_version": 1', '"schema_version": 9'))
    assert ids(noted("okapi").hits.hits) == ["1", "2"]
    path.write_text("{", "utf-8")
    assert ids(noted("okapi").hits.hits) == ["1"]


def test_a_note_of_a_country_that_is_unknown(noted: Find, write_notes: WriteNotes) -> None:
    write_notes("XQX", ON_FRANCE._replace(country="XQX", text="A quagga."))
    (hit,) = noted("quagga").hits.hits
    assert (hit.iso3, hit.source) == ("XQX", NOTE)
