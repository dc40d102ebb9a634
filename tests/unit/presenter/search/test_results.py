"""Hits, figures and mistakes in words; boxes that say what the query says."""

from pathlib import Path

import pytest

from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.library.search.answer import NOTHING, Answer, answer
from ocviewer.library.search.hits import Hit, Hits, Marked, Search
from ocviewer.library.search.index import update
from ocviewer.library.search.parser import parse
from ocviewer.library.search.query import Key
from ocviewer.library.search.store import Store
from ocviewer.presenter.passage import Passage
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.search.part import SearchPart, search_part
from ocviewer.presenter.search.results import Results, passage_of, results
from ocviewer.presenter.search.spellings import vocabulary
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.table import Kind

NO_TEXT = Marked("", ())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Store:
    store = Store(tmp_path_factory.mktemp("cache"))
    update(store, library.again())
    return store


def found(text: str, store: Store, library: Library, words: Words) -> Results:
    names = vocabulary(library, words)
    return results(answer(text, Search(store, library), library, names), library, words)


def part(query: str, library: Library, words: Words) -> SearchPart:
    state = ViewState((PaneState("PER", 2025),), view=View.SEARCH, choice=Choice(query=query))
    shown = resolve(state, library, words).world
    assert isinstance(shown, SearchPart)
    assert shown == search_part(state, library, words)
    return shown


def test_groups_are_countries_with_their_sections_together(
    store: Store, library: Library, words: Words
) -> None:
    shown = found("trafficking ", store, library, words)
    assert {group.iso3 for group in shown.groups} == {"", "PER"}
    (peru,) = [group for group in shown.groups if group.iso3]
    assert (peru.title.text, peru.place) == ("Peru", "South America")
    sections = [view.hit.section for view in peru.hits]
    runs = [s for n, s in enumerate(sections) if n == 0 or sections[n - 1] != s]
    assert len(runs) == len(set(runs))
    assert shown.summary == f"{sum(len(g.hits) for g in shown.groups)} results in 1 country"


def test_what_was_found_is_marked_in_names_sections_and_texts(
    store: Store, library: Library, words: Words
) -> None:
    (group, *_) = found("peru", store, library, words).groups
    start, end = group.title.ranges[0]
    assert group.title.text[start:end] == "Peru"
    (group,) = found("drugs peru country:Peru edition:2025", store, library, words).groups
    label = group.hits[0].label
    assert label.text == "04 Drugs"
    assert [label.text[a:b] for a, b in label.ranges] == ["Drugs"]
    for view in group.hits:
        for start, end in view.snippet.ranges:
            assert view.snippet.text[start:end].casefold().startswith(("drug", "peru"))
        assert view.spoken.startswith("Peru, ")


def test_a_table_of_figures(store: Store, library: Library, words: Words) -> None:
    shown = found("resilience < 4 change < 0 cocaine > 5", store, library, words)
    assert shown.table is not None
    assert [c.id for c in shown.table.columns] == ["country", "2", "2.change", "1.1.11", "region"]
    assert shown.table.columns[2].kind is Kind.CHANGE
    for row in shown.table.rows:
        score, change, cocaine = row.cells[1:4]
        assert (score.score or 0) < 400
        assert change.text.startswith("▼ −")
        assert change.text.endswith("worse")
        assert (cocaine.score or 0) > 500
        assert "Resilience" in row.spoken
    editions = found("resilience > 8 edition:2021 edition:2025", store, library, words)
    assert editions.table is not None
    assert [c.id for c in editions.table.columns][:2] == ["country", "edition"]


def test_a_mistake(store: Store, library: Library, words: Words) -> None:
    shown = found("cocaine > many", store, library, words)
    assert shown.mistake is not None
    assert (shown.mistake.start, shown.mistake.end) == (10, 14)
    assert shown.mistake.text == "“many” is no number. Write e.g. 8 or 7.5."
    assert shown.groups == ()


def test_an_empty_query_says_nothing(store: Store, library: Library, words: Words) -> None:
    assert found("  ", store, library, words).summary == ""


def test_boxes_say_what_the_query_says(library: Library, words: Words) -> None:
    shown = part('x edition:2023 region:"south am" section:4', library, words)
    chosen = {box.id: box.chosen for box in shown.boxes}
    assert chosen == {
        "edition": (Key.EDITION, "2023"),
        "place": (Key.REGION, "South America"),
        "section": (Key.SECTION, "Drugs"),
        "indicator": None,
    }
    for box in shown.boxes:
        values = [option.value for option in box.options]
        assert box.chosen in values
        assert len(values) == len(set(values))
    (place,) = [box for box in part("country:Peru", library, words).boxes if box.id == "place"]
    assert place.chosen == (Key.COUNTRY, "Peru")
    assert place.options[-1].value == place.chosen


def test_every_option_of_every_box_makes_a_query_that_is_understood(
    library: Library, words: Words
) -> None:
    names = vocabulary(library, words)
    for box in part("cocaine region:Caribbean", library, words).boxes:
        for option in box.options:
            text = box.applied("cocaine region:Caribbean ", option.value)
            query = parse(text, names)
            if box.id != "place":
                assert query.values(Key.REGION) == ("Caribbean",)
            if option.value is None:
                assert all(not query.values(key) for key in box.keys)
            else:
                assert [f.key for f in query.filters if f.key in box.keys] == [option.value[0]]  # type: ignore[index]


def test_the_part_needs_no_index(home: Path, library: Library, words: Words) -> None:
    part("cocaine", library, words)
    assert not (home / "cache").exists()


def test_the_wording_is_said_where_there_are_several(library: Library, words: Words) -> None:
    body = Marked("Text.", ((0, 4),))
    hit = Hit("text", "PER", 2025, "drugs", 1, (), NO_TEXT, NO_TEXT, body, "original")
    ours = hit._replace(wording="condensed", several=True)
    hits = Hits((hit, hit._replace(several=True), ours), more=False)
    shown = results(Answer("x", NOTHING, hits), library, words)
    texts = [view.edition_text for view in shown.groups[0].hits]
    assert texts == ["2025", "2025 · the publisher’s words", "2025 · our wording"]
    assert "our wording" in shown.groups[0].hits[2].spoken
    assert passage_of(ours) == Passage(
        "PER", 2025, "drugs", wording=Wording.CONDENSED, paragraph=1, start=0, found=((0, 4),)
    )


def test_notes_stand_below_their_country_and_say_what_they_are_about(
    library: Library, words: Words
) -> None:
    hit = Hit("note", "PER", 0, "", 0, (), NO_TEXT, NO_TEXT, Marked("Mine.", ()), note="a")
    hits = (
        hit,
        hit._replace(edition=2025, section="drugs"),
        hit._replace(section="drugs", indicators=("1.1.11",)),
        hit._replace(source="highlight", edition=2021, section="at_a_glance"),
        hit._replace(source="highlight", edition=2021, section="unheard_of"),
        hit._replace(iso3="", section="drugs", indicators=("1.1.11",)),
        hit._replace(iso3="XQX"),
    )
    peru, general, unknown = results(
        Answer("x", NOTHING, Hits(hits, more=False)), library, words
    ).groups
    assert [(view.label.text, view.edition_text) for view in peru.hits] == [
        ("Note", ""),
        ("Note · 04 Drugs", "2025"),
        ("Note · Cocaine trade", ""),
        ("Highlight · At a glance", "2021"),
        ("Highlight", "2021"),
    ]
    assert (general.title.text, general.hits[0].label.text) == (
        "In general",
        "Note · Cocaine trade",
    )
    assert unknown.title.text == "XQX"
    assert passage_of(hits[1]) == Passage("PER", 2025, "drugs")
