"""Writes a section into a text document: plain text only, and no more at once than is quick."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from ocviewer.domain.plain_text import one_line
from ocviewer.presenter.links import Link
from ocviewer.presenter.page import SectionView
from ocviewer.ui.reader.addresses import WORDING_LINK, web_address
from ocviewer.ui.reader.formats import address_link, block_format, chars_of, country_link
from ocviewer.ui.reader.measure import LEADING
from ocviewer.ui.reader.pieces import block_text, shown_pieces
from ocviewer.ui.theme import Theme

PORTION = 60_000
"""About how many characters are laid out at once (some 15 ms); a usual section has 3,000."""

CONTINUED = 1
"""The user state of a block whose paragraph goes on in the next block."""

HEAD_LINE_HEIGHT = 115.0
"""Of heading and label, which are short and leave the height to the text."""

_BLOCK_COST = 100
"""What a block takes beside its text, in characters, so that empty ones count too."""


class _Block(NamedTuple):
    """What a block holds: stretches of text, each with its looks, and how it is set."""

    runs: list[tuple[str, QTextCharFormat]]
    form: QTextBlockFormat
    state: int = -1


class SectionWriter:
    """Fills a document with one section.

    The heading and the first portion are written at once, the rest by ``write_more``, so that a
    paragraph of megabytes does not hold the window up. Sizes are relative to the document's
    default font.
    """

    def __init__(
        self,
        document: QTextDocument,
        section: SectionView,
        theme: Theme,
        links: Sequence[Link] = (),
        leading: int = LEADING,
    ) -> None:
        """Replaces what the document holds; the section is plain text throughout.

        ``links`` are in the order of the text; ``leading`` is the height of a line, in percent.
        """
        self._document = document
        self._section = section
        self._theme = theme
        self._links = links
        self._leading = float(leading)
        self._em = QFontMetricsF(document.defaultFont()).height()
        self._starts: list[int] = []
        self._rest = self._paragraphs()
        self.is_complete = False
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._write_head(cursor)
        self._write_body(cursor, _is_portion)
        cursor.endEditBlock()

    def write_more(self) -> None:
        """Appends the next portion, where there is one."""
        self._append(_is_portion)

    def write_all(self) -> None:
        """Appends all that is left, in one go: many portions take three times as long."""
        self._append(lambda _: False)

    def write_to(self, position: int) -> None:
        """Appends until the document has a character at a position, as far as there is text."""
        if self._document.characterCount() <= position:
            self._append(lambda _: self._document.characterCount() > position)

    def started(self) -> int:
        """How many paragraphs are written, the last of them perhaps in part."""
        return len(self._starts)

    def first_block(self, paragraph: int) -> int:
        """The number of the block that a paragraph starts with; writes up to there if need be."""
        if len(self._starts) <= paragraph:
            self._append(lambda _: len(self._starts) > paragraph)
        return self._starts[paragraph]

    def _write_head(self, cursor: QTextCursor) -> None:
        section, theme = self._section, self._theme
        heading = one_line(section.heading)
        title = one_line(section.title)
        number = heading.removesuffix(title) if heading.endswith(title) else ""
        label, url = one_line(section.label), one_line(section.url)
        switch = one_line(section.switch)
        below = 0.15 if label or url or switch else 0.4
        cursor.setBlockFormat(self._block(below=below, height=HEAD_LINE_HEIGHT))
        cursor.insertText(number, chars_of(theme.muted, size=1, weight=QFont.Weight.Normal))
        bold = chars_of(theme.text, size=1, weight=QFont.Weight.DemiBold)
        cursor.insertText(heading.removeprefix(number), bold)
        if not label and not url and not switch:
            return
        small = chars_of(theme.muted, size=-1)
        cursor.insertBlock(self._block(below=0.8, height=HEAD_LINE_HEIGHT), small)
        cursor.insertText(f"{label} " if label and url else label, small)
        cursor.insertText(
            url, address_link(small, url, theme) if web_address(section.url) else small
        )
        if switch:
            cursor.insertText(" · " if label or url else "", small)
            cursor.insertText(switch, address_link(small, WORDING_LINK, theme))

    def _append(self, is_enough: Callable[[int], bool]) -> None:
        if self.is_complete:
            return
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        self._write_body(cursor, is_enough)
        cursor.endEditBlock()

    def _write_body(self, cursor: QTextCursor, is_enough: Callable[[int], bool]) -> None:
        """Writes blocks until it is told, by the characters written, that it is enough."""
        written = 0
        for runs, form, state in self._rest:
            cursor.insertBlock(form, chars_of(self._theme.text))
            for text, chars in runs:
                cursor.insertText(text, chars)
                written += len(text)
            if state == CONTINUED:
                cursor.block().setUserState(state)
            written += _BLOCK_COST
            if is_enough(written):
                return
        self.is_complete = True

    def _paragraphs(self) -> Iterator[_Block]:
        """Every block of the body; the state of one whose paragraph goes on is ``CONTINUED``."""
        whole, broken = self._block(below=0.6), self._block(below=0)
        block = self._document.blockCount()
        for number, paragraph in enumerate(self._section.paragraphs):
            self._starts.append(block)
            links = [link for link in self._links if link.paragraph == number]
            start, before = 0, None
            for piece in shown_pieces(paragraph.text):
                if before is not None:
                    yield _Block(before, broken, CONTINUED)
                    block += 1
                before = list(self._runs(piece, start, links))
                start += len(piece)
            if before is not None:
                yield _Block(before, whole)
                block += 1
        if self._section.missing:
            muted = chars_of(self._theme.muted)
            yield _Block([(block_text(self._section.missing), muted)], whole)

    def _runs(
        self, piece: str, start: int, links: Sequence[Link]
    ) -> Iterator[tuple[str, QTextCharFormat]]:
        """A piece that starts at a place of its paragraph, parted where links start and end."""
        chars, done = chars_of(self._theme.text), 0
        for link in links:
            first, last = max(0, link.start - start), min(link.end - start, len(piece))
            if first >= last:
                continue
            if first > done:
                yield block_text(piece[done:first]), chars
            yield block_text(piece[first:last]), country_link(chars, link, self._theme)
            done = last
        if done < len(piece) or not done:
            yield block_text(piece[done:]), chars

    def _block(self, *, below: float, height: float | None = None) -> QTextBlockFormat:
        return block_format(below * self._em, self._leading if height is None else height)


def _is_portion(written: int) -> bool:
    return written >= PORTION
