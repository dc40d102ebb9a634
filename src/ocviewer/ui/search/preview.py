"""The whole passage of a hit, to be read beside the list, with what was found marked."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from ocviewer.domain.plain_text import one_line
from ocviewer.library.spelling import Span
from ocviewer.ui.reader.marks import MarkKind, format_of
from ocviewer.ui.reader.measure import reading_font
from ocviewer.ui.search.units import units
from ocviewer.ui.theme import theme_of
from ocviewer.ui.views.elided_label import ElidedLabel
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

_MARGIN = 10


class Preview(QWidget):
    """Text as text, with where it is from above; ``opened`` asks for its place in the profile."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a passage is shown."""
        super().__init__(parent)
        self._ranges: tuple[Span, ...] = ()
        self.heading = ElidedLabel(self)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.heading.setFont(bold)
        self.place = ElidedLabel(self)
        self.place.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button = QPushButton(self.tr("Open"), self)
        self.button.setToolTip(self.tr("Opens the profile at this passage (Enter)"))
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAcceptRichText(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setVerticalScrollBar(FlatScrollBar(self.text))
        self.text.document().setDocumentMargin(_MARGIN)
        self.text.document().setUndoRedoEnabled(False)
        self.text.setAccessibleName(self.tr("Passage"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.heading)
        names.addWidget(self.place)
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 6, 0, 0)
        head.addLayout(names, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self.button.clicked.connect(self.opened)
        self.clear()

    def clear(self) -> None:
        """Shows nothing."""
        self.show_passage("", "", "", ())

    def show_passage(self, heading: str, place: str, text: str, ranges: tuple[Span, ...]) -> None:
        """Shows a text with ranges of it marked."""
        self.heading.set_text(one_line(heading))
        self.place.set_text(one_line(place))
        self.button.setVisible(bool(heading))
        # one character for one, so that the ranges stay true
        shown = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
        self._ranges = tuple((units(shown, start), units(shown, end)) for start, end in ranges)
        self.text.setFont(reading_font(self.font(), 0))
        self.text.setPlainText(shown)
        self._mark()

    def _mark(self) -> None:
        form = format_of(MarkKind.HIT, theme_of(self.palette()))
        self.text.setExtraSelections([self._selection(span, form) for span in self._ranges])

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = form
        return selection

    def changeEvent(self, event: QEvent) -> None:
        """Marks anew in new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._mark()
