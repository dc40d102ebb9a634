"""The search, open in the real window, with its index complete."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.presenter.state import View
from ocviewer.ui.search.desk import Desk
from ocviewer.ui.search.search_view import SearchView
from ocviewer.ui.search.threads import Asker, Builder
from ocviewer.ui.window import MainWindow

Ask = Callable[[str], SearchView]


@pytest.fixture(autouse=True)
def no_thread_is_left(qapp: QApplication) -> Iterator[None]:
    """A thread of the search that outlives its window fails the test."""
    made: list[Builder | Asker] = []
    originals = {kind: kind.start for kind in (Builder, Asker)}

    def start(self: Builder | Asker, *arguments: object) -> None:
        made.append(self)
        originals[type(self)](self, *arguments)  # type: ignore[arg-type]

    for kind in originals:
        kind.start = start  # type: ignore[method-assign, assignment]
    yield
    for kind, original in originals.items():
        kind.start = original  # type: ignore[method-assign]
    qapp.processEvents()
    assert not any(_runs(thread) for thread in made)


def _runs(thread: Builder | Asker) -> bool:
    try:
        return thread.isRunning()
    except RuntimeError:  # deleted, so it has ended
        return False


def desk_of(window: MainWindow) -> Desk:
    desk = window.commands.desk
    assert desk is not None
    return desk


def view_of(window: MainWindow) -> SearchView:
    view = window.stack.view(View.SEARCH)
    assert isinstance(view, SearchView)
    return view


@pytest.fixture
def ask(window: MainWindow, qtbot: QtBot) -> Ask:
    """Opens the search by its key, types a query and waits for the answer."""

    def typed(text: str) -> SearchView:
        window.actions_["open_view:search"].trigger()
        view = view_of(window)
        view.edit.clear()
        qtbot.keyClicks(view.edit, text)
        desk = desk_of(window)
        if not desk.is_settled:
            qtbot.waitSignal(desk.settled, timeout=20_000).wait()
        return view

    return typed
