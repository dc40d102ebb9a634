"""A place that can be opened: a country, and in it a section, a paragraph, some of its words."""

from typing import NamedTuple

from ocviewer.domain.profile import Wording
from ocviewer.library.spelling import Span


class Passage(NamedTuple):
    """Where search and notes lead to.

    ``edition`` and ``section`` stay as they are where they are ``None``. ``indicator`` is the code
    of one whose paragraph is meant. ``paragraph`` is one of the section in its ``wording``,
    ``start`` the character of it that has to be in sight; ``found`` are its characters that a
    search found.
    """

    iso3: str
    edition: int | None = None
    section: str | None = None
    indicator: str | None = None
    wording: Wording | None = None
    paragraph: int | None = None
    start: int = 0
    found: tuple[Span, ...] = ()
