"""What is at a pixel of the map, where the keys lead, and what pan and zoom do."""

from itertools import combinations
from math import hypot

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.map import world_map
from ocviewer.ui.world.map_dots import REACH, spread
from ocviewer.ui.world.map_drawing import MapDrawing
from ocviewer.ui.world.map_frame import MOST, MapFrame
from ocviewer.ui.world.map_outline import quick_outline
from ocviewer.ui.world.map_shapes import shapes
from ocviewer.ui.world.map_steps import Way, step

ROOMS = pytest.mark.parametrize("room", [QSizeF(1040, 555), QSizeF(390, 460), QSizeF(1684, 900)])


@pytest.fixture
def drawing(qapp: QApplication, library: Library, words: Words) -> MapDrawing:
    made = MapDrawing(shapes())
    state = ViewState((PaneState("PER", 2025),), view=View.MAP)
    made.set_side(world_map(state, library, words).sides[0])
    return made


def pixels(drawing: MapDrawing, key: str) -> int:
    """How many pixels around its mark hit a country, of which every fourth is tried."""
    around = range(-6, 7, 2)
    place = drawing.place(key)
    return 4 * sum(drawing.key_at(place + QPointF(dx, dy)) == key for dx in around for dy in around)


@pytest.mark.parametrize("room", [QSizeF(1040, 555), QSizeF(1684, 900)])
def test_every_country_can_be_hit_and_tiny_ones_with_room_to_spare(
    drawing: MapDrawing, room: QSizeF
) -> None:
    drawing.arrange(MapFrame(shapes().bounds).transform(room))
    assert {"798", "520", "492"} <= set(drawing.dots)  # Tuvalu, Nauru, Monaco
    for key in drawing.countries:
        assert QRectF(QPointF(), room).contains(drawing.place(key))
        assert pixels(drawing, key) >= (50 if key in drawing.dots else 8), key


def test_every_country_of_a_narrow_map_can_be_hit_when_it_comes_nearer(
    drawing: MapDrawing,
) -> None:
    room = QSizeF(390, 460)
    for key in drawing.countries:
        frame = MapFrame(shapes().bounds)
        frame.centre_on(shapes().areas[key].at, 4, room)
        drawing.arrange(frame.transform(room))
        assert QRectF(QPointF(), room).contains(drawing.place(key))
        assert pixels(drawing, key) >= 8, key


@ROOMS
def test_dots_do_not_cover_each_other(drawing: MapDrawing, room: QSizeF) -> None:
    drawing.arrange(MapFrame(shapes().bounds).transform(room))
    for (x0, y0), (x1, y1) in combinations(drawing.dots.values(), 2):
        assert hypot(x1 - x0, y1 - y0) >= 2 * 2.8


def test_a_lonely_dot_is_hit_from_eight_pixels_across_and_not_from_afar(
    drawing: MapDrawing,
) -> None:
    drawing.arrange(MapFrame(shapes().bounds).transform(QSizeF(1040, 555)))
    maldives = drawing.place("462")
    assert drawing.key_at(maldives + QPointF(REACH - 0.5, 0)) == "462"
    assert drawing.key_at(maldives - QPointF(0, REACH - 0.5)) == "462"
    assert drawing.key_at(maldives + QPointF(REACH + 1, 0)) != "462"


def test_dots_in_one_place_come_apart() -> None:
    places = spread({"a": (0.0, 0.0), "b": (0.0, 0.0), "c": (50.0, 0.0)}, 9)
    (ax, ay), (bx, by) = places["a"], places["b"]
    assert hypot(ax - bx, ay - by) >= 8.9
    assert places["c"] == (50, 0)


def test_dots_go_when_their_country_is_large_enough(drawing: MapDrawing) -> None:
    frame, room = MapFrame(shapes().bounds), QSizeF(1040, 555)
    drawing.arrange(frame.transform(room))
    before = set(drawing.dots)
    assert "442" in before
    frame.centre_on(shapes().areas["442"].at, 8, room)
    drawing.arrange(frame.transform(room))
    assert "442" not in drawing.dots
    assert set(drawing.dots) < before
    assert drawing.key_at(drawing.place("442")) == "442"


def test_a_hole_belongs_to_the_country_in_it(drawing: MapDrawing) -> None:
    drawing.arrange(MapFrame(shapes().bounds).transform(QSizeF(1684, 900)))
    lesotho, south_africa = shapes().areas["426"], shapes().areas["710"]
    assert lesotho.path.contains(lesotho.at)
    assert not south_africa.path.contains(lesotho.at)
    assert drawing.key_at(drawing.place("426")) == "426"


def test_the_sea_is_nothing_and_greenland_has_its_name(drawing: MapDrawing) -> None:
    drawing.arrange(MapFrame(shapes().bounds).transform(QSizeF(1040, 555)))
    assert drawing.key_at(drawing.place("Greenland")) == "Greenland"
    assert drawing.key_at(QPointF(3, 3)) == ""


def test_the_arrow_keys_reach_every_country() -> None:
    places = {k: (a.at.x(), a.at.y()) for k, a in shapes().areas.items() if a.scored}
    for start in ("604", "798"):
        seen, todo = {start}, [start]
        while todo:
            here = todo.pop()
            for way in Way:
                there = step(places, here, way)
                if there not in seen:
                    seen.add(there)
                    todo.append(there)
        assert seen == set(places)


def test_an_arrow_key_goes_to_the_nearest_in_its_direction() -> None:
    places = {"here": (0.0, 0.0), "east": (10.0, 1.0), "far": (30.0, 0.0), "south": (1.0, 8.0)}
    assert step(places, "here", Way.RIGHT) == "east"
    assert step(places, "here", Way.DOWN) == "south"
    assert step(places, "here", Way.LEFT) == "here"
    assert step(places, "east", Way.RIGHT) == "far"


def test_the_whole_world_is_in_sight_at_first() -> None:
    world = QRectF(-1000, -500, 2000, 1000)
    for room in (QSizeF(800, 300), QSizeF(300, 800)):
        seen = MapFrame(world).transform(room).mapRect(world)
        assert QRectF(QPointF(), room).contains(seen)
        assert seen.center().x() == pytest.approx(room.width() / 2)


def test_zooming_keeps_what_is_under_the_pointer_and_ends_somewhere() -> None:
    frame, room = MapFrame(QRectF(-1000, -500, 2000, 1000)), QSizeF(800, 400)
    at = QPointF(300, 180)
    frame.zoom_by(3, QPointF(400, 200), room)
    under = frame.transform(room).inverted()[0].map(at)
    frame.zoom_by(1.5, at, room)
    still = frame.transform(room).map(under)
    assert (still - QPointF(300, 180)).manhattanLength() < 1e-6
    frame.zoom_by(1e9, at, room)
    assert frame.zoom == MOST
    frame.zoom_by(1e-9, at, room)
    assert frame.zoom == 1


def test_panning_follows_the_pointer_and_stops_at_the_worlds_end() -> None:
    world, room = QRectF(-1000, -500, 2000, 1000), QSizeF(800, 400)
    frame = MapFrame(world)
    frame.pan(QPointF(50, 0), room)  # all of it is in sight: there is nowhere to go
    assert frame.transform(room).map(QPointF(0, 0)) == QPointF(400, 200)
    frame.zoom_by(4, QPointF(400, 200), room)
    frame.pan(QPointF(50, -20), room)
    moved = frame.transform(room).map(QPointF(0, 0))
    assert (moved - QPointF(450, 180)).manhattanLength() < 1e-6
    frame.pan(QPointF(1e6, 1e6), room)
    assert frame.transform(room).mapRect(world).left() == pytest.approx(6)
    frame.reset()
    assert frame.transform(room).map(QPointF(0, 0)) == QPointF(400, 200)


def test_an_outline_below_a_wide_pen_keeps_its_form_and_few_points(drawing: MapDrawing) -> None:
    drawing.arrange(MapFrame(shapes().bounds).transform(QSizeF(1040, 555)))
    for key in ("124", "643"):  # Canada, Russia
        whole = drawing.outline(key)
        quick = quick_outline(whole)
        assert quick.elementCount() < whole.elementCount() / 2
        before, after = whole.boundingRect(), quick.boundingRect()
        assert before.adjusted(-1, -1, 1, 1).contains(after)
        assert after.adjusted(-3, -3, 3, 3).contains(before)
        assert quick.contains(drawing.place(key))
    peru = drawing.outline("604")
    assert quick_outline(peru) == peru
