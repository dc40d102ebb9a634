"""The answer to a query as text for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from ocviewer.domain.plain_text import one_line, plain
from ocviewer.exporters.profile_text import WIDTH
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer
from ocviewer.library.search.document import TEXT
from ocviewer.presenter.search.results import HitGroup, HitView, results
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.table import CountryTable, Kind

_INDENT = "    "


def search_text(answer: Answer, library: Library, words: Words) -> str:
    """How much was found, then the hits by country, or the countries with their figures."""
    found = results(answer, library, words)
    lines = [found.summary]
    for group in found.groups:
        lines += ["", *_group(group, words)]
    if found.table is not None and found.table.rows:
        lines += ["", *_table(found.table)]
    return plain("\n".join(lines)) + "\n"


def _group(group: HitGroup, words: Words) -> Iterator[str]:
    yield one_line(", ".join(filter(None, (group.title.text, group.place))))
    for view in group.hits:
        yield f"  {_heading(view, words)}"
        yield from wrap(
            one_line(view.snippet.text), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
        )


def _heading(view: HitView, words: Words) -> str:
    is_text = view.hit.source == TEXT
    number = words.say("search.paragraph", number=view.hit.paragraph + 1) if is_text else ""
    return "  ·  ".join(filter(None, (one_line(view.label.text), view.edition_text, number)))


def _table(table: CountryTable) -> Iterator[str]:
    """Scores end in line, texts begin in line."""
    lines = [[column.title for column in table.columns]]
    lines += [[cell.text for cell in row.cells] for row in table.rows]
    right = [column.kind is Kind.SCORE for column in table.columns]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (
            f"{cell:>{width}}" if ends else f"{cell:<{width}}"
            for cell, width, ends in zip(line, widths, right, strict=True)
        )
        yield "  ".join(cells).rstrip()
