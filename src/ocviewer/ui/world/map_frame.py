"""Which part of the world is in sight: pan and zoom, shared by maps side by side."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QTransform

MOST = 40.0
"""How far in it goes: a country of some 20 km across is then as wide as a finger."""
STEP = 1.4
"""One step of a key or of the wheel."""
MARGIN = 6
"""Pixels around the whole world."""


class MapFrame(QObject):
    """A zoom, 1 for the whole world, and the place in the middle of the map."""

    moved = Signal()

    def __init__(self, world: QRectF, parent: QObject | None = None) -> None:
        """Shows the whole ``world``, a rectangle in units of the map."""
        super().__init__(parent)
        self._world = world
        self._centre = world.center()
        self.zoom = 1.0

    def transform(self, size: QSizeF) -> QTransform:
        """From units of the map to the logical pixels of a widget of this size."""
        scale = self.scale(size)
        centre = self._within(self._centre, size)
        moved = QTransform.fromTranslate(size.width() / 2, size.height() / 2)
        return moved.scale(scale, scale).translate(-centre.x(), -centre.y())

    def scale(self, size: QSizeF) -> float:
        """Pixels in a unit."""
        width = max(size.width() - 2 * MARGIN, 1)
        height = max(size.height() - 2 * MARGIN, 1)
        fit = min(width / self._world.width(), height / self._world.height())
        return fit * self.zoom

    def pan(self, by: QPointF, size: QSizeF) -> None:
        """Moves the world by some pixels."""
        self._show(self._within(self._centre, size) - by * (1 / self.scale(size)), self.zoom, size)

    def zoom_by(self, factor: float, at: QPointF, size: QSizeF) -> None:
        """Comes nearer or goes away; what is at a pixel stays there."""
        zoom = max(1.0, min(MOST, self.zoom * factor))
        middle = QPointF(size.width() / 2, size.height() / 2)
        offset = (at - middle) * (1 / self.scale(size))
        centre = self._within(self._centre, size) + offset * (1 - self.zoom / zoom)
        self._show(centre, zoom, size)

    def centre_on(self, place: QPointF, zoom: float, size: QSizeF) -> None:
        """Brings a place into the middle, as far as the world's end allows."""
        self._show(place, max(1.0, min(MOST, zoom)), size)

    def reset(self) -> None:
        """Shows the whole world."""
        self.zoom, self._centre = 1.0, self._world.center()
        self.moved.emit()

    def _show(self, centre: QPointF, zoom: float, size: QSizeF) -> None:
        self.zoom = zoom
        self._centre = self._within(centre, size)
        self.moved.emit()

    def _within(self, centre: QPointF, size: QSizeF) -> QPointF:
        """The centre that shows no more beyond the world's end than it has to."""
        scale = self.scale(size)
        margin = MARGIN / scale
        world = self._world.adjusted(-margin, -margin, margin, margin)
        return QPointF(
            _clamped(centre.x(), world.left(), world.right(), size.width() / scale),
            _clamped(centre.y(), world.top(), world.bottom(), size.height() / scale),
        )


def _clamped(middle: float, start: float, end: float, length: float) -> float:
    if length >= end - start:
        return (start + end) / 2
    return max(start + length / 2, min(end - length / 2, middle))
