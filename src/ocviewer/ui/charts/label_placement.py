"""Where names stand beside the points of a chart, so that none lies on another.

Greedy, in the order in which the labels are wanted: each takes the first free place around its
point, nearest first. A label that must stand finds the place where it covers least. Positions are
logical pixels, y downward.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 3.0
"""Between the edge of a mark and its label."""
_RINGS = (0.0, 10.0, 22.0, 38.0)
"""How far out a label that must stand may go; the others stay next to their mark."""
_CELL = 48.0
_COVERS_LABEL = 50.0
"""How much worse it is to cover another label than a mark."""


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float


class Wanted(NamedTuple):
    """A label that is wanted at a point: the mark's reach, the label's size, whether it must be."""

    x: float
    y: float
    reach: float
    width: float
    height: float
    must: bool = False


def place(labels: Sequence[Wanted], marks: Sequence[Box], field: Box) -> list[Box | None]:
    """The box of each label within ``field``; ``None`` where a label found no place.

    ``marks`` are the boxes of all marks, those of the labelled points among them.
    """
    taken_marks, taken_labels = _Boxes(), _Boxes()
    for mark in marks:
        taken_marks.add(mark)
    placed: list[Box | None] = []
    for label in labels:
        box = _place_one(label, taken_marks, taken_labels, field)
        if box is not None:
            taken_labels.add(box)
        placed.append(box)
    return placed


def _place_one(label: Wanted, marks: "_Boxes", labels: "_Boxes", field: Box) -> Box | None:
    best, least = None, float("inf")
    for box in _candidates(label):
        if not _inside(box, field):
            continue
        cost = marks.covered(box) + _COVERS_LABEL * labels.covered(box)
        if cost == 0:
            return box
        if cost < least:
            best, least = box, cost
    if not label.must:
        return None
    return best or _pushed_inside(next(_candidates(label)), field)


def _candidates(label: Wanted) -> Iterator[Box]:
    """Places around the mark: at its right and left, above and below, then aslant."""
    width, height = label.width, label.height
    for ring in _RINGS if label.must else _RINGS[:1]:
        out = label.reach + GAP + ring
        near = 0.7 * out
        for left, top in (
            (out, -height / 2),
            (-out - width, -height / 2),
            (-width / 2, -out - height),
            (-width / 2, out),
            (near, -near - height),
            (-near - width, -near - height),
            (near, near),
            (-near - width, near),
        ):
            x, y = label.x + left, label.y + top
            yield Box(x, y, x + width, y + height)


def _inside(box: Box, field: Box) -> bool:
    return (
        box.left >= field.left
        and box.top >= field.top
        and box.right <= field.right
        and box.bottom <= field.bottom
    )


def _pushed_inside(box: Box, field: Box) -> Box:
    across = max(field.left - box.left, 0.0) + min(field.right - box.right, 0.0)
    down = max(field.top - box.top, 0.0) + min(field.bottom - box.bottom, 0.0)
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


class _Boxes:
    """Boxes, found by the squares of a grid that they touch."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Takes a box in."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def covered(self, box: Box) -> float:
        """The area of all the boxes that this one covers."""
        left, top, right, bottom = box
        touched = {
            other
            for cell in _cells(box)
            for other in self._cells.get(cell, ())
            if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top
        }
        return sum(_common(box, other) for other in touched)


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(edge // _CELL) for edge in box)
    return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]


def _common(one: Box, other: Box) -> float:
    """The area that two boxes share, which do lie on each other."""
    width = min(one.right, other.right) - max(one.left, other.left)
    return width * (min(one.bottom, other.bottom) - max(one.top, other.top))
