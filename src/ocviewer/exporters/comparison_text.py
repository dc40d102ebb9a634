"""Panes side by side as plain text for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from ocviewer.domain.plain_text import plain
from ocviewer.library.library import Library
from ocviewer.presenter.compare.compared import Cell, Comparison
from ocviewer.presenter.compare.comparison import comparison
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words

_NAME = 44
_SCORE, _RANK, _CHANGE, _AGAINST = 6, 7, 9, 17


def comparison_text(library: Library, words: Words, panes: Sequence[PaneState]) -> str:
    """Where they differ most, and a line for each of the 36 nodes."""
    state = ViewState(tuple(panes))
    page = resolve(state, library, words)
    shown = comparison(state, page.panes, library, words)
    width = _NAME + sum(map(_width, range(len(panes))))
    lines = [page.title, *(line for text in shown.strip for line in wrap(text, max(width, 88)))]
    lines += ["", *_heading(shown)]
    for row in shown.rows:
        if row.is_average and row is not shown.rows[0]:
            lines.append("")
        indent = "" if row.is_average else "  "
        cells = "".join(map(_cell, row.cells))
        lines.append(f"{indent + row.name:<{_NAME}}{cells}".rstrip())
    return plain("\n".join(lines)) + "\n"


def _width(place: int) -> int:
    return _SCORE + _RANK + _CHANGE + 2 + (_AGAINST if place else 0)


def _heading(shown: Comparison) -> Iterator[str]:
    names = (
        f"{column.name[: _width(place) - 2]:<{_width(place)}}"
        for place, column in enumerate(shown.columns)
    )
    yield (" " * (_NAME + 2) + "".join(names)).rstrip()
    heads = (
        f"{column.score:>{_SCORE}}{column.rank:>{_RANK}}  {column.change_short:<{_CHANGE}}"
        + (f"{column.against_short:<{_AGAINST}}" if place else "")
        for place, column in enumerate(shown.columns)
    )
    yield (" " * _NAME + "".join(heads)).rstrip()


def _cell(cell: Cell) -> str:
    change = cell.change
    short = f"{change.arrow} {change.amount}" if change.difference else change.arrow
    text = f"{cell.score_text:>{_SCORE}}{cell.rank:>{_RANK}}  {short:<{_CHANGE}}"
    return text if cell.against is None else f"{text}{cell.against.text:<{_AGAINST}}"
