"""Where everything of the scatter stands: the field with its scales, and the legend above it.

All measures are logical pixels. The field fills what legend, captions and axes leave of the view.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ocviewer.domain.score import Hundredths
from ocviewer.presenter.world.scatter_part import Point, Scatter
from ocviewer.ui.charts.label_placement import Box
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.scale import fraction

MARGIN = 8.0
INSET = 14.0
"""Between the field's edge and the ends of its scales, so that no mark at 1 or 10 is cut."""
SPACE = 4.0
"""Between lines of text around the field."""
RADIUS = 5.0
"""Of a mark that stands for one country."""
SMALLEST_RADIUS = 3.5
SHARED_RADIUS = 10.0
"""Of a mark that holds a count."""
LARGEST_RADIUS = 34.0
REACH = 4.0
"""How far beside a mark a pointer still hits it."""
KEY_GAP = 5.0
ENTRY_GAP = 16.0


class KeyKind(Enum):
    """What an entry of the legend explains."""

    CONTINENT = 1
    SHARED = 2
    TRAIL = 3
    SIZE = 4
    TEXT = 5


class Entry(NamedTuple):
    """An entry of the legend: its key around ``centre``, as wide as twice the reach, its text."""

    kind: KeyKind
    number: int
    centre: QPointF
    reach: float
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """The frame of the field and its two scales from 1 to 10."""

    frame: QRectF

    def x(self, score: Hundredths) -> float:
        """Where a score stands across."""
        return self.frame.left() + INSET + fraction(score) * (self.frame.width() - 2 * INSET)

    def y(self, score: Hundredths) -> float:
        """Where a score stands up."""
        return self.frame.bottom() - INSET - fraction(score) * (self.frame.height() - 2 * INSET)

    @property
    def step(self) -> float:
        """How many pixels a point of the scale is high."""
        return (self.frame.height() - 2 * INSET) / 9

    @property
    def largest(self) -> float:
        """The radius of the largest population."""
        return max(SHARED_RADIUS, min(LARGEST_RADIUS, self.frame.height() / 14))

    def radius(self, point: Point, *, sized: bool) -> float:
        """The radius of a mark; by population its area tells how many people."""
        least = SHARED_RADIUS if len(point.dots) > 1 else RADIUS
        if not sized:
            return least
        if len(point.dots) == 1:
            least = SMALLEST_RADIUS
        return max(least, self.largest * sqrt(point.size))

    @property
    def box(self) -> Box:
        """The frame, for the placing of labels."""
        frame = self.frame
        return Box(frame.left() + 2, frame.top() + 2, frame.right() - 2, frame.bottom() - 2)


def field(size: QSizeF, letters: Lettering, legend_rows: int) -> Field:
    """The field of a view of this size, below so many rows of legend."""
    line = letters.height + SPACE
    left = MARGIN + line + letters.width("10") + 2 * SPACE
    top = MARGIN + (legend_rows + 1) * line + SPACE
    bottom = size.height() - MARGIN - 3 * line
    right = size.width() - 2 * MARGIN
    return Field(QRectF(left, top, max(right - left, 40), max(bottom - top, 40)))


def arranged(part: Scatter, size: QSizeF, letters: Lettering) -> tuple[Field, tuple[Entry, ...]]:
    """The field and the legend of a view of this size.

    The legend shows areas as large as in the field, whose height hangs on the legend's rows: these
    are counted with the largest areas first, which take no fewer.
    """
    _, rows = _legend(part, size, letters, LARGEST_RADIUS)
    room = field(size, letters, rows)
    entries, _ = _legend(part, size, letters, room.largest)
    return room, entries


def _legend(
    part: Scatter, size: QSizeF, letters: Lettering, largest: float
) -> tuple[tuple[Entry, ...], int]:
    """The entries of the legend, wrapped to the width, and how many rows they take."""
    left, right = MARGIN, size.width() - MARGIN
    line = letters.height + SPACE
    x, row = left, 0
    entries = []
    for kind, number, reach, text in _wanted(part, largest):
        width = 2 * reach + (KEY_GAP if text else 0) + letters.width(text)
        if x > left and x + width > right:
            x, row = left, row + 1
        centre = QPointF(x + reach, MARGIN + row * line + line / 2)
        entries.append(Entry(kind, number, centre, reach, text))
        x += width + ENTRY_GAP
    return tuple(entries), row + 1


def _wanted(part: Scatter, largest: float) -> Iterator[tuple[KeyKind, int, float, str]]:
    """Kind, number, reach of the key and text of each entry."""
    for continent in part.continents:
        yield KeyKind.CONTINENT, continent.number, RADIUS + 1, continent.text
    if part.shared_text:
        yield KeyKind.SHARED, 0, SHARED_RADIUS, part.shared_text
    if part.trail_text:
        yield KeyKind.TRAIL, 0, 12.0, part.trail_text
    if part.sizes:
        yield KeyKind.TEXT, 0, 0.0, part.sizes_text
    for number, key in enumerate(part.sizes):
        yield KeyKind.SIZE, number, max(SMALLEST_RADIUS, largest * sqrt(key.size)), key.text
