"""Finding points: the one under a pointer, and the next one in the direction of an arrow key."""

from collections.abc import Sequence
from math import hypot

Place = tuple[float, float]

_ASIDE = 2.0
"""How much a step aside counts against a step ahead."""


def nearest(places: Sequence[Place], reaches: Sequence[float], x: float, y: float) -> int:
    """The index of the point whose mark is nearest, within its reach; −1 where there is none.

    Of marks that both cover the place the one with the nearer centre wins, and so a small mark
    before a large one can be hit. Some 200 points are gone through in less time than one pixel
    of the chart takes; a grid would be more code and no faster.
    """
    found, least = -1, float("inf")
    for index, ((across, down), reach) in enumerate(zip(places, reaches, strict=True)):
        if abs(across - x) > reach or abs(down - y) > reach:
            continue
        distance = hypot(across - x, down - y)
        if distance <= reach and distance < least:
            found, least = index, distance
    return found


def neighbour(places: Sequence[Place], start: int, direction: tuple[int, int]) -> int:
    """The index of the next point in a direction; ``start`` itself where there is none.

    ``direction`` is (1, 0), (−1, 0), (0, 1) or (0, −1) in the places' own axes.
    """
    from_x, from_y = places[start]
    step_x, step_y = direction
    found, least = start, float("inf")
    for index, (x, y) in enumerate(places):
        ahead = (x - from_x) * step_x + (y - from_y) * step_y
        aside = abs((x - from_x) * step_y) + abs((y - from_y) * step_x)
        if ahead > 0 and ahead + _ASIDE * aside < least:
            found, least = index, ahead + _ASIDE * aside
    return found
