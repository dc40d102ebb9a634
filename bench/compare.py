"""Comparing: the second country, switches of four panes against one, and pointing at the rows."""

from functools import partial
from statistics import median

from bench.stage import HOVER, OPENING, Stage, move_pointer, p95, settle, timed
from bench.table import Row

FOUR = ("PER", "COL", "TUV", "AFG")
TIMES_ONE = 3.0
"""How much longer than one pane four may take to switch."""


def rows(rounds: int) -> list[Row]:
    """The first opening, medians of four panes beside those of one, and the pointer's p95."""
    one, four = Stage(FOUR[0]), Stage(*FOUR)
    first = timed(partial(one.controller.add_country, FOUR[1]))
    one.controller.keep_first()
    others = [iso3 for iso3 in one.library.countries if iso3 not in FOUR]
    for stage in (one, four):
        stage.window.resize(1920, 1080)
        settle()
    countries: dict[Stage, list[float]] = {one: [], four: []}
    editions: dict[Stage, list[float]] = {one: [], four: []}
    for _ in range(rounds):
        for stage in (one, four):
            controller = stage.controller
            countries[stage] += [timed(partial(controller.open_country, iso3)) for iso3 in others]
            for iso3 in others[:30]:
                controller.open_country(iso3)
                settle()
                years = [year for year in stage.library.years if year != controller.edition]
                editions[stage] += [timed(partial(controller.open_edition, y)) for y in years]
    pointing = _pointing(four, rounds)
    for stage in (one, four):
        stage.close()
    return [
        Row.plain("second country, first opening", first, OPENING, "ms"),
        _ratio("country switch, four panes beside one", countries[four], countries[one]),
        _ratio("edition switch, four panes beside one", editions[four], editions[one]),
        Row.plain("rows of four panes, pointer, p95", p95(pointing), HOVER, "ms"),
    ]


def _ratio(name: str, four: list[float], one: list[float]) -> Row:
    return Row.of(name, median(four), median(one), TIMES_ONE, "ms")


def _pointing(stage: Stage, rounds: int) -> list[float]:
    from ocviewer.ui.compare.matrix import Matrix

    matrix = stage.window.findChild(Matrix)
    assert matrix is not None
    areas = [matrix.sheet.row_rect(node.code) for node in stage.library.indicators]
    places = [area.center() for area in areas if area is not None]
    return [timed(partial(move_pointer, matrix, place)) for _ in range(rounds) for place in places]
