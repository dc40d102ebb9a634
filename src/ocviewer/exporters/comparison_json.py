"""Panes side by side as ``ocviewer compare --json`` prints them (docs/commands.md)."""

from collections.abc import Sequence
from typing import Any

from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, to_number
from ocviewer.library.library import Library
from ocviewer.presenter.compare.compared import Cell
from ocviewer.presenter.compare.comparison import comparison
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.subject import subject_name
from ocviewer.presenter.words import Words


def comparison_object(library: Library, words: Words, panes: Sequence[PaneState]) -> dict[str, Any]:
    """The panes, where they differ most, and a row for each of the 36 nodes."""
    state = ViewState(tuple(panes))
    shown = comparison(state, resolve(state, library, words).panes, library, words)
    return {
        "panes": [_pane(library, words, pane) for pane in panes],
        "sentences": list(shown.strip),
        "rows": [
            {
                "code": row.code,
                "name": row.name,
                "polarity": str(row.polarity),
                "values": [
                    _value(library, pane, row.code, cell)
                    for pane, cell in zip(panes, row.cells, strict=True)
                ],
            }
            for row in shown.rows
        ],
    }


def _pane(library: Library, words: Words, pane: PaneState) -> dict[str, Any]:
    place = pane.place
    return {
        "subject": pane.iso3,
        "kind": "country" if place is None else "mean",
        "name": subject_name(library, words, pane.iso3),
        "edition": pane.edition,
        "countries": 1 if place is None else len(library.scopes.members(*place)),
    }


def _value(library: Library, pane: PaneState, code: str, cell: Cell) -> dict[str, Any]:
    standing = None
    if pane.place is None:
        standing = library.scopes.standing(pane.iso3, code, pane.edition, Scope.WORLD)
    against = cell.against
    return {
        "value": _number(cell.score),
        "previous": _number(cell.previous),
        "change": _number(cell.change.difference),
        "direction": _text(cell.change.direction),
        "rank": None if standing is None else standing.rank,
        "of": None if standing is None else standing.of,
        "difference": None if against is None else _number(against.difference),
        "meaning": None if against is None else _text(against.direction),
    }


def _number(score: Hundredths | None) -> float | None:
    return None if score is None else to_number(score)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
