"""The heading of a table of countries: flat, each title right above what stands below it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from ocviewer.ui.theme import theme_of

_ARROW = 3.0
_GAP = 4.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
SORT_ROOM = 2 * _ARROW + _GAP
"""What a title needs for the arrow beside it."""


class TableHeader(QHeaderView):
    """Titles with an arrow at the column that rules the order: up where the smallest is first."""

    def __init__(self, padding: int, parent: QWidget | None = None) -> None:
        """``padding`` is that of the cells."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._padding = padding
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draws the title of a column, and the arrow."""
        theme = theme_of(self.palette())
        place = QRectF(rect)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.window))
        painter.drawRect(place)
        painter.setBrush(QColor(theme.line))
        painter.drawRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1))
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        model, room = self.model(), place.adjusted(self._padding, 0, -self._padding, 0)
        title = str(model.headerData(section, self.orientation()) or "")
        role = Qt.ItemDataRole.TextAlignmentRole
        alignment = model.headerData(section, self.orientation(), role)
        right = bool(int(alignment or 0) & Qt.AlignmentFlag.AlignRight.value)
        width = self.fontMetrics().horizontalAdvance(title)
        left = room.right() - width if right else room.left()
        painter.setPen(QColor(theme.text if sorts else theme.muted))
        painter.drawText(QRectF(left, room.top(), width + 1, room.height()), _MIDDLE, title)
        if sorts:
            x = left - _GAP - _ARROW if right else left + width + _GAP + _ARROW
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawPolygon(self._arrow(x, room.center().y()))
        painter.restore()

    def _arrow(self, x: float, y: float) -> QPolygonF:
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        half = _ARROW / 2 if up else -_ARROW / 2
        return QPolygonF(
            [QPointF(x - _ARROW, y + half), QPointF(x + _ARROW, y + half), QPointF(x, y - half)]
        )
