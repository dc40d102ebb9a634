"""Draws up the picture of a scatter from its part and the field."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF

from ocviewer.presenter.world.scatter_part import Label, Point, Scatter
from ocviewer.ui.charts.label_placement import Box, Wanted, place
from ocviewer.ui.charts.scatter_frame import add_axes, add_key, captions
from ocviewer.ui.charts.scatter_layout import Entry, Field
from ocviewer.ui.charts.scatter_marks import ANOTHER_RING, RING, around, shape, stack
from ocviewer.ui.charts.scatter_picture import Face, Mark, Ring, ScatterPicture, Stack, Trail
from ocviewer.ui.charts.scatter_type import Typesetter

_LEADER_FROM = 12.0
"""A label farther than this from its mark is tied to it by a line."""


def sketch(
    part: Scatter, entries: tuple[Entry, ...], field: Field, setter: Typesetter
) -> ScatterPicture:
    """What to paint of a part in a field, below the entries of the legend."""
    return _Sketch(part, field, setter).picture(entries)


class _Sketch:
    """One picture in the making."""

    def __init__(self, part: Scatter, field: Field, setter: Typesetter) -> None:
        self._part = part
        self._field = field
        self._setter = setter
        self._centres = [QPointF(field.x(point.x), field.y(point.y)) for point in part.points]
        self._radii = [field.radius(point, sized=part.sized) for point in part.points]
        self._drawn = ScatterPicture(frame=field.frame, message=part.missing)

    def picture(self, entries: tuple[Entry, ...]) -> ScatterPicture:
        """The whole."""
        drawn, part = self._drawn, self._part
        add_axes(drawn, part, self._field, self._setter)
        drawn.texts.extend(captions(part, self._field, self._setter))
        for entry in entries:
            add_key(drawn, entry, part, self._setter)
        self._add_marks()
        self._add_opened()
        self._add_labels()
        return drawn

    def _add_marks(self) -> None:
        drawn, part, radii = self._drawn, self._part, self._radii
        opened = {mark.point for mark in part.opened}
        # large marks below small ones, and the open countries above all
        for index in sorted(range(len(radii)), key=lambda i: (i in opened, -radii[i])):
            point = part.points[index]
            centre = self._centres[index]
            drawn.marks.append(_mark(point, centre, radii[index]))
            if len(point.dots) > 1:
                drawn.texts.append(self._setter.count(str(len(point.dots)), centre))

    def _add_opened(self) -> None:
        """Rings around the open countries, and where they come from."""
        drawn, part = self._drawn, self._part
        for number, mark in enumerate(part.opened):
            centre = self._centres[mark.point]
            colour = self._setter.theme.panes[mark.colour]
            inner = sum(other.point == mark.point for other in part.opened[:number])
            reach = self._radii[mark.point] + RING + ANOTHER_RING * inner
            drawn.rings.append(Ring(around(centre, reach), colour))
            if mark.before is None:
                continue
            x, y = mark.before
            start = QPointF(self._field.x(x), self._field.y(y))
            if QLineF(start, centre).length() > reach:
                drawn.trails.append(Trail(QLineF(start, centre), around(start, RING), colour))

    def _add_labels(self) -> None:
        drawn, part = self._drawn, self._part
        reaches = list(self._radii)
        for ring, mark in zip(drawn.rings, part.opened, strict=True):
            reaches[mark.point] = ring.area.width() / 2 + 1
        boxes = [_box(centre, reach) for centre, reach in zip(self._centres, reaches, strict=True)]
        boxes += [_box(trail.line.p1(), RING) for trail in drawn.trails]
        wanted = []
        for label in part.labels:
            centre, letters = (
                self._centres[label.point],
                self._setter.fonts[_face(label)],
            )
            size = (letters.width(label.text) + 2, letters.height - 2)
            must = label.colour is not None
            wanted.append(Wanted(centre.x(), centre.y(), reaches[label.point], *size, must))
        places = place(wanted, boxes, self._field.box)
        for label, wish, box in zip(part.labels, wanted, places, strict=True):
            if box is not None:
                self._add_label(label, wish, box)

    def _add_label(self, label: Label, wish: Wanted, box: Box) -> None:
        theme, middle = self._setter.theme, (box.top + box.bottom) / 2
        colour = theme.muted if label.colour is None else theme.panes[label.colour]
        text = self._setter.say(box.left + 1, middle, label.text, colour, _face(label))
        self._drawn.texts.append(text)
        area = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
        self._drawn.grounds.append(area)
        self._drawn.leaders.extend(_leader(wish, box))


def _mark(point: Point, centre: QPointF, radius: float) -> Mark | Stack:
    continents = [dot.continent for dot in point.dots]
    if len(continents) == 1:
        return shape(continents[0], centre, radius)
    return stack(continents, centre, radius)


def _face(label: Label) -> Face:
    return Face.USUAL if label.colour is None else Face.STRONG


def _box(centre: QPointF, reach: float) -> Box:
    return Box(centre.x() - reach, centre.y() - reach, centre.x() + reach, centre.y() + reach)


def _leader(wish: Wanted, box: Box) -> Iterator[QLineF]:
    """A line from the mark's edge to the nearest edge of a label that stands off."""
    x = min(max(wish.x, box.left), box.right)
    y = min(max(wish.y, box.top), box.bottom)
    line = QLineF(wish.x, wish.y, x, y)
    if line.length() > wish.reach + _LEADER_FROM:
        yield QLineF(line.pointAt(wish.reach / line.length()), line.p2())
