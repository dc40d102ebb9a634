"""Files that are dropped on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Takes files of known kinds that are dropped on a widget, or on what in it takes none."""

    def __init__(self, target: QWidget, opens: dict[str, Callable[[str], object]]) -> None:
        """``opens`` has what opens a file by the end of its name, such as ``.ocpack``."""
        super().__init__(target)
        self._opens = opens
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def _names(self, event: QDropEvent) -> list[str]:
        names = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        return [name for name in names if Path(name).suffix.lower() in self._opens]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's way to look at a widget's events."""
        if isinstance(event, QDragEnterEvent) and self._names(event):
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            names = self._names(event)
            for name in names:
                self._opens[Path(name).suffix.lower()](name)
            event.acceptProposedAction()
            return bool(names)
        return super().eventFilter(watched, event)
