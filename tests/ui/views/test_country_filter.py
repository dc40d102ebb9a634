"""The filter of the country selector: what it lists, its keys, what it highlights."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.library.matching import NameMatcher
from ocviewer.presenter.words import Words
from ocviewer.ui.theme import DARK, LIGHT, Theme, ThemeChoice, apply_theme
from ocviewer.ui.views.country_picker import CountryPicker
from ocviewer.ui.views.country_tree import CountryTree
from ocviewer.ui.views.filter_edit import FilterEdit
from tests.ui.views.picker_driver import CONTROL, Driver


@pytest.fixture
def driver(qtbot: QtBot, library: Library, words: Words) -> Driver:
    return Driver(qtbot, library, words)


def test_filter_lists_the_best_first_and_makes_it_current(driver: Driver) -> None:
    driver.type("guinea")
    assert driver.names()[:2] == ["Guinea", "Guinea-Bissau"]
    assert driver.current == "Guinea"
    assert driver.filter.hasFocus()
    row = driver.model.row_of(driver.model.index(1, 0))
    assert row is not None
    assert row.match is not None
    assert row.match.name_spans == ((0, 6),)


def test_the_matcher_is_made_once_and_only_for_a_filter(driver: Driver) -> None:
    assert driver.matchers_made == 0
    driver.type("peru")
    driver.show_edition(2021)
    driver.press(Qt.Key.Key_Escape)
    driver.type("chad")
    assert driver.matchers_made == 1


def test_arrows_move_in_the_list_and_enter_opens(driver: Driver) -> None:
    driver.type("guinea")
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Up)
    assert driver.current == "Guinea-Bissau"
    assert driver.filter.hasFocus()
    assert driver.filter.text() == "guinea"
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Return, CONTROL)
    assert driver.told == [("picked", "GNB"), ("add_requested", "GNB")]


def test_escape_clears_and_then_leaves(driver: Driver) -> None:
    driver.type("chad")
    driver.press(Qt.Key.Key_Escape)
    assert driver.filter.text() == ""
    assert driver.filter.hasFocus()
    assert driver.current == "Peru"
    driver.press(Qt.Key.Key_Escape)
    assert driver.tree.hasFocus()


def test_focus_filter_selects_what_is_there(driver: Driver) -> None:
    driver.type("chad")
    driver.tree.setFocus()
    driver.picker.focus_filter()
    assert driver.filter.selectedText() == "chad"


def test_no_hit_is_told_with_what_is_close(driver: Driver) -> None:
    driver.type("perruuu")
    assert driver.names() == ["No country matches “perruuu”", "Did you mean:", "Peru"]
    driver.press(Qt.Key.Key_Return)
    assert driver.told == [("picked", "PER")]


def test_no_hit_and_nothing_close(driver: Driver) -> None:
    driver.type("<b>xyzzyx")
    assert driver.names() == ["No country matches “<b>xyzzyx”"]
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return)
    assert driver.told == []


def test_typing_in_the_tree_goes_to_the_filter(driver: Driver) -> None:
    driver.tree.setFocus()
    driver.qtbot.keyClicks(driver.tree, "c")
    assert driver.filter.hasFocus()
    driver.qtbot.keyClicks(driver.filter, "had")
    assert driver.filter.text() == "chad"
    driver.tree.setFocus()
    driver.press(Qt.Key.Key_Escape)
    assert driver.filter.text() == ""


def test_an_edition_in_a_filter_keeps_the_hits(driver: Driver) -> None:
    driver.type("guinea")
    driver.press(Qt.Key.Key_Down)
    driver.show_edition(2023)
    assert driver.current == "Guinea-Bissau"
    assert driver.filter.text() == "guinea"


@pytest.mark.parametrize(
    ("choice", "theme"), [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)]
)
def test_matches_are_painted_on_the_highlight(
    driver: Driver, qapp: QApplication, choice: ThemeChoice, theme: Theme
) -> None:
    apply_theme(qapp, choice)
    qapp.processEvents()
    driver.type("korea")
    driver.press(Qt.Key.Key_Down)  # the second row is the current one, the first is plain
    image = driver.tree.viewport().grab().toImage()
    rect = driver.tree.visualRect(driver.model.index(0, 0))
    row = image.copy(rect)
    colours = [row.pixelColor(x, rect.height() // 2 - 6).name() for x in range(row.width())]
    assert theme.highlight in colours[:60]
    assert theme.highlight not in colours[90:]
    bar = {
        row.pixelColor(x, y).name() for x in range(150, row.width()) for y in range(row.height())
    }
    assert theme.criminality in bar


def test_an_empty_selector_stands(qtbot: QtBot, library: Library) -> None:
    picker = CountryPicker()
    qtbot.addWidget(picker)
    picker.set_current({"PER": 0})
    picker.set_entries((), partial(NameMatcher, ()))
    with qtbot.waitExposed(picker):
        picker.show()
    tree = picker.findChildren(CountryTree)[0]
    qtbot.keyClicks(picker.findChildren(FilterEdit)[0], "peru")
    assert tree.model().index(0, 0).data() == "No country matches “peru”"
