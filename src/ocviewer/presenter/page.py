"""What is shown: frozen, complete and in words. Views paint these and compute nothing.

Scores are in hundredths (662 is 6.62); every ``*_text`` is finished and translated. ``spoken``
is the same content in one sentence, for screen readers.
"""

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.profile import Wording
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths
from ocviewer.presenter.state import View

if TYPE_CHECKING:  # imported when a view is first opened
    from ocviewer.presenter.compare.compared import Comparison
    from ocviewer.presenter.search.part import SearchPart
    from ocviewer.presenter.world.heat import Heat
    from ocviewer.presenter.world.map_part import WorldMap
    from ocviewer.presenter.world.place import PlacePage
    from ocviewer.presenter.world.rankings import Rankings
    from ocviewer.presenter.world.scatter_part import Scatter
    from ocviewer.presenter.world.trends import Trends

WorldPart: TypeAlias = "WorldMap | Rankings | PlacePage | Trends | Scatter | Heat | SearchPart"
"""What one of the views of the world shows."""


class FactView(NamedTuple):
    """A fact of the header, e.g. ``34.2 M people``; the tooltip has value, unit, year, source."""

    label: str
    text: str
    tooltip: str


class ChangeView(NamedTuple):
    """A change of score: arrow, signed number and word, never colour alone.

    ``arrow`` is ``▲``, ``▼``, ``=`` or empty; ``amount`` is signed (``+0.22``, ``0.00``); ``text``
    joins them with the word (``▲ +0.22 worse``, ``= unchanged``); without an edition before,
    ``direction`` is ``None`` and ``word`` says why (``not scored in 2021``, ``first edition``).
    """

    direction: Direction | None
    difference: Hundredths | None
    arrow: str
    amount: str
    word: str
    text: str


class RankView(NamedTuple):
    """A rank in one scope: ``World``, ``31st of 193``, ``↑1`` and ``up 1, from 32nd``.

    ``short`` is ``31st``, without the count of countries. On the card of a mean it is another line
    of a label and a figure, such as ``World mean``, ``5.08`` and ``0.86 above``.
    """

    scope: Scope
    scope_text: str
    scope_short: str
    text: str
    short: str
    move_arrow: str
    move_text: str


class Card(NamedTuple):
    """One of the four averages with its change and its three ranks."""

    code: str
    name: str
    short_name: str
    polarity: Polarity
    score: Hundredths | None
    score_text: str
    change: ChangeView
    ranks: tuple[RankView, ...]
    definition: str
    spoken: str


class Bar(NamedTuple):
    """One indicator's row: name, bar from 1 to 10, score and change.

    ``previous`` and ``region_mean`` are the marks on the bar; what is missing is ``None``.
    """

    code: str
    name: str
    short_name: str
    polarity: Polarity
    score: Hundredths | None
    score_text: str
    previous: Hundredths | None
    region_mean: Hundredths | None
    change: ChangeView
    section: str
    tooltip: str
    spoken: str


class BarGroup(NamedTuple):
    """The indicators below one average: criminal markets, criminal actors or resilience."""

    code: str
    title: str
    polarity: Polarity
    score_text: str
    change: ChangeView
    bars: tuple[Bar, ...]


class PyramidFigures(NamedTuple):
    """The three numbers of a pyramid, in hundredths: base width, height, panel height."""

    markets: Hundredths
    actors: Hundredths
    resilience: Hundredths


class Pyramid(NamedTuple):
    """The pyramid of this edition with the one before as its ghost.

    ``now`` is ``None`` where an average is missing, and ``missing`` says which; the labels are
    ``name`` and ``number``.
    """

    now: PyramidFigures | None
    before: PyramidFigures | None
    markets_label: str
    actors_label: str
    resilience_label: str
    markets_text: str
    actors_text: str
    resilience_text: str
    ghost_label: str
    missing: str
    spoken: str


class Chip(NamedTuple):
    """An indicator of the open section with score and change."""

    code: str
    name: str
    score_text: str
    change: ChangeView
    polarity: Polarity
    tooltip: str


class ParagraphView(NamedTuple):
    """A paragraph, as plain text, with the indicators that it treats."""

    text: str
    indicators: tuple[str, ...]


class SectionView(NamedTuple):
    """A section of the reader. Without text, ``missing`` says so and how to bring it in.

    ``label`` says whose words these are; ``citation`` is added to what is copied; ``url`` is the
    page of the original and is shown in full. Where the library has the text in other words too,
    ``other`` is that wording and ``switch`` says how to get to it.
    """

    number: int
    id: str
    title: str
    heading: str
    chips: tuple[Chip, ...]
    paragraphs: tuple[ParagraphView, ...]
    label: str
    url: str
    citation: str
    missing: str
    switch: str = ""
    other: Wording | None = None


class FiguresPart(Protocol):
    """What the figures of a pane show, be they those of a country or the means of a place."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """The four averages."""

    @property
    def pyramid(self) -> Pyramid:
        """The three numbers of the pyramid."""

    @property
    def groups(self) -> tuple[BarGroup, ...]:
        """The 32 indicators."""

    @property
    def legend(self) -> str:
        """What the marks on the bars mean."""


class Pane(NamedTuple):
    """One country in one edition, whole, or the mean of a place, which has no facts and ranks.

    ``colour`` is the number of its colour, 0 to 3.
    """

    iso3: str
    colour: int
    name: str
    edition: int
    edition_text: str
    place: str
    facts: tuple[FactView, ...]
    cards: tuple[Card, ...]
    pyramid: Pyramid
    groups: tuple[BarGroup, ...]
    legend: str
    section: SectionView


class SectionTab(NamedTuple):
    """A tab of the reader."""

    id: str
    number: int
    title: str
    text: str


class Page(NamedTuple):
    """What the window shows: one pane, or several on one scale, or all countries in ``world``.

    ``comparison`` is there where there are several panes, and no pane is where ``world`` is.
    """

    title: str
    editions: tuple[int, ...]
    tabs: tuple[SectionTab, ...]
    section: str
    order: str
    panes: tuple[Pane, ...]
    view: View = View.PROFILE
    world: "WorldPart | None" = None
    comparison: "Comparison | None" = None
