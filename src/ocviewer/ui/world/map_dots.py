"""Marks for countries that are too small to be seen or hit: dots that keep clear of each other."""

from collections.abc import Mapping
from math import hypot, sqrt

SMALLEST = 3.2
"""A country whose area is that of a smaller square, in pixels, gets a dot."""
RADIUS = 4.0
REACH = 7.0
"""How far from its middle a dot is hit, in pixels."""
_APART = 2 * RADIUS + 1
_ROUNDS = 40

Dots = Mapping[str, tuple[float, float]]
"""The middle of each country's dot, in pixels."""


def is_small(size: float, scale: float) -> bool:
    """Whether a country of this size, in square units, needs a dot; ``scale`` is pixels a unit."""
    return sqrt(size) * scale < SMALLEST


def spread(places: Dots) -> Dots:
    """The dots moved apart until none covers another, each as little as can be."""
    keys = list(places)
    x = [places[key][0] for key in keys]
    y = [places[key][1] for key in keys]
    near = 3 * _APART
    pairs = [
        (i, j)
        for j in range(len(keys))
        for i in range(j)
        if abs(x[i] - x[j]) < near and abs(y[i] - y[j]) < near
    ]
    for _ in range(_ROUNDS):
        still = True
        for i, j in pairs:
            dx, dy = x[j] - x[i], y[j] - y[i]
            distance = hypot(dx, dy)
            if distance < _APART - 0.05:
                still = False
                if distance < 0.01:
                    dx, dy, distance = 1.0, 0.0, 1.0
                push = (_APART - min(distance, _APART)) / 2 / distance
                x[i] -= dx * push
                y[i] -= dy * push
                x[j] += dx * push
                y[j] += dy * push
        if still:
            break
    return {key: (x[n], y[n]) for n, key in enumerate(keys)}


def dot_at(dots: Dots, x: float, y: float) -> str:
    """The dot at a pixel, the nearest where several are in reach; empty for none."""
    best, reach = "", REACH
    for key, (dot_x, dot_y) in dots.items():
        distance = hypot(dot_x - x, dot_y - y)
        if distance <= reach:
            best, reach = key, distance
    return best
