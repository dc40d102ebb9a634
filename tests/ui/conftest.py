"""The real window on the bundled library, complete, and gone when the test is over."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.session import Session
from ocviewer.ui.theme import ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test starts in the light theme."""
    qapp.setStyle("Fusion")
    apply_theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Emptied after each test: Qt's offscreen clipboard outlives Python, and crashes at the end
    on an object that Python made."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def no_window_is_left(qapp: QApplication) -> Iterator[None]:
    """A window that outlives its test fails it."""
    before = set(qapp.topLevelWidgets())
    yield
    qapp.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
    left = [w for w in qapp.topLevelWidgets() if w not in before and w.isVisible()]
    assert left == []


@pytest.fixture
def make_window(qtbot: QtBot, library: Library, words: Words) -> Iterator[MakeWindow]:
    """Makes a shown, complete window on countries of an edition."""
    made: list[MainWindow] = []

    bundled = library

    def make(
        *countries: str,
        year: int = 2025,
        session: Session | None = None,
        library: Library = bundled,
    ) -> MainWindow:
        panes = tuple(PaneState(iso3, year) for iso3 in countries or ("PER",))
        controller = Controller(library, words, ViewState(panes))
        window = MainWindow(controller, session or Session(theme="light"))
        with qtbot.waitSignal(window.ready, timeout=20_000):
            window.start()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """Peru, 2025."""
    return make_window("PER")
