"""The text of the pyramid: how much of it fits, and where it stands without touching other text.

Numbers stand at the parts: the actors on a guide from the apex to the height axis, the markets
under the base, resilience on the panel. Names stand with their numbers, but that of the actors is
the title of the height axis: on the guide it would stand across the axis's marks and grid at about
half of all scores. In little room only the numbers stay; the spoken text has the names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ocviewer.domain.score import score_text
from ocviewer.presenter.page import Pyramid, PyramidFigures
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.pyramid_layout import Frame, Room, flank, frame, unit_for
from ocviewer.ui.charts.scale import MARKS

PADDING = 4.0
TICK = 4.0
BRACKET = 7.0
"""The room of the width's measure under the base."""
SPACE = 5.0
APART = 14.0
"""The least between the ghost's label and another on its line."""
WORTH = 0.8
"""Names are shown where the solids keep this share of the size they have without them."""


class Ink(IntEnum):
    """The colours of text."""

    NAME = 0
    MUTED = 1
    CRIMINALITY = 2
    RESILIENCE = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A text in its place; ``strong`` ones are the figures."""

    text: str
    rect: QRectF
    ink: Ink
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fonts:
    """The type of names and marks, and that of the figures."""

    plain: Lettering
    strong: Lettering


class Names(IntEnum):
    """How the name of the panel stands with its number; with ``NONE`` there is no title either."""

    BESIDE = 0
    ABOVE = 1
    NONE = 2


def _room(pyramid: Pyramid, fonts: Fonts, names: Names) -> Room:
    name = fonts.plain.width(pyramid.resilience_label)
    number = fonts.strong.width(pyramid.resilience_text)
    widths = {Names.BESIDE: name + SPACE + number, Names.ABOVE: max(name, number)}
    lines = fonts.strong.height + (fonts.plain.height if names is Names.ABOVE else 0)
    title = 0 if names is Names.NONE else 1.5 * fonts.plain.height
    return Room(
        axis=fonts.plain.width(_mark(MARKS[-1])) + TICK + SPACE,
        above=max(lines + 2, title),
        below=BRACKET + fonts.strong.height,
        # a line lower the flank of a steep pyramid is half a line further left
        guide=fonts.strong.width(pyramid.actors_text) + 2 * SPACE + fonts.strong.height / 2,
        title=0 if names is Names.NONE else fonts.plain.width(pyramid.actors_label),
        panel=widths.get(names, number),
    )


def _mark(score: int) -> str:
    return score_text(score).partition(".")[0]


def arrange(size: QSizeF, pyramid: Pyramid, fonts: Fonts) -> tuple[Frame, Names]:
    """The scale in a chart of this size, and how much text goes with it."""
    area = QRectF(
        PADDING, PADDING, max(0.0, size.width() - 2 * PADDING), max(0, size.height() - 2 * PADDING)
    )
    rooms = {names: _room(pyramid, fonts, names) for names in Names}
    units = {names: unit_for(area.width(), area.height(), room) for names, room in rooms.items()}
    enough = WORTH * units[Names.NONE]
    names = next(names for names in Names if units[names] >= enough)
    return frame(area, rooms[names]), names


def labels(
    pyramid: Pyramid, figures: PyramidFigures, scale: Frame, names: Names, fonts: Fonts
) -> list[Label]:
    """All labels of a pyramid with scores, except the ghost's."""
    return [*_marks(scale, fonts), *_figures(pyramid, figures, scale, names, fonts)]


def _marks(scale: Frame, fonts: Fonts) -> Iterator[Label]:
    letters = fonts.plain
    for score in MARKS:
        text = _mark(score)
        left = scale.axis - TICK - SPACE / 2 - letters.width(text)
        rect = QRectF(left, letters.top(scale.y(score)), letters.width(text), letters.height)
        yield Label(text, rect, Ink.MUTED)


def _figures(
    pyramid: Pyramid, figures: PyramidFigures, scale: Frame, names: Names, fonts: Fonts
) -> Iterator[Label]:
    if names is not Names.NONE:
        yield _title(pyramid.actors_label, scale, fonts)
    yield _height(pyramid.actors_text, figures, scale, fonts)
    highest = max(figures.resilience, pyramid.before.resilience if pyramid.before else 0)
    panel = QPointF(scale.panel, scale.y(highest) - 0.32 * scale.unit - 1)
    yield from _pair(
        pyramid.resilience_label, pyramid.resilience_text, Ink.RESILIENCE, panel, names, fonts
    )
    yield from _base(pyramid, scale, fonts)


def _title(name: str, scale: Frame, fonts: Fonts) -> Label:
    """The name of the height axis, above its highest mark."""
    letters = fonts.plain
    top = letters.top(scale.y(MARKS[-1])) - letters.height
    return Label(name, QRectF(scale.axis, top, letters.width(name), letters.height), Ink.NAME)


def _height(number: str, figures: PyramidFigures, scale: Frame, fonts: Fonts) -> Label:
    """The actors on their guide, or under it where a mark of the axis or the title is above it."""
    height = fonts.strong.height
    guide = scale.y(figures.actors)
    rect = QRectF(scale.axis + SPACE, guide - 1 - height, fonts.strong.width(number), height)
    beside_mark = any(abs(rect.center().y() - scale.y(mark)) < height / 2 for mark in MARKS)
    if beside_mark or rect.top() < scale.y(MARKS[-1]):
        under = rect.translated(0, height + 2)
        if under.right() < flank(figures, scale, under.bottom()):
            rect = under
    return Label(number, rect, Ink.CRIMINALITY, strong=True)


def _pair(
    name: str, number: str, ink: Ink, bottom_left: QPointF, names: Names, fonts: Fonts
) -> Iterator[Label]:
    x, y = bottom_left.x(), bottom_left.y() - fonts.strong.height
    if names is Names.BESIDE:
        yield _beside(name, x, y, fonts)
        x += fonts.plain.width(name) + SPACE
    elif names is Names.ABOVE:
        above = QRectF(x, y - fonts.plain.height, fonts.plain.width(name), fonts.plain.height)
        yield Label(name, above, Ink.NAME)
    rect = QRectF(x, y, fonts.strong.width(number), fonts.strong.height)
    yield Label(number, rect, ink, strong=True)


def _beside(name: str, x: float, y: float, fonts: Fonts) -> Label:
    """A name on the same baseline as the figure at ``y``."""
    down = fonts.strong.ascent - fonts.plain.ascent
    return Label(name, QRectF(x, y + down, fonts.plain.width(name), fonts.plain.height), Ink.NAME)


def _base(pyramid: Pyramid, scale: Frame, fonts: Fonts) -> Iterator[Label]:
    """The markets under the middle of the base, by name where the line is wide enough."""
    y = scale.lowest + BRACKET
    number = fonts.strong.width(pyramid.markets_text)
    whole = fonts.plain.width(pyramid.markets_label) + SPACE + number
    left = scale.middle - whole / 2
    if left >= PADDING and left + whole <= scale.right:
        yield _beside(pyramid.markets_label, left, y, fonts)
        left += whole - number
    else:
        left = scale.middle - number / 2
    rect = QRectF(left, y, number, fonts.strong.height)
    yield Label(pyramid.markets_text, rect, Ink.CRIMINALITY, strong=True)


def ghost_label(
    pyramid: Pyramid, size: QSizeF, others: list[Label], keep_clear: QRectF, fonts: Fonts
) -> Label | None:
    """Where the previous edition's line is named: in a corner that is free, or nowhere."""
    if pyramid.before is None or not pyramid.ghost_label:
        return None
    width, height = fonts.plain.width(pyramid.ghost_label), fonts.plain.height
    taken = [label.rect.adjusted(-APART, 0, APART, 0) for label in others]
    taken.append(keep_clear)
    for y in (size.height() - PADDING - height, PADDING):
        for x in (size.width() - PADDING - width, PADDING):
            rect = QRectF(x, y, width, height)
            if x >= PADDING and not any(rect.intersects(other) for other in taken):
                return Label(pyramid.ghost_label, rect, Ink.MUTED)
    return None
