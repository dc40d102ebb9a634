"""Notes are written in a window of their own, and saved by themselves."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from ocviewer.domain.note import NoteKind
from ocviewer.library import durable
from ocviewer.library.folder_lock import FolderLock
from ocviewer.library.notes.schema import LONGEST_TEXT
from ocviewer.library.notes.store import NoteStore
from ocviewer.ui.notes.desk import Desk
from ocviewer.ui.notes.editor import NoteEditor
from ocviewer.ui.window import MainWindow
from tests.ui.notes.conftest import dialogs, stored
from tests.unit.library.notes.samples import country_note


def editor_of(window: MainWindow) -> NoteEditor:
    (editor,) = dialogs(window, NoteEditor)
    return editor


def test_what_is_typed_is_saved_by_itself(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    window.actions_["note_country"].trigger()
    editor = editor_of(window)
    qtbot.keyClicks(editor.text, "Ask Lima")
    qtbot.waitUntil(lambda: [note.text for note in stored(home)] == ["Ask Lima"], timeout=5000)
    (note,) = stored(home)
    assert (note.kind, note.country) == (NoteKind.COUNTRY, "PER")
    editor.close()


def test_escape_keeps(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    window.actions_["note_country"].trigger()
    editor = editor_of(window)
    qtbot.keyClicks(editor.text, "Kept")
    qtbot.keyClick(editor.text, Qt.Key.Key_Escape)
    assert dialogs(window, NoteEditor) == []
    assert [note.text for note in stored(home)] == ["Kept"]


def test_the_note_is_there_again(window: MainWindow) -> None:
    window.actions_["note_country"].trigger()
    editor_of(window).text.setPlainText("First\nSecond <b>")
    editor_of(window).close()
    QApplication.processEvents()
    window.actions_["note_country"].trigger()
    assert editor_of(window).text.toPlainText() == "First\nSecond <b>"
    window.actions_["note_country"].trigger()  # it is open already
    editor_of(window).close()


def test_an_emptied_note_is_gone(window: MainWindow, home: Path) -> None:
    for text in ("Something", " \n"):
        window.actions_["note_country"].trigger()
        editor_of(window).text.setPlainText(text)
        editor_of(window).close()
    assert stored(home) == []


def test_delete_can_be_undone(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    window.actions_["note_country"].trigger()
    editor = editor_of(window)
    editor.text.setPlainText("Precious")
    editor.keep()
    editor.delete_wanted.emit()
    assert dialogs(window, NoteEditor) == []
    assert stored(home) == []
    window.actions_["undo_note"].trigger()
    assert [note.text for note in stored(home)] == ["Precious"]


def test_notes_on_an_indicator_from_its_menu(window: MainWindow, home: Path) -> None:
    from PySide6.QtCore import QPoint

    window.panes.pane.figures.charts["1.1"].menu_requested.emit("1.1.11", QPoint(5, 5))
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    for text, said in (("Note for Peru…", "own"), ("Note in general…", "general")):
        next(action for action in menu.actions() if action.text() == text).trigger()
        editor_of(window).text.setPlainText(said)
        editor_of(window).close()
    menu.close()
    assert {(note.country, note.indicator, note.text) for note in stored(home)} == {
        ("PER", "1.1.11", "own"),
        (None, "1.1.11", "general"),
    }


def test_a_note_on_the_section(window: MainWindow, home: Path) -> None:
    window.actions_["note_passage"].trigger()  # nothing is selected
    assert "02 Trade" in editor_of(window).windowTitle()
    editor_of(window).text.setPlainText("All of it")
    editor_of(window).close()
    (note,) = stored(home)
    assert (note.kind, *note.is_about) == (NoteKind.SECTION, "PER", 2025, "trade", None)


def test_a_book_does_not_fit(window: MainWindow, home: Path) -> None:
    window.actions_["note_country"].trigger()
    editor_of(window).text.setPlainText("a" * (LONGEST_TEXT + 5))
    editor_of(window).close()
    assert [len(note.text) for note in stored(home)] == [LONGEST_TEXT]
    assert NoteStore(home / "library" / "notes").problems == []


def test_what_another_window_wrote_is_taken_over(
    window: MainWindow, desk: Desk, home: Path
) -> None:
    other = NoteStore(home / "library" / "notes")
    other.put(country_note("from another window"))
    other.save()
    assert desk.keeper.notes("PER") == ()
    desk.keeper.refresh()
    assert [note.text for note in desk.keeper.notes("PER")] == ["from another window"]


def test_what_is_typed_outlives_a_deletion_elsewhere(
    window: MainWindow, desk: Desk, home: Path
) -> None:
    window.actions_["note_country"].trigger()
    editor = editor_of(window)
    editor.text.setPlainText("First")
    editor.keep()
    other = NoteStore(home / "library" / "notes")
    other.remove(other.notes("PER")[0])
    other.save()
    desk.keeper.refresh()
    editor.text.setPlainText("First, and more")
    editor.close()
    assert [note.text for note in stored(home)] == ["First, and more"]


def test_a_full_disk_is_told_and_tried_again(
    qtbot: QtBot, window: MainWindow, desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    window.actions_["note_country"].trigger()
    with monkeypatch.context() as patch:
        patch.setattr(durable.os, "fsync", full)  # type: ignore[attr-defined]
        editor_of(window).text.setPlainText("Kept in the window")
        editor_of(window).keep()
    assert "No space left" in window.message_bar.text
    assert [note.text for note in stored(home)] in ([], [""])
    qtbot.waitUntil(lambda: desk.keeper.is_saved, timeout=8000)
    assert [note.text for note in stored(home)] == ["Kept in the window"]
    editor_of(window).close()


def test_nothing_is_said_to_be_done_that_is_not_on_the_disk(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time, for the message of the first time may be gone."""

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(durable.os, "fsync", full)  # type: ignore[attr-defined]
        for _ in range(2):
            window.actions_["toggle_bookmark"].trigger()
            assert "No space left" in window.message_bar.text
            window.message_bar.tell("something else")
    assert desk.keeper.save()
    window.actions_["toggle_bookmark"].trigger()
    assert window.message_bar.text.startswith("Bookmarked")


@pytest.mark.parametrize(
    "answer", [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
)
def test_the_window_asks_before_notes_are_lost(
    window: MainWindow,
    desk: Desk,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: QMessageBox.StandardButton,
) -> None:
    monkeypatch.setattr("ocviewer.ui.notes.keeper._LONG", 0.05)
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answer)
    with FolderLock(home / "library" / "notes"):
        window.actions_["note_country"].trigger()
        editor_of(window).text.setPlainText("Not saved")
        window.close()
        assert window.isVisible() is (answer == QMessageBox.StandardButton.Cancel)
    if window.isVisible():
        window.close()
        assert [note.text for note in stored(home)] == ["Not saved"]
        assert not window.isVisible()


def test_closing_the_window_keeps_what_is_being_written(window: MainWindow, home: Path) -> None:
    window.actions_["note_country"].trigger()
    editor_of(window).text.setPlainText("In the last moment")
    window.close()
    assert [note.text for note in stored(home)] == ["In the last moment"]


def test_notes_of_a_newer_version_are_shown_and_not_changed(
    window: MainWindow, desk: Desk, home: Path
) -> None:
    other = NoteStore(home / "library" / "notes")
    other.put(country_note("of the future"))
    other.save()
    path = home / "library" / "notes" / "PER.json"
    file = json.loads(path.read_text("utf-8")) | {"schema_version": 2}
    path.write_text(json.dumps(file), "utf-8")
    before = path.read_bytes()
    desk.keeper.refresh()
    assert "read-only" in window.message_bar.text
    window.message_bar.hide()
    window.actions_["toggle_bookmark"].trigger()
    assert "read-only" in window.message_bar.text
    assert window.message_bar.isVisible()
    window.actions_["note_country"].trigger()
    editor = editor_of(window)
    assert editor.text.toPlainText() == "of the future"
    editor.text.setPlainText("changed")
    editor.close()
    assert path.read_bytes() == before


def test_damaged_notes_are_told_and_kept(window: MainWindow, desk: Desk, home: Path) -> None:
    path = home / "library" / "notes" / "PER.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged")
    desk.keeper.refresh()
    assert str(path) in window.message_bar.text
    window.actions_["toggle_bookmark"].trigger()
    assert (path.parent / "PER.json.damaged-1").read_bytes() == b"damaged"
    assert len(stored(home)) == 1
