"""The figures of a profile in words: changes, ranks, cards, bars and the pyramid."""

from collections.abc import Callable
from functools import cached_property

from ocviewer.domain import change as changes
from ocviewer.domain.change import Direction
from ocviewer.domain.indicator import ACTORS, AVERAGES, MARKETS, RESILIENCE, Indicator, Polarity
from ocviewer.domain.ranking import Scope, Standing
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.page import (
    Bar,
    BarGroup,
    Card,
    ChangeView,
    Chip,
    Pyramid,
    PyramidFigures,
    RankView,
)
from ocviewer.presenter.state import Order, PaneState
from ocviewer.presenter.words import Words

GROUPS = (MARKETS, ACTORS, RESILIENCE)
_SCORE = "\0"
"""Stands for a score in a line that is worded once for all bars."""


def change_view(
    words: Words, polarity: Polarity, difference: Hundredths | None, why: str
) -> ChangeView:
    """A change in words; ``why`` says why there is none."""
    direction = changes.direction(polarity, difference)
    if difference is None or direction is None:
        return ChangeView(None, None, "", "", why, why)
    arrow = "=" if difference == 0 else ("▲" if difference > 0 else "▼")
    amount = words.signed(difference)
    word = words.say(f"figures.{direction}")
    parts = (word,) if direction is Direction.UNCHANGED else (amount, word)
    return ChangeView(direction, difference, arrow, amount, word, " ".join((arrow, *parts)))


def rank_view(words: Words, standing: Standing, before: int | None) -> RankView:
    """A rank in words; ``before`` is the edition that its move counts from."""
    rank = words.ordinal(standing.rank)
    arrow, move = "", ""
    if standing.previous is not None and before is not None:
        places = standing.previous - standing.rank
        old = words.ordinal(standing.previous)
        arrow = "=" if places == 0 else f"{'↑' if places > 0 else '↓'}{abs(places)}"
        key = "same" if places == 0 else ("up" if places > 0 else "down")
        move = words.say(f"figures.rank_{key}", places=abs(places), old=old, edition=before)
    return RankView(
        scope=standing.scope,
        scope_text=standing.name or words.say("figures.world"),
        scope_short=words.say(f"figures.short_{standing.scope}"),
        text=words.say("figures.rank", rank=rank, of=standing.of),
        short=rank,
        move_arrow=arrow,
        move_text=move,
    )


def spoken_score(
    words: Words, name: str, score: Hundredths | None, change: ChangeView, before: int | None
) -> str:
    """A score and its change as a screen reader says them: words, no arrows and no signs."""
    difference = change.difference
    if score is None:
        return words.say("figures.spoken_missing", name=name, why=change.word)
    values = {"name": name, "score": score_text(score), "word": change.word}
    if difference is None or before is None:
        return words.say("figures.spoken_without", **values)
    if difference == 0:
        return words.say("figures.spoken_same", edition=before, **values)
    key = "figures.spoken_up" if difference > 0 else "figures.spoken_down"
    return words.say(key, by=score_text(abs(difference)), edition=before, **values)


class Figures:
    """Words one country's figures in one edition."""

    def __init__(self, library: Library, words: Words, pane: PaneState) -> None:
        """Looks nothing up that is not asked for."""
        self._library = library
        self._words = words
        self._pane = pane
        self._edition = library.edition(pane.edition)
        self._before = library.edition_before(pane.edition)

    def score(self, code: str) -> Hundredths | None:
        """The score in this edition."""
        return self._edition.score(self._pane.iso3, code)

    def previous(self, code: str) -> Hundredths | None:
        """The score one edition before."""
        return None if self._before is None else self._before.score(self._pane.iso3, code)

    def score_text(self, code: str) -> str:
        """The score with two decimals, or a dash where there is none."""
        score = self.score(code)
        return self._words.say("figures.no_score") if score is None else score_text(score)

    def change(self, indicator: Indicator) -> ChangeView:
        """The change since the edition before, or why there is none."""
        now, before = self.score(indicator.code), self.previous(indicator.code)
        difference = changes.change(now, before)
        why = self._why_no_change(now) if difference is None else ""
        return change_view(self._words, indicator.polarity, difference, why)

    def _why_no_change(self, now: Hundredths | None) -> str:
        if now is None:
            return self._words.say("figures.not_scored", edition=self._edition.year)
        if self._before is None:
            return self._words.say("figures.first_edition")
        return self._words.say("figures.not_scored", edition=self._before.year)

    def ranks(self, code: str) -> tuple[RankView, ...]:
        """The ranks in the world, the continent and the region; none without a score."""
        scopes = self._library.scopes
        standings = (
            scopes.standing(self._pane.iso3, code, self._pane.edition, scope) for scope in Scope
        )
        before = None if self._before is None else self._before.year
        return tuple(rank_view(self._words, one, before) for one in standings if one is not None)

    def cards(self) -> tuple[Card, ...]:
        """The four averages."""
        return tuple(self._card(self._library.indicators[code]) for code in AVERAGES)

    def _card(self, indicator: Indicator) -> Card:
        change = self.change(indicator)
        ranks = self.ranks(indicator.code)
        text = self.score_text(indicator.code)
        return Card(
            code=indicator.code,
            name=indicator.name,
            short_name=self._words.say(f"figures.short_{indicator.code}"),
            polarity=indicator.polarity,
            score=self.score(indicator.code),
            score_text=text,
            change=change,
            ranks=ranks,
            definition=indicator.definition,
            spoken=" ".join((self._spoken(indicator, change), *map(self._spoken_rank, ranks))),
        )

    def _spoken(self, indicator: Indicator, change: ChangeView) -> str:
        """What a card and a bar say."""
        return self.spoken(indicator, change)

    def spoken(self, indicator: Indicator, change: ChangeView, name: str = "") -> str:
        """Score and change as a screen reader says them.

        ``name`` stands for the indicator's own, where that was said before.
        """
        before = None if self._before is None else self._before.year
        score = self.score(indicator.code)
        return spoken_score(self._words, name or indicator.name, score, change, before)

    def _spoken_rank(self, rank: RankView) -> str:
        key = "figures.spoken_rank_move" if rank.move_text else "figures.spoken_rank"
        return self._words.say(key, scope=rank.scope_text, rank=rank.text, move=rank.move_text)

    def group(self, code: str, order: Order) -> BarGroup:
        """The indicators below an average, in the order that is chosen."""
        top = self._library.indicators[code]
        bars = [self._bar(child) for child in self._library.indicators.children(code)]
        if order is Order.SCORE:
            bars.sort(key=lambda bar: -(bar.score or 0))
        elif order is Order.CHANGE:
            bars.sort(key=lambda bar: -abs(bar.change.difference or 0))
        return BarGroup(
            code=code,
            title=top.name,
            polarity=top.polarity,
            score_text=self.score_text(code),
            change=self.change(top),
            bars=tuple(bars),
        )

    def _bar(self, indicator: Indicator) -> Bar:
        code = indicator.code
        change = self.change(indicator)
        text = self.score_text(code)
        region = self._region_mean(code)
        return Bar(
            code=code,
            name=indicator.name,
            short_name=indicator.short_name,
            polarity=indicator.polarity,
            score=self.score(code),
            score_text=text,
            previous=self.previous(code),
            region_mean=region,
            change=change,
            section=indicator.section or "",
            tooltip=self._bar_tooltip(indicator, text, change, region),
            spoken=self._spoken(indicator, change),
        )

    def _region_mean(self, code: str) -> Hundredths | None:
        pane = self._pane
        return self._library.scopes.mean(pane.iso3, code, pane.edition, Scope.REGION)

    def _bar_tooltip(
        self, indicator: Indicator, text: str, change: ChangeView, region: Hundredths | None
    ) -> str:
        lines = [f"{indicator.name}  {text}  {change.text}", indicator.definition]
        previous = self.previous(indicator.code)
        if previous is not None:
            lines.append(self._previous_line.replace(_SCORE, score_text(previous)))
        if region is not None:
            lines.append(self._region_line.replace(_SCORE, score_text(region)))
        return "\n".join(lines)

    @cached_property
    def _previous_line(self) -> str:
        """The line of a tooltip that tells a score of the edition before, put in for ``_SCORE``."""
        edition = None if self._before is None else self._before.year
        return self._words.say("figures.previous", edition=edition, score=_SCORE)

    @cached_property
    def _region_line(self) -> str:
        """The line of a tooltip that tells the mean of the region, put in for ``_SCORE``."""
        return self._words.say("figures.region_mean", where=self._beside, score=_SCORE)

    @cached_property
    def _beside(self) -> str:
        """Where the mean is taken that is marked on the bars, in running text."""
        return self._words.within(self._library.scopes.name(self._pane.iso3, Scope.REGION))

    def legend(self) -> str:
        """What the marks on the bars mean."""
        if self._before is None:
            return self._words.say("figures.legend_first", where=self._beside)
        return self._words.say("figures.legend", edition=self._before.year, where=self._beside)

    def pyramid(self) -> Pyramid:
        """The three averages as the index's pyramid and panel."""
        names = {code: self._library.indicators[code].name for code in GROUPS}
        texts = {code: self.score_text(code) for code in GROUPS}
        before = self._pyramid_figures(self.previous)
        ghost = ""
        if before is not None and self._before is not None:
            ghost = self._words.say("figures.ghost", edition=self._before.year)
        return Pyramid(
            now=self._pyramid_figures(self.score),
            before=before,
            markets_label=names[MARKETS],
            actors_label=names[ACTORS],
            resilience_label=names[RESILIENCE],
            markets_text=texts[MARKETS],
            actors_text=texts[ACTORS],
            resilience_text=texts[RESILIENCE],
            ghost_label=ghost,
            missing=self._missing(),
            spoken=self._words.say(
                "figures.pyramid",
                markets=self._spoken_score(MARKETS),
                actors=self._spoken_score(ACTORS),
                resilience=self._spoken_score(RESILIENCE),
            ),
        )

    def _missing(self) -> str:
        """Which of the three averages the pyramid lacks; empty where it is whole."""
        missing = [self._library.indicators[c].name for c in GROUPS if self.score(c) is None]
        why = self._why_no_change(None)
        if not missing or len(missing) == len(GROUPS):
            return why if missing else ""
        return self._words.say("figures.missing", names=self._words.joined(missing), why=why)

    def _spoken_score(self, code: str) -> str:
        return self._why_no_change(None) if self.score(code) is None else self.score_text(code)

    def _pyramid_figures(self, score: Callable[[str], Hundredths | None]) -> PyramidFigures | None:
        markets, actors, resilience = (score(code) for code in GROUPS)
        if markets is None or actors is None or resilience is None:
            return None
        return PyramidFigures(markets, actors, resilience)

    def chip(self, indicator: Indicator) -> Chip:
        """An indicator beside the text that treats it."""
        change = self.change(indicator)
        text = self.score_text(indicator.code)
        return Chip(
            code=indicator.code,
            name=indicator.name,
            score_text=text,
            change=change,
            polarity=indicator.polarity,
            tooltip=f"{indicator.name}  {text}  {change.text}\n{indicator.definition}",
        )
