"""One map as it is painted: the world in classes, and above it cursor, pointer and card."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.world.map_part import MapSide, WorldMap
from ocviewer.ui.world.map_card import CardLine, MapCard, country_lines, draw_notice
from ocviewer.ui.world.map_drawing import MapDrawing
from ocviewer.ui.world.map_frame import MapFrame
from ocviewer.ui.world.map_labels import draw_labels
from ocviewer.ui.world.map_outline import quick_outline
from ocviewer.ui.world.map_shapes import shapes
from ocviewer.ui.world.picture import PictureWidget

_POINTER_WIDTH, _CURSOR_WIDTH = 1.8, 3.0
_POINTER_CLEAR, _CURSOR_CLEAR = 2.0, 5.0
"""The cursor's ring goes around that of an open country."""


class MapSurface(PictureWidget):
    """Paints a map in its frame, which it shares with the map beside it.

    Areas are told by their keys: a country's ISO 3166-1 numeric code, or the name of an area that
    the index does not know.
    """

    def __init__(self, frame: MapFrame, parent: QWidget | None = None) -> None:
        """Empty until a map is set."""
        super().__init__(parent)
        self.frame = frame
        self.drawing = MapDrawing(shapes())
        self.current = ""
        """The country on which the cursor of the keys is, seen or not."""
        self._side: MapSide | None = None
        self._part: WorldMap | None = None
        self._hovered, self._pointer = "", QPointF()
        self._shown = False
        self._outlines: dict[tuple[str, float], QPainterPath] = {}
        self._card = MapCard(self.font())
        frame.moved.connect(self._follow)
        self.setMinimumSize(240, 130)

    def set_side(self, side: MapSide, part: WorldMap) -> None:
        """Shows a map of a part; one that is the same as before is left alone."""
        before, self._part = self._part, part
        if side == self._side and before is not None and before.marks == part.marks:
            return
        self._side = side
        self.drawing.set_side(side)
        self.setAccessibleName(side.title)
        self.setAccessibleDescription(side.spoken)
        self._place_card()
        self.redraw()

    def point(self, key: str, pointer: QPointF) -> None:
        """Marks the area under the pointer, be it in this map or in the one beside it."""
        before = self._marked()
        self._hovered, self._pointer = key, pointer
        self._repaint(before)

    def set_current(self, key: str, *, shown: bool) -> None:
        """Puts the cursor of the keys on a country, to be seen or not."""
        before = self._marked()
        self.current, self._shown = key, shown
        self._repaint(before)

    @property
    def hovered(self) -> str:
        """The area under the pointer; empty for none."""
        return self._hovered

    @property
    def cursor_shown(self) -> bool:
        """Whether the cursor of the keys can be seen."""
        return self._shown and bool(self.current)

    @property
    def card(self) -> tuple[CardLine, ...]:
        """What the card tells; nothing where there is no card."""
        return self._card.lines

    @property
    def card_area(self) -> QRectF:
        """Where the card is, in pixels; empty where there is none."""
        return self._card.area

    def arrange(self) -> None:
        """Puts the world into its place."""
        self.drawing.arrange(self.frame.transform(QSizeF(self.size())))
        self._outlines.clear()
        self._place_card()

    def restyle(self) -> None:
        """Takes over the font."""
        self._card = MapCard(self.font())

    def draw(self, painter: QPainter) -> None:
        """Paints areas, borders, dots and the open countries."""
        if self._side is None or self._part is None:
            return
        room = QRectF(self.rect())
        self.drawing.draw(painter, self.theme, self._side, room)
        self.drawing.draw_marks(painter, self.theme, self._part.marks)
        painter.setFont(self.font())
        draw_labels(painter, self.drawing, self.theme, self._part.marks, room)
        if self._side.notice:
            draw_notice(painter, self.theme, self._side.notice, room)

    def mark(self, painter: QPainter) -> None:
        """Paints the cursor, what is under the pointer, and the card."""
        if self.cursor_shown:
            outline = self._outline(self.current, _CURSOR_CLEAR)
            self.drawing.stroke(painter, self.theme, outline, self.theme.mark, _CURSOR_WIDTH)
        if self._hovered:
            outline = self._outline(self._hovered, _POINTER_CLEAR)
            self.drawing.stroke(painter, self.theme, outline, self.theme.mark, _POINTER_WIDTH)
        self._card.paint(painter, self.theme)

    def _outline(self, key: str, clear: float) -> QPainterPath:
        """The outline for pointer and cursor, kept until the world is moved."""
        if (key, clear) not in self._outlines:
            self._outlines[key, clear] = quick_outline(self.drawing.outline(key, clear))
        return self._outlines[key, clear]

    def _follow(self) -> None:
        self.arrange()
        self.redraw()

    def _repaint(self, before: list[QRect]) -> None:
        """Paints anew what a change above the picture has touched, and no more."""
        self._place_card()
        after = self._marked()
        for area in before:
            if area not in after:
                self.update(area)
        for area in after:
            if area not in before:
                self.update(area)

    def _marked(self) -> list[QRect]:
        keys = [self._hovered] if self._hovered else []
        if self.cursor_shown:
            keys.append(self.current)
        areas = [self.drawing.box(key).adjusted(-4, -4, 4, 4) for key in keys]
        return [area.toAlignedRect() for area in (*areas, self._card.area) if not area.isEmpty()]

    def _place_card(self) -> None:
        """Beside the pointer, or beside the cursor of the keys."""
        key, place = self._hovered, self._pointer
        if not key and self.cursor_shown:
            key, place = self.current, self.drawing.place(self.current)
        if self._part is None or not key:
            self._card.hide()
        else:
            self._card.show(self._lines(key, self._part), place, QRectF(self.rect()))

    def _lines(self, key: str, part: WorldMap) -> tuple[CardLine, ...]:
        country = self.drawing.countries.get(key)
        if country is not None:
            return country_lines(country, self.theme)
        why = part.disputed if shapes().areas[key].disputed else part.unscored
        return CardLine(key, self.theme.text), CardLine(why, self.theme.muted)
