"""The cells of the heat table as an image: made of arrays, pixel by pixel, in one go."""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from ocviewer.domain.score import HIGHEST, LOWEST
from ocviewer.presenter.world.heat import Heat
from ocviewer.ui.theme import Theme
from ocviewer.ui.world.heat_colours import change_colours, score_colours

HATCH = 5
"""The distance of the lines that hatch a cell without a score, in pixels."""

Places: TypeAlias = NDArray[np.intp]
"""Which row (or column) each pixel belongs to; -1 for none."""


class Cells(NamedTuple):
    """The colour of each cell, with a last row and column of ground, and which have no score."""

    colours: NDArray[np.uint32]
    missing: NDArray[np.bool_]


def cells(part: Heat, theme: Theme) -> Cells:
    """Looks the colour of each cell up."""
    ground = QColor(theme.surface).rgb()
    table = np.array([row.values for row in part.rows], dtype=np.float64)  # None becomes nan
    missing = np.isnan(table)
    lowest = LOWEST if part.since is None else LOWEST - HIGHEST
    scale = score_colours if part.since is None else change_colours
    values = np.where(missing, lowest, table).astype(np.intp) - lowest
    colours = np.full((table.shape[0] + 1, table.shape[1] + 1), ground, np.uint32)
    left = 0
    for group in part.groups:
        right = left + len(group.columns)
        colours[:-1, left:right] = scale(theme.dark, group.polarity)[values[:, left:right]]
        left = right
    colours[:-1, :-1][missing] = ground
    return Cells(colours, np.pad(missing, ((0, 1), (0, 1))))


def image(drawn: Cells, rows: Places, columns: Places, theme: Theme) -> QImage:
    """The image whose pixels belong to these rows and columns."""
    pixels = drawn.colours[rows][:, columns]
    if drawn.missing.any():
        bare = drawn.missing[rows][:, columns]
        slant = (np.arange(len(rows))[:, None] + np.arange(len(columns))) % HATCH == 0
        pixels[bare & slant] = QColor(theme.line).rgb()
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    made = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    return made.copy()  # the array goes
