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


class PageFormat(StrEnum):
    """How a page was saved."""

    HTML = "html"
    MHTML = "mhtml"
    TEXT = "text"


class Origin(NamedTuple):
    """The saved page that a text was imported from, and the day of the import (ISO date)."""

    file: str
    sha256: str
    imported: str
    format: PageFormat


class TakenFacts(NamedTuple):
    """The facts of a page that the user took for its edition; ``None`` is the library's own."""

    capitals: tuple[str, ...] | None = None
    population: int | None = None
    gdp_musd: int | None = None
    area_km2: int | None = None


class Profile(NamedTuple):
    """The analysis of a country: paragraphs by section id, in reading order."""

    country: str
    edition: int
    wording: Wording
    language: str
    source: ProfileSource
    sections: dict[str, tuple[Paragraph, ...]]
    origin: Origin | None = None
    facts: TakenFacts | None = None
