"""Text from files as text: never markup, and without characters that act on what surrounds them."""

import re

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls but tab and newline; bidi embeddings, overrides and isolates; the characters
# that Qt's documents use as their own marks. Plain direction marks (U+200E, U+200F) stay: they
# only set the direction of what stands beside them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with every line end as a newline and without control and bidi characters."""
    text = _LINE_END.sub("\n", text)
    text = _LONE_SURROGATE.sub("\ufffd", text)
    return _HARMFUL.sub("", text)


def one_line(text: str) -> str:
    """The text as ``plain`` gives it, in one line."""
    return " ".join(plain(text).split())
