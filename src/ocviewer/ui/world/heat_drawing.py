"""Draws the heat table: the image of its cells, and the headings and names around it."""

from itertools import groupby

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ocviewer.presenter.world.heat import Heat, HeatRow
from ocviewer.ui.theme import Theme
from ocviewer.ui.world.heat_colours import ink
from ocviewer.ui.world.heat_dress import HeatDress
from ocviewer.ui.world.heat_image import Cells, Places, image
from ocviewer.ui.world.heat_layout import HeatGeometry
from ocviewer.ui.world.heat_legend import draw_legend
from ocviewer.ui.world.pane_marks import marker
from ocviewer.ui.world.trends_layout import spread

STRIP = 20
"""The height of the titles of the groups of columns."""
SIDE = 18
"""Room for the names of the continents, set upright."""
_PAD = 8


class HeatDrawer:
    """Draws one part in one dress and geometry."""

    def __init__(self, part: Heat, dress: HeatDress, geometry: HeatGeometry, drawn: Cells) -> None:
        """``drawn`` are the colours of the cells."""
        self._part = part
        self._rows = part.rows
        self._dress = dress
        self._geometry = geometry
        self._cells = drawn

    def draw(self, painter: QPainter, ratio: float) -> None:
        """Draws everything; ``ratio`` is how many pixels a logical one has."""
        area = self._geometry.table
        self._draw_image(painter, ratio)
        painter.save()
        painter.setClipRect(QRectF(0, area.top(), self._geometry.size.width(), area.height() + 1))
        self._draw_numbers(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._geometry.rows.named:
            self._draw_names(painter)
        else:
            self._draw_bands(painter)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_headings(painter)
        self._draw_open(painter)
        draw_legend(painter, self._dress, self._part, area.left())

    def _draw_image(self, painter: QPainter, ratio: float) -> None:
        geometry = self._geometry
        area, rows, columns = geometry.table, geometry.rows, geometry.columns
        shown = min(area.height(), rows.whole - geometry.offset)
        down = np.full(max(round(shown * ratio), 0), -1, np.intp)
        gap = 1 if rows.height * ratio >= 8 else 0
        for row in geometry.visible_rows():
            top = rows.tops[row] - geometry.offset
            first, last = round(top * ratio), round((top + rows.height) * ratio) - gap
            down[max(first, 0) : max(last, 0)] = row
        across: Places = np.full(round(area.width() * ratio), -1, np.intp)
        for column, left in enumerate(columns.lefts):
            end = round((left + columns.width) * ratio) - 1
            across[round(left * ratio) : end] = column
        if down.size:
            made = image(self._cells, down, across, self._dress.theme)
            made.setDevicePixelRatio(ratio)
            painter.drawImage(area.topLeft(), made)

    def _draw_numbers(self, painter: QPainter) -> None:
        """The values in their cells, where they fit."""
        geometry, text = self._geometry, self._dress.number
        columns, rows = geometry.columns, geometry.rows
        widest = "9.5" if self._part.since is None else "+9.5"
        if not rows.named or columns.width < text.width(widest) + 3:
            return
        painter.setFont(text.font)
        pens = {name: QColor(name) for name in ("#000000", "#ffffff")}
        inks: dict[int, QColor] = {}
        for row in geometry.visible_rows():
            top = text.top(geometry.row_top(row) + rows.height / 2)
            for column, value in enumerate(self._rows[row].values):
                if value is None:
                    continue
                ground = int(self._cells.colours[row, column])
                if ground not in inks:
                    inks[ground] = pens[ink(ground)]
                said = self._part.value_text(value)
                left = geometry.column_left(column) + (columns.width - 1 - text.width(said)) / 2
                painter.setPen(inks[ground])
                painter.drawStaticText(QPointF(left, top), text.text(said))

    def _draw_headings(self, painter: QPainter) -> None:
        theme, title = self._dress.theme, self._dress.title
        geometry = self._geometry
        for column in range(len(self._part.columns)):
            draw_heading(painter, self._dress, self._part, geometry, column)
        foot = geometry.table.top()
        for group, (left, right) in zip(self._part.groups, geometry.columns.groups, strict=True):
            start = geometry.table.left() + left
            colour = QColor(theme.family(group.polarity))
            painter.fillRect(QRectF(start, foot - 5, right - left - 1, 3), colour)
            painter.setFont(title.font)
            painter.setPen(colour)
            said = group.title if title.width(group.title) <= right - left else group.short_title
            said = title.elided(said, right - left)
            painter.drawStaticText(QPointF(start, foot - 5 - title.height), title.text(said))

    def _draw_names(self, painter: QPainter) -> None:
        """A name beside each row, and a title above each band."""
        theme, title, text, _ = self._dress
        geometry = self._geometry
        right = geometry.table.left() - _PAD
        for row in geometry.visible_rows():
            middle = geometry.row_top(row) + geometry.rows.height / 2
            shown = self._rows[row]
            lettering = text if shown.colour is None else title
            painter.setFont(lettering.font)
            painter.setPen(QColor(_colour(theme, shown)))
            said = lettering.elided(shown.name, right - _PAD)
            place = QPointF(right - lettering.width(said), lettering.top(middle))
            painter.drawStaticText(place, lettering.text(said))
        painter.setFont(title.font)
        painter.setPen(QColor(theme.muted))
        for band, (top, _) in zip(self._part.bands, geometry.rows.bands, strict=True):
            y = geometry.table.top() + top - geometry.offset
            if band.title and -20 < y < geometry.table.bottom() + 20:
                said = f"{band.continent} · {band.title}"
                place = QPointF(_PAD, y - title.height - 1)
                painter.drawStaticText(place, title.text(said))

    def _draw_bands(self, painter: QPainter) -> None:
        """Continents at the edge, and the name of each region beside its rows."""
        theme, title, text, _ = self._dress
        geometry = self._geometry
        if not any(band.title for band in self._part.bands):
            self._draw_order(painter)
            return
        shift = geometry.table.top() - geometry.offset
        spans = [(top + shift, end + shift) for top, end in geometry.rows.bands]
        edge = geometry.table.left() - 5
        room = edge - 10 - SIDE - _PAD
        bottom = max(geometry.table.bottom(), spans[-1][1])
        middles = spread(
            [(top + end) / 2 for top, end in spans],
            text.height - 2,
            min(geometry.table.top(), spans[0][0]),
            bottom,
        )
        painter.setFont(text.font)
        for band, (top, end), middle in zip(self._part.bands, spans, middles, strict=True):
            painter.setPen(QColor(theme.muted))
            painter.drawLine(QLineF(edge, top + 0.5, edge, end - 0.5))
            painter.drawLine(QLineF(edge - 7, middle, edge, (top + end) / 2))
            said = text.elided(band.title, room)
            place = QPointF(edge - 10 - text.width(said), text.top(middle))
            painter.setPen(QColor(theme.text))
            painter.drawStaticText(place, text.text(said))
        pairs = zip(self._part.bands, spans, strict=True)
        free = geometry.table.top()
        for continent, group in groupby(pairs, key=lambda pair: pair[0].continent):
            members = [span for _, span in group]
            middle = (members[0][0] + members[-1][1]) / 2
            half = title.width(continent) / 2
            middle = min(max(middle, geometry.table.top() + half), geometry.table.bottom() - half)
            if middle - half >= free:
                self._draw_continent(painter, continent, middle)
                free = middle + half + 4

    def _draw_order(self, painter: QPainter) -> None:
        """Why the rows stand as they do, where no names say it."""
        area, text = self._geometry.table, self._dress.text
        painter.setFont(text.font)
        painter.setPen(QColor(self._dress.theme.muted))
        place = QRectF(12, area.top(), area.left() - 24, area.height())
        painter.drawText(place, Qt.TextFlag.TextWordWrap, self._part.order_text)

    def _draw_continent(self, painter: QPainter, name: str, middle: float) -> None:
        title = self._dress.title
        painter.save()
        painter.setPen(QColor(self._dress.theme.muted))
        painter.translate(4, middle)
        painter.rotate(-90)
        painter.setFont(title.font)
        painter.drawStaticText(QPointF(-title.width(name) / 2, 0), title.text(name))
        painter.restore()

    def _draw_open(self, painter: QPainter) -> None:
        """The countries of the panes: their names at the right, level with their rows."""
        geometry = self._geometry
        area, title = geometry.table, self._dress.title
        found = [i for i, row in enumerate(self._rows) if row.colour is not None]
        half = geometry.rows.height / 2
        levels = [geometry.row_top(i) + half for i in found]
        kept = [min(max(level, area.top() + 8), area.bottom() - 8) for level in levels]
        places = spread(kept, title.height, area.top(), area.bottom())
        painter.setFont(title.font)
        for row, level, near, middle in zip(found, levels, kept, places, strict=True):
            shown = self._rows[row]
            colour = QColor(_colour(self._dress.theme, shown))
            away = "" if area.top() <= level <= area.bottom() else ("↑ ", "↓ ")[level > near]
            left = area.right() + 3
            if not away:
                painter.setPen(QPen(colour, 1.5))
                painter.drawLine(QLineF(left - 2, level, left + 5, level))
                painter.drawLine(QLineF(left + 5, level, left + 13, middle))
                edge = area.left() - 3
                painter.drawLine(QLineF(edge - 5, level, edge, level))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(marker(shown.colour or 0).translated(left + 17, middle))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour)
            room = geometry.size.width() - left - 28
            said = title.elided(away + shown.name, room)
            painter.drawStaticText(QPointF(left + 25, title.top(middle)), title.text(said))


def draw_heading(
    painter: QPainter,
    dress: HeatDress,
    part: Heat,
    geometry: HeatGeometry,
    column: int,
    marked: bool = False,
) -> None:
    """Draws the heading of a column, rising to the right; a marked one stands out."""
    theme, title, text, _ = dress
    lettering = title if marked else text
    said = lettering.text(part.columns[column].heading)
    x = geometry.column_left(column) + geometry.columns.width / 2
    painter.save()
    painter.translate(x - 1, geometry.table.top() - STRIP - 3)
    painter.rotate(-geometry.slant)
    top = -lettering.height / 2 - 2
    if marked:
        width = lettering.width(part.columns[column].heading)
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(QRectF(-3, top - 1, width + 8, lettering.height + 2), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.text))
    painter.setFont(lettering.font)
    painter.drawStaticText(QPointF(1, top), said)
    painter.restore()


def _colour(theme: Theme, row: HeatRow) -> str:
    return theme.text if row.colour is None else theme.panes[row.colour]
