"""Paints the rows of the country selector: name with its matches, and a figure at the right."""

from collections.abc import Callable, Hashable
from functools import partial
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ocviewer.domain.score import HIGHEST, LOWEST
from ocviewer.presenter.picker import PickerFigure, figure
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.country_face import Face
from ocviewer.ui.views.country_model import CountryModel, Row, RowKind

_PADDING = 7
_MARGIN = 9
"""Between a figure and the edge at the right."""
_GAP = 8
_OPEN_MARK = 3
_BAR = 2
_WIDEST_SCORE = "10.00"
_DASH = " — "
_OTHER_NAME_SHARE = 0.45
_CURRENT_STRENGTH = 0.16
_HOVER_STRENGTH = 0.07
_MOST_PICTURES = 1024
"""Pictures that are kept: a name takes about 18 kB, a figure 5 kB. All three editions need 800."""


class CountryDelegate(QStyledItemDelegate):
    """Paints straight from the model's rows, which all have one height."""

    def __init__(self, model: CountryModel, view: QTreeView) -> None:
        """``view`` shows ``model``."""
        super().__init__(view)
        self._model = model
        self._view = view
        self._colours: dict[str, QColor] = {}
        self._pictures: dict[Hashable, QPixmap] = {}
        self.restyle()

    def restyle(self) -> None:
        """Takes font and theme from the view; call it again when they change."""
        self._pictures.clear()
        self._theme = theme_of(self._view.palette())
        plain = QFont(self._view.font())
        plain.setFeature(QFont.Tag("tnum"), 1)  # figures of one width, to compare down the column
        strong, small = QFont(plain), QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(plain.pointSizeF() * 0.9)
        self._plain, self._strong, self._small = Face(plain), Face(strong), Face(small)
        self._height = round(self._plain.height) + 2 * 5
        self._score_width = self._plain.width(_WIDEST_SCORE)

    def _colour(self, name: str) -> QColor:
        if name not in self._colours:
            self._colours[name] = QColor(name)
        return self._colours[name]

    def _fill(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        # not fillRect(): with a colour its first call makes PySide build 182 names of gradients,
        # 3 ms on the way to the first paint
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(colour))
        painter.drawRect(rect)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line with room for the bar below the score."""
        return QSize(0, self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one row: a quiet one from its picture, any other anew."""
        row = self._model.row_of(index)
        if row is None:
            return
        rect = QRectF(option.rect)
        current = index == self._view.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.match is None and not current and not hovered:
            self.paint_quiet(painter, rect, row)
            return
        painter.save()
        if current:
            self._paint_ground(painter, rect, _CURRENT_STRENGTH, outlined=self._view.hasFocus())
        elif hovered and row.kind is not RowKind.NOTE:
            self._paint_ground(painter, rect, _HOVER_STRENGTH, outlined=False)
        self._paint_row(painter, rect, row)
        painter.restore()

    def paint_quiet(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        """Paints a row that is neither current nor below the mouse.

        A country's name and its figure are kept as pictures of their own: a switch of country
        repaints all rows in sight, a switch of edition gives the same names other figures, and
        many countries have the same figure.
        """
        ratio = self._view.devicePixelRatioF()
        # between pixels a picture is not what the painter would draw: all rows alike then
        if row.entry is None or not ratio.is_integer():
            painter.save()
            self._paint_row(painter, rect, row)
            painter.restore()
            return
        shown = figure(row.entry, self._model.order)
        name, right = self._halves(rect, shown)
        colour = self._model.open.get(row.entry.iso3)
        draw_name = partial(self._paint_name_half, row=row)
        draw_figure = partial(self._paint_figure_half, shown=shown)
        picture = self._picture((row.text, colour, name.width(), ratio), name, draw_name)
        painter.drawPixmap(name.topLeft(), picture)
        picture = self._picture((shown, ratio), right, draw_figure)
        painter.drawPixmap(right.topLeft(), picture)

    def _picture(
        self, look: Hashable, rect: QRectF, draw: Callable[[QPainter, QRectF], None]
    ) -> QPixmap:
        """The picture of a look, from those that are kept or drawn on the ground of the view."""
        picture = self._pictures.get(look)
        if picture is None:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            ratio = self._view.devicePixelRatioF()
            picture = QPixmap((rect.size() * ratio).toSize())
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._colour(self._theme.surface))
            own = QPainter(picture)
            draw(own, QRectF(0, 0, rect.width(), rect.height()))
            own.end()
            self._pictures[look] = picture
        return picture

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        if row.entry is None:
            self._paint_group(painter, rect.adjusted(_PADDING, 0, -_MARGIN, 0), row)
            return
        shown = figure(row.entry, self._model.order)
        name, right = self._halves(rect, shown)
        self._paint_name_half(painter, name, row)
        self._paint_figure_half(painter, right, shown)

    def _halves(self, rect: QRectF, shown: PickerFigure) -> tuple[QRectF, QRectF]:
        """The room of the name and that of the figure, which meet between two pixels."""
        width = self._score_width if shown.polarity else self._plain.width(shown.text)
        taken = ceil(width) + _MARGIN
        return rect.adjusted(0, 0, -taken, 0), rect.adjusted(rect.width() - taken, 0, 0, 0)

    def _paint_name_half(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        """A country's name, with a mark in its colour where the window shows the country."""
        number = None if row.entry is None else self._model.open.get(row.entry.iso3)
        if number is not None:
            mark = QRectF(rect.left(), rect.top() + 4, _OPEN_MARK, rect.height() - 8)
            self._fill(painter, mark, self._theme.panes[number])
        room = rect.adjusted(_PADDING, 0, -_GAP, 0)
        self._paint_names(painter, room, row, self._plain if number is None else self._strong)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, strength: float, *, outlined: bool
    ) -> None:
        colour = QColor(self._theme.accent)
        painter.setPen(colour if outlined else Qt.PenStyle.NoPen)
        colour.setAlphaF(strength)
        painter.setBrush(colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -2.5, -1.5), 4, 4)

    def _paint_group(self, painter: QPainter, room: QRectF, row: Row) -> None:
        """A continent, a region, a heading or a message, with its count at the right."""
        painter.setPen(self._colour(self._theme.muted))
        if row.count:
            count = str(row.count)
            self._small.draw_right(painter, room, count)
            room.setRight(room.right() - self._small.width(count) - _GAP)
        face = self._plain
        if row.kind is RowKind.CONTINENT:
            face = self._strong
            painter.setPen(self._colour(self._theme.text))
        face.draw(painter, room, row.text)

    def _paint_figure_half(self, painter: QPainter, rect: QRectF, shown: PickerFigure) -> None:
        """A score with its bar, or a change."""
        theme, room = self._theme, rect.adjusted(0, 0, -_MARGIN, 0)
        if shown.polarity is None:
            painter.setPen(self._colour(theme.direction(shown.direction)))
            self._plain.draw_right(painter, room, shown.text)
            return
        painter.setPen(self._colour(theme.muted if shown.score is None else theme.text))
        self._plain.draw_right(painter, room.adjusted(0, 0, 0, -_BAR), shown.text)
        if shown.score is not None:
            width = self._score_width
            bar = QRectF(room.right() - width, room.bottom() - _BAR - 3, width, _BAR)
            self._fill(painter, bar, theme.track)
            bar.setWidth(width * (shown.score - LOWEST) / (HIGHEST - LOWEST))
            self._fill(painter, bar, theme.family(shown.polarity))

    def _paint_names(self, painter: QPainter, room: QRectF, row: Row, face: Face) -> None:
        """The name, and behind it the other name where that is what matched."""
        theme, match = self._theme, row.match
        if match is None or not match.other_name:
            spans = () if match is None else match.name_spans
            self._paint_text(painter, room, face, theme.text, row.text, spans)
            return
        dash = self._plain.width(_DASH)
        wanted = dash + self._plain.width(match.other_name) + 1
        name_room = QRectF(room)
        least = min(wanted, room.width() * _OTHER_NAME_SHARE)
        name_room.setWidth(min(face.width(row.text) + 1, room.width() - least))
        self._paint_text(painter, name_room, face, theme.text, row.text, ())
        room.setLeft(name_room.right())
        self._paint_text(painter, room, self._plain, theme.muted, _DASH, ())
        room.setLeft(room.left() + dash)
        spans = match.other_spans
        self._paint_text(painter, room, self._plain, theme.muted, match.other_name, spans)

    def _paint_text(
        self,
        painter: QPainter,
        room: QRectF,
        face: Face,
        colour: str,
        text: str,
        spans: tuple[tuple[int, int], ...],
    ) -> None:
        """A text with the ground of its spans in the highlight colour."""
        for start, end in spans:
            left = room.left() + face.width(text[:start])
            width = face.width(text[:end]) - face.width(text[:start])
            piece = QRectF(left, room.center().y() - face.height / 2, width, face.height)
            self._fill(painter, piece & room, self._theme.highlight)
        painter.setPen(self._colour(self._theme.text if spans else colour))
        face.draw(painter, room, text)
