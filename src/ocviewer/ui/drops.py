"""Files that are dropped on the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Gather(NamedTuple):
    """Takes what is dropped at once, together, where at least one of it is ``wanted``."""

    wanted: Callable[[str], bool]
    take: Callable[[Sequence[str]], object]


class Drops(QObject):
    """Takes files of known kinds that are dropped on a widget, or on what in it takes none."""

    def __init__(
        self, target: QWidget, opens: dict[str, Callable[[str], object]], gather: Gather
    ) -> None:
        """``opens`` has what opens a file by the end of its name, such as ``.ocpack``.

        All other files and folders of a drop go to ``gather``.
        """
        super().__init__(target)
        self._opens = opens
        self._gather = gather
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def _names(self, event: QDropEvent) -> tuple[list[str], list[str]]:
        """What is opened one by one, and what is taken together."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        alone = [name for name in names if Path(name).suffix.lower() in self._opens]
        others = [name for name in names if name not in alone]
        return alone, others if any(map(self._gather.wanted, others)) else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's way to look at a widget's events."""
        if isinstance(event, QDragEnterEvent) and any(self._names(event)):
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            alone, together = self._names(event)
            for name in alone:
                self._opens[Path(name).suffix.lower()](name)
            if together:
                self._gather.take(together)
            event.acceptProposedAction()
            return bool(alone or together)
        return super().eventFilter(watched, event)
