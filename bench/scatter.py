"""The scatter: its first opening, switches of node and edition, and pointing at its points."""

from functools import partial
from statistics import median

from bench.stage import HOVER, OPENING, SWITCH, Stage, move_pointer, p95, settle, timed
from bench.table import Row


def rows(rounds: int) -> list[Row]:
    """The first opening, and the 95th percentiles of the rest, median of the rounds."""
    from ocviewer.presenter.state import View

    stage = Stage("PER", "COL")
    controller, library = stage.controller, stage.library
    first = timed(partial(controller.open_view, View.SCATTER))
    from ocviewer.ui.charts.scatter import ScatterChart

    chart = stage.window.findChild(ScatterChart)
    assert chart is not None
    nodes, editions, pointing = [], [], []
    codes = [node.code for node in library.indicators]
    for _ in range(rounds):
        times = [timed(partial(controller.choose, {"versus": code})) for code in codes]
        times += [timed(partial(controller.choose, {"indicator": code})) for code in codes]
        nodes.append(p95(times))
        controller.choose({"indicator": "1", "versus": "2"})
        settle()
        years = library.years * 10
        editions.append(p95([timed(partial(controller.open_edition, year)) for year in years]))
        places = map(chart.point_place, range(len(chart.places)))
        viewport = chart.viewport()
        pointing.append(p95([timed(partial(move_pointer, viewport, place)) for place in places]))
    stage.close()
    return [
        Row.plain("scatter, first opening", first, OPENING, "ms"),
        Row.plain("scatter, switch of node, p95", median(nodes), SWITCH, "ms"),
        Row.plain("scatter, edition switch, p95", median(editions), SWITCH, "ms"),
        Row.plain("scatter, pointer, p95", median(pointing), HOVER, "ms"),
    ]
