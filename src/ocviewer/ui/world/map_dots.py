"""Marks for countries that are too small to be seen or hit: dots that keep clear of each other."""

from collections.abc import Mapping
from math import hypot, sqrt

REACH, LEAST_REACH = 7.0, 4.0
"""How far from its middle a dot is hit, in pixels: in the sea, and on another country's land."""
_LEAST, _MOST = 2.8, 4.0
_GROWTH = 400.0
"""A dot's radius is so many units of the map, within these bounds in pixels."""
_SMALL, _TINY = 3.4, 350.0
"""A country gets a dot when a square of its area is smaller than so many pixels and units: on a
small map many are smaller in pixels, and their dots would cover the rest."""
_ROUNDS = 40

Dots = Mapping[str, tuple[float, float]]
"""The middle of each country's dot, in pixels."""


def radius(scale: float) -> float:
    """The radius of a dot in pixels; ``scale`` is pixels a unit."""
    return max(_LEAST, min(_MOST, _GROWTH * scale))


def is_small(size: float, scale: float) -> bool:
    """Whether a country of this size, in square units, needs a dot."""
    return sqrt(size) < min(_SMALL / scale, _TINY)


def spread(places: Dots, apart: float) -> Dots:
    """The dots moved until their middles are ``apart`` pixels, each as little as can be."""
    keys = list(places)
    x = [places[key][0] for key in keys]
    y = [places[key][1] for key in keys]
    near = 3 * apart
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
            if distance < apart - 0.05:
                still = False
                if distance < 0.01:
                    dx, dy, distance = 1.0, 0.0, 1.0
                push = (apart - min(distance, apart)) / 2 / distance
                x[i] -= dx * push
                y[i] -= dy * push
                x[j] += dx * push
                y[j] += dy * push
        if still:
            break
    return {key: (x[n], y[n]) for n, key in enumerate(keys)}


def dot_at(dots: Dots, x: float, y: float, reach: float) -> str:
    """The dot whose middle is within ``reach`` of a pixel, the nearest of several; else empty."""
    best = ""
    for key, (dot_x, dot_y) in dots.items():
        distance = hypot(dot_x - x, dot_y - y)
        if distance <= reach:
            best, reach = key, distance
    return best
