"""The list of notes: search, shelves, opening, deleting, undo, export; bookmarks and the sign."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from ocviewer.domain.note import Anchor, NoteKind
from ocviewer.presenter.notes.view import Shelf
from ocviewer.ui.notes.desk import Desk
from ocviewer.ui.notes.editor import NoteEditor
from ocviewer.ui.notes.notes_list import NotesList
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.theme import ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from tests.ui.notes.conftest import QUOTE, Select, dialogs, stored

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notes(window: MainWindow, desk: Desk, select: Select) -> NotesList:
    """A list of six notes, one of a passage that is lost."""
    keeper = desk.keeper
    keeper.add(NoteKind.INDICATOR, None, None, None, "1.1.1", text="In general")
    keeper.add(NoteKind.COUNTRY, "PER", text="Vísita en marzo")
    keeper.add(NoteKind.BOOKMARK, "COL", 2023, "drugs")
    select(QUOTE)
    window.actions_["highlight:1"].trigger()
    gone = Anchor("Words that were never there at all", "", "", 0)
    keeper.add(NoteKind.HIGHLIGHT, "PER", 2025, "people", passage=(gone, "original", 2))
    keeper.add(NoteKind.SECTION, "PER", 2021, "trade", text="Long ago")
    window.actions_["show_notes"].trigger()
    (notes,) = dialogs(window, NotesList)
    return notes


def abouts(notes: NotesList) -> list[str]:
    return [view.about for view in notes.shown()]


def test_the_list_is_in_the_order_of_the_library(notes: NotesList) -> None:
    assert abouts(notes) == [
        "In general · Human trafficking",
        "Colombia · 2023 · 04 Drugs",
        "Peru",
        "Peru · 2025 · 01 People",
        "Peru · 2025 · 02 Trade",
        "Peru · 2021 · 02 Trade",
    ]
    notes.close()


def test_the_search_folds_accents_and_takes_every_word(qtbot: QtBot, notes: NotesList) -> None:
    qtbot.keyClicks(notes.filter, "visita peru")
    assert abouts(notes) == ["Peru"]
    qtbot.keyClick(notes.filter, Qt.Key.Key_Escape)
    assert len(abouts(notes)) == 6
    qtbot.keyClick(notes.filter, Qt.Key.Key_Escape)
    assert not notes.isVisible()


def test_shelves(notes: NotesList) -> None:
    counts = {}
    for row in range(notes.shelf.count()):
        notes.shelf.setCurrentIndex(row)
        counts[notes.shelf.currentData()] = notes.model.rowCount()
    assert counts == {
        Shelf.ALL: 6,
        Shelf.HIGHLIGHTS: 2,
        Shelf.NOTES: 3,
        Shelf.BOOKMARKS: 1,
        Shelf.LOST: 1,
    }
    notes.close()


def test_a_lost_passage_is_listed_with_its_quote(notes: NotesList) -> None:
    notes.shelf.setCurrentIndex(notes.shelf.findData(Shelf.LOST))
    text = notes.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Words that were never there at all" in text
    assert "not in the text any more" in text
    notes.close()


def test_enter_opens_the_passage(
    qtbot: QtBot, window: MainWindow, view: ReadingView, notes: NotesList
) -> None:
    window.controller.open_country("COL")
    window.controller.open_section("drugs")
    qtbot.keyClicks(notes.filter, "tiguerones")
    qtbot.keyClick(notes.filter, Qt.Key.Key_Return)
    state = window.controller.state
    assert (state.panes[0].iso3, state.panes[0].edition, state.section) == ("PER", 2025, "trade")
    cursor = view.document().find(QUOTE)
    assert 0 <= view.cursorRect(cursor).top() < view.viewport().height()
    assert not notes.isVisible(), "it gives way to the passage"
    assert window.focusWidget() is view
    window.actions_["show_notes"].trigger()
    assert notes.isVisible()
    assert notes.filter.text() == "tiguerones"
    qtbot.keyClick(notes.filter, Qt.Key.Key_Escape)
    qtbot.keyClicks(notes.filter, "Colombia")
    qtbot.keyClick(notes.rows, Qt.Key.Key_Return)
    state = window.controller.state
    assert (state.panes[0].iso3, state.panes[0].edition, state.section) == ("COL", 2023, "drugs")
    notes.close()


def test_a_passage_that_is_lost_is_told(qtbot: QtBot, window: MainWindow, notes: NotesList) -> None:
    qtbot.keyClicks(notes.filter, "never there")
    qtbot.keyClick(notes.filter, Qt.Key.Key_Return)
    assert window.controller.state.section == "people"
    assert "not in the text any more" in window.message_bar.text
    notes.close()


def test_an_empty_search_leaves_delete_and_undo_to_the_notes(
    qtbot: QtBot, notes: NotesList, home: Path
) -> None:
    width = notes.width()
    qtbot.keyClick(notes.filter, Qt.Key.Key_Down)
    qtbot.keyClick(notes.filter, Qt.Key.Key_Delete)
    assert len(stored(home)) == 5
    notes.tell("A long sentence. " * 9)
    QApplication.processEvents()
    assert notes.width() == width
    qtbot.keyClick(notes.filter, Qt.Key.Key_Z, CTRL)
    assert len(stored(home)) == 6
    qtbot.keyClicks(notes.filter, "peru")
    qtbot.keyClick(notes.filter, Qt.Key.Key_Home)
    qtbot.keyClick(notes.filter, Qt.Key.Key_Delete)
    assert notes.filter.text() == "eru"
    assert len(stored(home)) == 6
    notes.close()


def test_a_note_in_general_opens_to_be_written(
    qtbot: QtBot, window: MainWindow, notes: NotesList
) -> None:
    qtbot.keyClicks(notes.filter, "general")
    qtbot.keyClick(notes.filter, Qt.Key.Key_Return)
    (editor,) = dialogs(window, NoteEditor)
    assert editor.text.toPlainText() == "In general"
    editor.close()
    notes.close()


def test_delete_takes_away_and_ctrl_z_brings_back(
    qtbot: QtBot, notes: NotesList, home: Path
) -> None:
    notes.rows.setFocus()
    notes.mark(2)
    qtbot.keyClick(notes.rows, Qt.Key.Key_Delete)
    assert "Peru" not in abouts(notes)
    assert len(stored(home)) == 5
    assert notes.rows.currentIndex().row() == 2  # the next one
    notes.rows.selectAll()
    qtbot.keyClick(notes.rows, Qt.Key.Key_Delete)
    assert stored(home) == []
    for count in (5, 6):
        qtbot.keyClick(notes, Qt.Key.Key_Z, CTRL)
        assert len(stored(home)) == count
    assert abouts(notes)[2] == "Peru"
    notes.close()


def test_f2_writes_and_the_list_follows(qtbot: QtBot, window: MainWindow, notes: NotesList) -> None:
    notes.mark(2)
    qtbot.keyClick(notes.rows, Qt.Key.Key_F2)
    (editor,) = dialogs(window, NoteEditor)
    editor.text.setPlainText("Another text")
    editor.close()
    assert [view.text for view in notes.shown()][2] == "Another text"
    assert notes.rows.currentIndex().row() == 2
    notes.close()


@pytest.mark.parametrize(
    ("name", "begins"), [("n.md", "# Notes"), ("n.csv", "\ufeffkind,"), ("n.json", "[\n")]
)
def test_export_writes_what_is_listed(
    notes: NotesList, tmp_path: Path, name: str, begins: str
) -> None:
    notes.search("Peru")
    notes.export()
    (dialog,) = dialogs(notes.window(), QFileDialog)  # type: ignore[arg-type]
    dialog.fileSelected.emit(str(tmp_path / name))
    text = (tmp_path / name).read_bytes().decode("utf-8")
    assert text.startswith(begins)
    assert "Tiguerones" in text
    assert "In general" not in text
    dialog.close()
    notes.close()


def test_an_export_that_cannot_be_written_is_told(notes: NotesList, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    notes.export()
    (dialog,) = dialogs(notes.window(), QFileDialog)  # type: ignore[arg-type]
    dialog.fileSelected.emit(str(tmp_path / "file" / "n.md"))
    labels = [label.text() for label in notes.findChildren(QLabel)]
    assert any("could not be exported" in text for text in labels)
    dialog.close()
    notes.close()


def test_a_bookmark_comes_and_goes(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    window.activateWindow()
    header = window.panes.pane.header
    assert "★" not in header.texts()
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    (note,) = stored(home)
    assert (note.kind, *note.is_about) == (NoteKind.BOOKMARK, "PER", 2025, "trade", None)
    assert "★" in header.texts()
    window.controller.open_section("drugs")
    assert "★" not in header.texts()
    window.controller.open_section("trade")
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    assert stored(home) == []
    assert "★" not in header.texts()


def test_the_sign_in_the_head_leads_to_the_countrys_notes(window: MainWindow, desk: Desk) -> None:
    desk.keeper.add(NoteKind.COUNTRY, "PER", text="One")
    desk.keeper.add(NoteKind.COUNTRY, "COL", text="Two")
    header = window.panes.pane.header
    assert "✎ 1" in header.texts()
    header.sign_clicked.emit()
    (notes,) = dialogs(window, NotesList)
    assert abouts(notes) == ["Peru"]
    notes.close()
    window.controller.open_country("TUV")
    assert not any("✎" in text for text in header.texts())


def test_a_passage_is_found_by_a_comparison_that_shows_its_country(
    window: MainWindow, notes: NotesList, qtbot: QtBot
) -> None:
    window.controller.add_country("COL")
    qtbot.keyClicks(notes.filter, "tiguerones")
    qtbot.keyClick(notes.filter, Qt.Key.Key_Return)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "COL"]
    assert window.controller.state.reading
    notes.close()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_list_is_painted(notes: NotesList, theme: ThemeChoice) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme)
    QApplication.processEvents()
    image = notes.rows.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(image.height())
    }
    assert len(colours) > 20
    notes.close()
