"""Parts the width of a table among its columns."""

from collections.abc import Sequence

from ocviewer.presenter.world.table import Column, Kind

_TAKERS = {Kind.SCORE: 120, Kind.SPARK: 40}
"""The columns that are the better for more room, and how much more they take, in pixels."""
_HIDDEN = (Kind.TEXT, Kind.SPARK)
"""What is hidden, from the last column on, where the room is too narrow."""
_SHRINKING = (Kind.SCORE, Kind.NAME, Kind.CHANGE)
"""What is narrowed after that: bars first, then names, then the words of changes."""


def column_widths(
    columns: Sequence[Column], whole: Sequence[int], least: Sequence[int], room: int
) -> list[int]:
    """The width of each column in pixels, 0 for one that is hidden.

    ``whole`` is what each needs to show its rows whole, ``least`` what it needs for its figures.
    """
    widths = list(whole)
    for kind in _HIDDEN:
        for number in reversed(_of(columns, kind)):
            if sum(widths) > room:
                widths[number] = 0
    for kind in _SHRINKING:
        _shrink(widths, least, _of(columns, kind), room)
    for number, column in enumerate(columns):
        if widths[number]:
            spare = max(0, room - sum(widths))
            widths[number] += min(spare, _TAKERS.get(column.kind, 0))
    last = max((number for number, width in enumerate(widths) if width), default=-1)
    if last >= 0:
        widths[last] += max(0, room - sum(widths))
    return widths


def _of(columns: Sequence[Column], kind: Kind) -> list[int]:
    return [number for number, column in enumerate(columns) if column.kind is kind]


def _shrink(widths: list[int], least: Sequence[int], numbers: list[int], room: int) -> None:
    """Takes what is too much from these columns, from each by the share that it has to give."""
    gives = {number: max(0, widths[number] - least[number]) for number in numbers}
    total = sum(gives.values())
    taken = min(total, max(0, sum(widths) - room))
    if taken:
        for number, give in gives.items():
            widths[number] -= -(-taken * give // total)  # rounded up
