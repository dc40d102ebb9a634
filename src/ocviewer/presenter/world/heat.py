"""The heat table: every country's scores in the 32 indicators, in rows that can be reordered."""

from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain import change as changes
from ocviewer.domain.indicator import CRIMINALITY, Indicator, Polarity
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.presenter.figures import GROUPS
from ocviewer.presenter.state import Grouping, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.choices import Option, checked_since, since_options
from ocviewer.presenter.world.heat_cell import HeatCell, HeatTeller
from ocviewer.presenter.world.marks import marks


class HeatColumn(NamedTuple):
    """An indicator; ``heading`` is its code with its short name."""

    code: str
    name: str
    heading: str
    polarity: Polarity


class HeatColumns(NamedTuple):
    """The indicators below one average, side by side."""

    title: str
    short_title: str
    polarity: Polarity
    columns: tuple[HeatColumn, ...]


class HeatRow(NamedTuple):
    """A country: ``colour`` is the number of its pane's, or ``None`` when it is not open.

    ``values`` are the scores, or the changes of them, of all columns; ``None`` where there is none.
    """

    iso3: str
    name: str
    place: str
    colour: int | None
    values: tuple[Hundredths | None, ...]


class HeatBand(NamedTuple):
    """The rows of a region; both names are empty where all rows stand in one order."""

    continent: str
    title: str
    rows: tuple[HeatRow, ...]


class Heat(NamedTuple):
    """The whole table. ``since`` is the edition that changes count from, ``None`` for scores."""

    edition: int
    since: int | None
    grouping: Grouping
    groups: tuple[HeatColumns, ...]
    bands: tuple[HeatBand, ...]
    groupings: tuple[Option, ...]
    sinces: tuple[Option, ...]
    missing_text: str
    order_text: str
    order_detail: str
    spoken: str
    teller: HeatTeller

    @property
    def columns(self) -> tuple[HeatColumn, ...]:
        """All columns, from left to right."""
        return tuple(column for group in self.groups for column in group.columns)

    @property
    def rows(self) -> tuple[HeatRow, ...]:
        """All rows, from top to bottom."""
        return tuple(row for band in self.bands for row in band.rows)

    def value_text(self, value: Hundredths) -> str:
        """What is written into a cell, without zeros at the end: ``9.5``, ``+1`` or ``=``."""
        if self.since is not None and value == 0:
            return "="
        sign = "+" if self.since is not None and value > 0 else ""
        return sign + score_text(value).rstrip("0").rstrip(".")

    def cell(self, iso3: str, code: str) -> HeatCell:
        """A cell in words; made when it is asked for, as few of the thousands are."""
        return self.teller.cell(iso3, code)


def named_row(rows: tuple[HeatRow, ...], typed: str, start: int) -> int | None:
    """The first row from ``start`` on, round the end, whose name begins with what was typed."""
    wanted = _folded(typed)
    order = [*range(start, len(rows)), *range(min(start, len(rows)))]
    return next((i for i in order if _folded(rows[i].name).startswith(wanted)), None)


_folded = lru_cache(maxsize=512)(fold)


def heat(state: ViewState, library: Library, words: Words) -> Heat:
    """The table in the edition of the first pane.

    Raises ``BadCall`` when the edition that changes count from is not before that.
    """
    year = state.panes[0].edition
    since = checked_since(library, state.choice.since, year)
    grouping = state.choice.grouping
    groups = tuple(_columns(library, words, code) for code in GROUPS)
    codes = [column.code for group in groups for column in group.columns]
    rows = _rows(state, library, codes, since)
    by_region = grouping is Grouping.REGION
    title = words.say("heat.spoken" if since is None else "heat.spoken_change", since=since)
    return Heat(
        edition=year,
        since=since,
        grouping=grouping,
        groups=groups,
        bands=_by_region(library, rows) if by_region else (_similar(library, rows, codes, year),),
        groupings=tuple(Option(item, words.say(f"heat.order_{item}")) for item in Grouping),
        sinces=since_options(library, year, words),
        missing_text=_missing_text(library, words, codes, year, since),
        order_text=words.say(f"heat.told_{grouping}"),
        order_detail=words.say(f"heat.detail_{grouping}"),
        spoken=" ".join((title, words.say("heat.edition", edition=year))),
        teller=HeatTeller(library, words, year, since),
    )


def _columns(library: Library, words: Words, code: str) -> HeatColumns:
    top = library.indicators[code]
    columns = tuple(_column(child) for child in library.indicators.children(code))
    short = words.say(f"figures.short_{code}")
    return HeatColumns(f"{code}  {top.name}", f"{code}  {short}", top.polarity, columns)


def _column(node: Indicator) -> HeatColumn:
    heading = f"{node.code}  {node.short_name}"
    return HeatColumn(node.code, node.name, heading, node.polarity)


def _rows(
    state: ViewState, library: Library, codes: list[str], since: int | None
) -> tuple[HeatRow, ...]:
    """A row for each country, by name."""
    colours = {mark.iso3: mark.colour for mark in marks(state)}
    now = library.edition(state.panes[0].edition).scores
    before = None if since is None else library.edition(since).scores
    rows = []
    for iso3, country in library.countries.items():
        scores = now.get(iso3, {})
        if before is None:
            values = tuple(scores.get(code) for code in codes)
        else:
            old = before.get(iso3, {})
            values = tuple(changes.change(scores.get(code), old.get(code)) for code in codes)
        rows.append(HeatRow(iso3, country.name, country.region, colours.get(iso3), values))
    return tuple(sorted(rows, key=lambda row: (_folded(row.name), row.iso3)))


def _by_region(library: Library, rows: tuple[HeatRow, ...]) -> tuple[HeatBand, ...]:
    """The regions of each continent, by name."""
    found: dict[tuple[str, str], list[HeatRow]] = {}
    for row in rows:
        continent = library.scopes.name(row.iso3, Scope.CONTINENT)
        found.setdefault((continent, row.place), []).append(row)
    return tuple(
        HeatBand(continent, region, tuple(found[continent, region]))
        for continent, region in sorted(found)
    )


def _similar(library: Library, rows: tuple[HeatRow, ...], codes: list[str], year: int) -> HeatBand:
    """One band, in the order of the scores themselves whatever is shown.

    The end with the higher criminality comes first, and what has no scores last.
    """
    from ocviewer.presenter.world.similarity import similar_order  # noqa: PLC0415 - brings numpy

    known = library.edition(year).scores
    found = [known.get(row.iso3, {}) for row in rows]
    order = list(similar_order(tuple(tuple(map(scores.get, codes)) for scores in found)))
    scored = [i for i in order if found[i]]
    levels = [found[i].get(CRIMINALITY, 0) for i in scored]
    half = len(levels) // 2
    if sum(levels[:half]) < sum(levels[-half:]):
        scored.reverse()
    return HeatBand("", "", tuple(rows[i] for i in (*scored, *order[len(scored) :])))


def _missing_text(
    library: Library, words: Words, codes: list[str], year: int, since: int | None
) -> str:
    """What a cell without a colour means; empty where every cell has one."""
    bare = next(
        (
            known
            for known in (year, since)
            if known is not None and _has_gaps(library, codes, known)
        ),
        None,
    )
    return "" if bare is None else words.say("figures.not_scored", edition=bare)


def _has_gaps(library: Library, codes: list[str], year: int) -> bool:
    edition = library.edition(year)
    return any(
        code not in edition.scores.get(iso3, {}) for iso3 in library.countries for code in codes
    )
