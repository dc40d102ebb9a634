"""The crossing hair of the heat table: the row and the column of a cell, and the cell in words."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ocviewer.presenter.world.heat import Heat
from ocviewer.presenter.world.heat_cell import HeatCell
from ocviewer.ui.world.heat_drawing import draw_heading
from ocviewer.ui.world.heat_dress import HeatDress
from ocviewer.ui.world.heat_layout import HeatGeometry

_PAD = 8
_APART = 14
"""Between a cell and the box that tells of it."""


def draw_hair(
    painter: QPainter,
    dress: HeatDress,
    part: Heat,
    geometry: HeatGeometry,
    place: tuple[int, int],
) -> None:
    """Draws the hair of a row and a column, with their names and the value."""
    row, column = place
    theme = dress.theme
    top, height = geometry.row_top(row), geometry.rows.height
    left, width = geometry.column_left(column), geometry.columns.width
    area = geometry.table
    if not area.top() - height < top < area.bottom():
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.mark), 1))
    for y in (round(top) - 0.5, round(top + height) + 0.5):
        painter.drawLine(QLineF(area.left() - 4, y, area.right(), y))
    bottom = min(area.bottom(), area.top() + geometry.rows.whole - geometry.offset)
    for x in (round(left) - 0.5, round(left + width) - 0.5):
        painter.drawLine(QLineF(x, area.top(), x, bottom))
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawRect(QRectF(left - 1, top - 1, width + 1, max(height, 3) + 1))
    draw_heading(painter, dress, part, geometry, column, marked=True)
    shown = part.rows[row]
    if not geometry.rows.named:
        _draw_name(painter, dress, shown.name, QPointF(area.left() - 6, top + height / 2))
    cell = part.cell(shown.iso3, part.columns[column].code)
    bounds = QRectF(QPointF(0, 0), geometry.size)
    _draw_box(painter, dress, cell, shown.place, (QRectF(left, top, width, height), bounds))


def _draw_name(painter: QPainter, dress: HeatDress, name: str, right: QPointF) -> None:
    theme, title = dress.theme, dress.title
    said = title.elided(name, right.x() - 2 * _PAD)
    width = title.width(said) + 8
    box = QRectF(right.x() - width, right.y() - title.height / 2 - 1, width, title.height + 2)
    _ground(painter, dress, box)
    painter.setPen(QColor(theme.text))
    painter.setFont(title.font)
    painter.drawStaticText(QPointF(box.left() + 4, title.top(right.y())), title.text(said))


def _draw_box(
    painter: QPainter,
    dress: HeatDress,
    cell: HeatCell,
    region: str,
    places: tuple[QRectF, QRectF],
) -> None:
    """Country and region, indicator, score with its change, and the mean of the region.

    ``places`` are the cell, which the box stands beside, and what it stays in.
    """
    theme, title, text, _ = dress
    change = " ".join(filter(None, (cell.change.text, cell.since)))
    muted, ground = QColor(theme.muted), QColor(theme.text)
    lines = [
        [(title, ground, cell.country), (text, muted, region)],
        [(text, ground, cell.indicator)],
        [
            (title, ground, cell.score),
            (text, QColor(theme.direction(cell.change.direction)), change),
        ],
        [(text, muted, cell.mean)],
    ]
    widths = [sum(letters.width(said) + 8 for letters, _, said in line if said) for line in lines]
    width = max(widths) - 8 + 2 * _PAD
    height = len(lines) * (text.height + 2) + 2 * _PAD - 2
    of, bounds = places[0], places[1].adjusted(2, 2, -2, -2)
    box = QRectF(of.right() + _APART, of.bottom() + _APART, round(width), round(height))
    if box.right() > bounds.right():
        box.moveRight(of.left() - _APART)
    if box.bottom() > bounds.bottom():
        box.moveBottom(of.top() - _APART)
    box.moveLeft(max(box.left(), bounds.left()))
    _ground(painter, dress, box)
    top = box.top() + _PAD
    for line in lines:
        left = box.left() + _PAD
        for letters, colour, said in line:
            if said:
                painter.setFont(letters.font)
                painter.setPen(colour)
                painter.drawStaticText(QPointF(left, top), letters.text(said))
                left += letters.width(said) + 8
        top += text.height + 2


def _ground(painter: QPainter, dress: HeatDress, box: QRectF) -> None:
    painter.setPen(QPen(QColor(dress.theme.muted), 1))
    painter.setBrush(QColor(dress.theme.raised))
    painter.drawRoundedRect(QRectF(box.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
