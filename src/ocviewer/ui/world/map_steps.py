"""Where an arrow key leads on the map: the nearest country in its direction."""

from collections.abc import Mapping
from enum import Enum
from math import hypot


class Way(Enum):
    """A direction on the screen, as a step in x and y."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


_ASIDE = 2.0
"""How much farther a country seems for each unit that it is off the straight way."""


def step(places: Mapping[str, tuple[float, float]], here: str, way: Way) -> str:
    """The country to come to from one, of all that are within 45° of the way; itself if none."""
    x, y = places[here]
    along_x, along_y = way.value
    best, least = here, float("inf")
    for key, (other_x, other_y) in places.items():
        dx, dy = other_x - x, other_y - y
        ahead = dx * along_x + dy * along_y
        aside = abs(dx * along_y) + abs(dy * along_x)
        if key != here and ahead > 0 and aside <= ahead:
            far = hypot(dx, dy) + _ASIDE * aside
            if far < least:
                best, least = key, far
    return best
