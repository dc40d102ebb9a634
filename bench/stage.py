"""The complete window that measurements in one process are made on."""

import os
import time
from collections.abc import Callable
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

FRAME = 16.0
SWITCH = 33.0
"""Of a view of the world: two frames."""
OPENING = 250.0
HOVER = 8.0
"""Milliseconds that these may take."""


class Stage:
    """The real window on countries of 2025, complete, 1280 × 720, offscreen."""

    def __init__(self, *countries: str, user: "Path | None" = None) -> None:
        """Opens it, on a user's library where one is given.

        Leaves the collector as the program does.
        """
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from PySide6.QtCore import QEventLoop

        from ocviewer import app as program
        from ocviewer import paths
        from ocviewer.library.library import Library
        from ocviewer.presenter.state import PaneState, ViewState
        from ocviewer.presenter.words import Words
        from ocviewer.ui.controller import Controller
        from ocviewer.ui.session import Session
        from ocviewer.ui.theme import ThemeChoice, apply_theme
        from ocviewer.ui.window import MainWindow

        apply_theme(program.application(), ThemeChoice.LIGHT)
        self.library = Library(paths.bundled_library(), user)
        words = Words(paths.resources() / "messages" / "en")
        panes = tuple(PaneState(iso3, 2025) for iso3 in countries)
        self.controller = Controller(self.library, words, ViewState(panes))
        self.window = MainWindow(self.controller, Session(theme="light"))
        loop = QEventLoop()
        self.window.ready.connect(loop.quit)
        self.window.resize(1280, 720)
        self.window.start()
        loop.exec()
        settle()
        program.collect_again()

    def close(self) -> None:
        """Closes the window, so that the next stage has the process to itself."""
        self.window.close()
        self.window.deleteLater()
        settle()


def settle() -> None:
    """Lets everything that waits be laid out and painted."""
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()
    QApplication.processEvents()


def timed(call: Callable[[], object]) -> float:
    """Milliseconds from a call until all that it changes is painted."""
    start = time.perf_counter()
    call()
    settle()
    return (time.perf_counter() - start) * 1000


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20)[-1]


def move_pointer(widget: "QWidget", place: "QPointF") -> None:
    """Moves the pointer to a place of a widget, with no button pressed."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    none, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    where = widget.mapToGlobal(place)
    event = QMouseEvent(QEvent.Type.MouseMove, place, where, none, none, no_key)
    QApplication.sendEvent(widget, event)
