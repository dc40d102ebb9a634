"""Trends and heat table: the first opening, later switches and the pointer, on the real window."""

from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from bench.stage import HOVER, OPENING, SWITCH, Stage, move_pointer, p95, timed
from bench.table import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def rows(rounds: int) -> list[Row]:
    """First openings, and the 95th percentiles of switches and of moves of the pointer."""
    from ocviewer.presenter.state import Grouping, View
    from ocviewer.ui.world.heat_view import HeatView
    from ocviewer.ui.world.trends_view import TrendsView

    stage = Stage("PER", "COL")
    controller = stage.controller
    first_trends = timed(partial(controller.open_view, View.TRENDS))
    trends = stage.window.stack.view(View.TRENDS)
    assert isinstance(trends, TrendsView)
    controller.open_view(View.PROFILE)
    first_heat = timed(partial(controller.open_view, View.HEAT))
    heat = stage.window.stack.view(View.HEAT)
    assert isinstance(heat, HeatView)
    found: dict[str, list[float]] = {}

    def keep(name: str, times: list[float]) -> None:
        found.setdefault(name, []).append(p95(times))

    years = stage.library.years * 10
    for _ in range(rounds):
        for grouping in Grouping:
            controller.open_view(View.HEAT, {"grouping": grouping})
            times = [timed(partial(controller.open_edition, year)) for year in years]
            keep(f"heat table by {grouping}, edition switch", times)
        orders = ({"grouping": grouping} for grouping in (*Grouping,) * 10)
        keep("heat table, another order", [timed(partial(controller.choose, o)) for o in orders])
        keep("heat table, pointer", _across(heat.chart))
        controller.open_view(View.TRENDS)
        times = [timed(partial(controller.open_edition, year)) for year in years]
        keep("trends, edition switch", times)
        keep("trends, pointer", _across(trends.chart))
    stage.close()
    limits = {name: HOVER if name.endswith("pointer") else SWITCH for name in found}
    return [
        Row.plain("trends, first opening", first_trends, OPENING, "ms"),
        Row.plain("heat table, first opening", first_heat, OPENING, "ms"),
        *(Row.plain(f"{k}, p95", median(v), limits[k], "ms") for k, v in found.items()),
    ]


def _across(chart: "QWidget") -> list[float]:
    """The pointer in steps across a chart."""
    from PySide6.QtCore import QPointF

    places = [QPointF(200 + 5.3 * step, 200 + 2.9 * step % 350) for step in range(120)]
    return [timed(partial(move_pointer, chart, place)) for place in places]
