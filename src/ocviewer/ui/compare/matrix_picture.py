"""The picture of the matrix: everything to paint, gathered by colour."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QStaticText

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths
from ocviewer.presenter.compare.compared import Cell, Column, Row
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.compare.matrix_layout import ARROW_GAP, GAP, PADDING, Columns, Lines


class Ink(IntEnum):
    """The colours of text."""

    TEXT = 0
    MUTED = 1
    BETTER = 2
    WORSE = 3


_INKS = {Direction.BETTER: Ink.BETTER, Direction.WORSE: Ink.WORSE}
DASH = "–"
MOST_KEPT = 4096
TALLEST = 40
"""No line of text is higher, in pixels: rows have at most 26."""
LEGIBLE = 75
"""In less room, in pixels, a caption is put shorter, not cut."""

Placed: TypeAlias = tuple[QPointF, QStaticText]


@dataclass(slots=True)
class MatrixPicture:
    """Everything in logical pixels; texts by colour, and whether they are strong."""

    tracks: list[QRectF] = field(default_factory=list)
    bars: dict[Polarity, list[QRectF]] = field(
        default_factory=lambda: {polarity: [] for polarity in Polarity}
    )
    ticks: list[QLineF] = field(default_factory=list)
    texts: dict[tuple[Ink, bool], list[Placed]] = field(
        default_factory=lambda: {(ink, strong): [] for ink in Ink for strong in (False, True)}
    )

    def between(self, top: float, bottom: float) -> "MatrixPicture":
        """What may be seen of it between two heights: to repaint a row, not all of them."""

        def seen(rects: list[QRectF]) -> list[QRectF]:
            return [rect for rect in rects if top <= rect.bottom() and rect.top() <= bottom]

        above = top - TALLEST
        return MatrixPicture(
            tracks=seen(self.tracks),
            bars={polarity: seen(bars) for polarity, bars in self.bars.items()},
            ticks=[tick for tick in self.ticks if top <= tick.y2() and tick.y1() <= bottom],
            texts={
                look: [pair for pair in texts if above <= pair[0].y() <= bottom]
                for look, texts in self.texts.items()
            },
        )

    def written(self) -> Iterator[str]:
        """Every text."""
        for texts in self.texts.values():
            for _, text in texts:
                yield text.text()


class Drafter:
    """Draws up the pictures of one layout.

    It runs for some 150 cells at every switch, so each text and bar that was placed is kept.
    """

    def __init__(
        self,
        columns: Columns,
        lines: Lines,
        letters: tuple[Lettering, Lettering],
        snap: Callable[[float], float],
    ) -> None:
        """``letters`` are those of indicators and of averages; ``snap`` finds device pixels."""
        self._columns = columns
        self._lines = lines
        self._letters = letters
        self._snap = snap
        self._thickness = snap(lines.thickness)
        self._placed = lru_cache(MOST_KEPT)(self._place)
        self._tracks = lru_cache(MOST_KEPT)(self._track)
        self._bars = lru_cache(MOST_KEPT)(self._make_bar)
        self._ticks = lru_cache(MOST_KEPT)(self._tick)

    def picture(
        self, rows: Sequence[Row], heads: Sequence[Column], caption: float
    ) -> MatrixPicture:
        """What to paint for these rows below the captions of the panes."""
        drawn = MatrixPicture()
        for pane, head in enumerate(heads):
            self._captions(drawn, pane, head, caption)
        for number, row in enumerate(rows):
            self._name(drawn, number, row)
            for pane, cell in enumerate(row.cells):
                self._cell(drawn, number, pane, row, cell)
        return drawn

    def _captions(self, drawn: MatrixPicture, pane: int, head: Column, height: float) -> None:
        """What stands below: score, rank, change and difference, as far as there is room."""
        place, fields = self._columns.panes[pane], self._columns.fields
        texts = drawn.texts[Ink.MUTED, False]
        letters = self._letters[0]
        y = self._snap(letters.top(height / 2))

        def right(end: float, text: str) -> None:
            texts.append((QPointF(end - letters.width(text), y), letters.text(text)))

        def left(start: float, room: float, text: str, short: str) -> None:
            if letters.width(text) > room and room < LEGIBLE:
                text = short
            text = letters.elided(text, room)
            texts.append((QPointF(start, y), letters.text(text)))

        right(place.score_right, head.score)
        if fields.rank:
            right(place.rank_right, head.rank)
        if fields.change:
            left(place.change, fields.change + GAP / 2, head.change, head.change_short)
        if head.against:
            room = place.right - PADDING / 2 - place.against
            left(place.against, room, head.against, head.against_short)

    def _put(
        self, drawn: MatrixPicture, row: int, x: float, text: str, ink: Ink, strong: bool
    ) -> None:
        drawn.texts[ink, strong].append(self._placed(row, x, text, strong))

    def _place(self, row: int, x: float, text: str, strong: bool) -> Placed:
        letters = self._letters[strong]
        y = self._snap(letters.top(self._lines.middle(row)))
        return QPointF(x, y), letters.text(text)

    def _name(self, drawn: MatrixPicture, number: int, row: Row) -> None:
        letters, room = self._letters[row.is_average], self._columns.name_width
        name = row.name if letters.width(row.name) <= room else row.short_name
        self._put(drawn, number, PADDING, letters.elided(name, room), Ink.TEXT, row.is_average)

    def _cell(self, drawn: MatrixPicture, number: int, pane: int, row: Row, cell: Cell) -> None:
        place = self._columns.panes[pane]
        if cell.score is None:
            letters = self._letters[False]
            word = letters.elided(cell.change.word, place.right - PADDING - place.bar)
            self._put(drawn, number, place.bar, word, Ink.MUTED, False)
            return
        self._bar(drawn, number, pane, row, cell)
        strong = row.is_average
        x = place.score_right - self._letters[strong].width(cell.score_text)
        self._put(drawn, number, x, cell.score_text, Ink.TEXT, strong)
        if self._columns.fields.rank and cell.rank:
            x = place.rank_right - self._letters[False].width(cell.rank)
            self._put(drawn, number, x, cell.rank, Ink.TEXT, False)
        if self._columns.fields.change:
            self._change(drawn, number, place.change, cell)
        if cell.against is not None:
            self._against(drawn, number, place.against, cell)

    def _bar(self, drawn: MatrixPicture, number: int, pane: int, row: Row, cell: Cell) -> None:
        drawn.tracks.append(self._tracks(number, pane))
        drawn.bars[row.polarity].append(self._bars(number, pane, cell.score or 0))
        if cell.previous is not None:
            drawn.ticks.append(self._ticks(number, pane, cell.previous))

    def _track(self, number: int, pane: int) -> QRectF:
        left = self._snap(self._columns.panes[pane].bar)
        top = self._snap(self._lines.middle(number) - self._thickness / 2)
        width = self._snap(left + self._columns.bar_width) - left
        return QRectF(left, top, width, self._thickness)

    def _make_bar(self, number: int, pane: int, score: Hundredths) -> QRectF:
        track = QRectF(self._tracks(number, pane))
        track.setRight(self._snap(self._columns.bar_x(pane, score)))
        return track

    def _tick(self, number: int, pane: int, score: Hundredths) -> QLineF:
        track, x = self._tracks(number, pane), self._snap(self._columns.bar_x(pane, score))
        return QLineF(x, track.top() - 2, x, track.top() + self._thickness + 2)

    def _change(self, drawn: MatrixPicture, number: int, x: float, cell: Cell) -> None:
        change = cell.change
        if change.direction is None:
            self._put(drawn, number, x, DASH, Ink.MUTED, False)
            return
        ink = _INKS.get(change.direction, Ink.MUTED)
        self._signed(
            drawn, number, x, change.arrow, change.amount if change.difference else "", ink
        )

    def _against(self, drawn: MatrixPicture, number: int, x: float, cell: Cell) -> None:
        against = cell.against
        if against is None or against.direction is None:
            self._put(drawn, number, x, DASH, Ink.MUTED, False)
            return
        ink = _INKS.get(against.direction, Ink.MUTED)
        amount = against.amount if against.difference else ""
        word_x = self._signed(drawn, number, x, against.arrow, amount, ink)
        if self._columns.fields.word:
            self._put(drawn, number, word_x, against.word, ink, False)

    def _signed(
        self, drawn: MatrixPicture, number: int, x: float, arrow: str, amount: str, ink: Ink
    ) -> float:
        """Arrow and amount; returns where a word after them stands."""
        fields = self._columns.fields
        centred = x + (fields.arrow - self._letters[False].width(arrow)) / 2
        self._put(drawn, number, centred, arrow, ink, False)
        after = x + fields.arrow + ARROW_GAP
        if not amount:
            return after
        self._put(drawn, number, after, amount, ink, False)
        return after + fields.amount + GAP / 2
