"""A table whose first column has boxes to tick."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget


def dress_ticks(table: QTableWidget, wide: int) -> None:
    """Sets a table for reading and ticking: whole rows, left headings, one ``wide`` column."""
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)  # its colour is that of the boxes
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    # Fusion draws the frame of a box in a darker shade of this, which no one sees in the dark
    palette = table.palette()
    palette.setColor(palette.ColorRole.Window, palette.color(palette.ColorRole.PlaceholderText))
    table.setPalette(palette)
