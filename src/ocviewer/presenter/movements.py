"""What has changed since the edition before, in sentences."""

from collections.abc import Iterable, Mapping

from ocviewer.domain.change import Direction, direction
from ocviewer.domain.indicator import AVERAGES, CRIMINALITY, RESILIENCE, Indicator
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.presenter.phrases import NAMED_AT_MOST, Phrases, Sentence, in_text

_SIDE_NAMED_AT_MOST = 3
"""Of the changes for the worse, or for the better, where all together are counted."""

_Change = tuple[Indicator, Hundredths]
_Scores = Mapping[str, Hundredths]


class Movements:
    """Tells how a country's scores differ from those of the edition before."""

    def __init__(self, phrases: Phrases, year: int) -> None:
        """``year`` is that of the edition before."""
        self._phrases = phrases
        self._year = year

    def sentences(
        self, table: Iterable[Indicator], now: _Scores, before: _Scores
    ) -> tuple[Sentence | None, ...]:
        """Criminality and resilience, the largest changes, and what had no score before."""
        changed: list[_Change] = []
        new: list[Indicator] = []
        for node in table:
            code = node.code
            if code in now and code in before:
                changed.append((node, now[code] - before[code]))
            elif code in now and code not in AVERAGES:
                new.append(node)
        if not changed:
            return ((self._phrases.say("nothing_to_compare", edition=self._year), ()),)
        averages = [pair for pair in changed if pair[0].code in (CRIMINALITY, RESILIENCE)]
        indicators = [pair for pair in changed if pair[0].code not in AVERAGES]
        return self._averages(averages), self._largest(indicators), self._new(new)

    def _averages(self, averages: list[_Change]) -> Sentence | None:
        if not averages:
            return None
        parts = self._phrases.words.joined([self._movement(*pair) for pair in averages])
        text = self._phrases.say("moved", edition=self._year, parts=parts)
        return text, [node for node, _ in averages]

    def _movement(self, node: Indicator, difference: Hundredths) -> str:
        name = in_text(node.name)
        if difference == 0:
            return self._phrases.say("stayed", name=name)
        key = "rose" if difference > 0 else "fell"
        word = self._word(node, difference)
        return self._phrases.say(key, name=name, by=score_text(abs(difference)), word=word)

    def _word(self, node: Indicator, difference: Hundredths) -> str:
        return self._phrases.words.say(f"figures.{direction(node.polarity, difference)}")

    def _largest(self, changed: list[_Change]) -> Sentence | None:
        if not changed:
            return None
        size = max(abs(difference) for _, difference in changed)
        if size == 0:
            return self._phrases.say("nothing_moved", edition=self._year), ()
        largest = [pair for pair in changed if abs(pair[1]) == size]
        if len(largest) > NAMED_AT_MOST:
            text = self._counted(largest, size)
        else:
            text = self._named(largest)
        return text, [node for node, _ in largest]

    def _named(self, largest: list[_Change]) -> str:
        parts = [
            self._phrases.say(
                "by",
                name=in_text(node.name),
                by=self._phrases.words.signed(difference),
                word=self._word(node, difference),
            )
            for node, difference in largest
        ]
        key = "largest_one" if len(parts) == 1 else "largest_some"
        return self._phrases.say(key, parts=self._phrases.words.joined(parts))

    def _counted(self, largest: list[_Change], size: Hundredths) -> str:
        """How many for the worse and for the better: a rise is not the same for all."""
        say = self._phrases.say
        worse: list[Indicator] = []
        better: list[Indicator] = []
        for node, difference in largest:
            meaning = direction(node.polarity, difference)
            (worse if meaning is Direction.WORSE else better).append(node)
        if worse and better:
            sides = [self._side(Direction.WORSE, worse), self._side(Direction.BETTER, better)]
            parts, key = self._phrases.words.joined(sides), "largest_many"
        else:
            parts = self._phrases.counts(worse or better)
            key = f"largest_{Direction.WORSE if worse else Direction.BETTER}"
        return say(key, size=score_text(size), count=len(largest), parts=parts)

    def _side(self, meaning: Direction, nodes: list[Indicator]) -> str:
        """Those for the worse or for the better: by name if they are few, else by kind."""
        say = self._phrases.say
        if len(nodes) <= _SIDE_NAMED_AT_MOST:
            return say(f"side_{meaning}", count=len(nodes), parts=self._phrases.names(nodes))
        counts = self._phrases.counts(nodes)
        if len({node.parent for node in nodes}) == 1:
            return say(f"kind_{meaning}", parts=counts)
        return say(f"side_{meaning}", count=len(nodes), parts=counts)

    def _new(self, nodes: list[Indicator]) -> Sentence | None:
        if not nodes:
            return None
        few = len(nodes) <= NAMED_AT_MOST
        names = self._phrases.names(nodes) if few else self._phrases.counts(nodes)
        text = self._phrases.say("newly_scored", edition=self._year, names=names)
        return text, nodes
