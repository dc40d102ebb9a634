"""Where everything of a bar chart stands: the columns of all rows, and the rows themselves.

All measures are logical pixels. The columns follow from the size, the font and the indicators'
names alone, never from a country's figures, so charts of one size line up side by side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from ocviewer.domain.score import Hundredths
from ocviewer.presenter.page import Bar
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.scale import fraction

LOWEST_ROW = 13
HIGHEST_ROW = 34
MARGIN = 2
"""The room around the rows that the focus ring needs."""
PADDING = 7
GAP = 9
NARROW = 300
"""Below this width the gaps are tighter and the text is smaller."""
NARROW_LINE = 12
TIGHT_GAP = 6
ARROW_GAP = 3
WORDS_FROM = 360
"""The width from which a change may be told by its word, too."""
WORD_CHARACTERS = 10
LEGIBLE_BAR = 80
"""How long the bars have to stay, beside whole short names, for the words to be shown."""
SHORTEST_BAR = 48


def row_height(height: float, rows: int) -> int:
    """The height of each of ``rows`` rows in a chart of this height."""
    return int(max(LOWEST_ROW, min(HIGHEST_ROW, (height - 2 * MARGIN) // max(rows, 1))))


def line_height(width: float, row: int) -> int:
    """How high a line of text may be in a chart of this width with rows of this height."""
    return row if width >= NARROW else min(row, NARROW_LINE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right, as positions from the chart's left edge.

    ``score_right`` is the right edge of the scores; ``word_width`` is 0 in a narrow chart.
    """

    name_left: float
    name_width: float
    bar_left: float
    bar_width: float
    score_right: float
    arrow_left: float
    arrow_width: float
    amount_left: float
    word_left: float
    word_width: float
    right: float

    def bar_x(self, score: Hundredths) -> float:
        """Where a score is on the bars' scale."""
        return self.bar_left + self.bar_width * fraction(score)


def columns(width: float, lettering: Lettering, bars: Sequence[Bar]) -> Columns:
    """The columns of a chart of this width."""
    gap = GAP if width >= NARROW else TIGHT_GAP
    right = width - PADDING
    arrow_width = max(lettering.width(arrow) for arrow in "▲▼=")
    amount_width = max(lettering.width(amount) for amount in ("+0.00", "−0.00"))
    # beside the name, the bar and the word there are 2.5 gaps
    fixed = PADDING + gap * 2.5 + lettering.width("10.00") + ARROW_GAP + arrow_width + amount_width
    word_width = float(round(WORD_CHARACTERS * lettering.metrics.averageCharWidth()))
    room = right - fixed - TIGHT_GAP - word_width
    if width < WORDS_FROM or room < _widest(lettering, (b.short_name for b in bars)) + LEGIBLE_BAR:
        word_width = 0.0
    word_left = right - word_width
    amount_left = word_left - (TIGHT_GAP if word_width else 0) - amount_width
    arrow_left = amount_left - ARROW_GAP - arrow_width
    score_right = arrow_left - gap
    # "10.00" is rare, so the gap before it may be narrower than the one that is mostly seen
    bar_right = score_right - lettering.width("10.00") - gap / 2
    name_left = float(PADDING)
    name_width = _name_width(bar_right - name_left - gap, lettering, bars)
    bar_left = float(round(name_left + name_width + gap))
    return Columns(
        name_left=name_left,
        name_width=name_width,
        bar_left=bar_left,
        bar_width=max(0.0, float(int(bar_right - bar_left))),
        score_right=score_right,
        arrow_left=arrow_left,
        arrow_width=arrow_width,
        amount_left=amount_left,
        word_left=word_left,
        word_width=word_width,
        right=right,
    )


def _widest(lettering: Lettering, texts: Iterable[str]) -> float:
    return max(map(lettering.width, texts), default=0.0)


def _name_width(room: float, lettering: Lettering, bars: Sequence[Bar]) -> float:
    """Shares the room between names and bars.

    Full names have their whole width where the bars keep half of the room; else short names have
    theirs as long as the bars keep their shortest length.
    """
    full = _widest(lettering, (bar.name for bar in bars))
    short = _widest(lettering, (bar.short_name for bar in bars))
    if full <= room * 0.5:
        return full
    return max(0.0, min(max(short, room * 0.5), room - SHORTEST_BAR))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows from top to bottom, each ``height`` high."""

    width: float
    height: int
    count: int

    def rect(self, row: int) -> QRectF:
        """The whole row."""
        return QRectF(
            MARGIN, MARGIN + row * self.height, max(0.0, self.width - 2 * MARGIN), self.height
        )

    def middle(self, row: int) -> float:
        """The line that the row's bar and text stand around."""
        return MARGIN + (row + 0.5) * self.height

    def at(self, y: float) -> int:
        """The row at a height; -1 where there is none."""
        row = int((y - MARGIN) // self.height)
        return row if 0 <= row < self.count else -1

    @property
    def bar_thickness(self) -> int:
        """How thick a bar is: about half a row."""
        return max(5, min(12, round(self.height * 0.46)))


def rows(size: QSizeF, count: int, slots: int) -> Rows:
    """The rows of a chart with room for at least ``slots`` of them."""
    return Rows(size.width(), row_height(size.height(), max(count, slots)), count)
