"""The analysis text of one country in one edition."""

from dataclasses import dataclass
from enum import StrEnum


class Wording(StrEnum):
    """Whose words a text is in."""

    CONDENSED = "condensed"
    """Our own condensed wording of the publisher's analysis."""
    ORIGINAL = "original"
    """The publisher's own text, imported by the user."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the codes of the indicators that it treats, in the index's order."""

    text: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileSource:
    """Where a text comes from."""

    title: str
    url: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The analysis of a country: paragraphs by section id, in reading order."""

    country: str
    edition: int
    wording: Wording
    language: str
    source: ProfileSource
    sections: dict[str, tuple[Paragraph, ...]]
