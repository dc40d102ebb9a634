"""Countries as rows of a table: finished cells, each with what its column is sorted by."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeAlias

from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import Hundredths
from ocviewer.library.folding import fold
from ocviewer.presenter.page import ChangeView

SortKey: TypeAlias = float | str | None
NOTHING = "–"
"""Stands where there is no figure: never a zero."""

sort_name = lru_cache(maxsize=512)(fold)
"""A name as it is sorted: without accents and capitals."""


class Kind(StrEnum):
    """What the cells of a column show."""

    RANK = "rank"
    NAME = "name"
    SCORE = "score"
    CHANGE = "change"
    PLACES = "places"
    SPARK = "spark"
    TEXT = "text"


class Column(NamedTuple):
    """A column: its heading, what its cells show, and whether the highest comes first.

    ``polarity`` is that of the scores of a ``SCORE`` or ``SPARK`` column.
    """

    id: str
    title: str
    kind: Kind
    tooltip: str = ""
    descending: bool = False
    polarity: Polarity = Polarity.CRIMINALITY


class Cell(NamedTuple):
    """A text, and behind it a quieter ``note``; ``spoken`` is the same without signs.

    ``brief`` stands for the text where that does not fit.

    ``key`` is what the column is sorted by: among themselves the keys of a column are all numbers
    or all text, and what has none comes last in either order. ``score`` is a bar from 1 to 10.
    ``spark`` are heights from 0 to 1, one for each edition, ``None`` where it did not score;
    ``point`` is the one of the edition that is shown.
    """

    text: str
    key: SortKey
    note: str = ""
    spoken: str = ""
    brief: str = ""
    direction: Direction | None = None
    score: Hundredths | None = None
    spark: tuple[float | None, ...] = ()
    point: int = -1


class CountryRow(Protocol):
    """A country (ISO3) with a cell for each column."""

    @property
    def iso3(self) -> str:
        """The country."""

    @property
    def name(self) -> str:
        """The index's name of it."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """As many as there are columns."""

    @property
    def spoken(self) -> str:
        """The whole row in sentences."""


class CountryTable(NamedTuple):
    """Columns and rows, in the order in which they are first shown, which is that of ``sorted_by``.

    ``sorted_by`` is the number of a column.
    """

    columns: tuple[Column, ...]
    rows: tuple[CountryRow, ...]
    sorted_by: int


def sorted_rows(
    rows: Iterable[CountryRow], column: int, *, descending: bool
) -> tuple[CountryRow, ...]:
    """The rows by the keys of a column; ties by name, and what has no key last, by name."""
    by_name = sorted(rows, key=lambda row: (sort_name(row.name), row.iso3))
    keyed = [row for row in by_name if row.cells[column].key is not None]
    # reverse keeps the order of equals, too
    keyed.sort(key=lambda row: row.cells[column].key, reverse=descending)  # type: ignore[arg-type, return-value]
    return (*keyed, *(row for row in by_name if row.cells[column].key is None))


@lru_cache(maxsize=1024)
def text_cell(text: str) -> Cell:
    """A name, of a country or a place: the same at every switch, so it is made once."""
    return Cell(text, sort_name(text))


def change_cell(change: ChangeView) -> Cell:
    """A change, or why there is none."""
    spoken = f"{change.amount} {change.word}".strip()
    brief = f"{change.arrow} {change.amount}" if change.difference else change.arrow or NOTHING
    return Cell(change.text, change.difference, "", spoken, brief, change.direction)


@lru_cache(maxsize=1024)
def score_cell(score: Hundredths | None, text: str) -> Cell:
    """A score with its bar."""
    return Cell(text, score, score=score)


def table_tsv(table: CountryTable, rows: Sequence[CountryRow]) -> str:
    """Headings and rows, as they read, for a spreadsheet: tabs between, a hyphen for a minus."""
    lines = [[column.title for column in table.columns]]
    lines += [[f"{cell.text} {cell.note}" for cell in row.cells] for row in rows]
    return "".join(
        "\t".join(" ".join(cell.split()).replace("−", "-") for cell in line) + "\n"
        for line in lines
    )
