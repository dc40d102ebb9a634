"""CSV that spreadsheet programs read as it is meant.

UTF-8 with a byte order mark: without one they read accents in the code page of the system. Commas
part the values and CRLF the lines (RFC 4180).
"""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"

_ACTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""


def unacting(text: str) -> str:
    """A text as it is; one that a spreadsheet would compute is kept from being a formula."""
    return f"'{text}" if text.startswith(_ACTS) else text


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The text of a file, with its byte order mark."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return BYTE_ORDER_MARK + text.getvalue()
