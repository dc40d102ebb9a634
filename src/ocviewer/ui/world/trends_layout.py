"""Where the small charts of the trends stand: a grid that fits the width, and the parts of a cell.

Lengths are logical pixels.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ocviewer.ui.charts.scale import fraction

MARGIN = 10
GAP = 8
LEAST_WIDTH = 186
"""What a chart needs for its name, its numbers and three editions."""
LEAST_HEIGHT = 104
MOST_HEIGHT = 220
HEADING = 22
_MOST_COLUMNS = 8
_SHAPE = 1.5
"""How many times as wide as high a chart is read best."""
_LARGER = 1.25
"""How much higher the averages are than the indicators."""


class Grid(NamedTuple):
    """The places of all charts and of the headings above their groups, and the whole height."""

    cells: tuple[QRectF, ...]
    headings: tuple[QPointF, ...]
    height: float
    columns: int

    def at(self, point: QPointF) -> int:
        """The chart at a point; -1 where there is none."""
        return next((i for i, cell in enumerate(self.cells) if cell.contains(point)), -1)


def grid(size: QSizeF, groups: Sequence[int]) -> Grid:
    """Places groups of so many charts, the first one larger, in the width of ``size``.

    The charts get as high as lets all of them be seen; where the height has no room for that, as
    high as lets the first two groups be.
    """
    room = size.width() - 2 * MARGIN
    most = max(groups[0], int((room + GAP) // (LEAST_WIDTH + GAP)))
    choices = range(groups[0], min(most, _MOST_COLUMNS) + 1)
    columns = max(choices, key=lambda count: _ease(size, groups, count))
    height = _row_height(size, groups, columns)
    if height < LEAST_HEIGHT:
        columns = choices[-1]
        height = max(LEAST_HEIGHT, _row_height(size, groups[:2], columns))
    return _placed(room, groups, columns, min(height, MOST_HEIGHT))


def _ease(size: QSizeF, groups: Sequence[int], columns: int) -> float:
    """How large the charts of so many columns get, or how much height they lack."""
    height = _row_height(size, groups, columns)
    width = (size.width() - 2 * MARGIN + GAP) / columns - GAP
    return height - LEAST_HEIGHT if height < LEAST_HEIGHT else min(width / _SHAPE, height)


def _row_height(size: QSizeF, groups: Sequence[int], columns: int) -> float:
    rows = _LARGER + sum(ceil(count / columns) for count in groups[1:])
    gaps = GAP * (rows - _LARGER + 1 - len(groups[1:])) + HEADING * len(groups[1:])
    return (size.height() - MARGIN - gaps) / rows


def _placed(room: float, groups: Sequence[int], columns: int, height: float) -> Grid:
    cells: list[QRectF] = []
    headings: list[QPointF] = []
    top = float(MARGIN) / 2
    for number, count in enumerate(groups):
        across = count if number == 0 else columns
        tall = round(height * _LARGER) if number == 0 else round(height)
        if number:
            headings.append(QPointF(MARGIN, top))
            top += HEADING
        width = (room + GAP) / across - GAP
        for place in range(count):
            row, column = divmod(place, across)
            left = MARGIN + round(column * (width + GAP))
            cells.append(QRectF(left, top + row * (tall + GAP), round(width), tall))
        top += ceil(count / across) * (tall + GAP) - (GAP if number else 0)
    return Grid(tuple(cells), tuple(headings), top + MARGIN / 2, columns)


class Plot(NamedTuple):
    """The area of a chart's lines, its top the score 10 and its bottom the score 1."""

    area: QRectF
    editions: int

    def x(self, place: int) -> float:
        """Where an edition is."""
        if self.editions < 2:
            return self.area.center().x()
        return self.area.left() + place / (self.editions - 1) * self.area.width()

    def y(self, score: int) -> float:
        """Where a score is."""
        return self.area.bottom() - fraction(score) * self.area.height()

    def nearest(self, x: float) -> int:
        """The edition that is nearest to a place."""
        return min(range(self.editions), key=lambda place: abs(self.x(place) - x))


def spread(places: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Moves the middles of labels apart to at least ``height``, within top and bottom.

    They keep their order; the result is in the order of ``places``.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = [0.0] * len(places)
    edge = top - height / 2
    for index in order:
        edge = moved[index] = max(places[index], edge + height)
    edge = bottom + height / 2
    for index in reversed(order):
        edge = moved[index] = min(moved[index], edge - height)
    return moved
