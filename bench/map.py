"""The world map: opening it, switching what it shows, hovering, panning and zooming."""

from collections.abc import Callable
from functools import partial
from statistics import median

from bench.stage import HOVER, OPENING, SWITCH, Stage, p95, timed
from bench.table import Row


def rows(rounds: int) -> list[Row]:
    """The first opening in this process, and 95th percentiles, median of the rounds."""
    from ocviewer.presenter.state import View

    stage = Stage("PER")
    controller, library = stage.controller, stage.library
    opening = timed(partial(controller.open_view, View.MAP))
    from PySide6.QtCore import QPointF

    from ocviewer.ui.world.map_view import MapView

    view = stage.window.stack.view(View.MAP)
    assert isinstance(view, MapView)
    canvas = view.panels[0].canvas
    size = canvas.size().toSizeF()
    codes = [node.code for node in library.indicators]

    def switches(**also: object) -> float:
        return p95([timed(partial(controller.choose, {"indicator": c, **also})) for c in codes])

    def editions() -> float:
        return p95([timed(partial(controller.open_edition, year)) for year in library.years * 9])

    def hovers() -> float:
        places = [canvas.drawing.place(country) for country in canvas.drawing.countries]
        return p95([timed(partial(canvas.point_at, place)) for place in places])

    def moves() -> float:
        pans = [partial(canvas.frame.pan, QPointF(-7, 3), size) for _ in range(30)]
        nearer = [partial(canvas.frame.zoom_by, 1.1, QPointF(300, 200), size) for _ in range(30)]
        times = [timed(call) for call in (*nearer, *pans)]
        canvas.frame.reset()
        return p95(times)

    def rounds_of(measure: Callable[[], float]) -> float:
        return median(measure() for _ in range(rounds))

    found = [
        Row.plain("map, first opening", opening, OPENING, "ms"),
        Row.plain("map, switch of node, p95", rounds_of(switches), SWITCH, "ms"),
        Row.plain("map, edition switch, p95", rounds_of(editions), SWITCH, "ms"),
        Row.plain("map, pointer, p95", rounds_of(hovers), HOVER, "ms"),
        Row.plain("map, a step of pan or zoom, p95", rounds_of(moves), SWITCH, "ms"),
    ]
    two = rounds_of(partial(switches, two_maps=True))
    found.append(Row.plain("two maps, switch of node, p95", two, SWITCH, "ms"))
    found.append(Row.plain("two maps, pointer, p95", rounds_of(hovers), HOVER, "ms"))
    stage.close()
    return found
