"""Which function makes the part of a page that a view of the world shows.

A row for each view. The functions are imported when they are first asked for, so that a start,
which shows a profile, waits for none of them.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ocviewer.presenter.state import View

if TYPE_CHECKING:
    from ocviewer.library.library import Library
    from ocviewer.presenter.page import WorldPart
    from ocviewer.presenter.state import ViewState
    from ocviewer.presenter.words import Words

MakePart = Callable[["ViewState", "Library", "Words"], "WorldPart"]


def _map() -> MakePart:
    from ocviewer.presenter.world.map import world_map  # noqa: PLC0415 - when first opened

    return world_map


def _rankings() -> MakePart:
    from ocviewer.presenter.world.rankings import rankings  # noqa: PLC0415 - when first opened

    return rankings


def _place() -> MakePart:
    from ocviewer.presenter.world.place import place_page  # noqa: PLC0415 - when first opened

    return place_page


def _trends() -> MakePart:
    from ocviewer.presenter.world.trends import trends  # noqa: PLC0415 - when first opened

    return trends


def _scatter() -> MakePart:
    from ocviewer.presenter.world.scatter import scatter  # noqa: PLC0415 - when first opened

    return scatter


def _heat() -> MakePart:
    from ocviewer.presenter.world.heat import heat  # noqa: PLC0415 - when first opened

    return heat


def _search() -> MakePart:
    from ocviewer.presenter.search.part import search_part  # noqa: PLC0415 - when first opened

    return search_part


PARTS: Mapping[View, Callable[[], MakePart]] = {
    View.MAP: _map,
    View.RANKINGS: _rankings,
    View.PLACE: _place,
    View.TRENDS: _trends,
    View.SCATTER: _scatter,
    View.HEAT: _heat,
    View.SEARCH: _search,
}


def world_part(state: "ViewState", library: "Library", words: "Words") -> "WorldPart | None":
    """What the state's view shows of the world; ``None`` when it shows the panes.

    Raises ``BadCall`` for a node, place or edition that there is not.
    """
    find = PARTS.get(state.view)
    return None if find is None else find()(state, library, words)
