"""`ocviewer rank CODE`: the countries of a place by their score in a node."""

from argparse import Namespace

from ocviewer.cli.node import find_node
from ocviewer.cli.place import find_place
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
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
