"""Tab and Shift+Tab go round the whole window."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

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


@pytest.mark.parametrize("countries", [("PER",), ("PER", "COL")])
def test_tab_reaches_every_part_and_comes_round(
    qtbot: QtBot, make_window: MakeWindow, countries: tuple[str, ...]
) -> None:
    window = make_window(*countries)
    window.controller.open_section("people")
    window.resize(1900, 1000)
    window.activateWindow()
    window.picker.focus_filter()
    QApplication.processEvents()
    forward = walk(qtbot, window, Qt.KeyboardModifier.NoModifier)
    # the text stops at each of its links, too
    kinds = [kind for kind, _ in groupby(type(widget).__name__ for widget in forward)]
    a_pane = ["BarChart", "TabButton", "ChipButton", "ReadingView"]
    start = kinds.index("BarChart")
    assert kinds[:3] == ["FilterEdit", "QToolButton", "CountryTree"]
    assert [k for k in kinds[start:] if k in a_pane] == a_pane * len(countries)
    assert "CheckButton" in kinds
    assert [type(widget).__name__ for widget in forward].count("BarChart") == 3 * len(countries)
    assert [type(widget).__name__ for widget in forward].count("TabButton") == len(countries)
    back = walk(qtbot, window, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == forward[:0:-1]
