"""Bytes of a text whose encoding nobody told, as text."""

import codecs

from ocviewer.domain.problem import BadData, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096


def decoded(content: bytes, file: str, declared: str = "") -> str:
    """The text: by its byte order mark, as declared, as UTF-8, or else as Windows-1252.

    ``BadData`` for what is no text: bytes that no text has, most often of a picture or program.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding, file)
    sample = content[:_SAMPLE]
    if sample.count(0) * 3 > len(sample):  # UTF-16 without a mark: every other byte is a zero
        return _strict(content, "utf-16-be" if sample[:1] == b"\0" else "utf-16-le", file)
    if 0 in sample:
        raise BadData(Problem("page_not_text", file))
    for encoding in filter(None, (_known(declared), "utf-8")):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except (LookupError, ValueError):
        return ""


def _strict(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadData(Problem("page_not_text", file)) from error
