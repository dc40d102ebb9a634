"""The index's own page of Peru in the window.

The page is no part of the project, so without ../shared/sources this skips.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer import paths
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.session import Session
from ocviewer.ui.window import MainWindow
from tests.ui.importing.conftest import dialog_of, report_of

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT.parent / "shared/sources/000_17467de0ae79f826.txt"


@pytest.mark.skipif(not SOURCE.exists(), reason="the sources are not here: no ../shared/sources")
def test_the_page_of_peru(user_library: Path, words: Words, qtbot: QtBot) -> None:
    library = Library(paths.bundled_library(), user_library)
    controller = Controller(library, words, ViewState((PaneState("PER", 2025),), "drugs"))
    window = MainWindow(controller, Session(theme="light"))
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.start()
    ours = window.panes.pane.reader.view().toPlainText()
    window.commands.library.bring_in([str(SOURCE)])
    page = report_of(dialog_of(window), qtbot)
    assert page._head.text() == "1 imported, 0 unchanged, 0 refused; 0 with differences."
    assert "11 sections, 28 paragraphs" in page.details.text.toPlainText()
    assert controller.library.texts("PER", 2025)[0].wording is Wording.ORIGINAL
    assert window.panes.pane.reader.view().toPlainText() != ours
    controller.switch_wording()
    shown = window.panes.pane.reader.view().toPlainText()
    assert shown.split("\n")[-1] == ours.split("\n")[-1], "our own wording is still there"
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)
