"""The area of a ring, and a point well inside it to which a mark or a label can be put."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from topojson import Line, Point

_CELLS = 16
_ROUNDS = 5


def area(ring: Line) -> float:
    """The area inside a closed ring, negative where it runs the other way round."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def interior_point(ring: Line) -> Point:
    """The point that is farthest from the ring on its inside, found on ever finer grids."""
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    best, depth = ring[0], -1.0
    for _ in range(_ROUNDS):
        width, height = (right - left) / _CELLS, (bottom - top) / _CELLS
        for row in range(_CELLS + 1):
            y = top + row * height
            crossings = sorted(_crossings(ring, y))
            for column in range(_CELLS + 1):
                x = left + column * width
                if sum(crossing < x for crossing in crossings) % 2:
                    found = _distance(ring, x, y, depth)
                    if found > depth:
                        best, depth = (x, y), found
        left, right = best[0] - width, best[0] + width
        top, bottom = best[1] - height, best[1] + height
    return best


def _crossings(ring: Line, y: float) -> list[float]:
    return [
        a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
    ]


def _distance(ring: Line, x: float, y: float, enough: float) -> float:
    """The distance to the ring; less than exact where it is no more than ``enough``."""
    nearest = float("inf")
    for (ax, ay), (bx, by) in pairwise(ring):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
        nearest = min(nearest, hypot(ax + along * dx - x, ay + along * dy - y))
        if nearest <= enough:
            break
    return nearest
