"""The world map: every country's class in a node, in an edition or between two of them."""

from ocviewer.library.library import Library
from ocviewer.presenter.state import ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import (
    checked_node,
    checked_since,
    node_options,
    since_options,
)
from ocviewer.presenter.world.map_part import WorldMap
from ocviewer.presenter.world.map_side import map_side
from ocviewer.presenter.world.marks import marks


def world_map(state: ViewState, library: Library, words: Words) -> WorldMap:
    """The map that a state chooses, with the second node beside it if there are two.

    ``BadCall`` for a node that there is not, or an edition to count from that is not earlier.
    """
    choice, year = state.choice, state.panes[0].edition
    since = checked_since(library, choice.since, year)
    codes = (choice.indicator, choice.versus) if choice.two_maps else (choice.indicator,)
    sides = [map_side(library, words, checked_node(library, code), year, since) for code in codes]
    return WorldMap(
        indicator=choice.indicator,
        versus=choice.versus,
        since=since,
        two_maps=choice.two_maps,
        nodes=node_options(library),
        sinces=since_options(library, year, words),
        sides=tuple(sides),
        marks=marks(state),
        unscored=words.say("map.unscored"),
        disputed=words.say("map.disputed"),
        find=library.lookup.suggestions,
    )
