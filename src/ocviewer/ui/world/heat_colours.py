"""The colours of the heat table: one scale for each family, and one for changes.

Each scale runs evenly from the ground's lightness to the opposite end, so that it reads without
hue too; criminality is warm and resilience cool as everywhere. Changes run from blue for better to
red for worse, which colour-blind eyes tell apart.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from ocviewer.domain.indicator import Polarity
from ocviewer.domain.score import HIGHEST, LOWEST, Hundredths

_SCORES = {
    (False, Polarity.CRIMINALITY): ("#fdf1e2", "#f3bd85", "#d97a2b", "#a04407", "#551f00"),
    (False, Polarity.RESILIENCE): ("#e8f4f8", "#a5d2e0", "#4b9fba", "#0f6b86", "#042f3e"),
    (True, Polarity.CRIMINALITY): ("#33281d", "#6e4116", "#b5661a", "#f0a04b", "#ffe2c0"),
    (True, Polarity.RESILIENCE): ("#1d2c32", "#1c4c5c", "#2b7d97", "#56b6d2", "#cdeff9"),
}
_CHANGES = {
    False: ("#10427d", "#6ea3d8", "#eceae5", "#e08a78", "#94180f"),
    True: ("#9cc8ff", "#3d6ea6", "#2e3238", "#a6493d", "#ffab9c"),
}
MOST: Hundredths = 300
"""The change from which on the colour does not get stronger."""

Table = NDArray[np.uint32]
"""A colour as 0xffRRGGBB for every hundredth."""


def _between(stops: Sequence[str], count: int) -> Table:
    """So many colours through the stops, evenly."""
    at = np.linspace(0, len(stops) - 1, count)
    colours = [QColor(stop) for stop in stops]
    channels = [
        [c.red() for c in colours],
        [c.green() for c in colours],
        [c.blue() for c in colours],
    ]
    red, green, blue = (
        np.interp(at, range(len(stops)), channel).round().astype(np.uint32) for channel in channels
    )
    return np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue


@cache
def score_colours(dark: bool, polarity: Polarity) -> Table:
    """The colours of the scores from 1.00 to 10.00, the first for 1.00."""
    return _between(_SCORES[dark, polarity], HIGHEST - LOWEST + 1)


@cache
def change_colours(dark: bool, polarity: Polarity) -> Table:
    """The colours of the changes from −9.00 to 9.00, the first for −9.00."""
    scale = _between(_CHANGES[dark], 2 * MOST + 1)
    if polarity is Polarity.RESILIENCE:  # more of it is better
        scale = scale[::-1]
    reach = HIGHEST - LOWEST
    return scale[np.clip(np.arange(-reach, reach + 1), -MOST, MOST) + MOST]


def ink(colour: int) -> str:
    """Black or white, whichever stands out more on a colour."""
    channels = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if luminance > 0.179 else "#ffffff"
