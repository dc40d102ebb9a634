"""Which paragraphs of several texts belong side by side: those that treat the same indicators."""

from collections.abc import Sequence, Set
from typing import TypeAlias

Alignment: TypeAlias = tuple[tuple[int | None, ...], ...]
"""Rows from top to bottom: the place of each text's paragraph in it, ``None`` where it has none."""

_Row = list[int | None]


def aligned(texts: Sequence[Sequence[Set[str]]]) -> Alignment:
    """The rows of texts, each of which is what its paragraphs treat, in their order.

    Text by text, what is new is matched with the rows so far: of all matchings that keep both
    orders, the one with the largest sum of shared shares (indicators in common, of all that
    either treats; Needleman and Wunsch, 1970, without a price for gaps). What shares no indicator
    stands alone.
    """
    rows: list[_Row] = []
    treated: list[Set[str]] = []
    for number, text in enumerate(texts):
        partners = _matches(treated, text)
        merged: list[_Row] = []
        merged_treated: list[Set[str]] = []
        done = 0
        for place, own in enumerate(text):
            partner = partners.get(place)
            if partner is None:
                merged.append([None] * number + [place])
                merged_treated.append(own)
                continue
            for row in range(done, partner):
                merged.append([*rows[row], None])
                merged_treated.append(treated[row])
            merged.append([*rows[partner], place])
            merged_treated.append(treated[partner] | own)
            done = partner + 1
        merged += [[*row, None] for row in rows[done:]]
        merged_treated += treated[done:]
        rows, treated = merged, merged_treated
    return tuple(tuple(row) for row in rows)


def _matches(rows: Sequence[Set[str]], texts: Sequence[Set[str]]) -> dict[int, int]:
    """For each paragraph that has one, the row of its partner."""
    best = [[0.0] * (len(texts) + 1) for _ in range(len(rows) + 1)]
    for row in reversed(range(len(rows))):
        for place in reversed(range(len(texts))):
            share = _share(rows[row], texts[place])
            matched = share + best[row + 1][place + 1] if share else 0.0
            best[row][place] = max(matched, best[row + 1][place], best[row][place + 1])
    found: dict[int, int] = {}
    row = place = 0
    while row < len(rows) and place < len(texts):
        share = _share(rows[row], texts[place])
        if share and best[row][place] == share + best[row + 1][place + 1]:
            found[place] = row
            row, place = row + 1, place + 1
        elif best[row][place] == best[row + 1][place]:
            row += 1
        else:
            place += 1
    return found


def _share(one: Set[str], other: Set[str]) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0
