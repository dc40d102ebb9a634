"""A page as one file with its pictures (.mhtml): the HTML part of a MIME message."""

from email import policy
from email.parser import BytesParser
from typing import NamedTuple

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.pages.decoding import decoded

_HEAD = 4096


class Part(NamedTuple):
    """The HTML and the address that it was saved from, empty where the file does not tell."""

    html: bytes
    charset: str
    url: str


def is_mhtml(content: bytes) -> bool:
    """Whether a file is such a message, by its headers."""
    head = content[:_HEAD].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def html_part(content: bytes, file: str) -> Part:
    """The page itself; ``BadData`` for a message that is damaged or holds none."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        if not pages:
            raise BadData(Problem("page_not_a_page", file))
        start = str(message.get_param("start", "") or "")
        part = next((page for page in pages if start and page["Content-ID"] == start), pages[0])
        html = part.get_payload(decode=True)
        url = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "")
        charset = part.get_content_charset("") or ""
    except BadData:
        raise
    except Exception as error:  # email raises many kinds, none of them documented
        values = {"reason": f"{type(error).__name__}: {error}"}
        raise BadData(Problem("page_damaged", file, values=values)) from error
    if not isinstance(html, bytes):
        raise BadData(Problem("page_not_a_page", file))
    return Part(html, charset, url)


def html_of(part: Part, file: str) -> str:
    """The text of the HTML part."""
    return decoded(part.html, file, part.charset)
