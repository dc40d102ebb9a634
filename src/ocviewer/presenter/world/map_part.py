"""What the world map shows: one map or two, country by country, with their legends."""

from collections.abc import Callable
from typing import NamedTuple

from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.world.choices import Option
from ocviewer.presenter.world.map_scale import Scale
from ocviewer.presenter.world.marks import Mark


class MapCountry(NamedTuple):
    """A country: the number of its colour (``None`` where it has no figure), and what is told.

    ``numeric`` is its ISO 3166-1 code, by which its shape is found. ``figure`` is the node with
    its score, ``since`` the line of its change, which is empty where there is nothing to add.
    """

    iso3: str
    numeric: str
    name: str
    tone: int | None
    figure: str
    change: ChangeView
    since: str
    rank: str
    spoken: str


class LegendEntry(NamedTuple):
    """A class of the legend: its colour, its range and how many countries are in it.

    ``short`` is for narrow legends: the end of the range that is nearer to the scale's start.
    """

    tone: int | None
    text: str
    short: str
    countries: int


class MapSide(NamedTuple):
    """One map. ``missing`` are the countries without a figure; ``notice`` says why all are.

    ``spoken`` is the map as a whole, for screen readers: what it shows, and the legend.
    """

    code: str
    title: str
    note: str
    scale: Scale
    countries: tuple[MapCountry, ...]
    legend: tuple[LegendEntry, ...]
    missing: LegendEntry
    notice: str
    spoken: str


class WorldMap(NamedTuple):
    """One map or two, with what can be chosen.

    ``unscored`` and ``disputed`` are said of the areas that the index does not know. ``find`` gives
    the names of the countries that a text may mean, the closest first.
    """

    indicator: str
    versus: str
    since: int | None
    two_maps: bool
    nodes: tuple[Option, ...]
    sinces: tuple[Option, ...]
    sides: tuple[MapSide, ...]
    marks: tuple[Mark, ...]
    unscored: str
    disputed: str
    find: Callable[[str], tuple[str, ...]]
