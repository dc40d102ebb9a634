"""The contents of a profile: its sections and how much there is to read in each."""

from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.presenter.sections import section_view, tabs
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


class ContentsRow(NamedTuple):
    """A section by its id and its tab's number and title, with the number of its words."""

    id: str
    number: int
    title: str
    words: int


@lru_cache(8)
def contents(
    library: Library, words: Words, pane: PaneState, wording: Wording | None = None
) -> tuple[ContentsRow, ...]:
    """The rows of a pane's profile, as ``section_view`` chooses its wording.

    The mean of a place has no words to read.
    """
    rows = []
    for tab in tabs(library, words):
        count = 0
        if pane.place is None:
            section = section_view(library, words, pane, tab.id, wording)
            count = sum(len(paragraph.text.split()) for paragraph in section.paragraphs)
        rows.append(ContentsRow(tab.id, tab.number, tab.title, count))
    return tuple(rows)
