"""A flat button that shows plainly whether it is pressed, in light and in dark.

The Fusion style tells a checked button by a shade that is hard to see on a dark ground.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from ocviewer.ui.theme import theme_of

PADDING = 10
"""Left and right of the text, in pixels."""

_RADIUS = 4
_RING = 2
"""As wide as the ring of the focus, and the gap within it, are."""


class CheckButton(QToolButton):
    """Filled with the accent when checked, with a ring around that when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Not checked."""
        super().__init__(parent)
        self._under_pointer = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """The text with some room around it."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * PADDING
        return QSize(width, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        """The whole text."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights up under the pointer."""
        self._under_pointer = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And goes quiet again."""
        self._under_pointer = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws ground, focus ring and text."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.hasFocus():  # a gap parts the ring from a ground of the same colour
            half, within = _RING / 2, 2 * _RING
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.setPen(QPen(QColor(theme.accent), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)
            place = QRectF(self.rect()).adjusted(within, within, -within, -within)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.accent if self.isChecked() else theme.window
        if not self.isChecked() and (self._under_pointer or self.isDown()):
            ground = theme.line
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        painter.setPen(QColor(theme.accent_text if self.isChecked() else theme.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
