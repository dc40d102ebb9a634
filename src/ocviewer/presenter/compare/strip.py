"""Where panes differ most, in two sentences: of the indicators, and of the averages."""

from collections.abc import Sequence
from typing import NamedTuple

from ocviewer.domain.indicator import AVERAGES, CRIMINALITY, RESILIENCE, Indicator
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures
from ocviewer.presenter.phrases import Phrases, in_text
from ocviewer.presenter.words import Words

_WITH_SCORES_AT_MOST = 2
_NAMED_AT_MOST = 4
"""More indicators that differ as much are counted: the strip has room for two lines."""


class Gap(NamedTuple):
    """The lowest and the highest score of a node, and the first pane of each."""

    node: Indicator
    low: Hundredths
    low_pane: int
    high: Hundredths
    high_pane: int

    @property
    def width(self) -> Hundredths:
        """How far they are apart."""
        return self.high - self.low


def gap(node: Indicator, scores: Sequence[Hundredths | None]) -> Gap | None:
    """The gap among the panes; ``None`` where one of them has no score."""
    known = [score for score in scores if score is not None]
    if len(known) < len(scores):
        return None
    low, high = min(known), max(known)
    return Gap(node, low, known.index(low), high, known.index(high))


def gaps(library: Library, figures: Sequence[Figures]) -> tuple[Gap, ...]:
    """The gaps of all nodes that every pane has, in the order of the index."""
    found = (gap(node, [each.score(node.code) for each in figures]) for node in library.indicators)
    return tuple(each for each in found if each is not None)


def strip(
    library: Library, words: Words, figures: Sequence[Figures], names: Sequence[str]
) -> tuple[str, ...]:
    """The two sentences; ``names`` are those of the panes in running text."""
    sentences = _sentences(library, words, figures, names)
    return tuple(text[:1].upper() + text[1:] for text in sentences)


def _sentences(
    library: Library, words: Words, figures: Sequence[Figures], names: Sequence[str]
) -> tuple[str, ...]:
    found = gaps(library, figures)
    indicators = [each for each in found if each.node.code not in AVERAGES]
    averages = [each for each in found if each.node.code in (CRIMINALITY, RESILIENCE)]
    all_names = words.joined(list(names))
    if not indicators:
        return (words.say("compare.nothing", names=all_names),)
    widest = max(each.width for each in indicators)
    if widest == 0:
        first = words.say("compare.alike", names=all_names)
    else:
        largest = [each for each in indicators if each.width == widest]
        first = _widest(words, largest, names, all_names)
    parts = [_average(words, each, names) for each in averages]
    if not parts:
        return (first,)
    return first, words.say("compare.averages", parts=words.joined(parts))


def _widest(words: Words, largest: Sequence[Gap], names: Sequence[str], all_names: str) -> str:
    if len(largest) > _WITH_SCORES_AT_MOST:
        phrases, nodes = Phrases(words), [each.node for each in largest]
        named = phrases.names if len(largest) <= _NAMED_AT_MOST else phrases.counts
        by = score_text(largest[0].width)
        return words.say("compare.differ_many", names=all_names, nodes=named(nodes), by=by)
    parts = words.joined([_between(words, each, names) for each in largest])
    return words.say("compare.differ", names=all_names, parts=parts)


def _between(words: Words, each: Gap, names: Sequence[str], key: str = "compare.between") -> str:
    return words.say(
        key,
        node=in_text(each.node.name),
        low=score_text(each.low),
        low_name=names[each.low_pane],
        high=score_text(each.high),
        high_name=names[each.high_pane],
    )


def _average(words: Words, each: Gap, names: Sequence[str]) -> str:
    node = in_text(each.node.name)
    if each.width == 0:
        return words.say("compare.average_equal", node=node, score=score_text(each.low))
    if len(names) > 2:
        return _between(words, each, names, "compare.average_range")
    by = score_text(each.width)
    return words.say("compare.average", node=node, by=by, name=names[each.high_pane])
