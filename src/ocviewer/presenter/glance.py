"""At a glance: a country's figures in plain sentences, without a word that they do not carry.

The sentences avoid the country's name as their subject and never count on an indicator's name
being singular, so that they are grammatical for every country and indicator.
"""

from collections.abc import Iterable
from itertools import groupby

from ocviewer.domain.change import direction
from ocviewer.domain.indicator import (
    ACTORS,
    AVERAGES,
    CRIMINALITY,
    MARKETS,
    RESILIENCE,
    Indicator,
)
from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.page import ParagraphView
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words

_NAMED_AT_MOST = 4
"""More indicators than this on one score are counted, not named."""
_ENOUGH_NAMED = 3
"""A sentence stops after the group that brings it to this many indicators."""

_Group = tuple[Hundredths, list[Indicator]]


class Glance:
    """Writes the paragraphs of one country in one edition."""

    def __init__(self, library: Library, words: Words, pane: PaneState) -> None:
        """Looks nothing up yet."""
        self._library = library
        self._words = words
        self._pane = pane
        self._edition = library.edition(pane.edition)
        self._before = library.edition_before(pane.edition)

    def paragraphs(self) -> tuple[ParagraphView, ...]:
        """Level, highest and lowest, change, and how it stands to others; empty if unscored."""
        if not self._edition.has_country(self._pane.iso3):
            return ()
        return (
            self._level(),
            self._criminality(),
            self._resilience(),
            self._changes(),
            self._comparison(),
        )

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"glance.{key}", **values)

    def _score(self, code: str) -> Hundredths | None:
        return self._edition.score(self._pane.iso3, code)

    def _scored(self, code: str) -> list[tuple[Indicator, Hundredths]]:
        pairs = ((node, self._score(node.code)) for node in self._library.indicators.children(code))
        return [(node, score) for node, score in pairs if score is not None]

    # level and rank

    def _level(self) -> ParagraphView:
        sentences = [self._standing(code) for code in (CRIMINALITY, RESILIENCE)]
        sentences.append(self._say("scale"))
        return self._paragraph(sentences, (CRIMINALITY, RESILIENCE))

    def _standing(self, code: str) -> str:
        score = self._score(code)
        if score is None:
            return ""
        ranks = []
        for scope in Scope:
            standing = self._library.scopes.standing(
                self._pane.iso3, code, self._pane.edition, scope
            )
            if standing is not None:
                rank = self._words.ordinal(standing.rank)
                where = self._where(scope)
                ranks.append(self._say("rank", rank=rank, of=standing.of, where=where))
        name = self._library.indicators[code].name
        return self._say(
            "level", name=name, score=score_text(score), ranks=self._words.joined(ranks)
        )

    def _where(self, scope: Scope) -> str:
        name = self._library.scopes.name(self._pane.iso3, scope)
        if scope is Scope.WORLD:
            return self._say("in_world")
        return self._words.within(name)

    # highest and lowest

    def _criminality(self) -> ParagraphView:
        sentences, codes = [], []
        for code in (MARKETS, ACTORS):
            score = self._score(code)
            if score is None:
                continue
            name = self._library.indicators[code].name
            sentences.append(self._say("average", name=name, score=score_text(score)))
            scored = self._scored(code)
            groups = _grouped(sorted(scored, key=lambda pair: -pair[1]))
            sentences.append(self._extreme("highest", code, len(scored), groups))
            codes += [node.code for _, nodes in _leading(groups) for node in nodes]
        return self._paragraph(sentences, codes)

    def _resilience(self) -> ParagraphView:
        scored = self._scored(RESILIENCE)
        high = _grouped(sorted(scored, key=lambda pair: -pair[1]))
        if len(high) == 1:
            sentence = self._say("all_alike", count=len(scored), score=score_text(high[0][0]))
            return self._paragraph([sentence], ())
        low = high[::-1]
        sentences = [
            self._extreme("strongest", RESILIENCE, len(scored), high[:1]),
            self._extreme("weakest", RESILIENCE, len(scored), low[:1]),
        ]
        codes = [node.code for _, nodes in (*high[:1], *low[:1]) for node in nodes]
        return self._paragraph(sentences, codes)

    def _extreme(self, kind: str, code: str, count: int, groups: list[_Group]) -> str:
        if not groups:
            return ""
        score, nodes = groups[0]
        members = self._say(f"members_{code}", count=count)
        if len(nodes) > _NAMED_AT_MOST:
            key = f"{kind}_all" if len(nodes) == count else f"{kind}_many"
            return self._say(key, members=members, count=len(nodes), score=score_text(score))
        followers = _leading(groups)[1:]
        parts = [self._say("at", names=self._names(n), score=score_text(s)) for s, n in followers]
        following = self._say("followed", rest=self._words.joined(parts)) if parts else ""
        return self._say(
            kind,
            members=members,
            names=self._names(nodes),
            score=score_text(score),
            following=following,
        )

    def _names(self, nodes: list[Indicator]) -> str:
        return self._words.joined([_in_text(node.name) for node in nodes])

    # change

    def _changes(self) -> ParagraphView:
        before = self._before
        if before is None:
            return self._paragraph([self._say("first_edition", edition=self._edition.year)], ())
        changed: list[tuple[Indicator, Hundredths]] = []
        new: list[Indicator] = []
        for node in self._library.indicators:
            now, old = self._score(node.code), before.score(self._pane.iso3, node.code)
            if now is not None and old is not None:
                changed.append((node, now - old))
            elif now is not None:
                new.append(node)
        averages = [pair for pair in changed if pair[0].code in (CRIMINALITY, RESILIENCE)]
        indicators = [pair for pair in changed if pair[0].code not in AVERAGES]
        ranked = sorted((pair for pair in indicators if pair[1]), key=lambda pair: -abs(pair[1]))
        sentences = [self._moved(averages, before.year), self._largest(ranked, before.year)]
        if new:
            names = self._names(new)
            sentences.append(self._say("newly_scored", edition=before.year, names=names))
        codes = [node.code for node, _ in ranked[:_NAMED_AT_MOST]]
        return self._paragraph(sentences, codes)

    def _moved(self, averages: list[tuple[Indicator, Hundredths]], year: int) -> str:
        if not averages:
            return ""
        parts = [self._movement(node, difference) for node, difference in averages]
        return self._say("moved", edition=year, parts=self._words.joined(parts))

    def _movement(self, node: Indicator, difference: Hundredths) -> str:
        name = _in_text(node.name)
        if difference == 0:
            return self._say("stayed", name=name)
        meaning = direction(node.polarity, difference)
        return self._say(
            "rose" if difference > 0 else "fell",
            name=name,
            by=score_text(abs(difference)),
            word=self._words.say(f"figures.{meaning}"),
        )

    def _largest(self, ranked: list[tuple[Indicator, Hundredths]], year: int) -> str:
        if not ranked:
            return self._say("nothing_moved", edition=year)
        size = abs(ranked[0][1])
        largest = [pair for pair in ranked if abs(pair[1]) == size]
        if len(largest) > _NAMED_AT_MOST:
            rises = sum(difference > 0 for _, difference in largest)
            return self._say(
                "largest_many",
                count=len(largest),
                size=score_text(size),
                rises=rises,
                falls=len(largest) - rises,
            )
        parts = []
        for node, difference in largest:
            meaning = direction(node.polarity, difference)
            word = self._words.say(f"figures.{meaning}")
            by = self._words.signed(difference)
            parts.append(self._say("by", name=_in_text(node.name), by=by, word=word))
        key = "largest_one" if len(largest) == 1 else "largest_some"
        return self._say(key, parts=self._words.joined(parts))

    # others

    def _comparison(self) -> ParagraphView:
        sentences = []
        for code in (CRIMINALITY, RESILIENCE):
            score = self._score(code)
            if score is None:
                continue
            parts = []
            for scope in (Scope.REGION, Scope.WORLD):
                mean = self._library.scopes.mean(self._pane.iso3, code, self._edition.year, scope)
                if mean is not None:
                    parts.append(self._against(score, mean, scope))
            name = self._library.indicators[code].name
            sentences.append(self._say("compared", name=name, parts=self._words.joined(parts)))
        return self._paragraph(sentences, (CRIMINALITY, RESILIENCE))

    def _against(self, score: Hundredths, mean: Hundredths, scope: Scope) -> str:
        key = "equal" if score == mean else ("above" if score > mean else "below")
        where = self._where(scope)
        difference = score_text(abs(score - mean))
        return self._say(key, by=difference, where=where, mean=score_text(mean))

    def _paragraph(self, sentences: list[str], codes: Iterable[str]) -> ParagraphView:
        wanted = set(codes)
        ordered = tuple(node.code for node in self._library.indicators if node.code in wanted)
        return ParagraphView(" ".join(filter(None, sentences)), ordered)


def _grouped(pairs: list[tuple[Indicator, Hundredths]]) -> list[_Group]:
    """Neighbours with the same score together."""
    return [
        (score, [node for node, _ in group]) for score, group in groupby(pairs, key=lambda p: p[1])
    ]


def _leading(groups: list[_Group]) -> list[_Group]:
    """The first groups, as many as a sentence names."""
    named: list[_Group] = []
    count = 0
    for score, nodes in groups:
        if count >= _ENOUGH_NAMED or len(nodes) > _NAMED_AT_MOST:
            break
        if named and count + len(nodes) > _NAMED_AT_MOST:
            break
        named.append((score, nodes))
        count += len(nodes)
    return named


def _in_text(name: str) -> str:
    """An indicator's name within a sentence."""
    return name[:1].lower() + name[1:]
