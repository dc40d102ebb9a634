"""Which indicators a paragraph treats: those of its section that its sentences speak of.

A paragraph of a section with one indicator treats that. Elsewhere each sentence speaks of the
indicators whose names or words (``terms``) are in it; the first sentence counts more, for the
index's paragraphs begin with what they are about. A mention in passing is not treated, and a
paragraph that leaves it open belongs to its section alone: a chip at the wrong text would mislead,
a missing one does not.
"""

import re
from collections.abc import Sequence

from ocviewer.domain.indicator import IndicatorTable
from ocviewer.domain.profile import Paragraph
from ocviewer.importers.pages.terms import TERMS
from ocviewer.library.folding import fold

_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[A-Z‘“(])")
_FIRST = 2.0
"""What the first sentence counts; every other counts 1."""

_ENOUGH = 2.0
_SHARE = 0.4
"""The least that an indicator needs by itself, and of what the one treated most has."""


def tied(
    paragraphs: Sequence[str], section_id: str, indicators: IndicatorTable
) -> tuple[Paragraph, ...]:
    """The paragraphs of a section with what each treats.

    Where there are as many as indicators, and all but one treat just the one in their place, the
    last one does too.
    """
    own = [node.code for node in indicators.in_section(section_id)]
    codes = [treated(text, section_id, indicators) for text in paragraphs]
    open_places = [place for place, code in enumerate(codes) if not code]
    if len(own) == len(codes) and len(open_places) == 1:
        place = open_places[0]
        filled = [*codes[:place], (own[place],), *codes[place + 1 :]]
        codes = filled if filled == [(code,) for code in own] else codes
    return tuple(map(Paragraph, paragraphs, codes))


def treated(text: str, section_id: str, indicators: IndicatorTable) -> tuple[str, ...]:
    """The codes of the indicators that a paragraph treats, in the index's order."""
    own = indicators.in_section(section_id)
    if len(own) == 1:
        return (own[0].code,)
    terms = {node.code: (fold(node.name), *TERMS.get(node.code, ())) for node in own}
    weight = dict.fromkeys(terms, 0.0)
    for number, sentence in enumerate(_SENTENCE_END.split(text)):
        words = f" {fold(sentence)} "
        spoken = [code for code, stems in terms.items() if any(f" {s}" in words for s in stems)]
        for code in spoken:
            weight[code] += (1.0 if number else _FIRST) / len(spoken)
    most = max(weight.values(), default=0.0)
    return tuple(node.code for node in own if weight[node.code] >= max(_ENOUGH, _SHARE * most))
