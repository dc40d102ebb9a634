"""The text of a file that does not say in which encoding it is."""

import codecs

from ocviewer.domain.problem import BadData, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(content: bytes, file: str) -> str:
    """The text of bytes in UTF-8, UTF-16 or, what is neither, cp1252.

    A wrong cp1252 does no harm: it leaves names of countries that are not known. Raises
    ``BadData`` for bytes that are no text.
    """
    try:
        text = _text(content)
    except UnicodeDecodeError as error:
        raise BadData(Problem("workbook_no_text", file)) from error
    if "\0" in text:
        raise BadData(Problem("workbook_no_text", file))
    return text


def _text(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding)
    if b"\0" in content:  # the half of each Latin letter that is blank in UTF-16
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252")
