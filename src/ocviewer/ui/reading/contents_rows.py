"""Paints the contents: number and title, what is left, and a bar for what was read."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ocviewer.ui.theme import theme_of

ROLE = Qt.ItemDataRole.UserRole
"""Holds the ``SectionProgress`` of a row; its tooltip says what is left."""

SIDE = 12
_ABOVE_AND_BELOW = 6
_BAR = 2


class ContentsRows(QStyledItemDelegate):
    """The row of the open section is bold on a ground, with a bar at its left."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line and the bar."""
        return QSize(0, option.fontMetrics.height() + 2 * _ABOVE_AND_BELOW + 2 * _BAR)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws a row."""
        progress = index.data(ROLE)
        place, theme = QRectF(option.rect), theme_of(option.palette)
        painter.save()
        is_open = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_open:
            painter.fillRect(place, QColor(theme.track))
            edge = QRectF(place.left(), place.top(), 3, place.height())
            painter.fillRect(edge, QColor(theme.accent))
        if is_open and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        inner = place.adjusted(SIDE, 0, -SIDE, -2 * _BAR)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        font = QFont(option.font)
        metrics = QFontMetricsF(font)
        left = index.data(Qt.ItemDataRole.ToolTipRole)
        number = f"{progress.row.number:02d}" if progress.row.number else ""
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(inner, flags | Qt.AlignmentFlag.AlignRight, left)
        painter.drawText(inner, flags, number)
        inner.setRight(inner.right() - metrics.horizontalAdvance(left) - SIDE / 2)
        if number:
            inner.setLeft(inner.left() + metrics.horizontalAdvance("00 "))
        font.setBold(is_open)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        elide = Qt.TextElideMode.ElideRight
        title = QFontMetricsF(font).elidedText(progress.row.title, elide, inner.width())
        painter.drawText(inner, flags, title)
        line = place.adjusted(SIDE, place.height() - 2 * _BAR, -SIDE, -_BAR)
        painter.fillRect(line, QColor(theme.line))
        line.setWidth(line.width() * progress.share)
        painter.fillRect(line, QColor(theme.accent))
        painter.restore()
