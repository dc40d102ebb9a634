"""A few sentences in at most two lines; the whole of them is in the tooltip."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocviewer.domain.plain_text import one_line
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

_LINES = 2
_SIDE, _ABOVE = 12, 5


class StripLabel(QWidget):
    """Always two lines high: another text lays nothing out anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a text is set."""
        super().__init__(parent)
        self._text = ""
        self.lines: tuple[str, ...] = ()
        """What is painted."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Shows a text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(tooltip(text))
            self._arrange()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(400, _LINES * self.fontMetrics().height() + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, self.sizeHint().height())

    def _arrange(self) -> None:
        """Breaks the text, and elides the last line where there would be more."""
        text, width = one_line(self._text), max(1, self.width() - 2 * _SIDE)
        layout = QTextLayout(text, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= _LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        parts = [text[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
        lines = [part.strip() for part in parts[: _LINES - 1]]
        if len(parts) >= _LINES:
            last = text[starts[_LINES - 1] :]
            elide = Qt.TextElideMode.ElideRight
            lines.append(self.fontMetrics().elidedText(last, elide, width))
        self.lines = tuple(lines)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the text anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follows font and palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the lines."""
        painter = QPainter(self)
        painter.setPen(QColor(theme_of(self.palette()).text))
        metrics = self.fontMetrics()
        for number, line in enumerate(self.lines):
            y = _ABOVE + number * metrics.height() + metrics.ascent()
            painter.drawText(QPointF(_SIDE, y), line)
        painter.end()
