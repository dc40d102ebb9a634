"""A paragraph in the pieces that a document's blocks hold."""

from collections.abc import Iterator

from ocviewer.domain.plain_text import plain
from ocviewer.presenter.typography import typeset

BLOCK_LIMIT = 20_000
"""The most characters in one block; a longer paragraph goes on in further blocks."""

_LINE_SEPARATOR = "\u2028"


def pieces(text: str, limit: int = BLOCK_LIMIT) -> Iterator[str]:
    """The text in pieces of at most ``limit`` characters, cut after spaces; joined, they are it."""
    start = 0
    while len(text) - start > limit:
        cut = text.rfind(" ", start, start + limit) + 1
        end = cut if cut > start else start + limit
        yield text[start:end]
        start = end
    yield text[start:]


def shown_pieces(text: str) -> Iterator[str]:
    """The text of a paragraph as it is shown, block by block, as long as the library's."""
    return pieces(typeset(text))


def block_text(text: str) -> str:
    """A newline inside a paragraph breaks the line and starts no new block."""
    return plain(text).replace("\n", _LINE_SEPARATOR)
