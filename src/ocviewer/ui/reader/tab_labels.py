"""What the reader's tabs say at a width: whole titles, shortened ones, or bare numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ocviewer.presenter.page import SectionTab

Advance = Callable[[str], int]
"""The width of a text in pixels."""

GLANCE = "≡"
"""The tab of a section without a number, where only numbers fit."""

ELLIPSIS = "…"
_ROOMY, _SNUG, _TIGHT = 12, 5, 3


@dataclass(frozen=True, slots=True)
class TabLabels:
    """The labels of all tabs, and the space (pixels) on either side of each."""

    labels: tuple[str, ...]
    padding: int


def head_of(tab: SectionTab) -> str:
    """The number of a tab as it is printed, ``03``; empty where the section has none."""
    return f"{tab.number:02d}" if tab.number else ""


def fit_labels(tabs: Sequence[SectionTab], current: int, width: int, advance: Advance) -> TabLabels:
    """The most that fits into ``width`` pixels.

    Whole titles; else titles cut between words (``09 Criminal justice…``); else bare numbers, with
    the title at the tab ``current`` alone. Only the last depends on ``current``, so that tabs
    stay where they are when one is picked wherever their titles fit.
    """
    if not tabs:
        return TabLabels((), _ROOMY)
    whole = tuple(tab.text for tab in tabs)
    return (
        _padded(whole, width, advance, _SNUG + 2)
        or _cut(tabs, width, advance)
        or _numbers(tabs, current, width, advance)
    )


def narrowest(tabs: Sequence[SectionTab], advance: Advance) -> int:
    """The width in pixels below which not even the numbers fit."""
    return sum(advance(head_of(tab) or GLANCE) + 2 * _TIGHT for tab in tabs)


def _padded(labels: tuple[str, ...], width: int, advance: Advance, least: int) -> TabLabels | None:
    spare = width - sum(map(advance, labels))
    padding = min(_ROOMY, spare // (2 * len(labels)))
    return TabLabels(labels, padding) if padding >= least else None


def _cuts(tab: SectionTab) -> list[str]:
    """The label of a tab, ever longer; a short word such as "and" never ends it."""
    if not head_of(tab):
        return [GLANCE, tab.text]
    words = tab.text.split(" ")
    cuts = [
        " ".join(words[:count]) + ELLIPSIS
        for count in range(2, len(words))
        if len(words[count - 1]) > 3
    ]
    return [*cuts, tab.text]


def _cut(tabs: Sequence[SectionTab], width: int, advance: Advance) -> TabLabels | None:
    choices = [[(advance(label), label) for label in _cuts(tab)] for tab in tabs]
    if _padded(tuple(choice[0][1] for choice in choices), width, advance, _SNUG) is None:
        return None
    caps = sorted({size for choice in choices for size, _ in choice}, reverse=True)
    fitted = (_padded(_capped(choices, cap), width, advance, _SNUG) for cap in caps)
    return next((labels for labels in fitted if labels is not None), None)


def _capped(choices: list[list[tuple[int, str]]], cap: int) -> tuple[str, ...]:
    """The longest label of each tab within a width, or its shortest where none is."""
    return tuple(
        max((pair for pair in choice if pair[0] <= cap), default=choice[0])[1] for choice in choices
    )


def _numbers(tabs: Sequence[SectionTab], current: int, width: int, advance: Advance) -> TabLabels:
    labels = [head_of(tab) or GLANCE for tab in tabs]
    if not 0 <= current < len(tabs):
        return TabLabels(tuple(labels), _TIGHT)
    others = sum(advance(label) for place, label in enumerate(labels) if place != current)
    whole = tabs[current].text
    spare = width - others - advance(whole)
    padding = max(_TIGHT, min(_ROOMY, spare // (2 * len(tabs))))
    room = width - others - 2 * padding * len(tabs)
    labels[current] = _shortened(whole, labels[current], room, advance)
    return TabLabels(tuple(labels), padding)


def _shortened(whole: str, least: str, room: int, advance: Advance) -> str:
    if advance(whole) <= room:
        return whole
    for end in range(len(whole) - 1, len(least), -1):
        label = whole[:end].rstrip() + ELLIPSIS
        if advance(label) <= room:
            return label
    return least
