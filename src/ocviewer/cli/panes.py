"""The panes of a call: countries by any name, places whose mean is meant, each with its edition."""

import re
from collections.abc import Sequence

from ocviewer.domain.place import Place
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.domain.ranking import Scope
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.state import MAX_PANES, PaneState

_WITH_YEAR = re.compile(r"(.+):(\d{4})")


def checked_edition(year: int | None, library: Library) -> int:
    """The edition that was asked for, or the newest; ``BadCall`` when there is none of it."""
    return library.edition(library.newest if year is None else year).year


def pane_of(text: str, year: int | None, library: Library) -> PaneState:
    """A pane from ``COUNTRY`` or ``COUNTRY:YEAR``; ``year`` holds where it names none.

    A place is written ``world``, ``continent:NAME`` or ``region:NAME``.
    """
    found = _WITH_YEAR.fullmatch(text)
    if found:
        text, year = found[1], int(found[2])
    return PaneState(_subject(text, library), checked_edition(year, library))


def panes_of(texts: Sequence[str], year: int | None, library: Library) -> tuple[PaneState, ...]:
    """One to four different panes; ``BadCall`` with what would work otherwise."""
    if len(texts) > MAX_PANES:
        values = {"count": str(len(texts)), "most": str(MAX_PANES)}
        raise BadCall(Problem("too_many_panes", values=values))
    panes = tuple(pane_of(text, year, library) for text in texts)
    for text, pane in zip(texts, panes, strict=True):
        if panes.count(pane) > 1:
            country = library.countries.get(pane.iso3)
            values = {
                "name": country.name if country else text,
                "edition": str(pane.edition),
                "iso3": pane.iso3,
                "years": ", ".join(str(year) for year in library.years),
            }
            raise BadCall(Problem("same_country_twice", values=values))
    return panes


def _subject(text: str, library: Library) -> str:
    scope, is_scope, _ = text.partition(":")
    if (is_scope and fold(scope) in list(Scope)) or fold(text) == Scope.WORLD:
        from ocviewer.cli.place import find_place

        return Place(*find_place(text, library)).key
    return library.lookup.find(text)
