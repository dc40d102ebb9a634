"""An edition that a user imported, on the real window: switch, every view, and session."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ocviewer.app import _first_state
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.edition_switch import EditionSwitch
from ocviewer.ui.session import Session, load_session, save_session
from ocviewer.ui.window import MainWindow
from tests.unit.importers.fictitious import (
    YEAR,
    americas,
    fictitious_table,
    import_fictitious,
    without_resilience,
)

Open = Callable[[Library, ViewState], MainWindow]


@pytest.fixture(params=["whole", "part"])
def imported(
    request: pytest.FixtureRequest, library: Library, tmp_path: Path, home: Path
) -> Library:
    """All of the edition, or some countries and nodes."""
    if request.param == "whole":
        table = fictitious_table(library, library.countries)
    else:
        table = fictitious_table(library, americas(library), without_resilience)
    return import_fictitious(library, tmp_path, table)


@pytest.fixture
def open_window(qtbot: QtBot, words: Words) -> Iterator[Open]:
    """Makes a shown, complete window on a library."""
    made: list[MainWindow] = []

    def make(library: Library, state: ViewState) -> MainWindow:
        window = MainWindow(Controller(library, words, state), Session(theme="light"))
        with qtbot.waitSignal(window.ready, timeout=20_000):
            window.start()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def test_the_switch_leads_there_and_back(imported: Library, open_window: Open) -> None:
    window = open_window(imported, ViewState((PaneState("PER", 2025),)))
    switch = window.findChild(EditionSwitch)
    assert switch is not None
    buttons = {
        button.text(): button
        for kind in (QPushButton, QToolButton)
        for button in switch.findChildren(kind)
    }
    assert list(buttons) == ["2021", "2023", "2025", "2027"]
    buttons["2027"].click()
    assert window.controller.state.panes == (PaneState("PER", YEAR),)
    window.controller.step_edition(-1)
    assert window.controller.state.panes == (PaneState("PER", 2025),)


@pytest.mark.parametrize("iso3", ["PER", "COL", "AFG"])
def test_every_view_paints_it(iso3: str, imported: Library, open_window: Open) -> None:
    """A logged warning of Qt fails this, and so does any error in a paint event."""
    window = open_window(imported, ViewState((PaneState(iso3, YEAR),)))
    for view in View:
        for year in (YEAR, 2025):
            window.controller.open_view(view)
            window.controller.open_edition(year)
            QApplication.processEvents()
            assert not window.grab().isNull()
            assert window.controller.edition == year


def test_countries_side_by_side_in_it(imported: Library, open_window: Open) -> None:
    panes = (PaneState("PER", YEAR), PaneState("COL", YEAR), PaneState("PER", 2025))
    window = open_window(imported, ViewState(panes))
    assert not window.grab().isNull()


def test_a_session_remembers_it_as_long_as_it_is_there(
    imported: Library, library: Library, open_window: Open, tmp_path: Path
) -> None:
    window = open_window(imported, ViewState((PaneState("PER", YEAR),)))
    save_session(tmp_path / "session.json", window.session())
    session = load_session(tmp_path / "session.json")
    assert _first_state(imported, session, (), None).panes == (PaneState("PER", YEAR),)
    (pane,) = _first_state(library, session, (), None).panes
    assert pane.edition in library.years, "without the edition, the session still opens"
