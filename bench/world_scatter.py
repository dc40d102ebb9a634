"""The scatter: its first opening, switches of node and edition, and pointing at its points."""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING

from bench.table import Row

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow

FIRST = 250.0
SWITCH = 33.0
HOVER = 8.0
"""Milliseconds that each may take."""


def rows(rounds: int) -> list[Row]:
    """The first opening, and the 95th percentiles of the rest, median of the rounds."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from ocviewer import app as program
    from ocviewer.presenter.state import View

    window = _window()
    controller, library = window.controller, window.controller.library
    _settle()
    program.collect_again()  # as the program does when its window is complete
    first = _timed(partial(controller.open_view, View.SCATTER))
    from ocviewer.ui.charts.scatter import ScatterChart

    chart = window.findChild(ScatterChart)
    assert chart is not None

    def point_at(place: QPointF) -> None:
        none, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        where = chart.mapToGlobal(place)
        event = QMouseEvent(QEvent.Type.MouseMove, place, where, none, none, no_key)
        QApplication.sendEvent(chart.viewport(), event)

    nodes, editions, pointing = [], [], []
    codes = [node.code for node in library.indicators]
    for _ in range(rounds):
        times = [_timed(partial(controller.choose, {"versus": code})) for code in codes]
        times += [_timed(partial(controller.choose, {"indicator": code})) for code in codes]
        nodes.append(_p95(times))
        controller.choose({"indicator": "1", "versus": "2"})
        _settle()
        years = [year for _ in range(10) for year in library.years]
        editions.append(_p95([_timed(partial(controller.open_edition, year)) for year in years]))
        places = map(chart.point_place, range(len(chart.places)))
        pointing.append(_p95([_timed(partial(point_at, place)) for place in places]))
    window.close()
    _settle()
    return [
        Row.plain("scatter opened for the first time", first, FIRST, "ms"),
        Row.plain("scatter, switch of node until painted, p95", median(nodes), SWITCH, "ms"),
        Row.plain("scatter, switch of edition until painted, p95", median(editions), SWITCH, "ms"),
        Row.plain("scatter, pointing until painted, p95", median(pointing), HOVER, "ms"),
    ]


def _window() -> "MainWindow":
    """Peru and Colombia, complete, 1280 × 720."""
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
    library = Library(paths.bundled_library())
    words = Words(paths.resources() / "messages" / "en")
    panes = (PaneState("PER", 2025), PaneState("COL", 2025))
    window = MainWindow(Controller(library, words, ViewState(panes)), Session(theme="light"))
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.resize(1280, 720)
    window.start()
    loop.exec()
    return window


def _settle() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    _settle()
    return (time.perf_counter() - start) * 1000


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
