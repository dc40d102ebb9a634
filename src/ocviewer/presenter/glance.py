"""At a glance: a country's figures in plain sentences, without a word that they do not carry."""

from functools import cached_property

from ocviewer.domain.indicator import ACTORS, CRIMINALITY, MARKETS, RESILIENCE
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.extremes import Extremes
from ocviewer.presenter.movements import Movements
from ocviewer.presenter.page import ParagraphView
from ocviewer.presenter.phrases import Phrases, Sentence, paragraph
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


class Glance:
    """Writes the paragraphs of one country in one edition."""

    def __init__(self, library: Library, words: Words, pane: PaneState) -> None:
        """Writes nothing yet."""
        self._library = library
        self._words = words
        self._phrases = Phrases(words)
        self._pane = pane
        self._scores = library.edition(pane.edition).scores.get(pane.iso3, {})

    def paragraphs(self) -> tuple[ParagraphView, ...]:
        """Level, highest and lowest, change, and how it stands to others.

        A paragraph for which the edition has no scores is left out: all of them, for a country
        that it did not score.
        """
        if not self._scores:
            return ()
        sentences = (
            self._level(),
            (*self._criminality(MARKETS), *self._criminality(ACTORS)),
            self._resilience(),
            self._changes(),
            (self._comparison(CRIMINALITY), self._comparison(RESILIENCE)),
        )
        written = (paragraph(self._library.indicators, part) for part in sentences)
        return tuple(part for part in written if part is not None)

    def _level(self) -> tuple[Sentence | None, ...]:
        standings = tuple(filter(None, map(self._standing, (CRIMINALITY, RESILIENCE))))
        return (*standings, (self._phrases.say("scale"), ())) if standings else ()

    def _standing(self, code: str) -> Sentence | None:
        score = self._scores.get(code)
        if score is None:
            return None
        ranks = []
        for scope, where in self._where.items():
            standing = self._library.scopes.standing(
                self._pane.iso3, code, self._pane.edition, scope
            )
            if standing is not None:
                rank = self._words.ordinal(standing.rank)
                ranks.append(self._phrases.say("rank", rank=rank, of=standing.of, where=where))
        node = self._library.indicators[code]
        joined = self._words.joined(ranks)
        text = self._phrases.say("level", name=node.name, score=score_text(score), ranks=joined)
        return text, (node,)

    @cached_property
    def _where(self) -> dict[Scope, str]:
        """The scopes as places: in the world, in Asia, in Southern Asia."""
        name = self._library.scopes.name
        return {
            scope: self._phrases.say("in_world")
            if scope is Scope.WORLD
            else self._words.within(name(self._pane.iso3, scope))
            for scope in Scope
        }

    def _criminality(self, code: str) -> tuple[Sentence | None, ...]:
        """Criminal markets or criminal actors: their average, and the highest of them."""
        return self._average(code), self._extremes(code).highest(followed=True)

    def _average(self, code: str) -> Sentence | None:
        score = self._scores.get(code)
        if score is None:
            return None
        node = self._library.indicators[code]
        text = self._phrases.say("average", name=node.name, score=score_text(score))
        return text, (node,)

    def _resilience(self) -> tuple[Sentence | None, ...]:
        extremes = self._extremes(RESILIENCE)
        return extremes.highest(followed=False), extremes.lowest()

    def _extremes(self, code: str) -> Extremes:
        nodes = self._library.indicators.children(code)
        scored = ((node, self._scores[node.code]) for node in nodes if node.code in self._scores)
        return Extremes(self._phrases, code, scored)

    def _changes(self) -> tuple[Sentence | None, ...]:
        before = self._library.edition_before(self._pane.edition)
        if before is None:
            return ((self._phrases.say("first_edition", edition=self._pane.edition), ()),)
        movements = Movements(self._phrases, before.year)
        old = before.scores.get(self._pane.iso3, {})
        return movements.sentences(self._library.indicators, self._scores, old)

    def _comparison(self, code: str) -> Sentence | None:
        score = self._scores.get(code)
        if score is None:
            return None
        parts = []
        for scope in (Scope.REGION, Scope.WORLD):
            mean = self._library.scopes.mean(self._pane.iso3, code, self._pane.edition, scope)
            if mean is not None:
                parts.append(self._against(score, mean, scope))
        node = self._library.indicators[code]
        text = self._phrases.say("compared", name=node.name, parts=self._words.joined(parts))
        return text, (node,)

    def _against(self, score: Hundredths, mean: Hundredths, scope: Scope) -> str:
        key = "equal" if score == mean else ("above" if score > mean else "below")
        where = self._where[scope]
        difference = score_text(abs(score - mean))
        return self._phrases.say(key, by=difference, where=where, mean=score_text(mean))
