"""A page of the documentation, as it is meant to be read."""

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QEvent, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ocviewer.ui.reader.addresses import web_address
from ocviewer.ui.theme import theme_of

_MARGIN = 14
_ABOVE_TABLE = 6
_ABOVE_HEADING = 16
_LARGEST = 4
"""Less its level, by how many steps of size a heading is larger than the text."""
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class MarkdownView(QTextBrowser):
    """Markdown set as text and tables, read-only; HTML in it stays text.

    A link to a heading of the page goes there. ``link_clicked`` carries an http or https address
    that the user wants opened: the view itself opens nothing and loads nothing.
    """

    link_clicked = Signal(str)

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        """Shows a page."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.document().setMarkdown(markdown, _FEATURES)
        self._drop_dead_links()
        self._set_headings()
        self._rule_tables()
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Rules the tables anew in new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._rule_tables()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """No bytes: not ``None``, upon which Qt would look for a local file itself."""
        return QByteArray()

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith("#"):
            self._go_to(address.removeprefix("#"))
        else:
            self.link_clicked.emit(address)

    def _go_to(self, anchor: str) -> None:
        for block in self._blocks():
            if block.blockFormat().headingLevel() and _anchor_of(block.text()) == anchor:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return

    def _drop_dead_links(self) -> None:
        """Makes plain text of links to files, which are not beside the page in the program."""
        dead = []
        for block in self._blocks():
            for fragment in _fragments(block):
                address = fragment.charFormat().anchorHref()
                if address and not address.startswith("#") and not web_address(address):
                    dead.append((fragment.position(), fragment.length()))
        for position, length in dead:
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(QTextCharFormat())

    def _set_headings(self) -> None:
        """Room above each, and one size for all of it: Qt leaves code in a heading small."""
        for block in self._blocks():
            level = block.blockFormat().headingLevel()
            if level:
                cursor = QTextCursor(block)
                room = QTextBlockFormat()
                room.setTopMargin(_ABOVE_HEADING)
                cursor.mergeBlockFormat(room)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = QTextCharFormat()
                letters.setProperty(QTextFormat.Property.FontSizeAdjustment, _LARGEST - level)
                letters.setFontWeight(QFont.Weight.Bold)
                cursor.mergeCharFormat(letters)

    def _rule_tables(self) -> None:
        """Hairlines: Qt's own are as strong as the text."""
        line = QBrush(QColor(theme_of(self.palette()).line))
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                ruled = frame.format().toTableFormat()
                ruled.setBorderBrush(line)
                ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                ruled.setTopMargin(_ABOVE_TABLE)
                frame.setFormat(ruled)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _anchor_of(heading: str) -> str:
    """The anchor that a heading has on GitHub."""
    kept = (letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return "".join(kept).replace(" ", "-")
