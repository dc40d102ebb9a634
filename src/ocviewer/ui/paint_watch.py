"""Tells when a set of widgets has been painted for the first time."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """``painted`` comes once, after the last of the widgets has had its paint event."""

    painted = Signal()

    def __init__(self, widgets: Iterable[QWidget], parent: QObject) -> None:
        """Watches until each of the widgets has been painted."""
        super().__init__(parent)
        self._waiting = set(widgets)
        for widget in self._waiting:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Counts first paints; filters nothing out."""
        if event.type() is QEvent.Type.Paint and watched in self._waiting:
            self._waiting.discard(watched)
            watched.removeEventFilter(self)
            if not self._waiting:
                # after this event, so that the paint itself is over
                QTimer.singleShot(0, self.painted.emit)
        return False
