"""Places in a section: in its paragraphs, and in the one text that they make together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

JOINT = "\n\n"
"""What stands between paragraphs, as in copied text."""


class Span(NamedTuple):
    """A part of one paragraph, in characters."""

    paragraph: int
    start: int
    end: int


def joined(paragraphs: Sequence[str]) -> str:
    """The text of a section."""
    return JOINT.join(paragraphs)


def position(paragraphs: Sequence[str], paragraph: int, offset: int) -> int:
    """Where a place in a paragraph is in the joined text."""
    before = paragraphs[:paragraph]
    return sum(map(len, before)) + len(JOINT) * len(before) + offset


def spans(paragraphs: Sequence[str], start: int, end: int) -> Iterator[Span]:
    """The parts of paragraphs that a part of the joined text covers."""
    top = 0
    for number, paragraph in enumerate(paragraphs):
        first, last = max(start - top, 0), min(end - top, len(paragraph))
        if first < last:
            yield Span(number, first, last)
        top += len(paragraph) + len(JOINT)
