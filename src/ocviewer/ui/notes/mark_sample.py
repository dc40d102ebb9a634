"""A text in the look of a highlight's mark, as the reader paints it, on a painter."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from ocviewer.ui.reader.marks import MarkKind, format_of
from ocviewer.ui.theme import Theme


def paint_marked(
    painter: QPainter, room: QRect, text: str, font: QFont, mark: int, theme: Theme
) -> None:
    """Paints one line that fits its room, with the ground and the line of a mark."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = 0, len(text.encode("utf-16-le")) // 2
    marked.format = format_of(MarkKind[f"HIGHLIGHT_{mark}"], theme)
    layout.setFormats([marked])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    layout.draw(painter, room.topLeft().toPointF())
