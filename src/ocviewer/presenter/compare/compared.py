"""What a comparison shows: frozen, complete and in words, as what is in ``page``.

Scores are in hundredths; every ``*_text``, ``word`` and ``spoken`` is finished.
"""

from typing import NamedTuple

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import AVERAGES, Polarity
from ocviewer.domain.score import Hundredths
from ocviewer.presenter.compare.alignment import Alignment
from ocviewer.presenter.compare.changed_words import ChangedWords
from ocviewer.presenter.page import ChangeView, SectionTab

FIGURES = "figures"
"""The id of the tab that shows the figures instead of a section."""


class Against(NamedTuple):
    """A score against that of the first pane: ``▲ +0.50 higher``, better or worse.

    Without a score on either side, ``difference`` is ``None`` and the texts are a dash.
    """

    direction: Direction | None
    difference: Hundredths | None
    arrow: str
    amount: str
    word: str
    text: str


class Cell(NamedTuple):
    """A node in one pane; ``rank`` is that of an average in the world, ``31st``, else empty.

    The first pane is compared with none: ``against`` is ``None``.
    """

    score: Hundredths | None
    score_text: str
    previous: Hundredths | None
    change: ChangeView
    rank: str
    against: Against | None


class Row(NamedTuple):
    """A node in every pane; ``section`` is empty for the four averages."""

    code: str
    name: str
    short_name: str
    polarity: Polarity
    section: str
    cells: tuple[Cell, ...]
    tooltip: str
    spoken: str

    @property
    def is_average(self) -> bool:
        """Whether it is one of the four averages, which head their indicators."""
        return self.code in AVERAGES


class Column(NamedTuple):
    """A pane's name, with its edition where editions differ, and what its figures are headed by.

    ``change_short`` and ``against_short`` are for little room.
    """

    name: str
    score: str
    rank: str
    change: str
    change_short: str
    against: str
    against_short: str


class Comparison(NamedTuple):
    """Two to four panes beside each other; ``strip`` says where they differ most.

    ``rows`` are in the order of the first pane. ``alignment`` tells which paragraphs of the open
    section stand at one height, ``words`` are all that a difference may be told by. ``tab`` is that
    of the figures, ``reading`` whether the text is shown instead. ``changed`` are, pane by pane,
    the words by which a country's text differs from that of another edition beside it; it is empty
    where no pane has its country beside it.
    """

    strip: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    legend: str
    pyramids: str
    words: tuple[str, ...]
    alignment: Alignment
    tab: SectionTab
    reading: bool
    changed: tuple[tuple[ChangedWords, ...], ...] = ()
