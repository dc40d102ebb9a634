"""A text view for text from files: it loads nothing, opens nothing, and never edits."""

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar
from ocviewer.ui.views.focus_ring import FocusRing


class PlainBrowser(QTextBrowser):
    """As wide as its lines are set to be, with a scroll bar that is always there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(FlatScrollBar(self))
        # one that comes and goes would resize the view, and lay its text out, once more
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # beside centred text too
        self.setAutoFillBackground(True)
        self.document().setUndoRedoEnabled(False)
        FocusRing(self)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """No bytes: text from files never makes the reader load anything.

        Not ``None``, upon which Qt would look for a local file itself.
        """
        return QByteArray()
