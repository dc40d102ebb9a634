"""A ranking as an aligned table for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from ocviewer.domain.plain_text import plain
from ocviewer.domain.score import Hundredths, score_text
from ocviewer.exporters.profile_text import WIDTH
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.rankings import source_line
from ocviewer.presenter.world.rankings_table import rankings_table
from ocviewer.presenter.world.ranks import Asked, ranked_countries
from ocviewer.presenter.world.table import NOTHING

_GAP = "  "


def ranking_text(library: Library, words: Words, asked: Asked) -> str:
    """A heading, a line for each country, and the source."""
    node, years = library.indicators[asked.code], library.years
    ranked = ranked_countries(library, words, asked)
    table = rankings_table(ranked, node, asked.edition, years, words)
    titles = [column.title for column in table.columns[:5]] + [str(year) for year in years]
    lines = [
        [
            *(f"{cell.text} {cell.note}".rstrip() for cell in row.cells[:5]),
            *map(_score, one.history),
        ]
        for row, one in zip(table.rows, ranked, strict=True)
    ]
    place = asked.place or words.say("figures.world")
    heading = f"{node.name} ({node.code})  ·  {place}  ·  {asked.edition}"
    source = wrap(source_line(library, words, asked), WIDTH)
    text = [heading, "", *_aligned([titles, *lines]), "", *source]
    return plain("\n".join(text)) + "\n"


def _score(score: Hundredths | None) -> str:
    return NOTHING if score is None else score_text(score)


def _aligned(lines: list[list[str]]) -> Iterator[str]:
    """Ranks and scores end in line, texts begin in line."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (
            f"{cell:<{width}}" if number in (1, 3, 4) else f"{cell:>{width}}"
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield _GAP.join(cells).rstrip()
