"""The piece of a text around what was found in it, with ranges, never with markup."""

import re
from typing import NamedTuple

from ocviewer.library.spelling import Span

WIDTH = 150
"""About how many characters a snippet has."""
_ELLIPSIS = "…"
_SPACE = re.compile(r"\s")
_BEFORE = 50
_LONGEST_WORD = 24


class Snippet(NamedTuple):
    """One line of text, and the spans in it that were found."""

    text: str
    ranges: tuple[Span, ...]


def snippet(text: str, ranges: tuple[Span, ...], width: int = WIDTH) -> Snippet:
    """The piece with the most finds, from its first on; the beginning where nothing was found."""
    start = _start(ranges, width)
    start = max(0, min(start - _BEFORE, len(text) - width))
    end = min(len(text), start + width)
    start, end = _at_word(text, start), _before_word(text, end)
    # line ends and tabs as blanks keep the positions
    piece = _SPACE.sub(" ", text[start:end])
    head = _ELLIPSIS if start else ""
    tail = _ELLIPSIS if end < len(text) else ""
    moved = len(head) - start
    kept = tuple(
        (max(first, start) + moved, min(last, end) + moved)
        for first, last in ranges
        if first < end and last > start
    )
    return Snippet(head + piece + tail, kept)


def _start(ranges: tuple[Span, ...], width: int) -> int:
    room = width - _BEFORE
    best, most = 0, 0
    for number, (start, _) in enumerate(ranges):
        count = sum(last <= start + room for _, last in ranges[number:])
        if count > most:
            best, most = start, count
    return best


def _at_word(text: str, start: int) -> int:
    """The first beginning of a word from here on, unless the word is very long."""
    if start == 0:
        return 0
    gap = text.find(" ", start - 1, start + _LONGEST_WORD)
    return start if gap < 0 else gap + 1


def _before_word(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    gap = text.rfind(" ", end - _LONGEST_WORD, end + 1)
    return end if gap < 0 else gap
