"""A window on the small library of invented countries, and what is done with its imports."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.importing.dialog import ImportDialog
from ocviewer.ui.importing.report_page import ReportPage
from ocviewer.ui.session import Session
from ocviewer.ui.window import MainWindow

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAGES = FIXTURES / "pages"
PAGE = PAGES / "testland-2025.txt"
PROFILE = "profiles/2025/XTL.json"

Import = Callable[..., ReportPage]


@pytest.fixture
def testland(
    qtbot: QtBot, user_library: Path, words: Words, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """Testland, 2025, with an empty folder of the user's on top."""
    monkeypatch.setattr(paths, "bundled_library", lambda: FIXTURES / "library")
    library = Library(paths.bundled_library(), user_library)
    controller = Controller(library, words, ViewState((PaneState("XTL", 2025),)))
    window = MainWindow(controller, Session(theme="light"))
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.start()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def dialog_of(window: MainWindow) -> ImportDialog:
    """The one import that is open."""
    (dialog,) = [d for d in window.findChildren(ImportDialog) if d.isVisible()]
    return dialog


def report_of(dialog: ImportDialog, qtbot: QtBot) -> ReportPage:
    """The report, when the work is done."""
    stack = dialog._stack
    qtbot.waitUntil(lambda: isinstance(stack.currentWidget(), ReportPage), timeout=20_000)
    page = stack.currentWidget()
    assert isinstance(page, ReportPage)
    return page


def failure_of(dialog: ImportDialog, qtbot: QtBot) -> str:
    """What is told where nothing could be done."""
    qtbot.waitUntil(lambda: dialog.findChild(QPlainTextEdit) is not None, timeout=20_000)
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    return text.toPlainText()


@pytest.fixture
def bring(testland: MainWindow, qtbot: QtBot) -> Import:
    """Imports files in the window, and gives the report."""

    def bring(*files: Path) -> ReportPage:
        for dialog in testland.findChildren(ImportDialog):
            dialog.reject()
        testland.commands.library.bring_in([str(file) for file in files])
        return report_of(dialog_of(testland), qtbot)

    return bring


@pytest.fixture
def altered(tmp_path: Path) -> Path:
    """A page that differs in an indicator, a rank and a fact."""
    head, _, tail = PAGE.read_text("utf-8").partition("Mafia-style groups\n\n    ")
    text = f"{head}Mafia-style groups\n\n    9.50{tail[4:]}".replace("34,217", "35,000")
    path = tmp_path / "altered.txt"
    path.write_text(text.replace("of 3 countries", "of 4 countries", 1), "utf-8")
    return path
