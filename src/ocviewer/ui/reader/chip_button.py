"""One indicator as a chip: its score, its name and its change."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ocviewer.domain.change import Direction
from ocviewer.domain.plain_text import one_line
from ocviewer.presenter.page import Chip
from ocviewer.ui.theme import theme_of
from ocviewer.ui.tooltips import tooltip

NO_CHANGE = "–"
"""Stands for a change that there is none of, as on the bars; tooltip and spoken text say why."""

_SIDE = 10
_GAP = 7
_ABOVE_AND_BELOW = 4
_MOVES = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


def spoken_chip(chip: Chip) -> str:
    """A chip in words: name, score and change."""
    change = chip.change
    moved = change.direction in (Direction.BETTER, Direction.WORSE)
    told = f"{change.amount} {change.word}" if moved else change.word
    return ", ".join(part for part in (one_line(chip.name), chip.score_text, told) if part)


class ChipButton(QAbstractButton):
    """A chip that can be pressed; arrow keys go on to the bar that holds it."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        """Shows a chip."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._change = ""
        self._advances = (0.0, 0.0, 0.0)
        self.set_chip(chip)

    @property
    def chip(self) -> Chip:
        """What is shown."""
        return self._chip

    def set_chip(self, chip: Chip) -> None:
        """Shows another chip in place."""
        self._chip = chip
        change = chip.change
        moved = change.direction in (Direction.BETTER, Direction.WORSE)
        self._change = f"{change.arrow} {change.amount}" if moved else change.arrow or NO_CHANGE
        name = one_line(chip.name)
        self.setText(name)
        self.setToolTip(tooltip(chip.tooltip))
        self.setAccessibleName(spoken_chip(chip))
        self._measure()

    def sizeHint(self) -> QSize:
        """As wide as all of its parts."""
        score, name, change = self._advances
        parts = score + _GAP + name + _GAP + change
        height = ceil(QFontMetricsF(self.font()).height()) + 2 * _ABOVE_AND_BELOW
        return QSize(ceil(parts) + 2 * _SIDE, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; the bar moves among its chips."""
        if event.key() in _MOVES:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measures again in a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Score in the family's colour, name, change in the colour of its direction."""
        theme = theme_of(self.palette())
        chip = self._chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isDown() or self.underMouse()
        ring = theme.accent if self.hasFocus() else theme.muted if lit else theme.line
        inset = 1.0 if self.hasFocus() else 0.5
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(ring), 2 * inset))
        painter.setBrush(QColor(theme.track if self.isDown() else theme.raised))
        painter.drawRoundedRect(frame, 6, 6)
        score, _, change = self._advances
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        inner = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setPen(QColor(theme.direction(chip.change.direction)))
        painter.drawText(inner, flags | Qt.AlignmentFlag.AlignRight, self._change)
        inner.adjust(0, 0, -change - _GAP, 0)
        painter.setFont(self._bold())
        painter.setPen(QColor(theme.family(chip.polarity)))
        painter.drawText(inner, flags, chip.score_text)
        inner.adjust(score + _GAP, 0, 0, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text))
        metrics = QFontMetricsF(self.font())
        # half a pixel of grace: rounding up the width must not cut the last letter
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width() + 0.5)
        painter.drawText(inner.adjusted(0, 0, 1, 0), flags, name)
        painter.end()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _measure(self) -> None:
        metrics = QFontMetricsF(self.font())
        self._advances = (
            QFontMetricsF(self._bold()).horizontalAdvance(self._chip.score_text),
            metrics.horizontalAdvance(self.text()),
            metrics.horizontalAdvance(self._change),
        )
        self.update()
