"""Numbers that are written out, as in a CSV file, with a decimal point or a decimal comma."""

import re
from collections.abc import Iterable

from ocviewer.importers.sheet import Cell
from ocviewer.importers.texts import text

_NUMERAL = re.compile(r"([+\-\N{MINUS SIGN}]?[0-9]+)(?:([.,])([0-9]+))?([eE][+-]?[0-9]{1,3})?")
_NOT_SCORED = frozenset({"na", "n/a"})
"""What statistics programs write for a missing value, and older pages of the index too."""


def decimal_marks(cells: Iterable[Cell]) -> set[str]:
    """The marks that the numbers among the cells have: none, one, or both."""
    found = (_NUMERAL.fullmatch(text(cell)) for cell in cells)
    return {match[2] for match in found if match is not None and match[2]}


def number(cell: Cell) -> Cell:
    """The number that a cell's text writes out, ``""`` for a missing one, else the cell itself."""
    written = text(cell)
    if written.casefold() in _NOT_SCORED:
        return ""
    match = _NUMERAL.fullmatch(written)
    if match is None:
        return cell
    whole, _, decimals, exponent = match.groups()
    sign = whole.replace("\N{MINUS SIGN}", "-")
    return float(f"{sign}.{decimals or '0'}{exponent or ''}")
