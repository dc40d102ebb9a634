"""Paints the world at a transform, and finds what is at a pixel of it."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from ocviewer.presenter.world.map_part import MapCountry, MapSide
from ocviewer.presenter.world.marks import Mark
from ocviewer.ui.theme import Theme
from ocviewer.ui.world.map_colours import map_colours
from ocviewer.ui.world.map_dots import LEAST_REACH, REACH, Dots, dot_at, is_small, radius, spread
from ocviewer.ui.world.map_shapes import Shapes

_BORDER = 0.7
_MARK = 2.4
_HALO = 2.0
_RING = 9
"""How far the rings around a dot reach from its middle."""


class MapDrawing:
    """The shapes, where they are in the widget, and how they are filled."""

    def __init__(self, world: Shapes) -> None:
        """Starts with no figures."""
        self._world = world
        self.transform = QTransform()
        self._inverse = QTransform()
        self._borders: QPixmap | None = None
        self._border_key: tuple[QSizeF, str, float] | None = None
        self._radius = radius(1)
        self.dots: Dots = {}
        self.countries: Mapping[str, MapCountry] = {}
        self._by_iso3: Mapping[str, str] = {}

    def set_side(self, side: MapSide) -> None:
        """Takes the countries of a map."""
        self.countries = {country.numeric: country for country in side.countries}
        self._by_iso3 = {country.iso3: country.numeric for country in side.countries}

    def arrange(self, transform: QTransform) -> None:
        """Puts the world into its place in the widget."""
        if transform == self.transform:
            return
        self._borders = None
        self.transform = transform
        self._inverse = transform.inverted()[0]
        scale = transform.m11()
        self._radius = radius(scale)
        small = {
            key: transform.map(area.at).toTuple()
            for key, area in self._world.areas.items()
            if area.scored and is_small(area.size, scale)
        }
        self.dots = spread(small, 2 * self._radius + 1)

    def key_of(self, iso3: str) -> str:
        """The key of a country's area."""
        return self._by_iso3[iso3]

    def key_at(self, place: QPointF) -> str:
        """The key of the area at a pixel, a dot before what is below it; empty for none."""
        x, y = place.x(), place.y()
        dot = dot_at(self.dots, x, y, max(LEAST_REACH, self._radius + 1))
        if dot:
            return dot
        here = self._inverse.map(place)
        for area in self._world.areas.values():
            if area.bounds.contains(here) and area.path.contains(here):
                return area.key
        return dot_at(self.dots, x, y, REACH)

    def place(self, key: str) -> QPointF:
        """The pixel at which an area is marked or labelled."""
        if key in self.dots:
            return QPointF(*self.dots[key])
        return self.transform.map(self._world.areas[key].at)

    def outline(self, key: str, clear: float = 2) -> QPainterPath:
        """An area's outline in pixels, or a ring around its dot, ``clear`` of it."""
        if key in self.dots:
            ring = QPainterPath()
            ring.addEllipse(self.place(key), self._radius + clear, self._radius + clear)
            return ring
        return self.transform.map(self._world.areas[key].path)

    def across(self, key: str) -> float:
        """The side of a square as large as an area, in pixels."""
        return float(self._world.areas[key].size ** 0.5 * self.transform.m11())

    def box(self, key: str) -> QRectF:
        """The rectangle around an area or its dot, in pixels."""
        if key in self.dots:
            return QRectF(self.place(key), self.place(key)).adjusted(-_RING, -_RING, _RING, _RING)
        return self.transform.mapRect(self._world.areas[key].bounds)

    def draw(self, painter: QPainter, theme: Theme, side: MapSide, seen: QRectF) -> None:
        """Fills the areas that are in sight (``seen``, in pixels), and draws borders and dots."""
        colours = map_colours(theme)
        tones = [QBrush(QColor(tone)) for tone in colours.tones[side.scale]]
        hatch = QBrush(QColor(colours.missing), Qt.BrushStyle.BDiagPattern)
        hatch.setTransform(self._inverse)
        unscored, ground = QBrush(QColor(colours.unscored)), QBrush(QColor(theme.surface))
        window = self._inverse.mapRect(seen)
        painter.save()
        painter.setTransform(self.transform, combine=True)
        # without smooth edges, which would show a seam between neighbours; the borders are smooth
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for area in self._world.areas.values():
            if not area.bounds.intersects(window):
                continue
            if not area.scored:
                painter.fillPath(area.path, unscored)
                continue
            tone = self.countries[area.key].tone
            painter.fillPath(area.path, hatch if tone is None else tones[tone])
        painter.restore()
        painter.drawPixmap(0, 0, self._border_picture(painter, seen.size(), colours.border))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border), 1.2))
        for key, (x, y) in self.dots.items():
            tone = self.countries[key].tone
            painter.setBrush(ground if tone is None else tones[tone])
            painter.drawEllipse(QPointF(x, y), self._radius, self._radius)

    def _border_picture(self, painter: QPainter, size: QSizeF, colour: str) -> QPixmap:
        """All borders on nothing: drawn once for a place and a colour, whatever is filled."""
        ratio = painter.device().devicePixelRatioF()
        if self._borders is None or self._border_key != (size, colour, ratio):
            self._border_key = (size, colour, ratio)
            self._borders = QPixmap((size * ratio).toSize())
            self._borders.setDevicePixelRatio(ratio)
            self._borders.fill(Qt.GlobalColor.transparent)
            pen = QPen(QColor(colour), _BORDER)
            pen.setCosmetic(True)
            own = QPainter(self._borders)
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            own.setTransform(self.transform, combine=True)
            own.strokePath(self._world.borders, pen)
            own.end()
        return self._borders

    def draw_marks(self, painter: QPainter, theme: Theme, marks: tuple[Mark, ...]) -> None:
        """Outlines the countries of the panes in their colours."""
        for mark in marks:
            outline = self.outline(self.key_of(mark.iso3))
            self.stroke(painter, theme, outline, theme.panes[mark.colour], _MARK)

    def stroke(
        self, painter: QPainter, theme: Theme, outline: QPainterPath, colour: str, width: float
    ) -> None:
        """Draws an outline, on a halo in the colour of the ground."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(outline, QPen(QColor(theme.surface), width + _HALO))
        painter.strokePath(outline, QPen(QColor(colour), width))
