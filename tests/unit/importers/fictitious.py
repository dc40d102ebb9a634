"""An edition of 2027 that no one published: that of 2025 with every third score moved."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path

from ocviewer import paths
from ocviewer.cli.import_workbook import run
from ocviewer.domain.consistency import computed_average
from ocviewer.domain.indicator import AVERAGES, RESILIENCE
from ocviewer.domain.score import HIGHEST, LOWEST
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import Table

YEAR = 2027
SHEET = f"{YEAR}_dataset"
MOVES = (-100, 0, 50, 0, 0, 50, 0, -50, 100, 0, 0)


def fictitious_table(
    library: Library, countries: Iterable[str], scored: Callable[[str], bool] = lambda _: True
) -> Table:
    """The edition for some countries (ISO3) and the nodes that ``scored`` lets through."""
    old = library.edition(2025)
    nodes = [node for node in library.indicators if scored(node.code)]
    table: Table = [["Country", *(node.name for node in nodes)]]
    for row, iso3 in enumerate(countries):
        scores = {}
        for column, node in enumerate(library.indicators):
            score = old.score(iso3, node.code)
            if node.code not in AVERAGES and scored(node.code) and score is not None:
                move = MOVES[(row * 7 + column) % len(MOVES)]
                scores[node.code] = min(HIGHEST, max(LOWEST, score + move))
        for code in AVERAGES:
            average = computed_average(code, scores, library.indicators)
            if average is not None:
                scores[code] = average
        numbers = (scores.get(node.code) for node in nodes)
        name = library.countries[iso3].name
        table.append([name, *(None if score is None else score / 100 for score in numbers)])
    return table


def import_fictitious(library: Library, folder: Path, table: Table) -> Library:
    """The library of a user who imported a table as the edition of 2027."""
    path = xlsx.write(folder / "fictitious.xlsx", {SHEET: table})
    words = Words(paths.resources() / "messages" / "en")
    told = io.StringIO()
    assert run(path, library, words, told, told) == 0, told.getvalue()
    mine = Library(paths.bundled_library(), paths.user_library())
    assert mine.years == (2021, 2023, 2025, YEAR)
    assert mine.problems == []
    return mine


def americas(library: Library) -> list[str]:
    """The countries of the part that the smaller edition has: the Americas without Colombia."""
    countries = library.countries.values()
    return [c.iso3 for c in countries if c.continent == "Americas" and c.iso3 != "COL"]


def without_resilience(code: str) -> bool:
    """The nodes of that part: no resilience, and no extortion among the markets."""
    return not code.startswith(RESILIENCE) and code != "1.1.3"
