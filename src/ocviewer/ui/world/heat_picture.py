"""The heat table as one picture that scrolls and zooms, with a crossing hair."""

from math import cos, radians, sin

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.world.heat import Heat
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.world.heat_drawing import STRIP, HeatDrawer
from ocviewer.ui.world.heat_dress import HeatDress
from ocviewer.ui.world.heat_hair import draw_hair
from ocviewer.ui.world.heat_image import Cells, cells
from ocviewer.ui.world.heat_layout import (
    HIGHEST_ROW,
    READABLE,
    HeatGeometry,
    columns,
    fitting_height,
    rows,
)
from ocviewer.ui.world.picture import PictureWidget

_STEPS = (4.0, 6.5, 10.0, READABLE + 1, 21.0, HIGHEST_ROW)
"""The heights of a row that can be zoomed to, beside that at which all rows are seen."""
_LEFT = 0.17
"""The part of the width that the names at the left get."""
_RIGHT = 108
"""Room for the names of open countries at the right."""
_SLANTS = (45, 65, 90)
"""Degrees by which headings can rise: the less, the easier they are to read."""


class HeatPicture(PictureWidget):
    """Shows a table, all of it or so far scrolled and zoomed, and the hair of one of its cells.

    The hair is at the cell under the pointer, or at the cursor while the keyboard is here.
    """

    scrolled = Signal(int, int, int)
    """How far the table is scrolled, how far it can be, and how much of it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts with no rows."""
        super().__init__(parent)
        self._part: Heat | None = None
        self._cells: Cells | None = None
        self._geometry: HeatGeometry | None = None
        self._drawer: HeatDrawer | None = None
        self._row_height: float | None = None
        self._offset = 0.0
        self._cursor = (0, 0)
        self._hovered: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("Heat table"))
        self.start()

    def set_part(self, part: Heat) -> None:
        """Shows a table; the cursor stays with its country."""
        at = self.current
        first = self._part is None
        self._part = part
        self.setAccessibleName(part.spoken)
        wanted = at[0] if at else ""
        if first:
            wanted = next((row.iso3 for row in part.rows if row.colour is not None), "")
        places = {row.iso3: place for place, row in enumerate(part.rows)}
        self._cursor = (places.get(wanted, 0), self._cursor[1])
        self._hovered = None
        self._colour()
        self.arrange()
        if self._row_height is not None:
            self._reveal()
        self._tell()
        self.redraw()

    @property
    def current(self) -> tuple[str, str] | None:
        """Country and code of the cell that the keyboard is at."""
        return None if self._part is None else self._ids(self._cursor)

    @property
    def row_height(self) -> float:
        """How high a row is, in logical pixels."""
        return 0.0 if self._geometry is None else self._geometry.rows.height

    def cell_rect(self, iso3: str, code: str) -> QRectF | None:
        """The area of a cell in the widget; ``None`` when there is no such row or column."""
        if self._part is None or self._geometry is None:
            return None
        places = [place for place, row in enumerate(self._part.rows) if row.iso3 == iso3]
        across = [place for place, column in enumerate(self._part.columns) if column.code == code]
        if not places or not across:
            return None
        geometry = self._geometry
        left, top = geometry.column_left(across[0]), geometry.row_top(places[0])
        return QRectF(left, top, geometry.columns.width, geometry.rows.height)

    def restyle(self) -> None:
        """Takes over colours and font."""
        title = QFont(fitting_font(self.font(), 14))
        title.setWeight(QFont.Weight.DemiBold)
        text, number = (Lettering(fitting_font(self.font(), high)) for high in (14, 12))
        self._dress = HeatDress(self.theme, Lettering(title), text, number)
        self._colour()

    def _colour(self) -> None:
        if self._part is not None:
            self._cells = cells(self._part, self.theme)

    def arrange(self) -> None:
        """Computes where rows and columns are."""
        part = self._part
        if part is None or self._cells is None:
            return
        longest = max((self._dress.text.width(c.heading) for c in part.columns), default=0)
        groups = [len(group.columns) for group in part.groups]
        line = self._dress.text.height
        for slant in _SLANTS:  # the first at which headings do not touch
            area = self._area(longest, slant)
            across = columns(groups, area.width())
            if across.width * sin(radians(slant)) >= line:
                break
        counts = [len(band.rows) for band in part.bands]
        continents = [band.continent for band in part.bands]
        height = fitting_height(counts, continents, area.height())
        if self._row_height is not None:
            height = max(self._row_height, height)
        placed = rows(counts, continents, height)
        most = max(placed.whole - area.height(), 0)
        self._offset = min(max(self._offset, 0), most)
        self._geometry = HeatGeometry(
            QSizeF(self.size()), slant, area, placed, across, self._offset
        )
        self._drawer = HeatDrawer(part, self._dress, self._geometry, self._cells)
        self.scrolled.emit(round(self._offset), round(most), round(area.height()))

    def _area(self, longest: float, slant: float) -> QRectF:
        """The area of the cells, beside the longest heading at a slant, names and legend."""
        line = self._dress.text.height
        head = longest * sin(radians(slant)) + line * cos(radians(slant)) + STRIP + 6
        left = min(max(self.width() * _LEFT, 168), 250)
        right = max(longest * cos(radians(slant)), _RIGHT)
        return QRectF(
            round(left),
            round(head),
            max(self.width() - round(left) - round(right), 1),
            max(self.height() - round(head) - 6, 1),
        )

    def draw(self, painter: QPainter) -> None:
        """Draws the table."""
        if self._drawer is not None:
            self._drawer.draw(painter, self.devicePixelRatioF())

    def mark(self, painter: QPainter) -> None:
        """Draws the hair at the pointer, or at the cursor while the keyboard is here."""
        place = self._hovered
        if place is None and self.hasFocus():
            place = self._cursor
        if place is not None and self._part is not None and self._geometry is not None:
            draw_hair(painter, self._dress, self._part, self._geometry, place)

    # scrolling and zooming

    def scroll_to(self, offset: float) -> None:
        """Scrolls so far down."""
        if offset != self._offset:
            self._offset = offset
            self._hovered = None
            self.arrange()
            self.redraw()

    def zoom(self, step: int, at: float | None = None) -> None:
        """Makes the rows higher (1) or lower (-1), or all of them seen (0).

        What is at the height ``at`` of the widget, or the cursor, stays where it is.
        """
        if self._part is None or self._geometry is None:
            return
        area, here = self._geometry.table, self._geometry.rows
        row = self._cursor[0]
        if at is not None:
            row = here.near(at - area.top() + self._offset)
        level = self._geometry.row_top(row)
        higher = [height for height in _STEPS if height > here.height + 0.5]
        lower = [height for height in _STEPS if height < here.height - 0.5]
        if step > 0:
            self._row_height = higher[0] if higher else _STEPS[-1]
        else:
            self._row_height = lower[-1] if step and lower else None
        self.arrange()
        level = min(max(level, area.top()), area.bottom() - self.row_height)
        self._offset = self._geometry.rows.tops[row] - (level - area.top())
        self._hovered = None
        self.arrange()
        self.redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl it zooms."""
        turns = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turns:
                self.zoom(1 if turns > 0 else -1, event.position().y())
        else:
            pixels = event.pixelDelta().y()
            self.scroll_to(self._offset - (pixels or turns * 60))
        event.accept()

    def _reveal(self) -> None:
        """Scrolls the cursor into sight."""
        if self._geometry is None or self._part is None:
            return
        top, height = self._geometry.rows.tops[self._cursor[0]], self.row_height
        room = self._geometry.table.height()
        slack = min(2 * height, room / 4)
        if top - slack < self._offset:
            self.scroll_to(top - slack)
        elif top + height + slack > self._offset + room:
            self.scroll_to(top + height + slack - room)

    def _ids(self, place: tuple[int, int]) -> tuple[str, str]:
        assert self._part is not None
        return self._part.rows[place[0]].iso3, self._part.columns[place[1]].code

    def _tell(self, aloud: bool = False) -> None:
        """Puts the cell of the cursor into words."""
        if self._part is None or not self._part.rows:
            return
        spoken = self._part.cell(*self._ids(self._cursor)).spoken
        if aloud:
            self.say(spoken)
        else:
            self.setAccessibleDescription(spoken)
