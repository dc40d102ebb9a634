"""A ranking as a file for spreadsheets, and as text for the clipboard.

Numbers have a dot and a plain hyphen for a minus, and stand without a word; what was not scored is
empty. The first line names the columns, the last, alone in its first value, is the source.
"""

from collections.abc import Iterable
from pathlib import Path

from ocviewer.domain.score import Hundredths
from ocviewer.exporters.spreadsheet import csv_text, unacting
from ocviewer.library.files import write_text
from ocviewer.presenter.world.rankings import Rankings
from ocviewer.presenter.world.ranks import RankedCountry


def ranking_csv(part: Rankings, rows: Iterable[RankedCountry]) -> str:
    """The text of the file, with its byte order mark."""
    lines = ([_text(value) for value in _values(row)] for row in rows)
    return csv_text([_heading(part), *lines, [part.source]])


def ranking_tsv(part: Rankings, rows: Iterable[RankedCountry]) -> str:
    """The same columns, parted by tabs, without the source."""
    lines = [_heading(part), *([*map(_text, _values(row))] for row in rows)]
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def save_ranking(path: Path, part: Rankings, rows: Iterable[RankedCountry]) -> None:
    """Writes the file in one step; ``OSError`` when it cannot, and then an older one is whole."""
    write_text(path, ranking_csv(part, rows))


def _heading(part: Rankings) -> list[str]:
    return [
        "rank",
        "shared by",
        "of",
        "iso3",
        "country",
        unacting(part.indicator.name),
        "change",
        "meaning",
        "previous rank",
        "places moved",
        *map(str, part.years),
        "region",
        "continent",
    ]


def _values(row: RankedCountry) -> list[str | int | None]:
    standing, country = row.standing, row.country
    previous = None if standing is None else standing.previous
    return [
        None if standing is None else standing.rank,
        row.shared or None,
        None if standing is None else standing.of,
        unacting(country.iso3),
        unacting(country.name),
        _decimal(row.score),
        _decimal(row.change.difference),
        row.change.word,
        previous,
        None if standing is None or previous is None else previous - standing.rank,
        *map(_decimal, row.history),
        unacting(country.region),
        unacting(country.continent),
    ]


def _decimal(score: Hundredths | None) -> str | None:
    return None if score is None else f"{score / 100:.2f}"


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value)
