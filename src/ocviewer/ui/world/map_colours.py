"""The colours of the map's classes, light and dark.

Each row goes from one end of its scale to the other in even steps of lightness, so that the order
can be read without its hue. Better and worse are yellow green and pink, which all kinds of colour
blindness tell apart, unlike green and red. The strongest colour is the farthest from the ground.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ocviewer.presenter.world.map_scale import Scale
from ocviewer.ui.theme import Theme


class MapColours(NamedTuple):
    """``tones`` by scale and number of the class; the rest is no data.

    ``unscored`` fills what the index does not know, ``missing`` is hatched over the ground where an
    edition has no score, ``border`` draws coasts and borders.
    """

    tones: Mapping[Scale, tuple[str, ...]]
    unscored: str
    missing: str
    border: str


LIGHT = MapColours(
    tones={
        Scale.CRIMINALITY: ("#fbe8d3", "#f5cb9f", "#eba564", "#d57d2d", "#ad5008", "#6f2c02"),
        Scale.RESILIENCE: ("#dff0f5", "#b3dae6", "#7cbbd0", "#3f94b0", "#0d6883", "#064052"),
        Scale.CHANGE: (
            "#285f08",
            "#73a33f",
            "#cde2ae",
            "#f4f2ec",
            "#f5c6dc",
            "#dc70aa",
            "#9c1463",
        ),
    },
    unscored="#dbd9d4",
    missing="#8f8c86",
    border="#85827c",
)

DARK = MapColours(
    tones={
        Scale.CRIMINALITY: ("#5f4023", "#7c5026", "#9e6329", "#c8802f", "#f0a04b", "#ffdcae"),
        Scale.RESILIENCE: ("#1f4c5b", "#246278", "#2f7d95", "#419bb5", "#5fbdd8", "#c4ebf6"),
        Scale.CHANGE: (
            "#addb78",
            "#76a443",
            "#4d6b2a",
            "#464c53",
            "#914372",
            "#d66eaa",
            "#ffb4df",
        ),
    },
    unscored="#282b30",
    missing="#a3a8b0",
    border="#6a7078",
)


def map_colours(theme: Theme) -> MapColours:
    """The colours that go with a theme."""
    return DARK if theme.dark else LIGHT
