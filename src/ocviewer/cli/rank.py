"""`ocviewer rank CODE`: the countries of a place by their score in a node."""

from argparse import Namespace

from ocviewer.cli.node import find_node
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.domain.ranking import Scope
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import checked_place
from ocviewer.presenter.world.rankings import scored_in
from ocviewer.presenter.world.ranks import Asked


def asked_for(call: Namespace, edition: int, library: Library, words: Words) -> Asked:
    """What a call asks to rank.

    Raises ``BadCall`` for a node or place that there is not, and for an edition without the node.
    """
    node = find_node(call.code, library, words)
    scope, place = find_place(call.scope, library)
    years = scored_in(library, node.code)
    if edition not in years:
        known = ", ".join(map(str, years)) or "–"
        values = {"name": node.name, "code": node.code, "edition": str(edition), "known": known}
        raise BadCall(Problem("node_not_scored", values=values))
    return Asked(node.code, edition, scope, place)


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
