"""Where the characters of a section's paragraphs are in the document, and the other way round.

A document has control characters taken out, counts UTF-16 units, and cuts a very long paragraph
into blocks; the library counts the characters of one text.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from ocviewer.domain.plain_text import plain
from ocviewer.presenter.page import SectionView
from ocviewer.ui.reader.document import SectionWriter
from ocviewer.ui.reader.pieces import shown_pieces


class Span(NamedTuple):
    """From ``start`` up to ``end`` in the text of a paragraph, as the library counts."""

    paragraph: int
    start: int
    end: int


class Places:
    """The places in a document as far as a writer has written it."""

    def __init__(
        self, document: QTextDocument, section: SectionView, writer: SectionWriter
    ) -> None:
        """Measures a paragraph when it is first asked for; ``writer`` is what wrote them."""
        self._document = document
        self._section = section
        self.writer = writer
        self._measured: dict[int, tuple[Sequence[int], Sequence[Sequence[int]]]] = {}

    def position(self, paragraph: int, index: int) -> int | None:
        """The position in the document of a character; ``None`` where it is not written.

        An index beyond the text is that of its end.
        """
        if not 0 <= paragraph < self.writer.started():
            return None
        starts, units = self._measure(paragraph)
        piece = len(starts) - 1
        while piece and starts[piece] > index:
            piece -= 1
        block = self._document.findBlockByNumber(self.writer.first_block(paragraph) + piece)
        if not block.isValid():
            return None
        within = units[piece]
        return block.position() + within[min(max(0, index - starts[piece]), len(within) - 1)]

    def paragraph_of(self, position: int) -> int | None:
        """The paragraph that a position of the document is in; ``None`` in heading and label."""
        number = self._document.findBlock(position).blockNumber()
        starts = [self.writer.first_block(place) for place in range(self.writer.started())]
        return bisect_right(starts, number) - 1 if starts and number >= starts[0] else None

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """What lies between two positions of the document, paragraph by paragraph."""
        found = []
        for paragraph in range(self.writer.started()):
            starts, units = self._measure(paragraph)
            number = self.writer.first_block(paragraph)
            inside: list[int] = []
            for piece, within in enumerate(units):
                block = self._document.findBlockByNumber(number + piece)
                begin = block.position()
                if not block.isValid() or begin >= last or begin + within[-1] <= first:
                    continue
                low = _index(within, first - begin)
                high = _index(within, last - begin)
                inside += [starts[piece] + low, starts[piece] + high]
            if inside and inside[0] < inside[-1]:
                found.append(Span(paragraph, inside[0], inside[-1]))
        return tuple(found)

    def _measure(self, paragraph: int) -> tuple[Sequence[int], Sequence[Sequence[int]]]:
        """Where each block starts in the text, and the document's units before each character."""
        if paragraph not in self._measured:
            parts = list(shown_pieces(self._section.paragraphs[paragraph].text))
            starts = tuple(accumulate(map(len, parts[:-1]), initial=0))
            self._measured[paragraph] = starts, tuple(map(_units, parts))
        return self._measured[paragraph]


def _units(text: str) -> Sequence[int]:
    """For each character of a text, and for its end, how many units the document has before."""
    if plain(text) == text and max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    sizes = (0 if _is_dropped(text, at) else 1 + (c > "\uffff") for at, c in enumerate(text))
    return tuple(accumulate(sizes, initial=0))


def _is_dropped(text: str, at: int) -> bool:
    """Of a line end of two characters one stays."""
    return text[at : at + 2] == "\r\n" or not plain(text[at])


def _index(units: Sequence[int], unit: int) -> int:
    """The first character that has at least so many units before it."""
    low, high = 0, len(units) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if units[middle] < unit else (low, middle)
    return low
