"""The geometry of the pyramid: three scores as two solids on one scale.

All measures are logical pixels, y grows downwards. A point of the scale is ``unit`` pixels in
height and in width alike, and the scale starts at 1: the base is ``markets − 1`` points wide, the
apex ``actors − 1`` points above the ground, the panel ``resilience − 1`` points high. The solids
are an oblique parallel projection in which these three lengths are seen undistorted.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ocviewer.presenter.page import PyramidFigures
from ocviewer.ui.charts.scale import POINTS, points

BASE_DROP = 0.1
"""How far the base's front corner is below the ground line, per width of the base."""
FRONT_SHIFT = 0.13
"""How far the front corner is right of the middle, per width of the base."""
PANEL_GAP = 0.9
PANEL_WIDTH = 1.7
PANEL_DEPTH = (0.6, -0.32)
"""All of the panel in points of the scale: where it starts, its front, its receding edge."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the text takes: heights and widths that the solids have to leave free.

    ``guide`` is between the axis and the middle of the base, ``title`` between the axis and the
    panel, ``panel`` begins where the panel does.
    """

    axis: float
    above: float
    below: float
    guide: float
    title: float
    panel: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the scale is: pixels a point, the ground, the height axis, the base's middle."""

    unit: float
    ground: float
    axis: float
    middle: float
    panel: float
    right: float

    def y(self, score: int) -> float:
        """The height of a score."""
        return self.ground - self.unit * points(score)

    @property
    def lowest(self) -> float:
        """The lowest that the widest base reaches."""
        return self.ground + BASE_DROP * POINTS * self.unit


def unit_for(width: float, height: float, room: Room) -> float:
    """The largest pixels-a-point with which solids and text fit into this area.

    From left to right there are the axis; the widest of half of the base's region, the text on
    the guide and the title, which may go on to the panel; the other half; the gap; the wider of
    the panel and its text. Each of the three is a width of text and a number of points.
    """
    half = POINTS / 2
    left = ((0.0, half), (room.guide, 0.0), (room.title, -half))
    right = ((0.0, PANEL_WIDTH + PANEL_DEPTH[0]), (room.panel, 0.0))
    across = min(
        (width - room.axis - text - other) / (points + half + PANEL_GAP + others)
        for text, points in left
        for other, others in right
    )
    up = (height - room.above - room.below) / (POINTS * (1 + BASE_DROP) - PANEL_DEPTH[1])
    return max(0.0, min(across, up))


def frame(area: QRectF, room: Room) -> Frame:
    """Puts the scale into the middle of an area."""
    unit = unit_for(area.width(), area.height(), room)
    half = POINTS / 2 * unit
    before_middle = max(half, room.guide, room.title - half)
    panel = max((PANEL_WIDTH + PANEL_DEPTH[0]) * unit, room.panel)
    total = room.axis + before_middle + half + PANEL_GAP * unit + panel
    axis = area.left() + (area.width() - total) / 2 + room.axis
    used = room.above + room.below + unit * (POINTS * (1 + BASE_DROP) - PANEL_DEPTH[1])
    top = area.top() + (area.height() - used) / 2 + room.above - PANEL_DEPTH[1] * unit
    middle = axis + before_middle
    return Frame(
        unit=unit,
        ground=top + POINTS * unit,
        axis=axis,
        middle=middle,
        panel=middle + half + PANEL_GAP * unit,
        right=middle + half + PANEL_GAP * unit + panel,
    )


@dataclass(frozen=True, slots=True)
class Solids:
    """The corners that are seen: of the pyramid, and of the panel's front with its depth."""

    left: QPointF
    right: QPointF
    front: QPointF
    apex: QPointF
    panel: QRectF
    depth: QPointF


def solids(figures: PyramidFigures, scale: Frame) -> Solids:
    """The solids of three scores."""
    width = points(figures.markets) * scale.unit
    top = scale.y(figures.resilience)
    return Solids(
        left=QPointF(scale.middle - width / 2, scale.ground),
        right=QPointF(scale.middle + width / 2, scale.ground),
        front=QPointF(scale.middle + FRONT_SHIFT * width, scale.ground + BASE_DROP * width),
        apex=QPointF(scale.middle, scale.y(figures.actors)),
        panel=QRectF(scale.panel, top, PANEL_WIDTH * scale.unit, scale.ground - top),
        depth=QPointF(PANEL_DEPTH[0] * scale.unit, PANEL_DEPTH[1] * scale.unit),
    )


def flank(figures: PyramidFigures, scale: Frame, y: float) -> float:
    """Where the left flank of the pyramid is at a height below its apex."""
    drawn = solids(figures, scale)
    height = drawn.left.y() - drawn.apex.y()
    down = (y - drawn.apex.y()) / height if height else 1.0
    return drawn.apex.x() - (drawn.apex.x() - drawn.left.x()) * min(1.0, down)
