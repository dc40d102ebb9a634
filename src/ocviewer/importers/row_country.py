"""Which country a row is about."""

from collections.abc import Sequence

from ocviewer.domain.problem import Problem
from ocviewer.importers.headers import Header
from ocviewer.importers.sheet import Cell
from ocviewer.importers.texts import shown, text
from ocviewer.library.lookup import Lookup

_DIGITS = 3
"""Of a numeric code, whose zeros in front a spreadsheet drops."""


def country_of(
    row: Sequence[Cell], header: Header, lookup: Lookup, *, suggest: bool
) -> str | Problem:
    """The ISO3 code by every column that names the country; they have to agree.

    A problem still lacks its file and place. A name that is not known does no harm where a code
    tells the country. Names that come close take a while to find: ``suggest`` asks for them.
    """
    names = [text(row[column]) for column in header.names if text(row[column])]
    codes = [_code(row[column]) for column in header.codes if text(row[column])]
    if not names and not codes:
        return Problem("workbook_no_country")
    found = {name: lookup.get(name) for name in (*names, *codes)}
    known = {iso3 for iso3 in found.values() if iso3 is not None}
    if len(known) > 1 or (known and any(found[code] is None for code in codes)):
        first, other = _at_odds(found)
        return Problem("workbook_code_disagrees", values={"name": first, "code": other})
    if known:
        return known.pop()
    close = ", ".join(lookup.suggestions(next(iter(found)))) if suggest else ""
    key = "workbook_unknown_country_close" if close else "workbook_unknown_country"
    return Problem(key, values={"name": shown(next(iter(found))), "close": close})


def _at_odds(found: dict[str, str | None]) -> tuple[str, str]:
    """The first name or code, and the first that is not of the same country."""
    first, *others = found
    return shown(first), shown(next(other for other in others if found[other] != found[first]))


def _code(cell: Cell) -> str:
    code = text(cell).removesuffix(".0")
    return code.zfill(_DIGITS) if code.isascii() and code.isdecimal() else code
