"""Countries by their figures, as the rows of a table."""

from typing import NamedTuple

from ocviewer.domain.indicator import Indicator
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.figures import FoundCountry, asked_editions
from ocviewer.presenter.figures import Figures, spoken_score
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.table import (
    Cell,
    Column,
    CountryTable,
    Kind,
    change_cell,
    score_cell,
    text_cell,
)


class FigureRow(NamedTuple):
    """A country in an edition with the figures that were asked for."""

    iso3: str
    name: str
    cells: tuple[Cell, ...]
    spoken: str
    edition: int


def figures_table(answer: Answer, library: Library, words: Words) -> CountryTable:
    """A column for each score and change that the query names, in its order."""
    conditions = answer.query.conditions
    nodes = [library.indicators[code] for code in dict.fromkeys(c.code for c in conditions)]
    changing = {condition.code for condition in conditions if condition.change}
    several = len(asked_editions(answer.query, library)) > 1
    columns = [Column("country", words.say("rankings.country"), Kind.NAME)]
    if several:
        columns.append(Column("edition", words.say("search.edition"), Kind.TEXT))
    for node in nodes:
        columns.append(
            Column(node.code, node.short_name, Kind.SCORE, node.name, True, node.polarity)
        )
        if node.code in changing:
            title = words.say("search.change_of", name=node.short_name)
            columns.append(Column(f"{node.code}.change", title, Kind.CHANGE, descending=True))
    columns.append(Column("region", words.say("rankings.region"), Kind.TEXT))
    rows = tuple(
        _row(found, nodes, changing, several, library, words) for found in answer.countries
    )
    return CountryTable(tuple(columns), rows, sorted_by=0)


def _row(
    found: FoundCountry,
    nodes: list[Indicator],
    changing: set[str],
    several: bool,
    library: Library,
    words: Words,
) -> FigureRow:
    country = library.countries[found.iso3]
    figures = Figures(library, words, PaneState(found.iso3, found.edition))
    before = library.edition_before(found.edition)
    cells, said = [text_cell(country.name)], [f"{country.name}, {found.edition}."]
    if several:
        cells.append(Cell(str(found.edition), found.edition))
    for node in nodes:
        score, change = figures.score(node.code), figures.change(node)
        cells.append(score_cell(score, figures.score_text(node.code)))
        if node.code in changing:
            cells.append(change_cell(change))
        said.append(spoken_score(words, node.name, score, change, before.year if before else None))
    cells.append(text_cell(country.region))
    return FigureRow(found.iso3, country.name, tuple(cells), " ".join(said), found.edition)
