"""A table as it stands in a file: cells by row and column."""

from dataclasses import dataclass, field
from typing import TypeAlias

Cell: TypeAlias = object
"""``str`` (blank is ``""``), ``float``, ``bool``, a date, …"""

Position = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells by row and column from 0, every row of the same length.

    ``spoiled`` are cells with an error or an uncomputed formula, and what stands there.
    ``written_out``: every cell is text, numbers too, as in a CSV file.
    """

    name: str
    rows: list[list[Cell]]
    spoiled: dict[Position, str] = field(default_factory=dict)
    written_out: bool = False
