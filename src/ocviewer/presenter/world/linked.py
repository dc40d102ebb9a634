"""Sentences in which countries, nodes and places are links."""

import re
from typing import NamedTuple, TypeAlias


class Piece(NamedTuple):
    """A piece of a sentence; with a ``target``, such as ``country:PER``, it is a link."""

    text: str
    target: str = ""


Linked: TypeAlias = tuple[Piece, ...]
"""A sentence in pieces."""

COUNTRY, NODE, REGION, CONTINENT = "country", "node", "region", "continent"
"""The kinds of targets; a colon parts them from the ISO3, code or name."""

_OPEN, _MIDDLE, _END = "\x01", "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_END}]*){_END}")


def link(kind: str, key: str, text: str) -> str:
    """A link to be put into a message: marked by characters that no text of ours has."""
    return f"{_OPEN}{kind}:{key}{_MIDDLE}{text}{_END}"


def linked(text: str) -> Linked:
    """A finished sentence in its pieces."""
    pieces: list[Piece] = []
    start = 0
    for found in _MARKED.finditer(text):
        if found.start() > start:
            pieces.append(Piece(text[start : found.start()]))
        pieces.append(Piece(found[2], found[1]))
        start = found.end()
    if start < len(text):
        pieces.append(Piece(text[start:]))
    return tuple(pieces)


def unlinked(sentence: Linked) -> str:
    """The sentence as plain text."""
    return "".join(piece.text for piece in sentence)
