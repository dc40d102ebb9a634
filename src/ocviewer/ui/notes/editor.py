"""Writes a note: a small window that stays beside the text and saves by itself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ocviewer.library.notes.schema import LONGEST_TEXT
from ocviewer.ui.views.elided_label import ElidedLabel

_PAUSE = 600
"""Milliseconds without a key after which what was typed is written."""
_SIZE = (420, 260)


class NoteEditor(QDialog):
    """The text of one note. Escape and closing keep what was typed.

    ``written`` carries the text whenever it should be kept, the last time when the window closes;
    ``delete_wanted`` is the button.
    """

    written = Signal(str)
    delete_wanted = Signal()

    def __init__(self, about: str, quote: str, text: str, parent: QWidget | None = None) -> None:
        """``about`` says what the note is about; ``quote`` is the passage or empty."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note – %1").replace("%1", about))
        self._written = text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)
        heading = ElidedLabel(self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.set_text(about)
        self.text = QPlainTextEdit(text, self)
        self.text.setAccessibleName(self.tr("Text of the note"))
        self.text.setPlaceholderText(self.tr("Write a note. It is saved by itself."))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_typed)
        self._state = QLabel(self)
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        delete = QPushButton(self.tr("&Delete"), self)
        delete.setAutoDefault(False)
        delete.clicked.connect(self.delete_wanted)
        close = QPushButton(self.tr("&Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        if quote:
            passage = ElidedLabel(self)
            passage.set_text(f"“{quote}”")
            passage.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(passage)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addWidget(self._state, 1)
        row.addWidget(delete)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(*_SIZE)
        self.text.setFocus()

    def _on_typed(self) -> None:
        text = self.text.toPlainText()
        if len(text) > LONGEST_TEXT:  # e.g. a book was pasted; the file would not take it
            self.text.setPlainText(text[:LONGEST_TEXT])
            self.tell(
                self.tr("A note has at most %1 characters.").replace("%1", f"{LONGEST_TEXT:,}")
            )
            return
        self._state.clear()
        self._timer.start()

    def tell(self, text: str) -> None:
        """Says something below the text: that it is saved, or why it is not."""
        self._state.setText(text)
        self._state.setAccessibleName(text)

    def keep(self) -> None:
        """Has what was typed written, if it was not."""
        self._timer.stop()
        text = self.text.toPlainText()
        if text != self._written:
            self._written = text
            self.written.emit(text)

    def discard(self) -> None:
        """Closes without writing anything more: the note is gone."""
        self._timer.stop()
        self._written = self.text.toPlainText()
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter closes; so does Escape, by itself."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.reject()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Keeps what was typed, however the window is closed."""
        self.keep()
        super().done(result)
