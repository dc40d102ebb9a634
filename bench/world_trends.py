"""Trends and heat table: the first opening, later switches and the pointer, on the real window."""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING

from bench.table import Row

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow

OPENING = 250.0
SWITCH = 33.0
HOVER = 8.0
"""Milliseconds that these may take."""


def rows(rounds: int) -> list[Row]:
    """First openings, and the 95th percentiles of switches and of moves of the pointer."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication, QWidget

    from ocviewer.presenter.state import Grouping, View
    from ocviewer.ui.world.heat_view import HeatView
    from ocviewer.ui.world.trends_view import TrendsView

    window = _window()
    controller = window.controller

    def timed(call: Callable[[], object]) -> float:
        start = time.perf_counter()
        call()
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1000

    def hover(chart: QWidget, x: float, y: float) -> None:
        point = QPointF(x, y)
        kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, point, QPointF(chart.mapToGlobal(point)), none, none, Qt.KeyboardModifier(0)
        )
        QApplication.sendEvent(chart, event)

    def over(chart: QWidget) -> list[float]:
        """The pointer in steps across a chart."""
        steps = 120
        return [
            timed(partial(hover, chart, 200 + 5.3 * i, 200 + 2.9 * i % 350)) for i in range(steps)
        ]

    first_trends = timed(partial(controller.open_view, View.TRENDS))
    trends = window.stack.view(View.TRENDS)
    assert isinstance(trends, TrendsView)
    controller.open_view(View.PROFILE)
    first_heat = timed(partial(controller.open_view, View.HEAT))
    heat = window.stack.view(View.HEAT)
    assert isinstance(heat, HeatView)
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        years = controller.library.years * 10
        for grouping in Grouping:
            controller.open_view(View.HEAT, {"grouping": grouping})
            name = f"heat table by {grouping}, edition switch"
            times = [timed(partial(controller.open_edition, year)) for year in years]
            found.setdefault(name, []).append(_p95(times))
        times = [
            timed(partial(controller.choose, {"grouping": grouping}))
            for grouping in (*Grouping,) * 10
        ]
        found.setdefault("heat table, another order", []).append(_p95(times))
        found.setdefault("heat table, pointer", []).append(_p95(over(heat.chart)))
        controller.open_view(View.TRENDS)
        times = [timed(partial(controller.open_edition, year)) for year in years]
        found.setdefault("trends, edition switch", []).append(_p95(times))
        found.setdefault("trends, pointer", []).append(_p95(over(trends.chart)))
    window.close()
    limits = {name: HOVER if name.endswith("pointer") else SWITCH for name in found}
    return [
        Row.plain("trends, first opening", first_trends, OPENING, "ms"),
        Row.plain("heat table, first opening", first_heat, OPENING, "ms"),
        *(Row.plain(f"{k}, p95", median(v), limits[k], "ms") for k, v in found.items()),
    ]


def _window() -> "MainWindow":
    """The complete window on Peru and Colombia."""
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
    program.collect_again()  # as the program does when its window is complete
    return window


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
