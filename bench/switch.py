"""Switching: from the controller's signal until every view is painted, on the real window."""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from bench.table import Row

FRAME = 16.0
"""Milliseconds of a frame at 60 Hz."""


def rows(rounds: int) -> list[Row]:
    """The 95th percentile over all countries and over all editions, median of the rounds."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QLabel

    from ocviewer import app as program
    from ocviewer import paths
    from ocviewer.library.library import Library
    from ocviewer.presenter.state import PaneState, ViewState
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

    floor = QLabel("floor")
    floor.resize(1280, 720)
    floor.show()
    settle()
    floors = [timed(partial(floor.setText, iso3)) for iso3 in library.countries]
    floor.close()
    program.collect_again()  # as the program does when its window is complete
    countries: list[float] = []
    editions: list[float] = []
    for _ in range(rounds):
        times = [timed(partial(controller.open_country, iso3)) for iso3 in library.countries]
        countries.append(_p95(times))
        times = []
        for iso3 in library.countries:
            controller.open_country(iso3)
            settle()
            others = [year for year in library.years if year != controller.edition]
            times += [timed(partial(controller.open_edition, year)) for year in others]
        editions.append(_p95(times))
    window.close()
    settle()
    return [
        Row.plain("repaint of a bare label 1280 × 720, p95", _p95(floors), 16, "ms"),
        Row.plain("country switch until painted, p95", median(countries), FRAME, "ms"),
        Row.plain("edition switch until painted, p95", median(editions), FRAME, "ms"),
    ]


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]
