"""The scatter: its first opening, switches of node and edition, and pointing at its points."""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from bench.table import Row

FIRST = 250.0
SWITCH = 33.0
HOVER = 8.0
"""Milliseconds that each may take."""


def rows(rounds: int) -> list[Row]:
    """The first opening, and the 95th percentiles of the rest, median of the rounds."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from ocviewer import app as program
    from ocviewer import paths
    from ocviewer.library.library import Library
    from ocviewer.presenter.state import PaneState, View, ViewState
    from ocviewer.presenter.words import Words
    from ocviewer.ui.controller import Controller
    from ocviewer.ui.session import Session
    from ocviewer.ui.theme import ThemeChoice, apply_theme
    from ocviewer.ui.window import MainWindow

    app = program.application()
    apply_theme(app, ThemeChoice.LIGHT)
    library = Library(paths.bundled_library())
    words = Words(paths.resources() / "messages" / "en")
    panes = (PaneState("PER", 2025), PaneState("COL", 2025))
    controller = Controller(library, words, ViewState(panes))
    window = MainWindow(controller, Session(theme="light"))
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.resize(1280, 720)
    window.start()
    loop.exec()

    def settle() -> None:
        QApplication.sendPostedEvents()
        QApplication.processEvents()

    def timed(call: Callable[[], object]) -> float:
        start = time.perf_counter()
        call()
        settle()
        return (time.perf_counter() - start) * 1000

    settle()
    program.collect_again()  # as the program does when its window is complete
    first = timed(partial(controller.open_view, View.SCATTER))
    from ocviewer.ui.charts.scatter import ScatterChart

    chart = window.findChild(ScatterChart)
    assert chart is not None

    def point_at(x: float, y: float) -> None:
        place = QPointF(x, y)
        none = Qt.MouseButton.NoButton
        no_key = Qt.KeyboardModifier.NoModifier
        move = QEvent.Type.MouseMove
        event = QMouseEvent(move, place, chart.mapToGlobal(place), none, none, no_key)
        QApplication.sendEvent(chart.viewport(), event)

    nodes, editions, pointing = [], [], []
    codes = [node.code for node in library.indicators]
    for _ in range(rounds):
        times = [timed(partial(controller.choose, {"versus": code})) for code in codes]
        times += [timed(partial(controller.choose, {"indicator": code})) for code in codes]
        nodes.append(_p95(times))
        controller.choose({"indicator": "1", "versus": "2"})
        settle()
        years = [year for _ in range(10) for year in library.years]
        editions.append(_p95([timed(partial(controller.open_edition, year)) for year in years]))
        places = [chart.point_place(index) for index in range(len(library.countries) - 4)]
        pointing.append(_p95([timed(partial(point_at, p.x(), p.y())) for p in places]))
    window.close()
    settle()
    return [
        Row.plain("scatter opened for the first time", first, FIRST, "ms"),
        Row.plain("scatter, switch of node until painted, p95", median(nodes), SWITCH, "ms"),
        Row.plain("scatter, switch of edition until painted, p95", median(editions), SWITCH, "ms"),
        Row.plain("scatter, pointing until painted, p95", median(pointing), HOVER, "ms"),
    ]


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
