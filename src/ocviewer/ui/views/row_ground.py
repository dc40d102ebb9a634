"""The ground of a row in a list that is painted by hand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ocviewer.ui.theme import theme_of


def paint_row_ground(painter: QPainter, rect: QRect, view: QWidget, *, selected: bool) -> None:
    """A line below the row; where it is selected a tint, framed while the view has the keyboard."""
    theme = theme_of(view.palette())
    if selected:
        colour = QColor(theme.accent)
        painter.setPen(QPen(colour) if view.hasFocus() else Qt.PenStyle.NoPen)
        colour.setAlphaF(0.14)
        painter.setBrush(colour)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
