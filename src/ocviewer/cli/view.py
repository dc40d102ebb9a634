"""Which view a picture shows: the panes or one of the views of the world, with what is chosen."""

from argparse import Namespace

from ocviewer.cli.node import find_node
from ocviewer.domain.problem import BadCall, Problem
from ocviewer.library.library import Library
from ocviewer.presenter.state import Choice, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import checked_since

COMPARE = "compare"
"""The panes, of which there have to be several."""


def with_view(state: ViewState, call: Namespace, library: Library, words: Words) -> ViewState:
    """The state with the view and the choices of a call.

    Raises ``BadCall`` for a node or edition that there is not, and for a comparison of one.
    """
    if call.view == COMPARE and len(state.panes) < 2:
        raise BadCall(Problem("compare_one"))
    view = View.PROFILE if call.view in (None, COMPARE) else View(call.view)
    usual = Choice()
    choice = usual._replace(
        indicator=find_node(call.indicator or usual.indicator, library, words).code,
        versus=find_node(call.versus or usual.versus, library, words).code,
        since=checked_since(library, call.change_since, state.panes[0].edition),
        query=call.query,
        two_maps=view is View.MAP and call.versus is not None,
    )
    return state._replace(view=view, choice=choice)
