"""Tab and Shift+Tab go round the whole window."""

from collections.abc import Callable
from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import View
from ocviewer.ui.actions import ROWS
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.stack import MAKERS
from tests.ui.conftest import MakeWindow


def walk(qtbot: QtBot, window: QWidget, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """What has the focus after each press of Tab, until it comes round."""
    first = window.focusWidget()
    assert first is not None
    seen = [first]
    for _ in range(100):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab, modifier)
        focused = window.focusWidget()
        assert focused is not None
        if focused is first:
            return seen
        seen.append(focused)
    raise AssertionError([type(widget).__name__ for widget in seen])


def kinds_of(widgets: list[QWidget]) -> list[str]:
    """Their classes, each once where it follows itself: text stops at each of its links, too."""
    return [kind for kind, _ in groupby(type(widget).__name__ for widget in widgets)]


SIDEBAR = ["FilterEdit", "QToolButton", "CountryTree"]
TOOLBAR = ["CheckButton"]
PROFILE = [*4 * ["ScoreCard"], *3 * ["BarChart"], "TabButton", "ReadingView"]
HEADS = [*4 * ["QToolButton"], "TabButton"]
FIGURES = [*HEADS, "Matrix"]
TEXT = [*HEADS, "CheckButton", *2 * ["ChipButton", "AlignedView"]]


def as_it_is(_window: MainWindow) -> None:
    """Nothing was done since the start."""


def reads(window: MainWindow) -> None:
    window.controller.open_section("people")


def adds(window: MainWindow) -> None:
    window.controller.add_country("COL")


def adds_and_reads(window: MainWindow) -> None:
    adds(window)
    reads(window)


def ends_the_comparison(window: MainWindow) -> None:
    reads(window)
    window.controller.keep_first()


def comes_back(window: MainWindow) -> None:
    for view in (*MAKERS, View.PROFILE):
        window.controller.open_view(view)
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("countries", "before", "expected"),
    [
        (["PER"], as_it_is, PROFILE),
        (["PER"], reads, [*PROFILE[:-1], "ChipButton", "ReadingView"]),
        (["PER"], comes_back, PROFILE),
        (["PER"], adds, FIGURES),
        (["PER"], adds_and_reads, TEXT),
        (["PER", "COL"], as_it_is, FIGURES),
        (["PER", "COL"], reads, TEXT),
        (["PER", "COL"], comes_back, FIGURES),
        (["PER", "COL"], ends_the_comparison, [*PROFILE[:-1], "ChipButton", "ReadingView"]),
    ],
)
def test_tab_goes_round_the_panes_whatever_was_done_before(
    qtbot: QtBot,
    make_window: MakeWindow,
    countries: list[str],
    before: Callable[[MainWindow], None],
    expected: list[str],
) -> None:
    window = make_window(*countries)
    window.resize(1900, 1000)
    before(window)
    window.activateWindow()
    window.picker.focus_filter()
    QApplication.processEvents()
    forward = walk(qtbot, window, Qt.KeyboardModifier.NoModifier)
    each_once = [type(widget).__name__ for widget, _ in groupby(forward)]
    toolbar = sum(bool(row.toolbar) for row in ROWS) + 1  # with the edition switch
    assert each_once == [*SIDEBAR, *expected, *toolbar * TOOLBAR]
    back = walk(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == forward[:0:-1]


def test_tab_comes_to_the_edition_that_is_shown_and_arrows_pick_another(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window("PER", year=2023)
    window.activateWindow()
    window.picker.focus_filter()
    QApplication.processEvents()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget().accessibleName() == "Edition 2023"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert window.focusWidget().accessibleName() == "Edition 2025"
    assert window.windowTitle() == "Peru · 2025 – ocviewer"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().accessibleName() == "Filter countries"


@pytest.mark.parametrize(
    ("view", "changes", "expected"),
    [
        (View.MAP, {}, [*2 * ["OptionBox"], "CheckButton", "MapFinder", "MapCanvas"]),
        (
            View.MAP,
            {"two_maps": True},
            [*3 * ["OptionBox"], "CheckButton", "MapFinder", *2 * ["MapCanvas"]],
        ),
        (
            View.RANKINGS,
            {"scope": Scope.REGION, "place": "Caribbean"},
            [
                *2 * ["OptionBox"],
                "QPushButton",
                "FilterEdit",
                "CountryTableView",
                *2 * ["QPushButton"],
            ],
        ),
        (
            View.PLACE,
            {"scope": Scope.REGION, "place": "Caribbean"},
            [
                "OptionBox",
                "LinkedText",
                "CountryTableView",
                *4 * ["ScoreCard"],
                *3 * ["BarChart"],
            ],
        ),
        (View.TRENDS, {}, ["TrendsChart"]),
        (
            View.SCATTER,
            {},
            ["OptionBox", "CheckButton", "OptionBox", "QCheckBox", "ScatterChart"],
        ),
        (View.HEAT, {}, [*2 * ["OptionBox"], *2 * ["CheckButton"], "HeatChart"]),
    ],
)
def test_tab_goes_round_a_view_of_the_world(
    qtbot: QtBot,
    make_window: MakeWindow,
    view: View,
    changes: dict[str, object],
    expected: list[str],
) -> None:
    window = make_window("PER", "COL")
    window.controller.open_view(view, changes)
    window.resize(1900, 1000)
    window.activateWindow()
    window.picker.focus_filter()
    QApplication.processEvents()
    forward = walk(qtbot, window, Qt.KeyboardModifier.NoModifier)
    inside = [each for each in forward if window.stack.isAncestorOf(each)]
    places = [place for place, _ in groupby(inside, key=id)]
    assert len(places) == len(set(places))
    kinds = [type(widget).__name__ for widget, _ in groupby(inside)]
    assert kinds == expected
    assert kinds_of(forward) == [*SIDEBAR, *kinds_of(inside), *TOOLBAR]
    back = walk(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == forward[:0:-1]
