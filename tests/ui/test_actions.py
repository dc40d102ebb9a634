"""Every row of the action table: it has a handler, a text, its own keys, and can be triggered."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QTableWidget

from ocviewer.ui.actions import MENUS, ROWS, VIEW_KEYS, ActionRow
from ocviewer.ui.dialogs import MOUSE
from ocviewer.ui.window import MainWindow


def test_keys_are_unique(window: MainWindow) -> None:
    rows = window.actions_.rows
    keys = Counter(key for row in rows for key in row.shortcut.split())
    assert [key for key, count in keys.items() if count > 1] == []
    assert Counter(row.key for row in rows).most_common(1)[0][1] == 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_row_is_whole_and_can_be_triggered(window: MainWindow, row: ActionRow) -> None:
    assert row.menu in dict(MENUS)
    action = window.actions_[row.key]
    assert action.text()
    for key in row.shortcut.split():
        assert not QKeySequence(key).isEmpty()
        assert QKeySequence(key) in action.shortcuts()
    action.trigger()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_sections_have_their_numbers_as_keys(window: MainWindow) -> None:
    window.actions_["open_section_number:4"].trigger()
    assert window.controller.state.section == "drugs"
    assert window.actions_["open_section_number:4"].shortcut() == QKeySequence("Alt+4")
    window.actions_["open_section_number:11"].trigger()
    assert window.controller.state.section == "civil_society_and_social_protection"
    window.actions_["step_section:1"].trigger()
    assert window.controller.state.section == "at_a_glance"
    window.actions_["step_section:-1"].trigger()
    assert window.controller.state.section == "civil_society_and_social_protection"


def test_editions_step_and_stop_at_the_ends(window: MainWindow) -> None:
    for year in (2023, 2021, 2021):
        window.actions_["step_edition:-1"].trigger()
        assert window.controller.edition == year


def test_zoom_stays_within_its_bounds(window: MainWindow) -> None:
    for _ in range(40):
        window.actions_["zoom_text:1"].trigger()
    most = window.zoom
    assert most == window.panes.pane.reader.view().zoom()
    window.actions_["zoom_text:1"].trigger()
    assert window.zoom == most
    window.actions_["zoom_text:0"].trigger()
    assert window.zoom == 0


def test_f1_lists_every_key(window: MainWindow) -> None:
    window.actions_["show_shortcuts"].trigger()
    table = window.findChild(QTableWidget)
    assert table is not None
    items = [table.item(row, 1) for row in range(table.rowCount())]
    shown = {item.text() for item in items if item is not None}
    assert {"Ctrl+K", "F1", "Alt+1", "Ctrl+click", "Ctrl+wheel", "Esc"} <= shown
    with_keys = sum(bool(row.shortcut) for row in window.actions_.rows)
    assert table.rowCount() == with_keys + len(VIEW_KEYS) + len(MOUSE)
    assert "" not in shown
    table.window().close()


def test_about_tells_sources_licence_and_folders(window: MainWindow) -> None:
    window.actions_["show_about"].trigger()
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    body = dialog.findChild(QPlainTextEdit)
    assert body is not None
    text = body.toPlainText()
    for part in (
        "https://ocindex.net",
        "World Bank",
        "MIT",
        "State",
        "Your library:",
        "pyqtgraph",
        "Qt 6.",
    ):
        assert part in text
    dialog.close()
