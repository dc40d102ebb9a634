"""Which format a file has, by its content; its name says nothing."""

from ocviewer.domain.problem import BadData, Problem
from ocviewer.domain.profile import PageFormat
from ocviewer.importers.pages.content import PageContent
from ocviewer.importers.pages.decoding import decoded
from ocviewer.importers.pages.text import text_content

MAX_BYTES = 16_000_000
"""A page has a tenth of this, and with its pictures in one file seldom more."""


def content_of(content: bytes, file: str) -> tuple[PageFormat, PageContent]:
    """The format and the page; ``BadData`` for what is no text, or too large for a page."""
    if len(content) > MAX_BYTES:
        values = {"megabytes": str(len(content) // 1_000_000), "limit": str(MAX_BYTES // 1_000_000)}
        raise BadData(Problem("page_too_large", file, values=values))
    if not content.strip():
        raise BadData(Problem("page_empty", file))
    return PageFormat.TEXT, text_content(decoded(content, file))


def is_workbook(content: bytes) -> bool:
    """Whether a file is a zip or an old Office document, which the workbook importer takes."""
    return content.startswith((b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")))
