"""The search on the real window: typing, filters, results, and the way to a passage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.library.search.hits import Hit, Marked
from ocviewer.presenter.search.results import HitGroup, HitView, Results
from ocviewer.presenter.state import PaneState, View
from ocviewer.ui.actions import ROWS
from ocviewer.ui.reader.marks import MarkKind, format_of
from ocviewer.ui.search.search_view import SearchView
from ocviewer.ui.search.units import characters, units
from ocviewer.ui.theme import LIGHT, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from tests.ui.search.conftest import Ask, desk_of, view_of

KEY = Qt.Key


def marked_words(window: MainWindow) -> list[str]:
    view = window.panes.pane.reader.view()
    return [selection.cursor.selectedText() for selection in view.extraSelections()]


def test_the_key_opens_it_and_one_types_at_once(window: MainWindow, qtbot: QtBot) -> None:
    (row,) = [row for row in ROWS if row.key == "open_view:search"]
    assert row.shortcut == "Ctrl+Shift+F"
    window.actions_["open_view:search"].trigger()
    view = view_of(window)
    assert window.stack.currentWidget() is view
    assert view.edit.hasFocus()
    assert view.centre.currentWidget() is view.help
    desk_of(window).stop()


def test_results_come_as_one_types_and_down_goes_through_them(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    view = ask("cocaine")
    assert view.centre.currentWidget() is view.found
    first = view.list.current_hit()
    assert first is not None
    assert first.hit.indicators == ("1.1.11",)
    qtbot.waitUntil(lambda: view.preview.heading.text() == "Cocaine trade")
    qtbot.keyClick(view.edit, KEY.Key_Down)
    second = view.list.current_hit()
    assert second is not None
    assert second.hit.iso3 == "PER"
    assert view.edit.hasFocus()
    qtbot.waitUntil(lambda: view.preview.heading.text() == "Peru")
    assert "cocaine" in view.preview.text.toPlainText()
    for _ in range(40):
        qtbot.keyClick(view.edit, KEY.Key_Up)
        assert view.list.current_hit() is not None
    assert view.list.current_hit() == first
    qtbot.keyClicks(view.edit, " rivers")
    qtbot.waitSignal(desk_of(window).settled, timeout=20_000).wait()
    assert view.summary.text() == "1 result in 1 country"


def test_a_hit_opens_the_profile_at_the_passage_with_its_words_marked(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    view = ask("cocaine rivers")
    qtbot.keyClick(view.edit, KEY.Key_Return)
    state = window.controller.state
    assert state.view is View.PROFILE
    assert (state.panes, state.section) == ((PaneState("PER", 2025),), "drugs")
    assert marked_words(window) == ["rivers", "cocaine", "rivers"]
    reader = window.panes.pane.reader.view()
    selections = reader.extraSelections()
    assert selections[0].format.background() == format_of(MarkKind.HIT, LIGHT).background()
    top = reader.cursorRect(selections[0].cursor).top()
    assert 0 <= top < reader.viewport().height()
    assert reader.hasFocus()
    window.controller.open_section("people")
    assert marked_words(window) == []


def test_a_hit_in_another_edition_opens_that_edition_and_country(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    window.controller.open_country("FRA")
    window.controller.open_edition(2021)
    ask("cocaine rivers")
    qtbot.keyClick(view_of(window).list, KEY.Key_Return)
    assert window.controller.state.panes == (PaneState("PER", 2025),)
    assert marked_words(window) == ["rivers", "cocaine", "rivers"]


def test_a_name_opens_its_country_and_a_definition_its_ranking(
    ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    ask("ivory coast")
    qtbot.keyClick(view_of(window).edit, KEY.Key_Return)
    assert window.controller.state.panes[0].iso3 == "CIV"
    view = ask("cocaine trade")
    window.resize(1280, 720)  # room for the passage
    qtbot.waitUntil(view.preview.button.isVisible)
    view.preview.button.click()
    state = window.controller.state
    assert (state.view, state.choice.indicator) == (View.RANKINGS, "1.1.11")


def test_escape_clears_then_goes_back(ask: Ask, window: MainWindow, qtbot: QtBot) -> None:
    view = ask("cocaine")
    view.list.setFocus()
    qtbot.keyClick(view.list, KEY.Key_Escape)
    assert view.edit.hasFocus()
    qtbot.keyClick(view.edit, KEY.Key_Escape)
    assert view.edit.text() == ""
    qtbot.keyClick(view.edit, KEY.Key_Escape)
    assert window.controller.state.view is View.PROFILE


def test_the_query_is_there_again_when_one_comes_back(ask: Ask, window: MainWindow) -> None:
    ask("cocaine")
    window.controller.open_view(View.PROFILE)
    window.controller.open_view(View.SEARCH)
    view = view_of(window)
    assert view.edit.text() == "cocaine"
    assert view.edit.selectedText() == "cocaine"
    assert view.list.result_model.rowCount() > 1


def test_figures_give_a_table(ask: Ask, window: MainWindow, qtbot: QtBot) -> None:
    view = ask('cocaine > 8 region:"South America"')
    assert view.centre.currentWidget() is view.table
    assert [row.name for row in view.table.view.rows_model.rows][:2] == ["Bolivia", "Brazil"]
    assert view.boxes["place"].currentText().strip() == "South America (12)"
    qtbot.keyClick(view.edit, KEY.Key_Down)
    view.table.copy()
    copied = QApplication.clipboard().text()
    assert copied == "Country\tCocaine trade\tRegion\nBrazil\t9.00\tSouth America\n"
    qtbot.keyClick(view.edit, KEY.Key_Return)
    assert window.controller.state.panes[0].iso3 == "BRA"
    view = ask("resilience < 4 change < 0")  # other columns
    assert view.centre.currentWidget() is view.table
    assert len(view.table.view.rows_model.table.columns) == 4


def test_a_mistake_is_told_and_what_was_found_stays(ask: Ask) -> None:
    view = ask("cocaine")
    rows = view.list.result_model.rows
    view = ask("cocaine > many")
    assert not view.mistake.isHidden()
    assert "“many” is no number" in view.mistake.text()
    assert view.list.result_model.rows == rows
    bad = view.edit.grab().toImage()
    view = ask("cocaine > 8")
    assert view.mistake.isHidden()
    assert colours(bad) >= {LIGHT.worse}
    assert LIGHT.worse not in colours(view.edit.grab().toImage())


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width() // 2)
        for y in range(image.height())
    }


def test_a_box_writes_into_the_query(ask: Ask, window: MainWindow, qtbot: QtBot) -> None:
    view = ask("cocaine")
    box = view.boxes["section"]
    box.setCurrentIndex(box.findText("Drugs"))
    box.activated.emit(box.currentIndex())
    assert view.edit.text() == "cocaine section:Drugs "
    qtbot.waitSignal(desk_of(window).settled, timeout=20_000).wait()
    hits = [row.view.hit for row in view.list.result_model.rows if row.view]
    assert hits
    assert {hit.section for hit in hits} == {"drugs"}
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert view.edit.text() == "cocaine"


def test_completion(ask: Ask, window: MainWindow, qtbot: QtBot) -> None:
    view = ask("peru coca")
    qtbot.keyClick(view.edit, KEY.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert view.edit.text() == "peru Cocaine trade "
    qtbot.keyClicks(view.edit, "> 8 regio")
    qtbot.keyClick(view.edit, KEY.Key_Right)
    assert view.edit.text() == "peru Cocaine trade > 8 region:"
    assert view.edit.cursorPosition() == len(view.edit.text())
    qtbot.keyClick(view.edit, KEY.Key_Left)
    before = view.edit.text()
    qtbot.keyClick(view.edit, KEY.Key_Right)  # not at the end: it only moves
    assert view.edit.text() == before


def test_text_with_markup_stays_text(ask: Ask, qapp: QApplication) -> None:
    view = ask("cocaine")
    for label in view.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    text = '<b>bold</b> &amp; <img src="x"> 🦓 cocaine \x07 end'
    start = text.index("cocaine")
    span = ((start, start + 7),)
    nothing = Marked("", ())
    hit = Hit("text", "PER", 2025, "drugs", 0, (), nothing, nothing, Marked(text, span))
    shown = HitView(hit, Marked("<i>", ()), "2025", "<i>")
    group = HitGroup("PER", Marked("<h1>", ((0, 2),)), "<p>", (shown,))
    view.set_results(Results("x", (group,), None, "<u>", None))
    view.preview.show_passage("<h1>", "<p>", text, span)
    assert view.preview.text.toPlainText() == text.replace("\x07", " ")
    (selection,) = view.preview.text.extraSelections()
    assert selection.cursor.selectedText() == "cocaine"
    assert not view.grab().isNull()


def test_positions_as_qt_counts_them() -> None:
    text = "a🦓é"
    assert [units(text, n) for n in range(4)] == [0, 1, 3, 4]
    assert [characters(text, n) for n in (0, 1, 3, 4)] == [0, 1, 2, 3]


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_it_is_painted_in_both_themes_and_any_size(
    theme: ThemeChoice, ask: Ask, window: MainWindow, qapp: QApplication
) -> None:
    view = ask("cocaine")
    apply_theme(qapp, theme)
    for size in ((800, 560), (1920, 1080)):
        window.resize(*size)
        qapp.processEvents()
        image = view.grab().toImage()
        assert image.width() == view.width()
        assert view.minimumSizeHint().width() <= 560
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    qapp.processEvents()
    assert not view.grab().isNull()
    ground = QColor(view.palette().base().color()).lightness()
    assert (ground < 128) is (theme is ThemeChoice.DARK)


def test_the_way_of_tab(ask: Ask) -> None:
    view = ask("cocaine")
    stops = view.tab_stops()
    assert stops[0] is view.edit
    assert len(set(stops)) == len(stops)
    assert view.list in stops
    assert isinstance(view, SearchView)


def test_the_library_is_where_the_passage_comes_from(
    ask: Ask, library: Library, qtbot: QtBot
) -> None:
    view = ask("cocaine rivers")
    profile = library.profile("PER", 2025)
    assert profile is not None
    text = profile.sections["drugs"][1].text
    qtbot.waitUntil(lambda: view.preview.text.toPlainText() == text)
