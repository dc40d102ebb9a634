"""Sentences with links in them: text stays text, and only what is marked as a link is one."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ocviewer.domain.plain_text import plain
from ocviewer.presenter.world.linked import Linked, Piece, unlinked


class LinkedText(QLabel):
    """Paragraphs whose links the mouse and the keyboard reach; ``followed`` carries a target."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until sentences are set."""
        super().__init__(parent)
        self._sentences: tuple[Linked, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.linkActivated.connect(self.followed)

    def set_sentences(self, sentences: Sequence[Linked]) -> None:
        """Shows a paragraph for each."""
        self._sentences = tuple(sentences)
        self._write()
        self.setAccessibleName("\n".join(map(unlinked, sentences)))

    def _write(self) -> None:
        # named, for a label keeps the colour that a link has when the text is first laid out
        colour = self.palette().color(QPalette.ColorRole.Link).name()
        paragraphs = (
            "".join(_html(piece, colour) for piece in sentence) for sentence in self._sentences
        )
        self.setText("".join(f'<p style="margin: 0 0 6px 0">{text}</p>' for text in paragraphs))

    def changeEvent(self, event: QEvent) -> None:
        """Writes the links in the new colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()


def _html(piece: Piece, colour: str) -> str:
    text = escape(plain(piece.text))
    if not piece.target:
        return text
    style = f"color: {colour}; text-decoration: none"
    return f'<a href="{escape(piece.target)}" style="{style}">{text}</a>'
