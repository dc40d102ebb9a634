"""Paints the rows of the country selector: name with its matches, and a figure at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ocviewer.domain.score import HIGHEST, LOWEST
from ocviewer.presenter.picker import PickerEntry, PickerFigure, figure
from ocviewer.ui.theme import Theme, theme_of
from ocviewer.ui.views.country_model import CountryModel, Row, RowKind

_PADDING = 7
_GAP = 8
_OPEN_MARK = 3
_BAR = 2
_WIDEST_SCORE = "10.00"
_OTHER_NAME_SHARE = 0.45
_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FIGURE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE = Qt.TextFlag.TextSingleLine

_Spans = tuple[tuple[int, int], ...]


class CountryDelegate(QStyledItemDelegate):
    """Paints straight from the model's rows, which all have one height."""

    def __init__(self, model: CountryModel, view: QTreeView) -> None:
        """``view`` shows ``model``."""
        super().__init__(view)
        self._model = model
        self._view = view
        self.set_font(view.font())

    def set_font(self, font: QFont) -> None:
        """Takes the font of the view; call it again when that changes."""
        self._font = QFont(font)
        self._font.setFeature(QFont.Tag("tnum"), 1)
        self._strong = QFont(self._font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(self._font)
        self._small.setPointSizeF(self._small.pointSizeF() * 0.9)
        self._metrics = QFontMetricsF(self._font)
        self._height = round(self._metrics.height()) + 2 * 5
        self._score_width = self._metrics.horizontalAdvance(_WIDEST_SCORE)

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
        """Paints one row."""
        row = self._model.row_of(index)
        if row is None:
            return
        theme = theme_of(self._view.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(
            painter, rect, theme, index, bool(state & QStyle.StateFlag.State_MouseOver)
        )
        if row.entry is None:
            self._paint_group(painter, QRectF(rect), theme, row)
        else:
            self._paint_country(painter, QRectF(rect), theme, row, row.entry)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        theme: Theme,
        index: QModelIndex | QPersistentModelIndex,
        hovered: bool,
    ) -> None:
        current = index == self._view.currentIndex()
        if not current and not hovered:
            return
        ground = QRectF(rect).adjusted(0.5, 1.5, -2.5, -1.5)
        colour = QColor(theme.accent)
        colour.setAlphaF(0.16 if current else 0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        if current and self._view.hasFocus():
            painter.setPen(QColor(theme.accent))
        painter.setBrush(colour)
        painter.drawRoundedRect(ground, 4, 4)

    def _paint_group(self, painter: QPainter, rect: QRectF, theme: Theme, row: Row) -> None:
        """A continent, a region, a heading or a message, with its count at the right."""
        text_rect = rect.adjusted(_PADDING, 0, -_PADDING - 2, 0)
        painter.setPen(QColor(theme.muted))
        if row.count:
            count = str(row.count)
            painter.setFont(self._small)
            painter.drawText(text_rect, _FIGURE | _LINE, count)
            text_rect.setRight(
                text_rect.right() - QFontMetricsF(self._small).horizontalAdvance(count) - _GAP
            )
        strong = row.kind is RowKind.CONTINENT
        font = self._strong if strong else self._font
        painter.setFont(font)
        if strong:
            painter.setPen(QColor(theme.text))
        text = QFontMetricsF(font).elidedText(
            row.text, Qt.TextElideMode.ElideRight, text_rect.width(), _LINE
        )
        painter.drawText(text_rect, _TEXT | _LINE, text)

    def _paint_country(
        self, painter: QPainter, rect: QRectF, theme: Theme, row: Row, entry: PickerEntry
    ) -> None:
        is_open = entry.iso3 in self._model.open
        if is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            mark = QRectF(rect.left(), rect.top() + 4, _OPEN_MARK, rect.height() - 8)
            painter.drawRoundedRect(mark, 1.5, 1.5)
        room = rect.adjusted(_PADDING, 0, -_PADDING - 2, 0)
        taken = self._paint_figure(painter, room, theme, figure(entry, self._model.order))
        room.setRight(room.right() - taken - _GAP)
        name_font = self._strong if is_open else self._font
        name_width = QFontMetricsF(name_font).horizontalAdvance(entry.name)
        match = row.match
        if match is None or not match.other_name:
            spans = () if match is None else match.name_spans
            self._paint_text(painter, room, theme, name_font, theme.text, entry.name, spans)
            return
        dash = " — "
        dash_width = self._metrics.horizontalAdvance(dash)
        other_width = self._metrics.horizontalAdvance(match.other_name)
        least = min(dash_width + other_width, room.width() * _OTHER_NAME_SHARE)
        name_room = QRectF(room)
        name_room.setWidth(min(name_width + 1, room.width() - least))
        self._paint_text(painter, name_room, theme, name_font, theme.text, entry.name, ())
        painter.setPen(QColor(theme.muted))
        room.setLeft(name_room.right())
        painter.drawText(room, _TEXT | _LINE, dash)
        room.setLeft(room.left() + dash_width)
        self._paint_text(
            painter, room, theme, self._font, theme.muted, match.other_name, match.other_spans
        )

    def _paint_figure(
        self, painter: QPainter, room: QRectF, theme: Theme, shown: PickerFigure
    ) -> float:
        """The figure at the right, a score with its bar; gives the width that it takes."""
        painter.setFont(self._font)
        if shown.polarity is None:
            painter.setPen(QColor(theme.direction(shown.direction)))
            painter.drawText(room, _FIGURE | _LINE, shown.text)
            return self._metrics.horizontalAdvance(shown.text)
        painter.setPen(QColor(theme.muted if shown.score is None else theme.text))
        painter.drawText(room.adjusted(0, 0, 0, -_BAR), _FIGURE | _LINE, shown.text)
        if shown.score is not None:
            width = self._score_width
            bar = QRectF(room.right() - width, room.bottom() - _BAR - 2.5, width, _BAR)
            painter.fillRect(bar, QColor(theme.track))
            bar.setWidth(width * (shown.score - LOWEST) / (HIGHEST - LOWEST))
            painter.fillRect(bar, QColor(theme.family(shown.polarity)))
        return self._score_width

    def _paint_text(
        self,
        painter: QPainter,
        room: QRectF,
        theme: Theme,
        font: QFont,
        colour: str,
        text: str,
        spans: _Spans,
    ) -> None:
        """A text, elided at the right, with the ground of its spans in the highlight colour."""
        metrics = QFontMetricsF(font)
        ground = QColor(theme.highlight)
        for start, end in spans:
            left = room.left() + metrics.horizontalAdvance(text[:start])
            right = room.left() + metrics.horizontalAdvance(text[:end])
            middle = room.center().y()
            half = metrics.height() / 2
            piece = QRectF(left, middle - half, right - left, 2 * half) & room
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(piece, 2, 2)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if spans else colour))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width(), _LINE)
        painter.drawText(room, _TEXT | _LINE, elided)
