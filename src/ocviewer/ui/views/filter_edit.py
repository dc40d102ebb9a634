"""A line to type a filter in, from which the keyboard also drives the list below."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterEdit(QLineEdit):
    """Arrows move in ``target`` while the cursor stays here.

    ``confirmed`` is Enter and carries whether Ctrl was held; Escape clears, and an Escape with
    nothing to clear is ``left``.
    """

    confirmed = Signal(bool)
    left = Signal()

    def __init__(self, target: QWidget, parent: QWidget | None = None) -> None:
        """``target`` gets the keys that move up and down."""
        super().__init__(parent)
        self._target = target
        self.setClearButtonEnabled(True)

    def set_target(self, target: QWidget) -> None:
        """Gives the keys that move to another widget."""
        self._target = target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shares the keys between this line and the list."""
        if event.key() in _MOVES:
            QCoreApplication.sendEvent(self._target, event)
        elif event.key() in _ENTER:
            self.confirmed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
