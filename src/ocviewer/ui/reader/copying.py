"""What a copied passage says: its paragraphs and, at the end, where it comes from."""

from PySide6.QtGui import QTextCursor

from ocviewer.domain.plain_text import one_line
from ocviewer.presenter.typography import JOINER
from ocviewer.ui.reader.document import CONTINUED

_LINE_SEPARATOR = "\u2028"


def copied_text(cursor: QTextCursor, citation: str) -> str:
    """The selected paragraphs as they are shown, an empty line between, and the citation last."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if start == end:
        return ""
    parts: list[str] = []
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() < end:
        first = max(0, start - block.position())
        parts.append(_part(block.text(), first, end - block.position()))
        if block.userState() != CONTINUED:
            parts.append("\n\n")
        block = block.next()
    passage = "".join(parts).strip("\n").replace(_LINE_SEPARATOR, "\n").replace(JOINER, "")
    source = one_line(citation)
    return f"{passage}\n\n{source}" if source else passage


def _part(text: str, first: int, last: int) -> str:
    """The part between two places that Qt counts in UTF-16 units, as it counts all text."""
    units = text.encode("utf-16-le")
    return units[2 * first : 2 * last].decode("utf-16-le", "replace")
