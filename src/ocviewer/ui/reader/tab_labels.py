"""What the reader's tabs say in the room there is: titles in a grid, or one row of numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ocviewer.presenter.page import SectionTab

Advance = Callable[[str], int]
"""The width of a text in pixels."""

GLANCE = "≡"
"""The tab of a section without a number, where only numbers fit."""

ELLIPSIS = "…"
_ROOMY, _SNUG, _TIGHT = 12, 6, 3
_SHORT_WORD = 3
"""Words of so few letters, such as "and", do not end a cut title."""


@dataclass(frozen=True, slots=True)
class TabGrid:
    """The labels of all tabs, and the width of each column in pixels.

    Columns are filled from the top, ``rows`` tabs in each: neighbours by number have titles of
    much the same length, so that columns are narrower than if rows were filled. ``padding`` is
    the least space on either side of a label. With ``follows_current`` the labels hang on which
    tab is open.
    """

    labels: tuple[str, ...]
    widths: tuple[int, ...]
    rows: int
    padding: int
    follows_current: bool = False


def head_of(tab: SectionTab) -> str:
    """The number of a tab as it is printed, ``03``; empty where the section has none."""
    return f"{tab.number:02d}" if tab.number else ""


def fit_tabs(
    tabs: Sequence[SectionTab], current: int, width: int, most_rows: int, advance: Advance
) -> TabGrid:
    """The tabs in ``width`` pixels and at most ``most_rows`` rows.

    The fewest rows in which every tab has its title, cut between words where it must be
    (``09 Criminal justice…``); else one row of numbers, with the title at the tab ``current``
    alone. Only the last depends on ``current``: titles stay where they are when one is picked.
    """
    if not tabs:
        return TabGrid((), (), 1, _ROOMY)
    choices = [[(advance(label), label) for label in _cuts(tab, tabs)] for tab in tabs]
    for rows in range(1, min(most_rows, len(tabs)) + 1):
        grid = _grid(choices, rows, width)
        if grid is not None:
            return grid
    return _numbers(tabs, current, width, advance)


def narrowest(tabs: Sequence[SectionTab], advance: Advance) -> int:
    """The width in pixels below which not even the numbers fit."""
    return sum(advance(head_of(tab) or GLANCE) + 2 * _TIGHT for tab in tabs)


def _cuts(tab: SectionTab, tabs: Sequence[SectionTab]) -> list[str]:
    """The labels that a tab may have, ever longer; none could be read as another's."""
    head, words = head_of(tab), tab.title.split(" ")
    if not head:
        return [tab.text]
    others = [other.title for other in tabs if other is not tab]
    cuts = []
    for count in range(1, len(words)):
        cut = " ".join(words[:count])
        shared = any(f"{other} ".startswith(f"{cut} ") for other in others)
        if len(words[count - 1]) > _SHORT_WORD and not shared:
            cuts.append(f"{head} {cut}{ELLIPSIS}")
    return [*cuts, tab.text]


_Choices = list[list[tuple[int, str]]]
"""For each tab the widths and texts of its possible labels, ever longer."""


def _grid(choices: _Choices, rows: int, width: int) -> TabGrid | None:
    """The longest labels that fit into so many rows; ``None`` where the shortest do not."""
    starts = range(0, len(choices), rows)
    room = width - 2 * _SNUG * len(starts)
    for cap in sorted({size for choice in choices for size, _ in choice}, reverse=True):
        sizes = [_longest(choice, cap)[0] for choice in choices]
        widths = [max(sizes[start : start + rows]) for start in starts]
        if sum(widths) <= room:
            break
    else:
        return None
    share, rest = divmod(width - sum(widths), len(widths))
    padding = min(_ROOMY, share // 2)
    spread = tuple(own + share + (column < rest) for column, own in enumerate(widths))
    labels = tuple(
        _longest(choice, spread[place // rows] - 2 * padding)[1]
        for place, choice in enumerate(choices)
    )
    return TabGrid(labels, spread, rows, padding)


def _longest(choice: list[tuple[int, str]], room: int) -> tuple[int, str]:
    """The longest label within a width, or the shortest where none is."""
    return max((pair for pair in choice if pair[0] <= room), default=choice[0])


def _numbers(tabs: Sequence[SectionTab], current: int, width: int, advance: Advance) -> TabGrid:
    labels = [head_of(tab) or GLANCE for tab in tabs]
    padding = _TIGHT
    if 0 <= current < len(tabs):
        others = sum(advance(label) for place, label in enumerate(labels) if place != current)
        whole = tabs[current].text
        spare = width - others - advance(whole)
        padding = max(_TIGHT, min(_ROOMY, spare // (2 * len(tabs))))
        room = width - others - 2 * padding * len(tabs)
        labels[current] = _shortened(whole, labels[current], room, advance)
    widths = tuple(advance(label) + 2 * padding for label in labels)
    return TabGrid(tuple(labels), widths, 1, padding, follows_current=True)


def _shortened(whole: str, least: str, room: int, advance: Advance) -> str:
    if advance(whole) <= room:
        return whole
    for end in range(len(whole) - 1, len(least), -1):
        label = whole[:end].rstrip() + ELLIPSIS
        if advance(label) <= room:
            return label
    return least
