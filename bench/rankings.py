"""Rankings and region pages: opening them, and switching indicator and edition until painted."""

from collections.abc import Callable, Sequence
from functools import partial
from statistics import median

from bench.stage import OPENING, SWITCH, Stage, p95, timed
from bench.table import Row


def rows(rounds: int) -> list[Row]:
    """First openings, and the 95th percentile of the switches, as the median of the rounds."""
    from ocviewer.presenter.state import View

    stage = Stage("PER")
    controller, library = stage.controller, stage.library
    nodes = [partial(controller.choose, {"indicator": n.code}) for n in library.indicators]
    editions = [partial(controller.open_edition, year) for year in library.years * 12]

    def switch(calls: Sequence[Callable[[], object]]) -> float:
        return median(p95([timed(call) for call in calls]) for _ in range(rounds))

    ranking = timed(partial(controller.open_view, View.RANKINGS))
    by_node, by_edition = switch(nodes), switch(editions)
    page = timed(partial(controller.open_view, View.PLACE))
    page_by_edition = switch(editions)
    stage.close()
    return [
        Row.plain("rankings, first opening", ranking, OPENING, "ms"),
        Row.plain("rankings, switch of node, p95", by_node, SWITCH, "ms"),
        Row.plain("rankings, edition switch, p95", by_edition, SWITCH, "ms"),
        Row.plain("region page, first opening", page, OPENING, "ms"),
        Row.plain("region page, edition switch, p95", page_by_edition, SWITCH, "ms"),
    ]
