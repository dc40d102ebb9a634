"""Hits in either wording and in notes: found, kept up to date, opened where they belong."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ocviewer import paths
from ocviewer.domain.note import Anchor, NoteKind
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.library.search.hits import Hit
from ocviewer.presenter.passage import Passage
from ocviewer.presenter.state import PaneState, View
from ocviewer.ui.notes.editor import NoteEditor
from ocviewer.ui.search.search_view import SearchView
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.search.conftest import Ask, desk_of, view_of
from tests.ui.search.test_search_view import marked_words

THEIRS = "An invented text, of a zebra and of cocaine on rivers."
QUOTE = "Foreign groups such as Ecuador’s Los Tiguerones"
"""Words of the bundled text of Peru, 2025, trade."""


@pytest.fixture
def window(make_window: MakeWindow, user_library: Path) -> MainWindow:
    """Peru, 2025, of which the user imported another text."""
    name = "profiles/2025/PER.json"
    file = json.loads((paths.bundled_library() / name).read_text("utf-8"))
    file["wording"] = "original"
    file["sections"] = [
        {"id": "drugs", "paragraphs": [{"text": text, "indicators": []} for text in ("x", THEIRS)]}
    ]
    path = user_library / name
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(file), "utf-8")
    return make_window("PER", library=Library(paths.bundled_library(), user_library))


def hits(view: SearchView) -> list[Hit]:
    return [row.view.hit for row in view.list.result_model.rows if row.view is not None]


def open_hit(view: SearchView, wanted: Hit) -> None:
    rows = view.list.result_model.rows
    number = next(n for n, row in enumerate(rows) if row.view and row.view.hit == wanted)
    view.list.setCurrentIndex(view.list.result_model.index(number, 0))
    view.list.open_current()


def test_a_hit_is_shown_and_opened_in_its_own_wording(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    view = ask("cocaine rivers")
    found = {hit.wording: hit for hit in hits(view)}
    assert set(found) == {"original", "condensed"}
    texts = [row.view.edition_text for row in view.list.result_model.rows if row.view]
    assert sorted(texts) == ["2025 · our wording", "2025 · the publisher’s words"]
    for wording, words in (
        ("condensed", ["rivers", "cocaine", "rivers"]),
        ("original", ["cocaine", "rivers"]),
    ):
        window.controller.open_view(View.SEARCH)
        hit = found[wording]
        open_hit(view, hit)
        assert window.controller.state.view is View.PROFILE
        assert marked_words(window) == words
        shown = window.controller.page.panes[0].section
        assert shown.paragraphs[hit.paragraph].text == hit.body.text
    window.controller.open_view(View.SEARCH)
    view.list.setCurrentIndex(view.list.result_model.index(len(texts), 0))
    current = view.list.current_hit()
    assert current is not None
    qtbot.waitUntil(lambda: view.preview.text.toPlainText() == current.hit.body.text)
    assert len(view.preview.text.extraSelections()) == len(current.hit.body.ranges)


def test_the_wording_stays_as_it_was_chosen_where_there_is_no_other(
    window: MainWindow, library: Library
) -> None:
    window.controller.set_library(library)
    window.controller.open_passage(Passage("PER", 2025, "drugs", wording=Wording.CONDENSED))
    assert window.controller.state.wording is None


def test_a_pane_that_shows_the_country_is_kept_with_its_marks(
    make_window: MakeWindow,
) -> None:
    window = make_window("COL", "PER")
    panes = window.controller.state.panes
    window.controller.open_passage(
        Passage("PER", 2025, "drugs", paragraph=1, start=0, found=((0, 5),))
    )
    assert window.controller.state.panes == panes
    left, right = window.panes.text_views()
    assert left.extraSelections() == []
    (selection,) = right.extraSelections()
    assert len(selection.cursor.selectedText()) == 5
    window.controller.open_passage(Passage("FRA", 2021, "unheard_of"))
    assert window.controller.state.panes == (PaneState("FRA", 2021),)
    assert window.controller.state.section == "drugs"


def test_a_note_is_found_as_soon_as_it_is_saved(ask: Ask, window: MainWindow, qtbot: QtBot) -> None:
    view = ask("okapi")
    assert hits(view) == []
    desk, keeper = desk_of(window), window.notes.keeper
    with qtbot.waitSignal(desk.settled, timeout=20_000):
        note = keeper.add(NoteKind.COUNTRY, "FRA", text="An okapi.")
    assert note is not None
    (hit,) = hits(view)
    assert (hit.source, hit.iso3, hit.note) == ("note", "FRA", note.id)
    window.controller.open_view(View.PROFILE)
    keeper.set_text(note, "A quagga.")
    waits = desk.is_settled  # until it is asked
    window.controller.open_view(View.SEARCH)
    assert (waits, desk.is_settled) == (True, False)
    qtbot.waitUntil(lambda: hits(view) == [], timeout=20_000)
    ask("quagga")
    qtbot.waitUntil(lambda: desk.is_settled, timeout=20_000)
    assert [hit.body.text for hit in hits(view)] == ["A quagga."]


def test_changes_one_after_the_other_end_in_what_is_there(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    view = ask("okapi")
    keeper = window.notes.keeper
    for number in range(5):
        assert keeper.add(NoteKind.SECTION, "FRA", 2025, "drugs", text=f"Okapi {number}.")
        qtbot.wait(7 * number)
    qtbot.waitUntil(lambda: len(hits(view)) == 5, timeout=20_000)
    qtbot.waitUntil(lambda: desk_of(window).is_settled, timeout=20_000)


def test_a_highlight_opens_at_its_passage_in_its_wording(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    passage = (Anchor(QUOTE, "", "", 0), "condensed", 2)
    added = window.notes.keeper.add(
        NoteKind.HIGHLIGHT, "PER", 2025, "trade", text="An okapi.", passage=passage
    )
    assert added is not None
    view = ask("tiguerones is:highlight")
    assert len(hits(view)) == 1
    qtbot.waitUntil(lambda: QUOTE in view.preview.text.toPlainText())
    assert view.preview.place.text().startswith("Highlight · 02 Trade")
    qtbot.keyClick(view.edit, Qt.Key.Key_Return)
    state = window.controller.state
    assert (state.panes, state.section) == ((PaneState("PER", 2025),), "trade")
    assert state.wording is Wording.CONDENSED
    assert marked_words(window) == [QUOTE]
    reader = window.panes.pane.reader.view()
    (selection,) = reader.extraSelections()
    top = reader.cursorRect(selection.cursor).top()
    assert 0 <= top < reader.viewport().height()
    assert reader.hasFocus()


def test_a_lost_highlight_opens_its_section_and_one_that_is_gone_too(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    lost = (Anchor("An okapi that no text speaks of", "", "", 0), "original", 1)
    added = window.notes.keeper.add(NoteKind.HIGHLIGHT, "PER", 2023, "trade", passage=lost)
    assert added is not None
    view = ask("okapi")
    (hit,) = hits(view)
    open_hit(view, hit)
    assert window.controller.state.panes == (PaneState("PER", 2023),)
    window.controller.open_country("FRA")
    assert window.notes.keeper.delete(added)
    desk_of(window).note_wanted.emit(hit)
    assert window.controller.state.panes == (PaneState("PER", 2023),)
    assert window.controller.state.section == "trade"
    assert view_of(window) is view


def test_a_note_in_general_opens_to_be_read(ask: Ask, window: MainWindow) -> None:
    keeper = window.notes.keeper
    assert keeper.add(NoteKind.INDICATOR, None, indicator="1.1.11", text="An okapi.")
    view = ask("okapi")
    (hit,) = hits(view)
    open_hit(view, hit)
    (editor,) = window.findChildren(NoteEditor)
    assert editor.isVisible()
    assert window.controller.state.view is View.SEARCH
    editor.close()
