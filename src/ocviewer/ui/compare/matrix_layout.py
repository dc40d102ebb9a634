"""Where everything of the matrix stands: the columns of each pane, and the rows.

All measures are logical pixels. Bars are equally long in all panes, so that they can be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF

from ocviewer.domain.score import Hundredths
from ocviewer.presenter.compare.compared import Column, Row
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.scale import fraction

PADDING = 8
GAP = 8
ARROW_GAP = 3
NAME_GAP = 6
NAME_SHARE = 0.26
"""The most that names take of the whole width."""
LEAST_NAME = 90
LEAST_BARS = (70, 64, 44, 34, 0)
"""How long bars have to be for whole captions, words, ranks and changes to be shown: one after the
other they give way, and the score with its difference stays."""
CAPTION_CHARACTERS = 18
"""What there is room for above the differences, whatever the first pane is called."""
SHORTEST_BAR = 24
LEAST_ROW = 14
MOST_ROW = 26
SPACE = 4
"""Above each average but the first."""


@dataclass(frozen=True, slots=True)
class Fields:
    """How wide each field beside the bar is; 0 where there is no room for it."""

    score: float
    rank: float
    arrow: float
    amount: float
    change: float
    word: float
    caption: float = 0.0

    @property
    def against(self) -> float:
        """The difference against the first pane: arrow, amount and word, or what heads them."""
        word = GAP / 2 + self.word if self.word else 0
        return GAP + max(self.caption, self.arrow + ARROW_GAP + self.amount + word)

    @property
    def own(self) -> float:
        """What every pane has beside its bar."""
        return sum(GAP + field for field in (self.score, self.rank, self.change) if field)


@dataclass(frozen=True, slots=True)
class PaneColumns:
    """One pane from left to right; what has no room has no width, and its place says nothing."""

    left: float
    right: float
    bar: float
    score_right: float
    rank_right: float
    change: float
    against: float


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns: names, then the panes."""

    name_width: float
    bar_width: float
    fields: Fields
    panes: tuple[PaneColumns, ...]

    @property
    def edges(self) -> tuple[float, ...]:
        """Where each pane begins, and where the last one ends."""
        return (*(pane.left for pane in self.panes), self.panes[-1].right)

    def bar_x(self, pane: int, score: Hundredths) -> float:
        """Where a score is on a pane's scale."""
        return self.panes[pane].bar + self.bar_width * fraction(score)


def columns(
    width: float,
    heads: Sequence[Column],
    letters: Lettering,
    strong: Lettering,
    rows: Sequence[Row],
    words: Sequence[str],
) -> Columns:
    """The columns for a width; ``strong`` is the type of the averages.

    They hang on names, captions and the ``words`` of differences, and on no country's figures.
    """
    panes = len(heads)
    names = max((strong if row.is_average else letters).width(row.name) for row in rows)
    name_width = min(names, max(LEAST_NAME, NAME_SHARE * width))
    arrow = max(letters.width(each) for each in "▲▼=")
    amount = max(letters.width(each) for each in ("+0.00", "−0.00"))
    score = max(strong.width("0.00"), letters.width("10.00"))
    rank = strong.width("000th")
    word = max(map(letters.width, words))
    change = arrow + ARROW_GAP + amount
    since = max(change, *(letters.width(head.change) for head in heads))
    against = CAPTION_CHARACTERS * letters.metrics.averageCharWidth()
    levels = (
        Fields(score, rank, arrow, amount, since, word, against),
        Fields(score, rank, arrow, amount, change, word),
        Fields(score, rank, arrow, amount, change, 0),
        Fields(score, 0, arrow, amount, change, 0),
        Fields(score, 0, arrow, amount, 0, 0),
    )
    room = width - PADDING - name_width - NAME_GAP
    for fields, least in zip(levels, LEAST_BARS, strict=True):
        taken = panes * (fields.own + 2 * PADDING) + (panes - 1) * fields.against
        bar = (room - taken) / panes
        if bar >= least:
            break
    if bar < SHORTEST_BAR:  # names give way, and are cut
        less = min(max(0.0, name_width - LEAST_NAME), panes * (SHORTEST_BAR - bar))
        name_width, bar = name_width - less, bar + less / panes
    return _placed(name_width, max(0.0, float(int(bar))), fields, panes)


def _placed(name_width: float, bar_width: float, fields: Fields, panes: int) -> Columns:
    base = 2 * PADDING + bar_width + fields.own
    widths = [base, *[base + fields.against] * (panes - 1)]
    lefts = list(accumulate(widths, initial=float(round(PADDING + name_width + NAME_GAP))))
    return Columns(
        name_width,
        bar_width,
        fields,
        tuple(
            _pane(left, width, bar_width, fields)
            for left, width in zip(lefts, widths, strict=False)
        ),
    )


def _pane(left: float, width: float, bar_width: float, fields: Fields) -> PaneColumns:
    bar = left + PADDING
    score_right = bar + bar_width + GAP + fields.score
    rank_right = score_right + (GAP + fields.rank if fields.rank else 0)
    change_right = rank_right + (GAP + fields.change if fields.change else 0)
    return PaneColumns(
        left=left,
        right=left + width,
        bar=bar,
        score_right=score_right,
        rank_right=rank_right,
        change=change_right - fields.change,
        against=change_right + GAP,
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows from top to bottom below the captions, with a space above each average."""

    width: float
    height: int
    tops: tuple[float, ...]

    def rect(self, row: int) -> QRectF:
        """The whole row."""
        return QRectF(1, self.tops[row], max(0.0, self.width - 2), self.height)

    def middle(self, row: int) -> float:
        """The line that a row's bar and text stand around."""
        return self.tops[row] + self.height / 2

    def at(self, y: float) -> int:
        """The row at a height; -1 where there is none."""
        for row, top in enumerate(self.tops):
            if top <= y < top + self.height:
                return row
        return -1

    @property
    def thickness(self) -> int:
        """How thick a bar is: about half a row."""
        return max(5, min(12, round(self.height * 0.46)))


def needed(rows: Sequence[Row], height: int, caption: float) -> int:
    """How high all rows are, ``height`` each."""
    spaces = sum(row.is_average for row in rows[1:])
    return round(caption) + len(rows) * height + spaces * SPACE + 2


def lines(width: float, height: float, caption: float, rows: Sequence[Row]) -> Lines:
    """The rows in a height, below captions of this height."""
    spaces = sum(row.is_average for row in rows[1:])
    free = height - caption - spaces * SPACE - 2
    each = int(max(LEAST_ROW, min(MOST_ROW, free // max(len(rows), 1))))
    tops, y = [], float(round(caption))
    for number, row in enumerate(rows):
        y += SPACE if number and row.is_average else 0
        tops.append(y)
        y += each
    return Lines(width, each, tuple(tops))
