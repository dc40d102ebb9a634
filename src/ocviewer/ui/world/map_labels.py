"""The names of the open countries on the map, each where it covers no other."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ocviewer.presenter.world.marks import Mark
from ocviewer.ui.theme import Theme
from ocviewer.ui.world.map_drawing import MapDrawing

_GAP = 5.0
_HALO = 3.5
_ROOM = 1.4
"""A name is written into a country that is so many times as wide."""


def draw_labels(
    painter: QPainter, drawing: MapDrawing, theme: Theme, marks: tuple[Mark, ...], room: QRectF
) -> None:
    """Writes the names of the marked countries within ``room``, in their panes' colours."""
    font = QFont(painter.font())
    font.setBold(True)
    metrics = QFontMetricsF(font)
    taken: list[QRectF] = []
    boxes = [drawing.box(drawing.key_of(mark.iso3)) for mark in marks]
    for mark, box in zip(marks, boxes, strict=True):
        key = drawing.key_of(mark.iso3)
        place = drawing.place(key)
        if not room.contains(place):
            continue
        name = drawing.countries[key].name
        width, height = metrics.horizontalAdvance(name), metrics.height()
        spots = _spots(place, box, width, height)
        if drawing.across(key) > _ROOM * width:
            spots.insert(0, QRectF(place.x() - width / 2, place.y() - height / 2, width, height))
        free = (spot for spot in spots if room.contains(spot) and not _hits(spot, taken))
        spot = next(free, None)
        if spot is None:
            continue
        taken.append(spot)
        text = QPainterPath()
        text.addText(spot.left(), spot.top() + metrics.ascent(), font, name)
        painter.strokePath(text, QPen(QColor(theme.surface), _HALO))
        painter.fillPath(text, QColor(theme.panes[mark.colour]))


def _spots(place: QPointF, box: QRectF, width: float, height: float) -> list[QRectF]:
    """Where a name can be beside its country."""
    x, y = place.x(), place.y()
    reach = min(box.width() / 2, (box.width() * box.height()) ** 0.5 / 2) + _GAP
    return [
        QRectF(x - reach - width, y - height / 2, width, height),
        QRectF(x + reach, y - height / 2, width, height),
        QRectF(x - width / 2, box.bottom() + _GAP, width, height),
        QRectF(x - width / 2, box.top() - _GAP - height, width, height),
    ]


def _hits(spot: QRectF, taken: list[QRectF]) -> bool:
    return any(spot.intersects(other) for other in taken)
