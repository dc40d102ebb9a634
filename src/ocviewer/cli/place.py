"""Finds a place by what people type for it."""

from ocviewer.domain.problem import BadCall, Problem
from ocviewer.domain.ranking import Scope
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.world.choices import checked_place


def find_place(text: str, library: Library) -> tuple[Scope, str]:
    """The place of ``world``, ``continent:NAME`` or ``region:NAME``; case does not count."""
    kind, _, name = text.partition(":")
    scope = next((known for known in Scope if known == kind.strip().lower()), None)
    if scope is None or (scope is Scope.WORLD and name):
        raise BadCall(Problem("unknown_scope", values={"scope": text}))
    spellings = {fold(known): known for known in library.scopes.names(scope)}
    place = spellings.get(fold(name), name)
    checked_place(library, scope, place)
    return scope, place
