"""A ranking as the rows of a table: rank, country, score, change, places moved, editions, place."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ocviewer.domain.indicator import Indicator
from ocviewer.domain.ranking import Standing
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.figures import rank_view, spoken_score
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.ranks import RankedCountry
from ocviewer.presenter.world.table import (
    NOTHING,
    Cell,
    Column,
    CountryTable,
    Kind,
    change_cell,
    score_cell,
    text_cell,
)

NO_FIGURE = Cell(NOTHING, None)
LEAST_SPAN = 100
"""A spark line's height is worth at least a point, so that a small change looks small."""


def rankings_table(
    ranked: tuple[RankedCountry, ...],
    node: Indicator,
    edition: int,
    years: tuple[int, ...],
    words: Words,
) -> CountryTable:
    """The rows in the order of their ranks."""
    span = _span(ranked)
    maker = _Maker(node, edition, years, span, words)
    return CountryTable(maker.columns(), tuple(map(maker.row, ranked)), sorted_by=0)


def _span(ranked: Iterable[RankedCountry]) -> Hundredths:
    """The farthest that any of the countries went, which is the height of all spark lines."""
    spans = [
        max(known) - min(known)
        for one in ranked
        if (known := [score for score in one.history if score is not None])
    ]
    return max(LEAST_SPAN, *spans) if spans else LEAST_SPAN


class RankingRow(NamedTuple):
    """A row of a ranking; what is spoken is worded when it is asked for, which is for few rows."""

    iso3: str
    name: str
    cells: tuple[Cell, ...]
    ranked: RankedCountry
    before: int | None
    words: Words

    @property
    def spoken(self) -> str:
        """Score, change, rank and move in sentences."""
        one, words = self.ranked, self.words
        said = spoken_score(words, self.name, one.score, one.change, self.before)
        if one.standing is None:
            return said
        rank = rank_view(words, one.standing, self.before)
        key = "figures.spoken_rank_move" if rank.move_text else "figures.spoken_rank"
        place = words.say(key, scope=rank.scope_text, rank=rank.text, move=rank.move_text)
        shared = words.say("rankings.shared", count=one.shared) if one.shared > 1 else ""
        return f"{said} {place} {shared}".rstrip()


def _moved(standing: Standing | None) -> tuple[int, int] | None:
    """How many places up, and from which rank; ``None`` without a rank before."""
    if standing is None or standing.previous is None:
        return None
    return standing.previous - standing.rank, standing.previous


def _rank(rank: int, shared: bool) -> Cell:
    return Cell(f"={rank}" if shared else str(rank), rank)


class _Maker:
    def __init__(
        self,
        node: Indicator,
        edition: int,
        years: tuple[int, ...],
        span: Hundredths,
        words: Words,
    ) -> None:
        self._node = node
        self._edition = edition
        self._years = years
        self._span = span
        self._words = words
        self._point = years.index(edition)
        self._before = years[self._point - 1] if self._point else None
        # equal changes and moves are worded once
        self._change = cache(change_cell)
        self._move = cache(self._make_move)
        self._places = cache(self._make_places)
        self._rank = cache(_rank)

    def columns(self) -> tuple[Column, ...]:
        say, before = self._words.say, self._before
        since = "rankings.tip_first" if before is None else "rankings.tip_since"
        editions = f"{self._years[0]}–{self._years[-1]}"
        return (
            Column("rank", say("rankings.rank"), Kind.RANK, say("rankings.tip_rank")),
            Column("country", say("rankings.country"), Kind.NAME),
            Column(
                "score",
                say("rankings.score"),
                Kind.SCORE,
                say("rankings.tip_score"),
                descending=True,
                polarity=self._node.polarity,
            ),
            Column(
                "change",
                say("rankings.change"),
                Kind.CHANGE,
                say(since, edition=before),
                descending=True,
            ),
            Column(
                "places",
                say("rankings.places"),
                Kind.PLACES,
                say(since, edition=before),
                descending=True,
            ),
            Column(
                "editions",
                say("rankings.editions", editions=editions),
                Kind.SPARK,
                say("rankings.tip_editions", span=score_text(self._span), edition=self._edition),
                descending=True,
                polarity=self._node.polarity,
            ),
            Column("region", say("rankings.region"), Kind.TEXT),
            Column("continent", say("rankings.continent"), Kind.TEXT),
        )

    def row(self, one: RankedCountry) -> RankingRow:
        country, moved = one.country, _moved(one.standing)
        cells = (
            NO_FIGURE if one.standing is None else self._rank(one.standing.rank, one.shared > 1),
            text_cell(country.name),
            score_cell(one.score, one.score_text),
            self._change(one.change),
            NO_FIGURE if moved is None else self._places(*moved),
            self._spark(one),
            text_cell(country.region),
            text_cell(country.continent),
        )
        return RankingRow(country.iso3, country.name, cells, one, self._before, self._words)

    def _make_places(self, moved: int, previous: int) -> Cell:
        arrow, spoken = self._move(moved)
        if moved == 0:
            return Cell(arrow, moved, spoken, spoken)
        old = self._words.say("rankings.from", rank=self._words.ordinal(previous))
        return Cell(arrow, moved, old, f"{spoken} {old}")

    def _make_move(self, moved: int) -> tuple[str, str]:
        """An arrow with the places moved, and the same in words."""
        if moved == 0:
            return "=", self._words.say("rankings.same_rank")
        way = "up" if moved > 0 else "down"
        said = self._words.say(f"rankings.{way}", places=abs(moved))
        return f"{'↑' if moved > 0 else '↓'}{abs(moved)}", said

    def _spark(self, one: RankedCountry) -> Cell:
        known = [score for score in one.history if score is not None]
        text = ", ".join(
            [
                f"{year}: {NOTHING if score is None else score_text(score)}"
                for year, score in zip(self._years, one.history, strict=True)
            ]
        )
        if not known:
            return Cell(text, None)
        middle, span = (max(known) + min(known)) / 2, self._span
        heights = [None if s is None else 0.5 + (s - middle) / span for s in one.history]
        # sorted by how far the country went from the first edition that scored it to the last
        way = known[-1] - known[0] if len(known) > 1 else None
        return Cell(text, way, spark=tuple(heights), point=self._point)
