"""The facts at the head of a page, in any order."""

import re
from collections.abc import Sequence

from ocviewer.domain.profile import TakenFacts
from ocviewer.importers.pages.numbers import whole_number
from ocviewer.importers.pages.page import SavedFacts
from ocviewer.library.folding import fold

_LABELS = {
    "capital": "capitals",
    "population": "population",
    "gross domestic product": "gdp_musd",
    "gdp": "gdp_musd",
    "area": "area_km2",
    "income group": "",
    "geography type": "",
    "gini index": "",
}
"""How the labels begin, and which fact of the library's each is, where it has it."""

_MOST = 80
_PARTS = re.compile(r"\s*(?:[,;/]|\band\b|&)\s*")


def label_of(line: str) -> str | None:
    """The beginning of the label that a line is; ``None`` for any other line."""
    if len(line) > _MOST:
        return None
    name = fold(line.partition("(")[0].partition(":")[0])
    return name if name in _LABELS else None


def read_facts(lines: Sequence[str]) -> SavedFacts:
    """The facts of the lines before the scores. A label without a value has none."""
    stated: list[tuple[str, str]] = []
    known: dict[str, str] = {}
    for number, line in enumerate(lines):
        label = label_of(line)
        if label is None:
            continue
        head, colon, value = line.partition(":")
        if not (colon and value.strip()):
            value = lines[number + 1] if number + 1 < len(lines) else ""
            if label_of(value) is not None:
                value = ""
        if value:
            stated.append((head.strip(), value.strip()))
            known.setdefault(_LABELS[label], value.strip())
    figures = {
        name: whole_number(known.get(name, "")) for name in ("population", "gdp_musd", "area_km2")
    }
    capitals = tuple(filter(None, _PARTS.split(known.get("capitals", "")))) or None
    return SavedFacts(TakenFacts(capitals, **figures), tuple(stated))
