"""A line to type a country's name in, which offers those that it may mean."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class MapFinder(QLineEdit):
    """Enter takes the country that comes closest to what is typed, or one from the list."""

    found = Signal(str)
    """The name of the country that was taken."""
    missed = Signal(str)
    """What was typed, where no country comes close."""
    left = Signal()
    """Escape in an empty line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Finds nothing until it is told how."""
        super().__init__(parent)
        self._find: Callable[[str], tuple[str, ...]] = lambda _text: ()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.setPlaceholderText(self.tr("Find on the map…"))
        self.setAccessibleName(self.tr("Find a country on the map"))
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._look)
        completer.activated.connect(self.found)

    def set_find(self, find: Callable[[str], tuple[str, ...]]) -> None:
        """``find`` gives the names that a text may mean, the closest first."""
        self._find = find

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the closest, Escape clears the line or leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _look(self, text: str) -> None:
        self._names.setStringList(self._find(text) if text.strip() else ())

    def _take(self) -> None:
        text = self.text().strip()
        names = self._find(text) if text else ()
        if names:
            self.found.emit(names[0])
        elif text:
            self.missed.emit(text)
