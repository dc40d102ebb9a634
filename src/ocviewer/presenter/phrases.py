"""What the sentences of "At a glance" share: names in running text, counts, and paragraphs.

No sentence counts on an indicator's name being singular, and none has the country's name as its
subject, so that they are grammatical for every country and indicator.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ocviewer.domain.indicator import Indicator, IndicatorTable
from ocviewer.presenter.page import ParagraphView
from ocviewer.presenter.words import Words

NAMED_AT_MOST = 6
"""More indicators than this are counted, not named."""


Sentence = tuple[str, Sequence[Indicator]]
"""A sentence with the indicators that it tells of."""


class Phrases:
    """Words the parts of sentences."""

    def __init__(self, words: Words) -> None:
        """Says nothing yet."""
        self.words = words
        self._joint = words.say("figures.list_end", head="", last="")

    def say(self, key: str, **values: object) -> str:
        """A message of the glance catalogue."""
        return self.words.say(f"glance.{key}", **values)

    def names(self, nodes: Iterable[Indicator]) -> str:
        """Their names as a list."""
        return self.words.joined([in_text(node.name) for node in nodes])

    def is_list(self, name: str) -> bool:
        """Whether a name reads as a list itself: ``Extortion and protection racketeering``."""
        return self._joint in name

    def counts(self, nodes: Iterable[Indicator]) -> str:
        """How many there are of each kind: ``4 criminal markets and 1 criminal actor``.

        ``nodes`` are in the index's order.
        """
        kinds = groupby(nodes, key=lambda node: node.parent)
        return self.words.joined([self.count(kind, len(list(group))) for kind, group in kinds])

    def count(self, kind: str | None, count: int) -> str:
        """So many indicators below an average, e.g. ``1 criminal market``."""
        return self.say(f"count_{kind}_{'one' if count == 1 else 'other'}", count=count)


def in_text(name: str) -> str:
    """An indicator's name within a sentence."""
    return name[:1].lower() + name[1:]


def paragraph(table: IndicatorTable, sentences: Iterable[Sentence | None]) -> ParagraphView | None:
    """The sentences that there are, with what they tell of in the index's order."""
    said = [sentence for sentence in sentences if sentence is not None]
    if not said:
        return None
    told = {node.code for _, nodes in said for node in nodes}
    codes = tuple(node.code for node in table if node.code in told)
    return ParagraphView(" ".join(text for text, _ in said), codes)
