"""Draws what a window shows only after the user did something.

``acted_pictures.py NAME THEME FILE`` draws one of ``ACTS``, in light or dark; a dialog is drawn
above the window that it belongs to.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from ocviewer import paths
from ocviewer.app import Picture, offscreen_window
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.window import MainWindow

SIZE = (1280, 720)


def _reader(window: MainWindow) -> None:
    window.actions_["text_alone"].trigger()


def _find(window: MainWindow) -> None:
    _reader(window)
    window.actions_["find_in_page"].trigger()
    window.finder.bar.field.setText("traffick")


def _notes(window: MainWindow) -> None:
    window.actions_["show_notes"].trigger()


ACTS: Mapping[str, Callable[[MainWindow], None]] = {
    "reader": _reader,
    "find": _find,
    "notes": _notes,
}
"""What is done in a window on Peru, section People, by the picture's name."""


def main(name: str, theme: str, file: str) -> None:
    """Draws one picture."""
    picture = Picture(Path(file), SIZE, 1, theme)
    library = Library(paths.bundled_library(), paths.user_library())
    words = Words(paths.resources() / "messages" / "en")
    state = ViewState((PaneState("PER", library.newest),), "people")
    window = offscreen_window(library, words, state, picture)
    ACTS[name](window)
    QApplication.processEvents()
    if "reading" in vars(window):
        window.reading.note()
    image = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            _put(dialog.grab(), image)
    window.close()
    if not image.save(file, "PNG"):
        raise SystemExit(f"{file} could not be written")


def _put(dialog: QPixmap, image: QPixmap) -> None:
    """Into the middle, with the line that a desktop would draw around a window."""
    corner = image.rect().center() - dialog.rect().center()
    painter = QPainter(image)
    painter.drawPixmap(corner, dialog)
    painter.drawRect(dialog.rect().translated(corner - QPoint(1, 1)).adjusted(0, 0, 1, 1))
    painter.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
