"""The analysis text of one country in one edition."""

from enum import StrEnum
from typing import NamedTuple


class Wording(StrEnum):
    """Whose words a text is in."""

    CONDENSED = "condensed"
    """Our own condensed wording of the publisher's analysis."""
    ORIGINAL = "original"
    """The publisher's own text, imported by the user."""


class Paragraph(NamedTuple):
    """A paragraph and the codes of the indicators that it treats, in the index's order."""

    text: str
    indicators: tuple[str, ...]


class ProfileSource(NamedTuple):
    """Where a text comes from."""

    title: str
    url: str
    publisher: str


class Profile(NamedTuple):
    """The analysis of a country: paragraphs by section id, in reading order."""

    country: str
    edition: int
    wording: Wording
    language: str
    source: ProfileSource
    sections: dict[str, tuple[Paragraph, ...]]
