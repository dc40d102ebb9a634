"""A ranking as the rows of a table: rank, country, score, change, places moved, editions, place."""

from collections.abc import Iterable

from ocviewer.domain.indicator import Indicator
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.figures import spoken_score
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.ranks import RankedCountry
from ocviewer.presenter.world.table import (
    NOTHING,
    Cell,
    Column,
    CountryRow,
    CountryTable,
    Kind,
    change_cell,
    score_cell,
    sort_name,
)

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

    def columns(self) -> tuple[Column, ...]:
        say, first = self._words.say, self._point == 0
        before = "" if first else self._years[self._point - 1]
        since = "rankings.tip_first" if first else "rankings.tip_since"
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

    def row(self, one: RankedCountry) -> CountryRow:
        country = one.country
        cells = (
            self._rank(one),
            Cell(country.name, sort_name(country.name)),
            score_cell(one.score, one.score_text),
            change_cell(one.change),
            self._places(one),
            self._spark(one),
            Cell(country.region, country.region),
            Cell(country.continent, country.continent),
        )
        return CountryRow(country.iso3, country.name, cells, self._spoken(one))

    def _rank(self, one: RankedCountry) -> Cell:
        if one.standing is None or one.rank is None:
            return Cell(NOTHING, None)
        rank = one.standing.rank
        return Cell(f"={rank}" if one.shared > 1 else str(rank), rank, spoken=one.rank.text)

    def _places(self, one: RankedCountry) -> Cell:
        if one.standing is None or one.rank is None or one.standing.previous is None:
            return Cell(NOTHING, None)
        moved = one.standing.previous - one.standing.rank
        if moved == 0:
            return Cell("=", 0, self._words.say("rankings.same_rank"), one.rank.move_text)
        old = self._words.ordinal(one.standing.previous)
        note = self._words.say("rankings.from", rank=old)
        return Cell(one.rank.move_arrow, moved, note, one.rank.move_text)

    def _spark(self, one: RankedCountry) -> Cell:
        known = [score for score in one.history if score is not None]
        told = zip(self._years, one.history, strict=True)
        text = ", ".join(
            f"{year}: {NOTHING if score is None else score_text(score)}" for year, score in told
        )
        if not known:
            return Cell(text, None)
        middle = (max(known) + min(known)) / 2
        heights = tuple(
            None if score is None else 0.5 + (score - middle) / self._span for score in one.history
        )
        # sorted by how far the country went from the first edition that scored it to the last
        way = known[-1] - known[0] if len(known) > 1 else None
        return Cell(text, way, spark=heights, point=self._point)

    def _spoken(self, one: RankedCountry) -> str:
        say, rank = self._words.say, one.rank
        before = self._years[self._point - 1] if self._point else None
        said = spoken_score(self._words, one.country.name, one.score, one.change, before)
        if rank is None:
            return said
        key = "figures.spoken_rank_move" if rank.move_text else "figures.spoken_rank"
        place = say(key, scope=rank.scope_text, rank=rank.text, move=rank.move_text)
        shared = say("rankings.shared", count=one.shared) if one.shared > 1 else ""
        return f"{said} {place} {shared}".rstrip()
