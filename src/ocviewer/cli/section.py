"""Finds a section of the reader by what people type for it: id, title or number."""

from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.page import SectionTab
from ocviewer.presenter.sections import tabs
from ocviewer.presenter.words import Words

_SUGGESTIONS = 3
_CLOSE_ENOUGH = 75  # of 100


def section_id(text: str, library: Library, words: Words) -> str:
    """The id of a section, or ``BadCall`` with those that come close and the list of all."""
    known = tabs(library, words)
    folded = fold(text)
    for tab in known:
        if folded in _spellings(tab):
            return tab.id
    close = _closest(folded, known)
    key = "unknown_section_close" if close else "unknown_section"
    listed = ", ".join(f"{tab.number} {tab.id}" for tab in known)
    values = {"section": text, "close": ", ".join(close), "known": listed}
    raise BadCall(Problem(key, values=values))


def _spellings(tab: SectionTab) -> tuple[str, ...]:
    """As a person may type it; an id is its title but for blanks and case, mostly."""
    return fold(tab.id), fold(tab.title), str(tab.number), f"{tab.number:02d}"


def _closest(folded: str, known: tuple[SectionTab, ...]) -> list[str]:
    from rapidfuzz import fuzz, process  # only after a typo

    titles = {tab.id: fold(tab.title) for tab in known}
    found = process.extract(
        folded, titles, scorer=fuzz.WRatio, score_cutoff=_CLOSE_ENOUGH, limit=_SUGGESTIONS
    )
    return [section for _, _, section in found]
