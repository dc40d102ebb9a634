"""The spellings and shapes that sound workbooks come in."""

from pathlib import Path

import pytest

from ocviewer.domain.edition import Edition
from ocviewer.importers.cells import column_letters, column_number
from ocviewer.importers.header_names import HeaderNames
from ocviewer.importers.values import score_of
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import Table


def imported(importer: WorkbookImporter, path: Path, table: Table) -> Edition:
    found = importer.read(xlsx.write(path / "small.xlsx", {"2023_dataset": table}))
    assert found.report.problems == ()
    return found.editions[0]


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Congo, Dem, Rep,", "COD"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep,", "COG"),
        ("Korea, Rep,", "KOR"),
        ("Korea, DPR", "PRK"),
        ("St, Lucia", "LCA"),
        ("St, Kitts and Nevis", "KNA"),
        ("St, Vincent and the Grenadines", "VCT"),
        ("Eswatini", "SWZ"),
        ("eSwatini", "SWZ"),
        ("  PERU ", "PER"),
        ("NA", "NAM"),
    ],
)
def test_countries_are_found_by_every_spelling(
    name: str, iso3: str, importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    table[1][2] = name
    assert set(imported(importer, tmp_path, table).scores) == {iso3, "TCD", "FJI"}


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Criminality avg.", "1"),
        ("Criminality avg,", "1"),
        ("CRIMINALITY AVERAGE", "1"),
        ("Criminal markets avg,", "1.1"),
        ("Criminal actors", "1.2"),
        ("Criminal actors avg,", "1.2"),
        ("Resilience", "2"),
        ("Non renewable\nresource crimes ", "1.1.9"),
        ("LAW ENFORCEMENT", "2.6"),
        ("Government transparency & accountability", "2.2"),
        ("avg.", None),
        ("avg,", None),
        ("Human trafficking avg.", None),
        ("Criminal", None),
        ("Human traficking", None),
    ],
)
def test_headers(header: str, code: str | None, library: Library) -> None:
    assert HeaderNames(library.indicators).code(header) == code


def test_columns_are_found_in_any_order(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    peru = table[1]
    peru[table[0].index("Cocaine trade")] = 9.0
    backwards = [row[::-1] for row in table]
    edition = imported(importer, tmp_path, backwards)
    assert edition.score("PER", "1.1.11") == 900
    assert edition.score("PER", "1.1.10") == 500


def test_blank_rows_and_columns_and_a_title_are_passed_over(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    width = len(table[0])
    spread: Table = [["Global Organized Crime Index"], [None] * width, *table]
    spread.insert(4, [" "] * width)
    shifted: Table = [[None, *row] for row in spread]
    edition = imported(importer, tmp_path, shifted)
    assert set(edition.scores) == {"PER", "TCD", "FJI"}


def test_a_blank_cell_is_not_scored(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    table[1][table[0].index("Prevention")] = None
    table[2][3:] = [None] * (len(table[2]) - 3)
    edition = imported(importer, tmp_path, table)
    assert edition.score("PER", "2.11") is None
    assert edition.score("FJI", "2.11") == 500
    assert not edition.has_country("TCD")


def test_a_country_code_beside_the_name(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    codes = ("Country Code", "PER", "TCD", "FJI")
    coded: Table = [[code, *row] for code, row in zip(codes, table, strict=True)]
    assert set(imported(importer, tmp_path, coded).scores) == {"PER", "TCD", "FJI"}


def test_a_country_code_instead_of_the_name(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    for row, code in zip(table, ("Country Code", "PER", "TCD", "FJI"), strict=True):
        row[2] = code
    assert set(imported(importer, tmp_path, table).scores) == {"PER", "TCD", "FJI"}


@pytest.mark.parametrize(
    ("cell", "code", "score"),
    [
        (6.62, "1", 662),
        (6.616666666666667, "1", 662),
        (5.375, "1.2", 538),
        (4.625, "1.2", 463),
        (4.115, "1", 412),
        (10, "1.1.1", 1000),
        (1, "2", 100),
        (6.499999999999999, "1.1.1", 650),
    ],
)
def test_numbers_become_scores(cell: float, code: str, score: int) -> None:
    assert score_of(cell, code) == score


def test_an_average_that_does_not_follow_is_told(
    importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    table[2][table[0].index("Resilience")] = 5.02
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {"2023_dataset": table}))
    (discrepancy,) = found.report.sheets[0].discrepancies
    column = xlsx.letters(table[0].index("Resilience"))
    assert words.place(discrepancy.place) == f"2023_dataset, row 3, column {column}"
    assert discrepancy.iso3 == "TCD"
    assert discrepancy.discrepancy.published == 502
    assert discrepancy.discrepancy.expected == 500
    assert found.editions[0].score("TCD", "2") == 502, "as published"


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    names = [column_letters(column) for column in (0, 5, 25, 26, 701, 702)]
    assert names == ["A", "F", "Z", "AA", "ZZ", "AAA"]
    assert [column_number(name) for name in names] == [0, 5, 25, 26, 701, 702]
