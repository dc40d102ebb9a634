"""Which format a file has, by its content; the name of a table of text apart."""

from pathlib import Path

from ocviewer.domain.problem import BadData, Problem
from ocviewer.domain.profile import PageFormat
from ocviewer.importers.pages.content import PageContent
from ocviewer.importers.pages.decoding import decoded
from ocviewer.importers.pages.names import PageNames
from ocviewer.importers.pages.text import text_content

MAX_BYTES = 16_000_000
"""Of a page; those of the index have less than a tenth of this."""

MAX_MHTML_BYTES = 48_000_000
"""Of a page with its pictures in one file."""

_HEAD = 4096
_WORKBOOKS = (b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"))


def is_table(content: bytes, path: Path) -> bool:
    """Whether the workbook importer is to read a file: one that is packed, or named as a table."""
    return content.startswith(_WORKBOOKS) or path.suffix.lower() in (".csv", ".tsv")


def content_of(content: bytes, file: str, names: PageNames) -> tuple[PageFormat, PageContent]:
    """The format and the page; ``BadData`` for what is no text, or too large for a page."""
    from ocviewer.importers.pages.mhtml import (  # noqa: PLC0415 - most pages are none
        html_of,
        html_part,
        is_mhtml,
    )

    if not content.strip():
        raise BadData(Problem("page_empty", file))
    if is_mhtml(content):
        _check_size(content, MAX_MHTML_BYTES, file)
        part = html_part(content, file)
        _check_size(part.html, MAX_BYTES, file)
        return PageFormat.MHTML, _html(html_of(part, file), file, names, part.url)
    _check_size(content, MAX_BYTES, file)
    text = decoded(content, file, _declared(content))
    if _is_html(text):
        return PageFormat.HTML, _html(text, file, names)
    return PageFormat.TEXT, text_content(text)


def _html(html: str, file: str, names: PageNames, url: str = "") -> PageContent:
    from ocviewer.importers.pages.html import html_content  # noqa: PLC0415 - the parser is large

    return html_content(html, file, names, url)


def _check_size(content: bytes, limit: int, file: str) -> None:
    if len(content) > limit:
        values = {"megabytes": str(len(content) // 1_000_000), "limit": str(limit // 1_000_000)}
        raise BadData(Problem("page_too_large", file, values=values))


def _is_html(text: str) -> bool:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n").lower()
    return head.startswith("<") and any(mark in head for mark in ("<html", "<!doctype html"))


def _declared(content: bytes) -> str:
    """The encoding that the head of an HTML page names, before anything of it can be read."""
    head = content[:_HEAD].lower()
    if not head.lstrip().startswith(b"<"):
        return ""
    _, found, rest = head.partition(b"charset=")
    name = rest[:40].strip(b"\"' ").split(b'"')[0].split(b"'")[0].split(b">")[0].split(b";")[0]
    return name.strip(b" /").decode("ascii", "ignore") if found else ""
