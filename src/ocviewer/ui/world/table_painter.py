"""Paints the rows of a table of countries straight from the prepared cells."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QTableView

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import HIGHEST, LOWEST
from ocviewer.presenter.world.table import Cell, Column, CountryRow, Kind
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.country_face import Face
from ocviewer.ui.world.sparkline import Sparkline
from ocviewer.ui.world.table_header import SORT_ROOM
from ocviewer.ui.world.table_model import TableModel

PADDING = 8
_GAP = 10
_STRIPE = 4
_BAR = 6
_LEAST_BAR = 64
_SHORTEST_BAR = 24
"""Shorter, a bar says nothing, and is left out."""
_SPARK = 84.0
_LEAST_NAME = 84.0
_SELECTED = 0.22
_MOVE = "↓193"


class Place(NamedTuple):
    """Where a column is in the viewport."""

    number: int
    left: float
    width: float


class TablePainter:
    """Paints a row at once: through a delegate Qt would ask ten things of each cell."""

    def __init__(self, model: TableModel, view: QTableView) -> None:
        """``view`` shows ``model``."""
        self._model = model
        self._view = view
        self.restyle()

    def restyle(self) -> None:
        """Takes font and colours from the view; call it again when they change."""
        theme = theme_of(self._view.palette())
        plain = QFont(self._view.font())
        plain.setFeature(QFont.Tag("tnum"), 1)  # figures of one width, to compare down the column
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        self._plain, self._strong = Face(plain), Face(strong)
        self.row_height = round(self._plain.height) + 8
        self._score_width = self._plain.width("10.00")
        self._move_width = self._plain.width(_MOVE)
        self._text, self._muted = QColor(theme.text), QColor(theme.muted)
        self._track, self._band = QColor(theme.track), QColor(theme.raised)
        self._accent, self._panes = QColor(theme.accent), [QColor(c) for c in theme.panes]
        self._selected = QColor(theme.accent)
        self._selected.setAlphaF(_SELECTED)
        self._families = {polarity: QColor(theme.family(polarity)) for polarity in Polarity}
        self._changes = {way: QColor(theme.direction(way)) for way in (None, *Direction)}
        self._spark = Sparkline(theme)

    def widths(self, number: int, column: Column) -> tuple[int, int]:
        """What a column needs to show all of its rows whole, and what it needs for its figures."""
        cells = [row.cells[number] for row in self._model.table.rows]
        whole = 0.0
        least: float | None = None
        if column.kind is Kind.SCORE:
            whole, least = self._score_width + _GAP + _LEAST_BAR, self._score_width
        elif column.kind is Kind.SPARK:
            whole = _SPARK
        elif column.kind is Kind.PLACES:
            notes = {cell.note for cell in cells}
            whole = self._move_width + _GAP + self._widest(self._plain, notes)
        elif column.kind is Kind.NAME:
            whole = self._widest(self._strong, {cell.text for cell in cells})
            least = min(whole, _LEAST_NAME)
        else:
            whole = self._widest(self._plain, {cell.text for cell in cells})
        if column.kind is Kind.CHANGE:
            least = self._widest(self._plain, {cell.brief or cell.text for cell in cells})
        title = self._plain.width(column.title) + SORT_ROOM
        needed = (whole, whole if least is None else least)
        whole, least = (max(width, title) + 2 * PADDING for width in needed)
        return ceil(whole), ceil(least)

    @staticmethod
    def _widest(face: Face, texts: set[str]) -> float:
        return max(map(face.width, texts), default=0.0)

    def paint_row(
        self,
        painter: QPainter,
        number: int,
        top: float,
        places: Sequence[Place],
        *,
        selected: bool,
        current: bool,
    ) -> None:
        """Paints a row whose upper edge is at ``top``."""
        row, columns = self._model.rows[number], self._model.table.columns
        whole = QRectF(0, top, self._view.viewport().width(), self.row_height)
        if selected or number % 2:
            # not fillRect(): with a colour its first call makes PySide build 182 names of gradients
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._selected if selected else self._band)
            painter.drawRect(whole)
        for place, left, width in places:
            column, cell = columns[place], row.cells[place]
            room = QRectF(left + PADDING, top, width - 2 * PADDING, self.row_height)
            if column.kind is Kind.NAME:
                self._paint_name(painter, room, row)
            elif column.kind is Kind.SCORE:
                self._paint_score(painter, room, cell, column)
            elif column.kind is Kind.SPARK:
                self._spark.paint(painter, room, cell, column.polarity)
            else:
                self._paint_text(painter, room, cell, column.kind)
        if current:
            self._paint_outline(painter, whole)

    def _paint_outline(self, painter: QPainter, rect: QRectF) -> None:
        """The lines above and below the current row; thicker where the keyboard is."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        thickness = 2 if self._view.hasFocus() else 1
        painter.drawRect(QRectF(rect.left(), rect.top(), rect.width(), thickness))
        bottom = rect.top() + rect.height() - thickness
        painter.drawRect(QRectF(rect.left(), bottom, rect.width(), thickness))

    def _paint_name(self, painter: QPainter, room: QRectF, row: CountryRow) -> None:
        """The name; strong, and with a stripe in the colour of its pane, where one shows it."""
        colour = self._model.colours.get(row.iso3)
        painter.setPen(self._text)
        if colour is None:
            self._plain.draw(painter, room, row.name)
            return
        self._strong.draw(painter, room, row.name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._panes[colour])
        stripe = QRectF(room.left() - PADDING, room.top() + 3, _STRIPE, room.height() - 6)
        painter.drawRect(stripe)

    def _paint_score(self, painter: QPainter, room: QRectF, cell: Cell, column: Column) -> None:
        """The number, and a bar from 1 to 10."""
        score_room = QRectF(room.left(), room.top(), self._score_width, room.height())
        painter.setPen(self._muted if cell.score is None else self._text)
        self._plain.draw_right(painter, score_room, cell.text)
        left = score_room.right() + _GAP
        if cell.score is None or room.right() - left < _SHORTEST_BAR:
            return
        top = round(room.center().y() - _BAR / 2)
        bar = QRectF(left, top, room.right() - left, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._track)
        painter.drawRect(bar)
        bar.setWidth(bar.width() * (cell.score - LOWEST) / (HIGHEST - LOWEST))
        painter.setBrush(self._families[column.polarity])
        painter.drawRect(bar)

    def _paint_text(self, painter: QPainter, room: QRectF, cell: Cell, kind: Kind) -> None:
        """A rank, a change or a name of a place; a move has its old rank behind it."""
        if kind is Kind.RANK:
            painter.setPen(self._text)
            self._plain.draw_right(painter, room, cell.text)
            return
        quiet = cell.key is None or kind is Kind.TEXT
        colour = self._muted if quiet else self._text
        if kind is Kind.CHANGE:
            colour = self._changes[cell.direction]
        painter.setPen(colour)
        fits = not cell.brief or self._plain.width(cell.text) <= room.width()
        self._plain.draw(painter, room, cell.text if fits else cell.brief)
        if cell.note:
            painter.setPen(self._muted)
            self._plain.draw(painter, room.adjusted(self._move_width + _GAP, 0, 0, 0), cell.note)
