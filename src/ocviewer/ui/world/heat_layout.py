"""Where the rows and columns of the heat table are. Lengths are logical pixels."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF

READABLE = 15.0
"""The height from which on a row has its name beside it."""
HIGHEST_ROW = 26.0
LOWEST_ROW = 1.6
GROUP_GAP = 8
"""Between the columns of two groups."""
TITLE = 20
"""The height of a band's title, where rows have names."""
_BAND_GAP = 1.0
_CONTINENT_GAP = 4.0


class Rows(NamedTuple):
    """The rows from top to bottom, in the coordinates of the table.

    ``tops`` are those of the rows, ``bands`` the spans of the bands (top and bottom), ``height``
    that of a row and ``whole`` that of the table.
    """

    tops: tuple[float, ...]
    bands: tuple[tuple[float, float], ...]
    height: float
    whole: float

    @property
    def named(self) -> bool:
        """Whether rows are high enough for their names."""
        return self.height >= READABLE

    def at(self, y: float) -> int:
        """The row at a height; -1 where there is none."""
        row = bisect_right(self.tops, y) - 1
        return row if row >= 0 and y < self.tops[row] + self.height else -1

    def near(self, y: float) -> int:
        """The row at or next above a height, and the first one above all."""
        return max(bisect_right(self.tops, y) - 1, 0)


def rows(counts: Sequence[int], continents: Sequence[str], height: float) -> Rows:
    """Places bands of so many rows each; a continent's first band stands off a little more."""
    named = height >= READABLE
    tops: list[float] = []
    bands: list[tuple[float, float]] = []
    y = 0.0
    for number, count in enumerate(counts):
        if named and continents[number]:
            y += TITLE
        elif number:
            new = continents[number] != continents[number - 1]
            y += _CONTINENT_GAP if new else _BAND_GAP
        tops += [y + place * height for place in range(count)]
        bands.append((y, y + count * height))
        y += count * height
    return Rows(tuple(tops), tuple(bands), height, y)


def fitting_height(counts: Sequence[int], continents: Sequence[str], room: float) -> float:
    """The height at which all rows are seen at once, as far as a row may be so low."""
    gaps = rows(counts, continents, 0).whole
    return min(max((room - gaps) / max(sum(counts), 1), LOWEST_ROW), HIGHEST_ROW)


class Columns(NamedTuple):
    """The columns from left to right, in the coordinates of the table."""

    lefts: tuple[float, ...]
    groups: tuple[tuple[float, float], ...]
    width: float
    whole: float

    def at(self, x: float) -> int:
        """The column at a place; -1 where there is none."""
        column = bisect_right(self.lefts, x) - 1
        return column if column >= 0 and x < self.lefts[column] + self.width else -1

    def near(self, x: float) -> int:
        """The column at or next to the left of a place, and the first one left of all."""
        return max(bisect_right(self.lefts, x) - 1, 0)


def columns(counts: Sequence[int], room: float) -> Columns:
    """Places groups of so many columns in a width."""
    width = max((room - GROUP_GAP * (len(counts) - 1)) / max(sum(counts), 1), 4)
    lefts: list[float] = []
    groups: list[tuple[float, float]] = []
    x = 0.0
    for count in counts:
        lefts += [x + place * width for place in range(count)]
        groups.append((x, x + count * width))
        x += count * width + GROUP_GAP
    return Columns(tuple(lefts), tuple(groups), width, x - GROUP_GAP)


class HeatGeometry(NamedTuple):
    """The table in its widget: ``table`` is its area, ``offset`` how far it is scrolled.

    ``slant`` is by how many degrees the headings of the columns rise.
    """

    size: QSizeF
    slant: float
    table: QRectF
    rows: Rows
    columns: Columns
    offset: float

    def row_at(self, y: float) -> int:
        """The row at a height of the widget; -1 where there is none."""
        inside = self.table.top() <= y < self.table.bottom()
        return self.rows.at(y - self.table.top() + self.offset) if inside else -1

    def column_at(self, x: float) -> int:
        """The column at a place of the widget; -1 where there is none."""
        return self.columns.at(x - self.table.left())

    def row_top(self, row: int) -> float:
        """Where a row begins in the widget, be it in sight or not."""
        return self.table.top() + self.rows.tops[row] - self.offset

    def column_left(self, column: int) -> float:
        """Where a column begins in the widget."""
        return self.table.left() + self.columns.lefts[column]

    def visible_rows(self) -> range:
        """The rows of which something is in sight."""
        tops = self.rows.tops
        if not tops:
            return range(0)
        last = self.rows.near(self.offset + self.table.height())
        first = self.rows.near(self.offset)
        return range(first, last + 1)
