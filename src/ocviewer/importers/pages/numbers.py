"""Reads the numbers of a page, which run together: ``6.620.22`` is 6.62 and +0.22."""

import re
from collections.abc import Sequence

from ocviewer.domain.score import HIGHEST, LOWEST, to_hundredths
from ocviewer.importers.pages.page import SavedScore

_NO_DATA = frozenset({"no data", "n/a", "-", "–", "—"})
# a score has two decimals, so that what follows them without a space is the change
_SCORE = re.compile(
    r"(\d{1,2}\.\d\d)\s*(?:([+\-−–]?\d{1,2}\.\d\d)|n/a|no data|-|–|)", re.IGNORECASE
)
_SHORT = re.compile(r"(\d{1,2}(?:\.\d)?)(?:\s+(?:([+\-−–]?\d{1,2}(?:\.\d)?)|n/a))?", re.IGNORECASE)
_BARE = re.compile(r"\d{1,2}\.\d\d")
_CHANGE = re.compile(r"[+\-−–]?\d{1,2}\.\d\d|n/a", re.IGNORECASE)
_RANKED = re.compile(r"\d(?:st|nd|rd|th) of \d+ (?:African )?countries(?: in \D+)?$", re.IGNORECASE)
_PLACES = re.compile(r"[+\-−–]?\d{1,3}|n/a", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def signed(text: str) -> float:
    """A number with any of the signs that pages use for minus."""
    return float(re.sub("[−–]", "-", text))


def score_of(text: str) -> SavedScore | None:
    """The score and change that a line states; ``None`` for a line that is no score.

    ``6.620.22``, ``8.50-0.50``, ``9.50 n/a``, ``7.00``, ``6.5`` and ``No data``.
    """
    text = text.strip()
    if text.casefold() in _NO_DATA:
        return SavedScore(None, None)
    match = _SCORE.fullmatch(text) or _SHORT.fullmatch(text)
    if match is None:
        return None
    score = to_hundredths(float(match[1]))
    if not LOWEST <= score <= HIGHEST:
        return None
    return SavedScore(score, None if match[2] is None else to_hundredths(signed(match[2])))


def joined_changes(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines with each change that stands alone behind the score or rank above it."""
    found: list[str] = []
    for line in lines:
        if found and _changes(found[-1], line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return tuple(found)


def _changes(above: str, line: str) -> bool:
    if _RANKED.search(above):
        return _PLACES.fullmatch(line) is not None
    return _BARE.fullmatch(above) is not None and _CHANGE.fullmatch(line) is not None


def whole_number(text: str) -> int | None:
    """The number in ``34,217,848``, ``1,285,220 km²`` or ``USD 223,249.00 million``, rounded."""
    found = _NUMBER.search(text)
    return None if found is None else round(float(re.sub("[, \u00a0\u202f]", "", found[0])))
