"""Switching: from the controller's signal until every view is painted, on the real window."""

from functools import partial
from statistics import median

from bench.stage import FRAME, Stage, p95, settle, timed
from bench.table import Row


def rows(rounds: int) -> list[Row]:
    """The 95th percentile over all countries and over all editions, median of the rounds."""
    stage = Stage("PER")
    controller, library = stage.controller, stage.library
    countries: list[float] = []
    editions: list[float] = []
    for _ in range(rounds):
        times = [timed(partial(controller.open_country, iso3)) for iso3 in library.countries]
        countries.append(p95(times))
        times = []
        for iso3 in library.countries:
            controller.open_country(iso3)
            settle()
            others = [year for year in library.years if year != controller.edition]
            times += [timed(partial(controller.open_edition, year)) for year in others]
        editions.append(p95(times))
    stage.close()
    return [
        Row.plain(
            "repaint of a bare label 1280 × 720, p95", _floor(list(library.countries)), FRAME, "ms"
        ),
        Row.plain("country switch until painted, p95", median(countries), FRAME, "ms"),
        Row.plain("edition switch until painted, p95", median(editions), FRAME, "ms"),
    ]


def _floor(texts: list[str]) -> float:
    from PySide6.QtWidgets import QLabel

    label = QLabel("floor")
    label.resize(1280, 720)
    label.show()
    settle()
    times = [timed(partial(label.setText, text)) for text in texts]
    label.close()
    return p95(times)
