"""Tab and Shift+Tab go round the whole window."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import View
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


def test_tab_reaches_every_part_and_comes_round(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window("PER")
    window.controller.open_section("people")
    window.resize(1900, 1000)
    window.activateWindow()
    window.picker.focus_filter()
    QApplication.processEvents()
    forward = walk(qtbot, window, Qt.KeyboardModifier.NoModifier)
    kinds = kinds_of(forward)
    a_pane = ["BarChart", "TabButton", "ChipButton", "ReadingView"]
    start = kinds.index("BarChart")
    assert kinds[:3] == ["FilterEdit", "QToolButton", "CountryTree"]
    assert [k for k in kinds[start:] if k in a_pane] == a_pane
    assert "CheckButton" in kinds
    assert [type(widget).__name__ for widget in forward].count("BarChart") == 3
    assert [type(widget).__name__ for widget in forward].count("TabButton") == 1
    back = walk(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == forward[:0:-1]


@pytest.mark.parametrize("reading", [False, True])
def test_tab_goes_round_a_comparison(qtbot: QtBot, make_window: MakeWindow, reading: bool) -> None:
    window = make_window("PER", "COL")
    if reading:
        window.controller.open_section("people")
    window.resize(1900, 1000)
    window.activateWindow()
    window.picker.focus_filter()
    QApplication.processEvents()
    forward = walk(qtbot, window, Qt.KeyboardModifier.NoModifier)
    kinds = kinds_of(forward)
    toolbar = ["CheckButton"]
    heads = ["FilterEdit", "QToolButton", "CountryTree", *toolbar, "QToolButton", "TabButton"]
    page = ["CheckButton", *2 * ["ChipButton", "AlignedView"]] if reading else ["Matrix"]
    assert kinds == [*heads, *page]
    names = [type(widget).__name__ for widget in forward]
    assert names.count("QToolButton") == 1 + 2 * 2
    assert names.count("TabButton") == 1
    back = walk(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == forward[:0:-1]


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
    outside = kinds_of([each for each in forward if each not in inside])
    assert outside == ["FilterEdit", "QToolButton", "CountryTree", "CheckButton"]
    back = walk(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == forward[:0:-1]
