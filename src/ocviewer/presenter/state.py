"""What is chosen: the only input, beside the library, of what is shown."""

from enum import StrEnum
from typing import NamedTuple

from ocviewer.domain.indicator import CRIMINALITY, RESILIENCE
from ocviewer.domain.place import Place, place_of
from ocviewer.domain.profile import Wording
from ocviewer.domain.ranking import Scope

AT_A_GLANCE = "at_a_glance"
"""The id of the section that is made from the figures alone."""

MAX_PANES = 4


class Order(StrEnum):
    """How the bars are ordered within their group."""

    INDEX = "index"
    SCORE = "score"
    CHANGE = "change"


class View(StrEnum):
    """What the window shows: the panes, or all countries at once in one of several ways."""

    PROFILE = "profile"
    MAP = "map"
    RANKINGS = "rankings"
    PLACE = "place"
    TRENDS = "trends"
    SCATTER = "scatter"
    HEAT = "heat"
    SEARCH = "search"


class Grouping(StrEnum):
    """How the rows of the heat table follow each other."""

    REGION = "region"
    SIMILARITY = "similarity"


class PaneState(NamedTuple):
    """One country in one edition, or the mean of a place.

    ``iso3`` is then the place's key instead of a country's code: ``world``, ``region:Caribbean``.
    """

    iso3: str
    edition: int

    @property
    def place(self) -> Place | None:
        """The place whose mean this is; ``None`` for a country."""
        return place_of(self.iso3)


class Choice(NamedTuple):
    """What the views of the world show, in the edition of the first pane.

    ``indicator`` and ``versus`` are codes of nodes, ``versus`` for the other axis or the other of
    two maps. ``since`` is the edition that a change is counted from, ``None`` for the scores
    themselves. ``scope`` and ``place`` say among whom countries are ranked, ``place`` being the
    name of a continent or region and empty for the world. ``query`` is what is searched for.
    """

    indicator: str = CRIMINALITY
    versus: str = RESILIENCE
    since: int | None = None
    scope: Scope = Scope.WORLD
    place: str = ""
    two_maps: bool = False
    sized: bool = False
    grouping: Grouping = Grouping.REGION
    query: str = ""


class ViewState(NamedTuple):
    """Everything that is chosen: one pane or up to four side by side, and what they show.

    ``colours`` gives each pane the number of its colour, which it keeps while it is there.
    ``reading`` says whether several panes show the text of their section, not their figures.
    ``wording`` is whose words are preferred where a text is there in several; ``None`` is the
    publisher's.
    """

    panes: tuple[PaneState, ...]
    section: str = AT_A_GLANCE
    order: Order = Order.INDEX
    view: View = View.PROFILE
    choice: Choice = Choice()
    colours: tuple[int, ...] = tuple(range(MAX_PANES))
    reading: bool = False
    wording: Wording | None = None
