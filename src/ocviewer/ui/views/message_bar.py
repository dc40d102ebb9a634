"""A line at the top of the window that tells something without getting in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ocviewer.ui.views.focus_ring import FocusRing


class MessageBar(QFrame):
    """Shows one plain sentence until it is closed; ``details_wanted`` where there is more."""

    details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until something is told."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPushButton(self.tr("Details"), self)
        self._details.clicked.connect(self.details_wanted)
        close = QToolButton(self)
        close.setAutoRaise(True)
        close.setText("✕")
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        FocusRing(close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._details)
        layout.addWidget(close)
        self._is_hint = True
        self.hide()

    def end_hint(self) -> None:
        """Takes a hint away: something was done since."""
        if self._is_hint:
            self.hide()

    def tell(self, text: str, *, details: bool = False) -> None:
        """Shows a sentence; one with ``details``, and their button, stays until it is closed."""
        self._is_hint = not details
        self._text.setText(text)
        self.setAccessibleName(text)
        self._details.setVisible(details)
        self.show()

    @property
    def text(self) -> str:
        """What was told last."""
        return self._text.text()
