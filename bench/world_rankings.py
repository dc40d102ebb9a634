"""Rankings and region pages: opening them, and switching indicator and edition until painted."""

import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median, quantiles

from bench.table import Row

OPENING = 250.0
"""Milliseconds after the click."""
SWITCH = 33.0
"""Two frames at 60 Hz."""


def rows(rounds: int) -> list[Row]:
    """First openings, and the 95th percentile of the switches, as the median of the rounds."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop
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
    controller = Controller(library, words, ViewState((PaneState("PER", 2025),)))
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
    nodes = [partial(controller.choose, {"indicator": n.code}) for n in library.indicators]
    editions = [partial(controller.open_edition, year) for year in library.years * 12]

    def switch(calls: Sequence[Callable[[], object]]) -> float:
        return median(_p95([timed(call) for call in calls]) for _ in range(rounds))

    ranking = timed(partial(controller.open_view, View.RANKINGS))
    by_node, by_edition = switch(nodes), switch(editions)
    page = timed(partial(controller.open_view, View.PLACE))
    page_by_edition = switch(editions)
    window.close()
    settle()
    return [
        Row.plain("rankings, first opening until painted", ranking, OPENING, "ms"),
        Row.plain("rankings, indicator switch until painted, p95", by_node, SWITCH, "ms"),
        Row.plain("rankings, edition switch until painted, p95", by_edition, SWITCH, "ms"),
        Row.plain("region page, first opening until painted", page, OPENING, "ms"),
        Row.plain("region page, edition switch until painted, p95", page_by_edition, SWITCH, "ms"),
    ]


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
