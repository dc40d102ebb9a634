"""A window on Peru's trade section, its reader, and ways to select and read."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog

from ocviewer.domain.note import Note
from ocviewer.library.notes.store import NoteStore
from ocviewer.ui.notes.desk import Desk
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

QUOTE = "Foreign groups such as Ecuador’s Los Tiguerones"
"""Words of the bundled text of Peru, 2025, trade."""

_Dialog = TypeVar("_Dialog", bound=QDialog)
Select = Callable[[str], None]


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    window = make_window("PER")
    window.controller.open_section("trade")
    return window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return window.notes


@pytest.fixture
def view(window: MainWindow) -> ReadingView:
    return window.panes.pane.reader.view()


@pytest.fixture
def select(view: ReadingView) -> Select:
    def select(text: str) -> None:
        cursor = view.document().find(text)
        assert isinstance(cursor, QTextCursor)
        assert cursor.hasSelection()
        view.setTextCursor(cursor)
        view.setFocus()

    return select


def painted(view: ReadingView) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
    """The words that are marked in a text, and the line below each."""
    return [
        (each.cursor.selectedText(), each.format.underlineStyle())
        for each in view.extraSelections()
    ]


def stored(home: Path) -> list[Note]:
    """What is on the disk."""
    return list(NoteStore(home / "library" / "notes").all_notes())


def dialogs(window: MainWindow, kind: type[_Dialog]) -> list[_Dialog]:
    """The windows of a kind that are open."""
    return [each for each in window.findChildren(kind) if each.isVisible()]
