"""Find in page on the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.presenter.state import View
from ocviewer.ui.theme import LIGHT
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def found(window: MainWindow, pane: int = 0) -> list[str]:
    view = window.panes.text_views()[pane]
    return [each.cursor.selectedText() for each in view.extraSelections()]


def ask(window: MainWindow, text: str) -> None:
    window.actions_["find_in_page"].trigger()
    window.finder.bar.field.setText(text)
    QApplication.processEvents()


@pytest.fixture
def people(make_window: MakeWindow) -> MainWindow:
    window = make_window("PER")
    window.controller.open_section("people")
    window.activateWindow()
    return window


def test_all_hits_are_marked_and_counted(people: MainWindow) -> None:
    ask(people, "TRAFFICK")
    marked = found(people)
    assert len(marked) > 2
    assert {text.lower() for text in marked} == {"traffick"}
    hits = people.finder.hits
    bar = people.finder.bar
    assert bar.count.text() == f"1 of {len(hits)}"
    assert bar.where.text().startswith(f"{len(marked)} in this section")
    kinds = grounds(people)
    assert len(set(kinds)) == 2
    assert kinds.count(kinds[0]) == 1, "the present one alone looks different"


def grounds(window: MainWindow) -> list[str]:
    marks = window.panes.text_views()[0].extraSelections()
    return [each.format.background().color().name() for each in marks]


def test_the_bar_is_as_high_whatever_it_finds(people: MainWindow) -> None:
    ask(people, "traffick")
    height = people.finder.bar.height()
    ask(people, "zzzz")
    assert not people.finder.bar.where.isVisible()
    assert people.finder.bar.height() == height


def test_enter_goes_on_into_the_next_section_and_round_the_end(
    qtbot: QtBot, people: MainWindow
) -> None:
    ask(people, "police")
    bar, hits = people.finder.bar, people.finder.hits
    sections = []
    for number in range(1, len(hits) + 1):
        assert bar.count.text() == f"{number} of {len(hits)}"
        tab = people.controller.page.tabs[hits[number - 1].section]
        assert people.controller.state.section == tab.id
        assert "police" in [text.lower() for text in found(people)]
        sections.append(tab.number)
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert sections == sorted(sections)
    assert len(set(sections)) > 2
    assert bar.count.text() == f"1 of {len(hits)}"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == f"{len(hits)} of {len(hits)}"


def test_the_present_hit_is_in_view(qtbot: QtBot, people: MainWindow) -> None:
    ask(people, "police")
    for _ in people.finder.hits:
        view = people.panes.text_views()[0]
        marks = view.extraSelections()
        (here,) = [s for s in marks if s.format.foreground().color() != QColor(LIGHT.text)]
        assert view.viewport().rect().contains(view.cursorRect(here.cursor))
        people.actions_["find_next:1"].trigger()


def test_a_section_is_picked_by_its_count(people: MainWindow) -> None:
    ask(people, "police")
    bar = people.finder.bar
    menu = bar.section_menu()
    rows = [action.text() for action in menu.actions()]
    assert sum(int(row.split("\t")[1]) for row in rows) == len(people.finder.hits)
    menu.actions()[-1].trigger()
    assert people.controller.page.tabs[people.finder.hits[-1].section].id == (
        people.controller.state.section
    )
    menu.close()


def test_what_is_not_there_is_told(people: MainWindow) -> None:
    ask(people, "xyzzy")
    assert people.finder.bar.count.text() == "Not found"
    assert found(people) == []
    people.actions_["find_next:1"].trigger()
    assert people.controller.state.section == "people"
    people.finder.bar.field.setText("")
    assert people.finder.bar.count.text() == ""


def test_escape_closes_and_leaves_no_mark(qtbot: QtBot, people: MainWindow) -> None:
    ask(people, "traffick")
    assert people.finder.bar.isVisible()
    qtbot.keyClick(people.finder.bar.field, Qt.Key.Key_Escape)
    assert not people.finder.bar.isVisible()
    assert found(people) == []
    assert people.focusWidget() is people.panes.text_views()[0]
    people.actions_["find_next:1"].trigger()
    assert people.finder.bar.isVisible(), "Ctrl+G opens it anew"
    assert found(people), "with the words that were looked for"


def test_selected_words_are_looked_for(people: MainWindow) -> None:
    view = people.panes.text_views()[0]
    view.setTextCursor(view.document().find("Venezuelans"))
    people.actions_["find_in_page"].trigger()
    assert people.finder.bar.field.text() == "Venezuelans"
    assert people.finder.hits


def test_it_follows_country_section_and_edition(people: MainWindow) -> None:
    ask(people, "organized crime")
    before = len(people.finder.hits)
    people.controller.open_section("drugs")
    assert len(people.finder.hits) == before
    people.controller.open_country("COL")
    assert {hit.section for hit in people.finder.hits} <= {0}, "at a glance alone has text"
    people.controller.open_view(View.MAP)
    assert not people.finder.bar.isVisibleTo(people)


def test_a_comparison_is_searched_pane_by_pane(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    ask(window, "criminality")
    hits = window.finder.hits
    assert {hit.pane for hit in hits} == {0, 1}
    assert window.controller.state.reading, "the text is shown, not the figures"
    for _ in hits:
        window.actions_["find_next:1"].trigger()
    for pane in (0, 1):
        here = [hit for hit in hits if hit.pane == pane and hit.section == 0]
        assert len(found(window, pane)) == len(here) > 0
    window.actions_["keep_first"].trigger()
    QApplication.processEvents()
    assert window.finder.bar.isVisible()
    assert {hit.pane for hit in window.finder.hits} == {0}


def test_a_start_does_not_load_it(window: MainWindow) -> None:
    assert "finder" not in window.__dict__
