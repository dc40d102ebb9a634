"""The bar of find in page is part of the way of Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow


@pytest.mark.parametrize("countries", [("PER",), ("PER", "COL")])
def test_tab_goes_from_the_text_through_the_bar_and_round(
    qtbot: QtBot, make_window: MakeWindow, countries: tuple[str, ...]
) -> None:
    window = make_window(*countries)
    window.resize(1900, 1000)
    window.controller.open_section("people")
    window.activateWindow()
    window.actions_["find_in_page"].trigger()
    window.finder.bar.field.setText("criminal")
    QApplication.processEvents()
    field = window.finder.bar.field
    assert window.focusWidget() is field
    seen = [window.focusWidget()]
    for _ in range(100):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
        if seen[-1] is field:
            break
    assert seen[-1] is field
    assert seen[-2] is window.panes.text_views()[-1]
    stops = window.finder.bar.tab_stops()
    assert tuple(seen[: len(stops)]) == stops
