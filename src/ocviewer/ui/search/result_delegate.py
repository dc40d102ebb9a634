"""Paints the rows of the results: country, and below it section, edition and a piece of text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ocviewer.library.spelling import Span
from ocviewer.presenter.search.results import HitView
from ocviewer.ui.search.result_model import ResultModel, ResultRow
from ocviewer.ui.search.units import characters, units
from ocviewer.ui.theme import theme_of

_PADDING = 8
_INDENT = 20
_LINES = 2
"""Of a snippet."""
_LEADING = 1.04


class ResultDelegate(QStyledItemDelegate):
    """Paints straight from the model's rows."""

    def __init__(self, model: ResultModel, view: QAbstractItemView) -> None:
        """``view`` shows ``model``."""
        super().__init__(view)
        self._model = model
        self._view = view
        self.restyle()

    def restyle(self) -> None:
        """Takes font and theme from the view; call it again when they change."""
        self._theme = theme_of(self._view.palette())
        self._plain = QFont(self._view.font())
        self._strong = QFont(self._plain)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(self._plain)
        self._small.setPointSizeF(self._plain.pointSizeF() * 0.92)
        self._line = QFontMetricsF(self._plain).height()
        self._form = QTextCharFormat()
        self._form.setBackground(QBrush(QColor(self._theme.highlight)))
        self._form.setForeground(QBrush(QColor(self._theme.text)))
        self._form.setFontWeight(QFont.Weight.DemiBold)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line for a heading, and three for a hit: where it is, and two of its text."""
        if self._model.rows[index.row()].view is None:
            return QSize(0, round(self._line * 1.9))
        return QSize(0, round(self._line * (1 + _LINES) * 1.08 + 10))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one row."""
        row = self._model.rows[index.row()]
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if row.view is None:
            self._paint_group(painter, rect, row)
        else:
            current = index == self._view.currentIndex()
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if current or hovered:
                self._paint_ground(painter, rect, current)
            self._paint_hit(painter, rect, row.view)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, current: bool) -> None:
        colour = QColor(self._theme.accent)
        painter.setPen(colour if current else Qt.PenStyle.NoPen)
        colour.setAlphaF(0.14 if current else 0.06)
        painter.setBrush(colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(rect.adjusted(_PADDING / 2 + 0.5, 1.5, -2.5, -1.5), 4, 4)

    def _paint_group(self, painter: QPainter, rect: QRectF, row: ResultRow) -> None:
        """The name at the left; region and count at the right."""
        group, theme = row.group, self._theme
        room = rect.adjusted(_PADDING, 6, -_PADDING, 0)
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.topLeft() + QPointF(_PADDING, 0.5), rect.topRight() + QPointF(0, 0.5))
        note = "  ·  ".join(filter(None, (group.place, str(len(group.hits)))))
        taken = QFontMetricsF(self._small).horizontalAdvance(note)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, note)
        left = room.adjusted(0, 0, -taken - 2 * _PADDING, 0)
        top = left.top() + (left.height() - self._line) / 2
        self._draw(painter, left, top, group.title.text, group.title.ranges, self._strong, 1)

    def _paint_hit(self, painter: QPainter, rect: QRectF, view: HitView) -> None:
        room = rect.adjusted(_INDENT, 5, -_PADDING, -3)
        taken = 0.0
        if view.edition_text:
            painter.setFont(self._small)
            painter.setPen(QColor(self._theme.muted))
            taken = QFontMetricsF(self._small).horizontalAdvance(view.edition_text) + _PADDING
            line = QRectF(room.left(), room.top(), room.width(), self._line)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, view.edition_text)
        head = room.adjusted(0, 0, -taken, 0)
        colour = self._theme.muted
        self._draw(painter, head, room.top(), *view.label, self._small, 1, colour)
        top = room.top() + self._line * 1.08
        self._draw(painter, room, top, *view.snippet, self._plain, _LINES)

    def _draw(
        self,
        painter: QPainter,
        room: QRectF,
        top: float,
        text: str,
        ranges: tuple[Span, ...],
        font: QFont,
        lines: int,
        colour: str = "",
    ) -> None:
        """Draws plain text in so many lines at most, with what was found standing out."""
        shown = text
        if not text.isprintable():
            shown = "".join(c if c.isprintable() else " " for c in text)
        if lines == 1:  # as much as fits
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        formats = [self._found(text, span) for span in ranges]
        layout, end = _laid_out(shown, font, formats, room.width(), lines)
        if end < len(shown):
            shown = shown[: max(0, end - 2)].rstrip(" .,;:…") + "…"
            layout, _ = _laid_out(shown, font, formats, room.width(), lines)
        painter.setPen(QColor(colour or self._theme.text))
        layout.draw(painter, QPointF(room.left(), top))

    def _found(self, text: str, span: Span) -> QTextLayout.FormatRange:
        """Bold on a ground: told apart without colour, too."""
        found = QTextLayout.FormatRange()
        found.start = units(text, span[0])
        found.length = units(text, span[1]) - units(text, span[0])
        found.format = self._form
        return found


def _laid_out(
    text: str,
    font: QFont,
    formats: list[QTextLayout.FormatRange],
    width: float,
    lines: int,
) -> tuple[QTextLayout, int]:
    """The text in so many lines at most, and up to which character they go."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    height, end = 0.0, 0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * _LEADING
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, characters(text, end)
