"""The world map: opening it, switching what it shows, hovering, panning and zooming."""

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
"""Milliseconds: what each may take, with everything painted."""


def rows(rounds: int) -> list[Row]:
    """The first opening in this process, and 95th percentiles, median of the rounds."""
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QApplication

    from ocviewer.presenter.state import View

    window = _window()
    controller, library = window.controller, window.controller.library

    def timed(call: Callable[[], object]) -> float:
        start = time.perf_counter()
        call()
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1000

    opening = timed(partial(controller.open_view, View.MAP))
    from ocviewer.ui.world.map_view import MapView

    view = window.stack.view(View.MAP)
    assert isinstance(view, MapView)
    canvas = view.panels[0].canvas
    size = canvas.size().toSizeF()
    codes = [node.code for node in library.indicators]

    def switches(**also: object) -> float:
        return _p95([timed(partial(controller.choose, {"indicator": c, **also})) for c in codes])

    def editions() -> float:
        return _p95([timed(partial(controller.open_edition, year)) for year in library.years * 9])

    def hovers() -> float:
        places = [canvas.drawing.place(country) for country in canvas.drawing.countries]
        return _p95([timed(partial(canvas.point_at, place)) for place in places])

    def moves() -> float:
        pans = [partial(canvas.frame.pan, QPointF(-7, 3), size) for _ in range(30)]
        nearer = [partial(canvas.frame.zoom_by, 1.1, QPointF(300, 200), size) for _ in range(30)]
        times = [timed(call) for call in (*nearer, *pans)]
        canvas.frame.reset()
        return _p95(times)

    def rounds_of(measure: Callable[[], float]) -> float:
        return median(measure() for _ in range(rounds))

    found = [
        Row.plain("map: first opening until painted", opening, OPENING, "ms"),
        Row.plain("map: switch of the indicator, p95", rounds_of(switches), SWITCH, "ms"),
        Row.plain("map: switch of the edition, p95", rounds_of(editions), SWITCH, "ms"),
        Row.plain("map: hover from country to country, p95", rounds_of(hovers), HOVER, "ms"),
        Row.plain("map: a step of pan or zoom, p95", rounds_of(moves), SWITCH, "ms"),
    ]
    two = rounds_of(partial(switches, two_maps=True))
    found.append(Row.plain("two maps: switch of the indicator, p95", two, SWITCH, "ms"))
    found.append(Row.plain("two maps: hover, p95", rounds_of(hovers), HOVER, "ms"))
    window.close()
    return found


def _window() -> "MainWindow":
    """Peru, complete."""
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
    words = Words(paths.resources() / "messages" / "en")
    state = ViewState((PaneState("PER", 2025),))
    controller = Controller(Library(paths.bundled_library()), words, state)
    window = MainWindow(controller, Session(theme="light"))
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.resize(1280, 720)
    window.start()
    loop.exec()
    program.collect_again()  # as the program does when its window is complete
    return window


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
