"""Turns a cell into a score, or says why it is none."""

import math

from ocviewer.domain.indicator import AVERAGES
from ocviewer.domain.problem import Problem
from ocviewer.domain.score import HIGHEST, LOWEST, Hundredths
from ocviewer.importers.sheet import Cell
from ocviewer.importers.texts import shown

STEP: Hundredths = 50
"""Indicators are scored in steps of half a point."""

_NOISE = 1e-6
"""How far a binary float may stand from the number that it means, in points."""


def score_of(cell: Cell, code: str) -> Hundredths | Problem:
    """The score in a cell that is not blank, or a problem that still lacks its file and place.

    An average that is not rounded is rounded half up to 0.01, as the index rounds; an indicator
    is never rounded.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return Problem("workbook_not_a_number", values={"found": shown(cell)})
    found = {"found": f"{cell:.10g}"}
    if cell < 0:
        return Problem("workbook_negative", values=found)
    if not math.isfinite(cell) or not LOWEST - _NOISE <= cell * 100 <= HIGHEST + _NOISE:
        return Problem("workbook_out_of_range", values=found)
    if code in AVERAGES:
        return math.floor(cell * 100 + 0.5 + _NOISE)
    score = STEP * round(cell * 100 / STEP)
    if abs(cell - score / 100) > _NOISE:
        return Problem("workbook_not_a_half", values=found)
    return score


def is_rounded(cell: Cell, score: Hundredths) -> bool:
    """Whether a cell holds more decimals than the score that was made of it."""
    return isinstance(cell, int | float) and abs(cell - score / 100) > _NOISE
