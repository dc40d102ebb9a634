"""The words by which paragraphs of one country differ from one edition to another."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ocviewer.presenter.compare.alignment import Alignment

MOST_WORDS = 2_000
"""Of a longer paragraph no words are compared: it would hold the window up for seconds."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_WORD = re.compile(r"\w+(?:[.,'-]\w+)*|[^\w\s]")


class ChangedWords(NamedTuple):
    """Words that the other edition has not, from ``start`` up to ``end`` in a paragraph."""

    paragraph: int
    start: int
    end: int


_Range = tuple[int, int]


def changed_panes(
    subjects: Sequence[str], texts: Sequence[Sequence[str]], alignment: Alignment
) -> tuple[tuple[ChangedWords, ...], ...]:
    """For each pane its changed words; nothing at all where no subject is there twice.

    A pane is compared with the nearest to its left that shows the same subject, the first of them
    with the nearest to its right. What stands alone in its row is not compared.
    """
    partners = [_partner(subjects, pane) for pane in range(len(subjects))]
    if all(partner is None for partner in partners):
        return ()
    found: list[tuple[ChangedWords, ...]] = []
    for pane, partner in enumerate(partners):
        own: list[ChangedWords] = []
        for row in alignment:
            here = row[pane]
            there = None if partner is None else row[partner]
            if partner is not None and here is not None and there is not None:
                ranges = changed(texts[partner][there], texts[pane][here])
                own += [ChangedWords(here, start, end) for start, end in ranges]
        found.append(tuple(own))
    return tuple(found)


def _partner(subjects: Sequence[str], pane: int) -> int | None:
    others = [*range(pane - 1, -1, -1), *range(pane + 1, len(subjects))]
    return next((other for other in others if subjects[other] == subjects[pane]), None)


@lru_cache(256)
def changed(before: str, after: str) -> tuple[_Range, ...]:
    """The parts of ``after`` whose words are not those of ``before``, at their place.

    Case counts, spaces and the kind of quotes and dashes do not. Words that follow each other are
    one part.
    """
    if before == after:
        return ()
    # of the same length, so that places stay
    old = list(_WORD.finditer(before.translate(_PLAIN)))
    new = list(_WORD.finditer(after.translate(_PLAIN)))
    if max(len(old), len(new)) > MOST_WORDS:
        return ()
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where editions differ

    matcher = SequenceMatcher(None, [w[0] for w in old], [w[0] for w in new], autojunk=False)
    return tuple(
        (new[first].start(), new[last - 1].end())
        for kind, _, _, first, last in matcher.get_opcodes()
        if kind in ("replace", "insert")
    )
