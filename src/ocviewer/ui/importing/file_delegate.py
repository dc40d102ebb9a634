"""Paints a file in the list of an import: sign, what it holds, outcome, and a line below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ocviewer.ui.importing.file_model import FileModel
from ocviewer.ui.importing.texts import FileRow
from ocviewer.ui.theme import Theme, theme_of
from ocviewer.ui.views.row_ground import paint_row_ground

_SIDE, _ABOVE, _BETWEEN, _SIGN = 10, 6, 2, 18


class FileDelegate(QStyledItemDelegate):
    """Two lines; all rows have the same height."""

    def __init__(self, model: FileModel, view: QListView) -> None:
        """``view`` shows ``model``."""
        super().__init__(view)
        self._model = model
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines high, as wide as there is room."""
        return QSize(0, 2 * QFontMetrics(self._view.font()).height() + _BETWEEN + 2 * _ABOVE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one file."""
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        theme, rect = theme_of(self._view.palette()), QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, rect, self._view, selected=selected)
        self._paint_row(painter, rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE), row, theme)
        painter.restore()

    def _paint_row(self, painter: QPainter, room: QRect, row: FileRow, theme: Theme) -> None:
        plain, bold = QFont(self._view.font()), QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(plain)
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        warning = theme.worse if row.is_refused else theme.muted
        self._write(painter, line, row.sign, theme.worse if row.is_refused else theme.text, plain)
        line.setLeft(line.left() + _SIGN)
        right = " · ".join(filter(None, (row.outcome, row.differing)))
        width = metrics.horizontalAdvance(right) + 2
        place = QRect(line.right() - width, line.top(), width, line.height())
        self._write(painter, place, right, warning, plain)
        title = line.adjusted(0, 0, -width - _SIDE, 0)
        self._write(painter, title, row.title, theme.text, bold)
        line.translate(0, metrics.height() + _BETWEEN)
        self._write(painter, line, row.below, theme.muted, plain)

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str, colour: str, font: QFont) -> None:
        """Writes a text in one line, elided."""
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
