"""The composition root: library, controller and window, for the screen or for a picture."""

import gc
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ocviewer import paths
from ocviewer.domain.problem import BadCall, BadData, Problem
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import AT_A_GLANCE, MAX_PANES, Order, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.session import Session, load_session, save_session
from ocviewer.ui.theme import ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow

if TYPE_CHECKING:
    import logging

FIRST_COUNTRY = "PER"
"""What opens at the very first start."""

_EXPECTED = ("This plugin does not support propagateSizeHints()",)
"""What Qt's offscreen platform says of itself, and no one needs to read."""


class Picture(NamedTuple):
    """Where to and how to render: size in device-independent pixels, scale in pixels of each."""

    file: Path
    size: tuple[int, int]
    scale: float
    theme: str


def run(
    library: Library,
    words: Words,
    panes: tuple[PaneState, ...],
    year: int | None,
    exit_after: str | None,
    pack: str = "",
) -> int:
    """Opens the window and returns when it is closed.

    ``panes`` and ``year`` win over what the session remembers; ``exit_after`` ends the program
    after ``first-paint`` or ``ready``; ``pack`` is a library pack to open.
    """
    if not _has_display():
        raise BadCall(Problem("no_display"))
    app = application()
    file = paths.session_file()
    session = load_session(file, library.problems.append)
    makes_folder = not file.parent.is_dir()
    apply_theme(app, ThemeChoice(session.theme))
    controller = Controller(library, words, _first_state(library, session, panes, year))
    window = MainWindow(controller, session)
    # the desktop turns light or dark
    app.styleHints().colorSchemeChanged.connect(lambda: apply_theme(app, window.theme_choice))
    _tell_of_crashes(window)
    if exit_after is None:
        window.closing.connect(
            lambda: save_session(file, window.session(), makes_folder=makes_folder)
        )
    if exit_after == "first-paint":
        window.first_painted.connect(app.quit)
        window.show_first()
    else:
        window.start()
    window.ready.connect(collect_again)
    if pack:
        window.ready.connect(lambda: window.commands.library.open_pack_file(pack))
    if exit_after == "ready":
        window.ready.connect(app.quit)
    code = app.exec()
    # the process ends: looking for garbage in all that it holds would only delay that
    gc.freeze()
    return code


def collect_again() -> None:
    """Turns the collector on; what the start made stays, so only what comes later is collected."""
    gc.freeze()
    gc.enable()


def offscreen_window(
    library: Library, words: Words, state: ViewState, picture: Picture
) -> MainWindow:
    """The real window, complete, as a picture wants it, with the panes of a state."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(picture.scale)
    app = application()
    apply_theme(app, ThemeChoice(picture.theme))
    controller = Controller(library, words, state._replace(view=View.PROFILE))
    window = MainWindow(controller, Session(theme=picture.theme))
    window.resize(*picture.size)
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.start()
    loop.exec()
    return window


def take_picture(library: Library, words: Words, state: ViewState, picture: Picture) -> None:
    """Renders the real window offscreen, complete, into a PNG file.

    Raises ``BadCall`` for a state that does not fit the library, ``BadData`` when the file cannot
    be written.
    """
    resolve(state, library, words)  # says what is wrong before a window is made
    window = offscreen_window(library, words, state, picture)
    controller, loop = window.controller, QEventLoop()
    if state.view is not View.PROFILE:  # a start always shows the panes
        controller.open_view(state.view)
        if window.commands.desk is not None:
            window.commands.desk.settled.connect(loop.quit)
            loop.exec()
            window.commands.desk.show_passage()
    application().processEvents()  # a view of the world is laid out, highlights are marked
    image = window.grab()
    window.close()
    if not image.save(str(picture.file), "PNG"):
        raise BadData(Problem("not_written", str(picture.file)))


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """The one application object, in the style that the program is drawn for."""
    qInstallMessageHandler(_qt_message)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["ocviewer", "-style", "Fusion"])
    app.setApplicationName("ocviewer")
    app.setDesktopFileName("org.ocviewer.OCViewer")
    return app


def _log() -> "logging.Logger":
    import logging

    return logging.getLogger(__name__)


def _qt_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own messages go to the log, where tests see them."""
    if message not in _EXPECTED:
        _log().warning("Qt: %s", message)


def _tell_of_crashes(window: MainWindow) -> None:
    """An error in a slot is logged in full and told in a sentence; the window stays up."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log().error("unexpected error", exc_info=(kind, error, trace))
        text = window.tr("Something went wrong, and the last step may not be complete: %1")
        window.message_bar.tell(text.replace("%1", f"{kind.__name__}: {error}"))

    sys.excepthook = tell


def _first_state(
    library: Library, session: Session, panes: tuple[PaneState, ...], year: int | None
) -> ViewState:
    """What was asked for, else what is remembered and still there, else the first country."""
    newest = library.newest
    if not panes:
        remembered = (
            PaneState(subject, edition)
            for subject, edition in session.panes
            if library.has_subject(subject) and edition in library.years
        )
        panes = tuple(dict.fromkeys(remembered))[:MAX_PANES]
        panes = panes or (PaneState(FIRST_COUNTRY, newest),)
        if year is not None:
            panes = tuple(dict.fromkeys(PaneState(pane.iso3, year) for pane in panes))
    sections = [AT_A_GLANCE, *(section.id for section in library.indicators.sections)]
    section = session.section if session.section in sections else AT_A_GLANCE
    order = Order(session.order) if session.order in list(Order) else Order.INDEX
    wording = Wording(session.wording) if session.wording else None
    return ViewState(panes, section, order, reading=session.reading, wording=wording)
