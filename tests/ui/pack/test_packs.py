"""Library packs in the window: saved, opened, dropped, cancelled, and the page that follows."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ocviewer import paths
from ocviewer.library.files import write_text
from ocviewer.library.library import Library
from ocviewer.library.notes.codec import sheet_text
from ocviewer.library.pack.read import read_pack
from ocviewer.library.pack.write import Wanted, write_pack
from ocviewer.library.references import Tables
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.background import Step
from ocviewer.ui.controller import Controller
from ocviewer.ui.pack import open_pack
from ocviewer.ui.pack.choose_page import ChoosePage
from ocviewer.ui.pack.dialog import WorkDialog
from ocviewer.ui.pack.progress import ProgressPage
from ocviewer.ui.pack.save_pack import SavePackDialog
from ocviewer.ui.session import Session
from ocviewer.ui.window import MainWindow
from tests.unit.library.pack.conftest import EDITION, TEXT, edition_text, profile_text
from tests.unit.library.pack.test_notes import A


@pytest.fixture
def pack_file(tmp_path: Path, library: Library) -> Path:
    """A pack with an edition of 2027 and a text of Colombia."""
    mine = tmp_path / "mine"
    write_text(mine / EDITION, edition_text())
    write_text(mine / TEXT, profile_text())
    out = tmp_path / "field.ocpack"
    tables = Tables(library.countries, library.indicators)
    write_pack(out, mine, Wanted(("edition", "profile")), tables)
    return out


@pytest.fixture
def on_top(qtbot: QtBot, home: Path, words: Words) -> Iterator[MainWindow]:
    """A window on Colombia that shows the user's library, too."""
    (home / "library").mkdir()
    library = Library(paths.bundled_library(), paths.user_library())
    controller = Controller(library, words, ViewState((PaneState("COL", 2025),)))
    window = MainWindow(controller, Session(theme="light"))
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.start()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def dialog_of(window: MainWindow) -> WorkDialog:
    (dialog,) = [d for d in window.findChildren(WorkDialog) if d.isVisible()]
    return dialog


def report_of(dialog: WorkDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: dialog.findChild(QPlainTextEdit) is not None, timeout=20_000)
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    return text.toPlainText()


def page_of(dialog: WorkDialog, qtbot: QtBot) -> ChoosePage:
    qtbot.waitUntil(lambda: dialog.findChild(ChoosePage) is not None, timeout=20_000)
    page = dialog.findChild(ChoosePage)
    assert page is not None
    return page


def test_a_pack_is_opened_and_shown_at_once(
    on_top: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    assert 2027 not in on_top.controller.page.editions
    on_top.commands.library.open_pack_file(str(pack_file))
    dialog = dialog_of(on_top)
    assert not dialog.isModal()
    page = page_of(dialog, qtbot)
    assert page.table.isHidden()
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    report = report_of(dialog, qtbot)
    assert report.startswith("Written: 2.")
    assert "Colombia 2025, text" in report
    assert 2027 in on_top.controller.page.editions
    on_top.controller.open_edition(2027)
    assert on_top.controller.edition == 2027
    assert on_top.edition_switch._group.checkedId() == 2027
    assert on_top.controller.library.profile("COL", 2025) is not None
    dialog.reject()


def test_parts_that_differ_are_ticked_one_by_one(
    on_top: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    other = profile_text().replace("Peru", "Chad")
    write_text(paths.user_library() / TEXT, other)
    write_text(paths.user_library() / EDITION, edition_text().replace("7.0", "6.5", 1))
    on_top.commands.library.open_pack_file(str(pack_file))
    dialog = dialog_of(on_top)
    page = page_of(dialog, qtbot)
    assert page.table.rowCount() == 2
    assert page.taken() == frozenset()  # nothing tells which is newer
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Tick all"], Qt.MouseButton.LeftButton)
    assert page.taken() == {EDITION, TEXT}
    qtbot.mouseClick(buttons["Tick none"], Qt.MouseButton.LeftButton)
    page.table.setFocus()
    page.table.setCurrentCell(0, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.taken() == {EDITION}
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    report = report_of(dialog, qtbot)
    assert "Written: 1." in report
    assert "Yours were kept, though they differ: 1." in report
    assert (paths.user_library() / EDITION).read_text("utf-8") == edition_text()
    assert (paths.user_library() / TEXT).read_text("utf-8") == other
    dialog.reject()


def test_a_file_of_a_newer_version_cannot_be_ticked(
    on_top: MainWindow, pack_file: Path, qtbot: QtBot
) -> None:
    write_text(paths.user_library() / TEXT, '{"schema_version": 99, "kind": "profile"}')
    on_top.commands.library.open_pack_file(str(pack_file))
    dialog = dialog_of(on_top)
    page = page_of(dialog, qtbot)
    item = page.table.item(0, 0)
    assert item is not None
    assert not item.flags() & (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Tick all"], Qt.MouseButton.LeftButton)
    assert page.taken() == {EDITION}
    dialog.reject()


def test_a_bad_pack_is_told_by_its_part(
    on_top: MainWindow, tmp_path: Path, pack_file: Path, qtbot: QtBot
) -> None:
    content = pack_file.read_bytes()
    bad = tmp_path / "bad.ocpack"
    bad.write_bytes(content.replace(b"profiles/2025/COL.json", b"profiles/2025/CON.json"))
    on_top.commands.library.open_pack_file(str(bad))
    dialog = dialog_of(on_top)
    report = report_of(dialog, qtbot)
    assert "profiles/2025/CON.json" in report
    assert "Windows keeps the name" in report
    assert list(paths.user_library().iterdir()) == []
    dialog.reject()


def test_a_cancel_ends_the_work_and_the_dialog(
    on_top: MainWindow, pack_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def slow(path: Path, tables: Tables, step: Step) -> object:
        step("at the first", 1, 2)
        arrived.set()
        assert go_on.wait(20)
        step("at the second", 2, 2)
        raise AssertionError("the cancel was not heard")

    monkeypatch.setattr(open_pack, "read_pack", slow)
    on_top.commands.library.open_pack_file(str(pack_file))
    dialog = dialog_of(on_top)
    assert arrived.wait(20)
    page = dialog.findChild(ProgressPage)
    assert page is not None
    assert on_top.isEnabled()
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
        go_on.set()
    assert list(paths.user_library().iterdir()) == []


def test_closing_the_window_ends_the_work(
    on_top: MainWindow, pack_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = threading.Event()

    def endless(path: Path, tables: Tables, step: Step) -> object:
        while True:
            step("going on", 1, 2)
            steps.set()

    monkeypatch.setattr(open_pack, "read_pack", endless)
    on_top.commands.library.open_pack_file(str(pack_file))
    work = dialog_of(on_top).work
    assert steps.wait(20)
    assert work is not None
    assert work.isRunning()
    on_top.close()
    assert work.isFinished()


def dropped(window: MainWindow, *files: str) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(file) for file in files])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    return enter.isAccepted()


def test_a_pack_is_dropped_on_the_window(on_top: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    assert not dropped(on_top, "/tmp/picture.png")
    assert on_top.findChildren(WorkDialog) == []
    assert dropped(on_top, str(pack_file))
    dialog = dialog_of(on_top)
    page_of(dialog, qtbot)
    dialog.reject()


def test_the_menu_asks_for_a_pack(on_top: MainWindow, pack_file: Path, qtbot: QtBot) -> None:
    on_top.actions_["open_pack"].trigger()
    asking = on_top.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(pack_file))
    asking.close()
    dialog = dialog_of(on_top)
    page_of(dialog, qtbot)
    dialog.reject()


@pytest.mark.parametrize("only_open", [False, True])
def test_a_pack_is_saved(
    on_top: MainWindow, tmp_path: Path, library: Library, qtbot: QtBot, only_open: bool
) -> None:
    write_text(paths.user_library() / TEXT, profile_text())
    other = "profiles/2025/CHL.json"
    write_text(paths.user_library() / other, profile_text("CHL"))
    write_text(paths.user_library() / "notes/COL.json", sheet_text("COL", [A]))
    on_top.actions_["save_pack"].trigger()
    dialog = dialog_of(on_top)
    assert isinstance(dialog, SavePackDialog)
    assert dialog.page.whose.itemText(1) == "Only Colombia"
    dialog.page.whose.setCurrentIndex(int(only_open))
    dialog.page.notes.setCurrentIndex(int(only_open))
    out = tmp_path / "out.ocpack"
    asking = dialog.ask_where()
    asking.fileSelected.emit(str(out))
    asking.close()
    report = report_of(dialog, qtbot)
    assert f"Written: {out}" in report
    names = [
        part.name for part in read_pack(out, Tables(library.countries, library.indicators)).parts
    ]
    assert names == ([TEXT, "notes/COL.json"] if only_open else [other, TEXT])
    dialog.reject()


def test_nothing_to_save_is_told(on_top: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    on_top.actions_["save_pack"].trigger()
    dialog = dialog_of(on_top)
    assert isinstance(dialog, SavePackDialog)
    dialog.save(str(tmp_path / "out.ocpack"))
    assert "nothing of your own" in report_of(dialog, qtbot)
    assert not (tmp_path / "out.ocpack").exists()
    dialog.reject()


def test_a_stick_that_is_pulled_out(
    on_top: MainWindow, home: Path, pack_file: Path, qtbot: QtBot
) -> None:
    """The folder vanishes: told with its name and the way out; nothing is made in its place."""
    user = paths.user_library()
    write_text(user / TEXT, profile_text())
    on_top.commands.library.reload_library()
    assert on_top.controller.library.problems == []
    on_top.commands.library.open_pack_file(str(pack_file))
    dialog = dialog_of(on_top)
    page = page_of(dialog, qtbot)
    user.rename(home / "pulled out")
    on_top.controller.open_country("CHL")
    on_top.controller.open_section("people")
    assert on_top.isVisible()
    assert str(user) in on_top.message_bar.text
    assert "Put it back" in on_top.message_bar.text
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert f"{user}: Your library's folder is gone" in report_of(dialog, qtbot)
    assert not user.exists()
    dialog.reject()
    shutil.move(home / "pulled out", user)
    on_top.commands.library.reload_library()
    on_top.controller.open_country("COL")
    assert on_top.controller.library.profile("COL", 2025) is not None
    assert on_top.controller.library.problems == []
