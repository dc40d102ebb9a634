"""Pages and workbooks come in by menu and drop, off the UI thread, and are shown at once."""

import errno
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ocviewer.domain.profile import Wording
from ocviewer.importers.job import FileReport, ImportJob
from ocviewer.library.folder_lock import FolderLock
from ocviewer.presenter.state import View
from ocviewer.ui.importing.dialog import ImportDialog
from ocviewer.ui.importing.results import Shelf
from ocviewer.ui.pack.progress import ProgressPage
from ocviewer.ui.search.search_view import SearchView
from ocviewer.ui.window import MainWindow
from tests.ui.importing.conftest import (
    PAGE,
    PAGES,
    PROFILE,
    Import,
    dialog_of,
    failure_of,
    report_of,
)


class Gate:
    """Holds an import back before a file, until it is told to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, before: str) -> None:
        self.arrived, self.go_on = threading.Event(), threading.Event()
        self.threads: set[object] = set()
        read = ImportJob._file

        def held_back(job: ImportJob, path: Path) -> FileReport:
            self.threads.add(QThread.currentThread())
            if path.name == before:
                self.arrived.set()
                assert self.go_on.wait(20)
            return read(job, path)

        monkeypatch.setattr(ImportJob, "_file", held_back)


def test_a_page_is_imported_and_shown_at_once(
    testland: MainWindow, bring: Import, user_library: Path
) -> None:
    assert testland.controller.library.texts("XTL", 2025) == ()
    before = testland.controller.library
    page = bring(PAGE)
    assert page._head.text() == "1 imported, 0 unchanged, 0 refused; 0 with differences."
    assert testland.controller.library is not before
    testland.controller.open_section("people")
    assert "Human trafficking in Testland is invented" in (
        testland.panes.pane.reader.view().toPlainText()
    )
    assert testland.controller.library.texts("XTL", 2025)[0].wording is Wording.ORIGINAL
    assert "11 sections, 32 paragraphs" in page.details.text.toPlainText()
    assert "36 scores" in page.details.text.toPlainText()
    assert page.details.table.isHidden()
    assert not page.apply.isEnabled()


def test_importing_twice_says_unchanged(
    testland: MainWindow, bring: Import, user_library: Path
) -> None:
    bring(PAGE)
    before, content = testland.controller.library, (user_library / PROFILE).read_bytes()
    page = bring(PAGE)
    assert page._head.text().startswith("0 imported, 1 unchanged, 0 refused;")
    row = page.model.row(page.model.index(0))
    assert row is not None
    assert (row.title, row.outcome, row.sign) == ("Testland (invented)", "unchanged", "=")
    assert row.below == "2025 · testland-2025.txt"
    assert testland.controller.library is before
    assert (user_library / PROFILE).read_bytes() == content


def test_the_work_is_not_done_in_the_thread_of_the_window(
    testland: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, PAGE.name)
    testland.commands.library.bring_in([str(PAGE)])
    dialog = dialog_of(testland)
    assert gate.arrived.wait(20)
    assert not dialog.isModal()
    progress = dialog.findChild(ProgressPage)
    assert progress is not None
    qtbot.waitUntil(lambda: progress.bar.maximum() == 1, timeout=20_000)
    assert progress._what.text() == f"1 / 1  {PAGE.name}"
    assert testland.isEnabled()
    gate.go_on.set()
    report_of(dialog, qtbot)
    assert QThread.currentThread() not in gate.threads
    assert dialog.work is not None
    assert dialog.work.wait(20_000)


def test_a_cancel_keeps_what_was_done_and_says_so(
    testland: MainWindow, qtbot: QtBot, user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "testland-2023.txt")
    files = [PAGES / f"testland-{year}.txt" for year in (2021, 2023, 2025)]
    testland.commands.library.bring_in([str(file) for file in files])
    dialog = dialog_of(testland)
    assert gate.arrived.wait(20)
    progress = dialog.findChild(ProgressPage)
    assert progress is not None
    qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    gate.go_on.set()
    page = report_of(dialog, qtbot)
    assert "2 imported" in page._head.text()
    assert "Stopped; files that were not looked at: 1." in page._head.text()
    found = sorted(file.name for file in user_library.rglob("*") if file.is_file())
    assert found == ["XTL.json", "XTL.json"], "no half file, no lock"
    assert testland.controller.library.profile("XTL", 2021) is not None
    assert testland.controller.library.profile("XTL", 2025) is None


def test_a_cancel_before_the_first_file_leaves_nothing(
    testland: MainWindow, qtbot: QtBot, user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def slow(*_: object) -> object:
        arrived.set()
        assert go_on.wait(20)
        return iter(())

    monkeypatch.setattr("os.walk", slow)
    testland.commands.library.bring_in([str(PAGES), str(PAGE)])
    dialog = dialog_of(testland)
    assert arrived.wait(20)
    assert dialog.work is not None
    dialog.work.requestInterruption()
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        go_on.set()
    assert list(user_library.iterdir()) == []


def test_closing_the_dialog_while_it_works_tells_in_the_window(
    testland: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "testland-2023.txt")
    files = [PAGES / f"testland-{year}.txt" for year in (2021, 2023, 2025)]
    testland.commands.library.bring_in([str(file) for file in files])
    dialog = dialog_of(testland)
    assert gate.arrived.wait(20)
    threading.Timer(0.05, gate.go_on.set).start()
    work = dialog.work
    dialog.reject()
    assert work is not None
    assert work.isFinished()
    qtbot.waitUntil(lambda: "imported" in testland.message_bar.text, timeout=20_000)
    assert "Stopped; files that were not looked at: 1." in testland.message_bar.text
    assert testland.controller.library.profile("XTL", 2023) is not None


def test_closing_the_window_ends_the_work(
    testland: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, PAGE.name)
    testland.commands.library.bring_in([str(PAGE)])
    work = dialog_of(testland).work
    assert gate.arrived.wait(20)
    threading.Timer(0.05, gate.go_on.set).start()
    testland.close()
    assert work is not None
    assert work.isFinished()


def test_one_import_at_a_time(
    testland: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, PAGE.name)
    testland.commands.library.bring_in([str(PAGE)])
    dialog = dialog_of(testland)
    assert gate.arrived.wait(20)
    testland.commands.library.bring_in([str(PAGE)])
    assert dialog_of(testland) is dialog
    assert "Files are being imported" in testland.message_bar.text
    gate.go_on.set()
    report_of(dialog, qtbot)


def dropped(window: MainWindow, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    return enter.isAccepted()


def test_files_and_folders_of_one_drop_are_one_import(
    testland: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "saved" / "deep"
    shutil.copytree(PAGES, folder)
    for name in ("testland-2025.txt", "testland-2025.html", "testland-2025.mhtml"):
        (folder / name).unlink()
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\x00")
    assert dropped(testland, PAGE, tmp_path / "saved", picture)
    page = report_of(dialog_of(testland), qtbot)
    files = [Path(report.file).name for report in page.results.reports]
    assert "testland-2025-complete.html" in files
    assert "frame.html" not in files, "part of a complete save"
    assert len(files) == 9, "one file, the picture, and seven in the folder"
    refused = [r for r in page.results.on(Shelf.REFUSED) if r.file == str(picture)]
    assert len(refused) == 1
    assert testland.controller.library.profile("XTL", 2021) is not None


def test_a_drop_of_nothing_that_can_be_imported(testland: MainWindow, tmp_path: Path) -> None:
    assert not dropped(testland, tmp_path / "picture.png")
    assert testland.findChildren(ImportDialog) == []


@pytest.mark.parametrize("key", ["import_files", "import_folder"])
def test_the_menu_asks(testland: MainWindow, qtbot: QtBot, key: str) -> None:
    testland.actions_[key].trigger()
    asking = testland.findChild(QFileDialog)
    assert asking is not None
    many = QFileDialog.FileMode.ExistingFiles
    assert asking.fileMode() is (many if key == "import_files" else QFileDialog.FileMode.Directory)
    asking.filesSelected.emit([str(PAGE if key == "import_files" else PAGES)])
    asking.close()
    page = report_of(dialog_of(testland), qtbot)
    assert len(page.results.reports) == (1 if key == "import_files" else 10)


def test_a_refused_file_says_why_and_stops_no_other(bring: Import, tmp_path: Path) -> None:
    bad = tmp_path / "a <b>list.html"
    bad.write_text("<p>milk, eggs</p>", "utf-8")
    page = bring(bad, PAGE)
    assert page._head.text().startswith("1 imported, 0 unchanged, 1 refused;")
    row = page.model.row(page.model.index(0))
    assert row is not None
    assert (row.title, row.outcome, row.is_refused) == ("a <b>list.html", "refused", True)
    assert "no country page of the index" in row.below
    assert "no country page of the index" in page.details.text.toPlainText()
    page.shelf.setCurrentIndex(list(Shelf).index(Shelf.IMPORTED))
    assert page.model.rowCount() == 1
    current = page.current()
    assert current is not None
    assert current.file == str(PAGE)


def test_a_folder_without_anything(bring: Import, tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    page = bring(tmp_path)
    told = page._head.text()
    assert told.startswith("Nothing to import was found there. Other files in the folders")
    assert page.current() is None


def test_a_path_where_nothing_is(testland: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    testland.commands.library.bring_in([str(tmp_path / "gone.html")])
    assert "There is no such file or folder" in failure_of(dialog_of(testland), qtbot)


def test_a_read_only_folder(
    bring: Import, user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(path: Path, mark: bytes) -> bool:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(FolderLock, "_create", staticmethod(read_only))
    page = bring(PAGE, PAGES / "testland-2023.txt")
    counts, message = page._head.text().split("\n")
    assert counts.startswith("0 imported, 0 unchanged, 2 refused;")
    assert message.startswith(str(user_library))
    assert "Read-only file system" in message
    assert "give yourself permission" in message
    assert list(user_library.iterdir()) == []


def test_a_folder_that_is_pulled_out_on_the_way(
    bring: Import, user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is not written into a second folder in its place."""
    read = ImportJob._file
    away = user_library.with_name("pulled out")

    def pulled_out(job: ImportJob, path: Path) -> FileReport:
        report = read(job, path)
        user_library.rename(away)
        return report

    monkeypatch.setattr(ImportJob, "_file", pulled_out)
    page = bring(*(PAGES / f"testland-{year}.txt" for year in (2025, 2021, 2023)))
    counts, stopped, message = page._head.text().split("\n")
    assert counts.startswith("1 imported, 0 unchanged, 0 refused;")
    assert stopped.startswith("Stopped; files that were not looked at: 2.")
    assert message.startswith(f"{user_library}: Your library's folder is gone")
    assert not user_library.exists()
    assert (away / PROFILE).exists()


def test_an_error_in_the_program_ends_it_with_what_was_done(
    testland: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ImportJob._file

    def breaks(job: ImportJob, path: Path) -> FileReport:
        if path.name == "testland-2023.txt":
            raise RuntimeError("a mistake of ours")
        return read(job, path)

    monkeypatch.setattr(ImportJob, "_file", breaks)
    with qtbot.captureExceptions() as raised:
        testland.commands.library.bring_in([str(PAGE), str(PAGES / "testland-2023.txt")])
        dialog = dialog_of(testland)
        with qtbot.waitSignal(dialog.finished, timeout=20_000):
            pass
    assert [str(error) for _, error, _ in raised] == ["a mistake of ours"]
    assert testland.controller.library.profile("XTL", 2025) is not None


def test_what_comes_in_is_found_by_the_search(
    testland: MainWindow, bring: Import, qtbot: QtBot
) -> None:
    testland.controller.open_view(View.SEARCH, {"query": "unicorns"})
    view, desk = testland.stack.view(View.SEARCH), testland.commands.desk
    assert isinstance(view, SearchView)
    assert desk is not None
    qtbot.waitUntil(lambda: desk.is_settled, timeout=20_000)
    assert view.list.current_hit() is None
    bring(PAGE)
    qtbot.waitUntil(lambda: view.list.current_hit() is not None, timeout=20_000)
    found = view.list.current_hit()
    assert found is not None
    assert (found.hit.iso3, found.hit.section) == ("XTL", "environment")
