"""Writes editions as the text files that people export."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

Row = Sequence[str | float | None]


class Dialect(NamedTuple):
    """How a program writes a table as text."""

    separator: str = ","
    mark: str = "."
    encoding: str = "utf-8"
    line_end: str = "\r\n"
    quoting: int = csv.QUOTE_MINIMAL
    missing: str = ""

    def cell(self, value: str | float | None) -> str:
        """A cell as text."""
        if value is None:
            return self.missing
        return value if isinstance(value, str) else f"{value:.10g}".replace(".", self.mark)


def text_of(rows: Sequence[Row], dialect: Dialect) -> str:
    """The rows as text."""
    stream = io.StringIO(newline="")
    writer = csv.writer(
        stream,
        delimiter=dialect.separator,
        lineterminator=dialect.line_end,
        quoting=dialect.quoting,  # type: ignore[arg-type]
    )
    writer.writerows([dialect.cell(value) for value in row] for row in rows)
    return stream.getvalue()


def written(rows: Sequence[Row], dialect: Dialect) -> bytes:
    """The bytes of a text file with these rows."""
    return text_of(rows, dialect).encode(dialect.encoding)
