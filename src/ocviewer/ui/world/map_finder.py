"""A line to type a country's name in, which offers those that it may mean."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class MapFinder(QLineEdit):
    """Tells the closest country while it is typed, and the one that is chosen."""

    found = Signal(str)
    """The name of the country that comes closest to what is typed, or that was chosen."""
    confirmed = Signal()
    """Enter: the country is the one that was meant."""
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
        """Enter goes to the map, Escape clears the line or leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _look(self, text: str) -> None:
        names = self._find(text) if text.strip() else ()
        self._names.setStringList(names)
        if names:
            self.found.emit(names[0])
