"""A table in a text file, whose cells a comma, a semicolon or a tab keeps apart."""

import csv
import io
from collections.abc import Callable, Sequence

from ocviewer.domain.problem import BadData, Problem, Spot
from ocviewer.importers.cells import MAX_COLUMNS, MAX_ROWS
from ocviewer.importers.encodings import decoded
from ocviewer.importers.sheet import Cell, Sheet

SEPARATORS = (",", ";", "\t")


def read_delimited(
    content: bytes, name: str, file: str, has_header: Callable[[Sequence[Sequence[Cell]]], bool]
) -> Sheet:
    """The table of a text file, named ``name``; rows count as a spreadsheet counts them.

    The separator is the one that gives a row of headers. ``BadData`` for what is no text, has no
    header, is cut off, or reaches farther than any edition.
    """
    text = decoded(content, file)
    first, _, rest = text.partition("\n")
    told = first.rstrip("\r").removeprefix("sep=")
    separators: tuple[str, ...] = SEPARATORS
    if first.startswith("sep=") and len(told) == 1:  # written by Excel, for Excel
        text, separators = rest, (told,)
    for separator in separators:
        rows, failure = _rows(text, separator, file)
        if not has_header(rows):
            continue
        if failure is not None:
            raise BadData(failure)
        return Sheet(name, _squared(rows, file), written_out=True)
    raise BadData(Problem("workbook_no_header", file))


def _rows(text: str, separator: str, file: str) -> tuple[list[list[Cell]], Problem | None]:
    """The rows up to the end, or up to what is wrong."""
    rows: list[list[Cell]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            if len(rows) >= MAX_ROWS or len(row) > MAX_COLUMNS:
                return rows, Problem("workbook_sprawling", file)
            rows.append(list(row))
    except csv.Error as error:
        spot = Spot("at_text_line", {"line": str(reader.line_num)})
        return rows, Problem("workbook_bad_text", file, spot, {"reason": str(error)})
    return rows, None


def _squared(rows: list[list[Cell]], file: str) -> list[list[Cell]]:
    """The rows, all of one length.

    Blank cells at the end of a row may be left out. But where the last row of a file is a short
    one, and no mere remark, the file is cut off.
    """
    while not any(rows[-1]):
        rows.pop()
    width = max(len(row) for row in rows)
    if len(rows[-1]) < width and sum(bool(cell) for cell in rows[-1]) > 1:
        where = Spot("at_text_row", {"row": str(len(rows))})
        raise BadData(Problem("workbook_cut_off", file, where))
    return [[*row, *[""] * (width - len(row))] for row in rows]
