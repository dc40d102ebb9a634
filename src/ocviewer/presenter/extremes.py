"""The highest and the lowest scores below an average, in sentences."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from ocviewer.domain.indicator import Indicator
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.phrases import NAMED_AT_MOST, Phrases, Sentence

_ENOUGH_NAMED = 3
"""A sentence stops after the group that brings it to this many indicators."""

_Scored = tuple[Indicator, Hundredths]
_Group = tuple[Hundredths, list[Indicator]]


class Extremes:
    """Tells of the indicators below one average that have a score."""

    def __init__(self, phrases: Phrases, kind: str, scored: Iterable[_Scored]) -> None:
        """``kind`` is the code of the average; ``scored`` is in the index's order."""
        self._phrases = phrases
        self._kind = kind
        pairs = sorted(scored, key=itemgetter(1), reverse=True)  # keeps the order among equals
        self._count = len(pairs)
        self._groups: list[_Group] = [
            (score, [node for node, _ in group]) for score, group in groupby(pairs, itemgetter(1))
        ]

    def highest(self, *, followed: bool) -> Sentence | None:
        """The highest score and whose it is; ``followed``: and who comes next."""
        if not self._groups:
            return None
        score, nodes = self._groups[0]
        if len(self._groups) == 1:
            return self._alike(score, nodes)
        members = self._phrases.say(f"members_{self._kind}", count=self._count)
        if len(nodes) > NAMED_AT_MOST:
            text = self._phrases.say(
                "highest_many", members=members, count=len(nodes), score=score_text(score)
            )
            return text, nodes
        next_ones = self._next() if followed else []
        text = self._phrases.say(
            "highest_one" if len(nodes) == 1 else "highest_some",
            members=members,
            names=self._phrases.names(nodes),
            score=score_text(score),
            following=self._following(next_ones),
        )
        return text, [*nodes, *(node for _, group in next_ones for node in group)]

    def lowest(self) -> Sentence | None:
        """The lowest score and whose it is; ``None`` where there is no second score."""
        if len(self._groups) < 2:
            return None
        score, nodes = self._groups[-1]
        if len(nodes) > NAMED_AT_MOST:
            text = self._phrases.say("lowest_many", count=len(nodes), score=score_text(score))
        else:
            key = "lowest_one" if len(nodes) == 1 else "lowest_some"
            names = self._phrases.names(nodes)
            text = self._phrases.say(key, names=names, score=score_text(score))
        return text, nodes

    def _alike(self, score: Hundredths, nodes: list[Indicator]) -> Sentence:
        if len(nodes) == 1:
            counted, names = self._phrases.count(self._kind, 1), self._phrases.names(nodes)
            text = self._phrases.say("sole", counted=counted, names=names, score=score_text(score))
        else:
            members = self._phrases.say(f"members_{self._kind}", count=len(nodes))
            text = self._phrases.say("alike", members=members, score=score_text(score))
        return text, nodes

    def _next(self) -> list[_Group]:
        """The groups after the first, as many as a sentence names."""
        count = len(self._groups[0][1])
        next_ones: list[_Group] = []
        for score, nodes in self._groups[1:]:
            if count >= _ENOUGH_NAMED or count + len(nodes) > NAMED_AT_MOST:
                break
            next_ones.append((score, nodes))
            count += len(nodes)
        return next_ones

    def _following(self, groups: list[_Group]) -> str:
        if not groups:
            return ""
        say = self._phrases.say
        parts = [
            say(
                "at" if len(nodes) == 1 else "at_each",
                names=self._phrases.names(nodes),
                score=score_text(score),
            )
            for score, nodes in groups
        ]
        lists = [nodes for _, nodes in groups if len(nodes) > 1]
        clear = any(self._phrases.is_list(node.name) for nodes in lists for node in nodes)
        then = "then_clear" if clear else "then"
        return say("followed", group=parts[0]) + "".join(say(then, group=p) for p in parts[1:])
