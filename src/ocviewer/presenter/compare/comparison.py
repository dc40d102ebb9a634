"""Puts panes on one scale: the rows of all nodes, and how each pane differs from the first."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ocviewer.domain.change import change, direction
from ocviewer.domain.indicator import AVERAGES, CRIMINALITY, Indicator, Polarity
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.compare.alignment import Alignment, aligned
from ocviewer.presenter.compare.changed_words import ChangedWords, changed_panes
from ocviewer.presenter.compare.compared import (
    FIGURES,
    Against,
    Cell,
    Column,
    Comparison,
    Row,
)
from ocviewer.presenter.compare.strip import strip
from ocviewer.presenter.page import Pane, SectionTab
from ocviewer.presenter.state import AT_A_GLANCE, MAX_PANES, PaneState, ViewState
from ocviewer.presenter.subject import figures_of, name_in_text
from ocviewer.presenter.words import Words


def comparison(
    state: ViewState, panes: Sequence[Pane], library: Library, words: Words
) -> Comparison:
    """How the panes of a state compare."""
    return _Comparing(state, panes, library, words).whole()


class _Own(NamedTuple):
    """What a pane says of a node by itself."""

    previous: Hundredths | None
    spoken: str


# Mostly one of the panes changes.
@lru_cache(2 * MAX_PANES)
def _own(pane: PaneState, name: str, library: Library, words: Words) -> Mapping[str, _Own]:
    figures = figures_of(library, words, pane)
    return {
        node.code: _Own(
            figures.previous(node.code), figures.spoken(node, figures.change(node), name)
        )
        for node in library.indicators
    }


class _Comparing:
    """Words the panes of one state."""

    def __init__(
        self, state: ViewState, panes: Sequence[Pane], library: Library, words: Words
    ) -> None:
        self._state = state
        self._panes = panes
        self._library = library
        self._words = words
        self._figures = [figures_of(library, words, pane) for pane in state.panes]
        several = len({pane.edition for pane in panes}) > 1
        self._names = [self._named(pane.name, pane.edition, several) for pane in panes]
        self._in_text = [
            self._named(name_in_text(library, words, pane.iso3), pane.edition, several)
            for pane in panes
        ]

        self._own = [
            _own(pane, name, library, words)
            for pane, name in zip(state.panes, self._names, strict=True)
        ]

    def _named(self, name: str, edition: int, with_edition: bool) -> str:
        if not with_edition:
            return name
        return self._words.say("profile.title_pane", name=name, edition=edition)

    def whole(self) -> Comparison:
        say = self._words.say
        tab = say("compare.figures")
        alignment = aligned(self._treated())
        return Comparison(
            strip=strip(self._library, self._words, self._figures, self._in_text),
            columns=tuple(map(self._column, range(len(self._panes)))),
            rows=self._rows(),
            legend=say("compare.legend"),
            pyramids=say("compare.pyramids"),
            words=tuple(say(f"compare.{key}") for key in ("higher", "lower", "equal")),
            alignment=alignment,
            tab=SectionTab(FIGURES, 0, tab, tab),
            reading=self._state.reading,
            changed=self._changed(alignment) if self._state.reading else (),
        )

    def _changed(self, alignment: Alignment) -> tuple[tuple[ChangedWords, ...], ...]:
        """In the analysis alone: at a glance is made of figures, all of which differ."""
        if self._state.section == AT_A_GLANCE:
            return ()
        subjects = [pane.iso3 for pane in self._panes]
        texts = [[p.text for p in pane.section.paragraphs] for pane in self._panes]
        return changed_panes(subjects, texts, alignment)

    def _column(self, place: int) -> Column:
        say, pane = self._words.say, self._state.panes[place]
        before = self._library.edition_before(pane.edition)
        return Column(
            name=self._names[place],
            score=say("compare.score"),
            rank="" if pane.place else say("compare.rank"),
            change=say("compare.since", edition=before.year) if before else "",
            change_short=str(before.year) if before else "",
            against=say("compare.against", name=self._names[0]) if place else "",
            against_short=say("compare.against_short") if place else "",
        )

    def _rows(self) -> tuple[Row, ...]:
        """Criminality, then each average with its indicators in the first pane's order."""
        cards = [{card.code: card for card in pane.cards} for pane in self._panes]
        bars = [
            {bar.code: bar for group in pane.groups for bar in group.bars} for pane in self._panes
        ]
        rows = []
        for code in self._order():
            node = self._library.indicators[code]
            cells: list[Cell] = []
            for pane, own in enumerate(self._own):
                shown = cards[pane].get(code) or bars[pane][code]
                ranks = cards[pane][code].ranks if code in AVERAGES else ()
                first = cells[0].score if cells else None
                cells.append(
                    Cell(
                        score=shown.score,
                        score_text=shown.score_text,
                        previous=own[code].previous,
                        change=shown.change,
                        rank=ranks[0].short if ranks else "",
                        against=self._against(node.polarity, shown.score, first) if cells else None,
                    )
                )
            rows.append(self._row(node, tuple(cells)))
        return tuple(rows)

    def _treated(self) -> list[list[frozenset[str]]]:
        """What each paragraph of each pane's section treats.

        Those of at a glance speak of whatever is highest or moved most, so that what they have in
        common is the average above; it counts there, too.
        """
        table = self._library.indicators
        glance = self._state.section == AT_A_GLANCE
        treated = []
        for pane in self._panes:
            sets = [frozenset(paragraph.indicators) for paragraph in pane.section.paragraphs]
            if glance:
                sets = [codes | {table[code].parent or code for code in codes} for codes in sets]
            treated.append(sets)
        return treated

    def _order(self) -> list[str]:
        codes = [CRIMINALITY]
        for group in self._panes[0].groups:
            codes += [group.code, *(bar.code for bar in group.bars)]
        return codes

    def _row(self, node: Indicator, cells: tuple[Cell, ...]) -> Row:
        short = node.short_name
        return Row(
            code=node.code,
            name=node.name,
            short_name=short,
            polarity=node.polarity,
            section=node.section or "",
            cells=cells,
            tooltip="\n".join((node.name, node.definition, *self._lines(node, cells))),
            spoken=" ".join((f"{node.name}.", *self._spoken(node, cells))),
        )

    def _lines(self, node: Indicator, cells: tuple[Cell, ...]) -> list[str]:
        """A line of each pane, with all ranks of an average."""
        lines = []
        for place, cell in enumerate(cells):
            parts = [f"{self._names[place]}  {cell.score_text}  {cell.change.text}"]
            if node.code in AVERAGES:
                card = next(c for c in self._panes[place].cards if c.code == node.code)
                parts += [f"{rank.scope_text} {rank.text}" for rank in card.ranks]
            lines.append("  ·  ".join(parts))
        return lines

    def _spoken(self, node: Indicator, cells: tuple[Cell, ...]) -> list[str]:
        spoken = []
        for own, cell in zip(self._own, cells, strict=True):
            spoken.append(own[node.code].spoken)
            if cell.against is not None and cell.against.difference is not None:
                spoken.append(self._spoken_against(cell.against, cell.against.difference))
        return spoken

    def _spoken_against(self, against: Against, difference: Hundredths) -> str:
        key = "compare.spoken_equal" if difference == 0 else "compare.spoken_against"
        by, first = score_text(abs(difference)), self._names[0]
        meaning = self._words.say(f"figures.{against.direction}") if difference else ""
        return self._words.say(key, by=by, word=against.word, name=first, meaning=meaning)

    def _against(
        self, polarity: Polarity, score: Hundredths | None, first: Hundredths | None
    ) -> Against:
        say = self._words.say
        difference = change(score, first)
        if difference is None:
            nothing = say("figures.no_score")
            return Against(None, None, "", nothing, "", nothing)
        arrow = "=" if difference == 0 else ("▲" if difference > 0 else "▼")
        key = "equal" if difference == 0 else ("higher" if difference > 0 else "lower")
        word, amount = say(f"compare.{key}"), self._words.signed(difference)
        parts = (arrow, word) if difference == 0 else (arrow, amount, word)
        return Against(
            direction(polarity, difference), difference, arrow, amount, word, " ".join(parts)
        )
