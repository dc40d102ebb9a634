"""The picture of a scatter: every mark, line and text in its place, ready to be painted."""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QStaticText


class Face(Enum):
    """The fonts of texts: as the window's, bold for what is open, small for counts in marks."""

    USUAL = 1
    STRONG = 2
    SMALL = 3


class Text(NamedTuple):
    """A text at its top left, in a colour (``#rrggbb``)."""

    place: QPointF
    text: QStaticText
    colour: str
    face: Face = Face.USUAL


class Mark(NamedTuple):
    """A shape around a centre, filled with the colour of a continent."""

    path: QPainterPath
    centre: QPointF
    continent: int


class Stack(NamedTuple):
    """Several countries at one point: a ring in the shares of their continents, around a count.

    ``arcs`` are continents with start and length in sixteenths of a degree.
    """

    ring: QRectF
    arcs: tuple[tuple[int, int, int], ...]


class Ring(NamedTuple):
    """A circle in the colour of a pane."""

    area: QRectF
    colour: str


class Trail(NamedTuple):
    """The way from the point of the edition before, in the colour of a pane."""

    line: QLineF
    start: QRectF
    colour: str


@dataclass(slots=True)
class ScatterPicture:
    """Everything to paint, the lowest layer first."""

    frame: QRectF = field(default_factory=QRectF)
    grid: list[QLineF] = field(default_factory=list)
    middles: list[QLineF] = field(default_factory=list)
    trails: list[Trail] = field(default_factory=list)
    grounds: list[QRectF] = field(default_factory=list)
    leaders: list[QLineF] = field(default_factory=list)
    marks: list[Mark | Stack] = field(default_factory=list)
    rings: list[Ring] = field(default_factory=list)
    keys: list[Mark | Stack] = field(default_factory=list)
    key_rings: list[QRectF] = field(default_factory=list)
    key_lines: list[QLineF] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    up_title: Text | None = None
    message: str = ""
