"""Paints a note in the list: what it is about, its quote in its mark, and its text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ocviewer.domain.note import NoteKind
from ocviewer.domain.plain_text import one_line
from ocviewer.presenter.notes.view import NoteView
from ocviewer.ui.notes.list_model import NoteListModel
from ocviewer.ui.notes.mark_sample import paint_marked
from ocviewer.ui.theme import Theme, theme_of
from ocviewer.ui.views.row_ground import paint_row_ground

_SIDE, _ABOVE, _BETWEEN = 12, 7, 3
_SIGNS = {
    NoteKind.BOOKMARK: "★",
    NoteKind.HIGHLIGHT: "",
    NoteKind.COUNTRY: "✎",
    NoteKind.INDICATOR: "✎",
    NoteKind.SECTION: "✎",
}


class NoteDelegate(QStyledItemDelegate):
    """Three lines at most; all rows have the height of theirs."""

    def __init__(self, model: NoteListModel, view: QListView) -> None:
        """``view`` shows ``model``."""
        super().__init__(view)
        self._model = model
        self._view = view

    def _lines(self, view: NoteView) -> int:
        return 1 + bool(view.quote) + bool(view.text.strip())

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the lines that the note has."""
        view = self._model.view(index)
        lines = 1 if view is None else self._lines(view)
        line = QFontMetrics(self._view.font()).height() + _BETWEEN
        return QSize(0, lines * line - _BETWEEN + 2 * _ABOVE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one note."""
        view = self._model.view(index)
        if view is None:
            return
        painter.save()
        theme, rect = theme_of(self._view.palette()), QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, rect, self._view, selected=selected)
        room = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        height = QFontMetrics(self._view.font()).height()
        line = QRect(room.left(), room.top(), room.width(), height)
        self._paint_head(painter, line, view, theme)
        step = height + _BETWEEN
        if view.quote:
            line.translate(0, step)
            metrics = QFontMetrics(self._view.font())
            quote = metrics.elidedText(
                one_line(view.quote), Qt.TextElideMode.ElideRight, line.width()
            )
            paint_marked(painter, line, quote, self._view.font(), view.note.mark or 1, theme)
        if view.text.strip():
            line.translate(0, step)
            self._paint_text(painter, line, one_line(view.text), theme.text, self._view.font())
        painter.restore()

    def _paint_head(self, painter: QPainter, line: QRect, view: NoteView, theme: Theme) -> None:
        """What it is about in bold, what it is, and at the right when, or that it is lost."""
        right = self.tr("lost") if view.is_lost else view.date
        small = QFont(self._view.font())
        metrics = QFontMetrics(small)
        width = metrics.horizontalAdvance(right) + 2
        colour = theme.worse if view.is_lost else theme.muted
        place = QRect(line.right() - width, line.top(), width, line.height())
        self._paint_text(painter, place, right, colour, small)
        bold = QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        room = QRect(line.left(), line.top(), line.width() - width - _SIDE, line.height())
        sign = _SIGNS[view.note.kind]
        about = f"{sign} {view.about}" if sign else view.about
        taken = self._paint_text(painter, room, about, theme.text, bold)
        room.setLeft(room.left() + taken + _SIDE)
        if room.width() > 4 * _SIDE:
            self._paint_text(painter, room, view.kind, theme.muted, self._view.font())

    @staticmethod
    def _paint_text(painter: QPainter, room: QRect, text: str, colour: str, font: QFont) -> int:
        """Paints a text in one line, elided; returns how wide it is."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
