"""A ring around a widget that the keyboard is in, above what the widget paints."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ocviewer.ui.theme import theme_of

_WIDTH = 2
_RADIUS = 3
_COMING_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""After these the ring is as it was before."""


class FocusRing(QWidget):
    """Shown while its parent has the focus, unless a click gave it.

    A widget of its own, for what is painted into a text that scrolls would be scrolled along, and
    the style's own mark of a flat button is too faint to be found.
    """

    def __init__(self, parent: QWidget) -> None:
        """Follows the size and the focus of ``parent``."""
        super().__init__(parent)
        self._around = parent
        self._keyed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        parent.installEventFilter(self)
        if isinstance(parent, QAbstractScrollArea):
            parent.viewport().installEventFilter(self)  # a bar that comes or goes resizes it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees what happens to the parent, and to what it scrolls."""
        if isinstance(event, QFocusEvent) and watched is self._around:
            if event.gotFocus() and event.reason() not in _COMING_BACK:
                self._keyed = event.reason() is not Qt.FocusReason.MouseFocusReason
            self._fit()
            self.setVisible(event.gotFocus() and self._keyed)
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        around, place = self._around, self._around.rect()
        if isinstance(around, QAbstractScrollArea):  # which keeps its bars above all else
            if around.verticalScrollBar().isVisible():
                place.setRight(around.viewport().geometry().right())
            if around.horizontalScrollBar().isVisible():
                place.setBottom(around.viewport().geometry().bottom())
        self.setGeometry(place)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ring just within the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self.palette()).accent), _WIDTH))
        place = QRectF(self.rect()).adjusted(_WIDTH / 2, _WIDTH / 2, -_WIDTH / 2, -_WIDTH / 2)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        painter.end()
