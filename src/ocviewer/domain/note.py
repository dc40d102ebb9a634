"""What a user notes: highlights, notes and bookmarks, each with what it is about."""

from enum import StrEnum
from typing import NamedTuple

MARKS = (1, 2, 3, 4)
"""The four marks of a highlight."""

FIGURES = "figures"
"""The wording of a text that is made from the figures: neither condensed nor original."""


class NoteKind(StrEnum):
    """What a note is about."""

    HIGHLIGHT = "highlight"
    """A passage, with one of the four marks."""
    COUNTRY = "country"
    INDICATOR = "indicator"
    """An indicator, of a country or in general."""
    SECTION = "section"
    BOOKMARK = "bookmark"
    """A section to come back to; it has no text."""


class Anchor(NamedTuple):
    """A passage by what it says, so that it is found again in a text that changed a little.

    ``prefix`` and ``suffix`` are the characters around the quote, fewer at the ends of the text;
    ``start`` is where it began in the section's paragraphs, joined by empty lines: a hint only.
    """

    exact: str
    prefix: str
    suffix: str
    start: int


class Note(NamedTuple):
    """One highlight, note or bookmark.

    ``country`` is ``None`` for a note on an indicator in general. What a kind does not have is
    ``None``, its text empty. ``wording`` is that of the text that a highlight was made in.
    ``created`` and ``modified`` are UTC, ISO 8601 with microseconds, so that they sort as text.
    """

    id: str
    kind: NoteKind
    created: str
    modified: str
    country: str | None = None
    edition: int | None = None
    section: str | None = None
    indicator: str | None = None
    wording: str | None = None
    mark: int | None = None
    anchor: Anchor | None = None
    text: str = ""

    @property
    def is_about(self) -> tuple[str | None, int | None, str | None, str | None]:
        """Country, edition, section and indicator."""
        return self.country, self.edition, self.section, self.indicator
