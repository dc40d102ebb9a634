"""Headers of other copies and of editions to come: what is known, left out or unclear."""

from pathlib import Path

import pytest

from ocviewer.domain.problem import Problem
from ocviewer.importers.header_names import Beside, HeaderNames
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.refusal import refused
from tests.unit.importers.xlsx import Cell, Table

SHEET = "2027_dataset"


def test_every_node_by_every_name_it_may_have(library: Library) -> None:
    names = HeaderNames(library.indicators)
    for node in library.indicators:
        for name in (node.name, node.short_name):
            for header in (
                name,
                name.upper(),
                name.replace(" and ", " & "),
                f" {name.replace(' ', '_')} ",
                f"{name} score",
                f"{node.code} {name}",
                f"{node.code}. {name}",
                f"{node.code} - {name}",
                f"{node.code}\n{name}",
                node.code,
            ):
                assert names.meaning(header) == node.code, header


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        (1.0, "1"),
        (1.1, "1.1"),
        (2.2, "2.2"),
        (2.11, "2.11"),
        (3.0, None),
        ("COUNTRY", Beside.COUNTRY),
        ("Country Code", Beside.COUNTRY_CODE),
        ("ISO3", Beside.COUNTRY_CODE),
        ("iso_alpha_2", Beside.COUNTRY_CODE),
        ("Edition", Beside.EDITION),
        ("Cyber-enabled crimes", None),
        ("1.1.16 Cyber-enabled crimes", None),
        ("1.3", None),
        ("Criminality rank", None),
        ("Cocaine trade (z-score)", None),
        ("Population", None),
    ],
)
def test_what_is_known_and_what_is_not(
    header: object, meaning: Beside | str | None, library: Library
) -> None:
    assert HeaderNames(library.indicators).meaning(header) == meaning


@pytest.mark.parametrize(
    ("header", "key"),
    [
        (2.1, "workbook_unclear_column"),
        ("avg", "workbook_unclear_column"),
        ("Score", "workbook_unclear_column"),
        ("Heroin trade average", "workbook_unclear_column"),
        ("1.1.10 Cocaine trade", "workbook_unclear_column"),
        ("2.12 Civil society", "workbook_unclear_column"),
        ("Herion trade", "workbook_close_column"),
        ("Resiliance", "workbook_close_column"),
        ("Criminal network", "workbook_close_column"),
    ],
)
def test_what_is_not_clear(header: object, key: str, library: Library) -> None:
    meaning = HeaderNames(library.indicators).meaning(header)
    assert isinstance(meaning, Problem)
    assert meaning.key == key


def test_columns_that_nothing_is_known_of_are_left_out_and_listed(
    importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    for row, extra in zip(table, ("Wildlife souvenirs", 3.3, "x", None), strict=True):
        row.insert(6, extra)
    table[0][1] = "Income group"
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {SHEET: table}))
    assert found.report.problems == ()
    (sheet,) = found.report.sheets
    assert [(column.name, words.place(column.place)) for column in sheet.ignored] == [
        ("Income group", f"{SHEET}, row 1, column B"),
        ("Wildlife souvenirs", f"{SHEET}, row 1, column G"),
    ]
    assert found.editions[0].score("PER", "1.1.2") == 500


def test_blank_columns_and_rows_before_the_header_and_everywhere(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    rows: Table = [[None, None, *row[:4], None, *row[4:], None] for row in table]
    blank: Table = [[], [" "], [None]]
    spread: Table = [*blank, ["Title"], *blank, rows[0], *blank, rows[1], *blank, *rows[2:], *blank]
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {SHEET: spread}))
    assert found.report.problems == ()
    assert set(found.editions[0].scores) == {"PER", "TCD", "FJI"}


def test_the_country_by_every_column_that_names_it(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    names = ("Country", "Peru", "A name of nowhere", None)
    codes = ("Country Code", "PER", "TCD", "FJI")
    short = ("ISO2", None, "TD", "FJ")
    wide: Table = [
        [iso2, name, code, *row[3:]]
        for iso2, name, code, row in zip(short, names, codes, table, strict=True)
    ]
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {SHEET: wide}))
    assert found.report.problems == ()
    assert set(found.editions[0].scores) == {"PER", "TCD", "FJI"}


def test_numeric_codes_that_lost_their_zeros(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    codes: list[Cell] = ["Country Code", 4.0, "8", "604"]
    for row, code in zip(table, codes, strict=True):
        row[2] = code
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {SHEET: table}))
    assert set(found.editions[0].scores) == {"AFG", "ALB", "PER"}


@pytest.mark.parametrize("code", ["TCD", "XX", "QQQ"])
def test_names_and_codes_that_do_not_agree(
    code: str, importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    for row, cell in zip(table, ("ISO3", code, "TCD", "FJI"), strict=True):
        row[0] = cell
    (problem,) = refused(importer, xlsx.write(tmp_path / "small.xlsx", {SHEET: table}))
    assert problem.key == "workbook_code_disagrees"
    assert "Peru" in words.problem(problem)
    assert code in words.problem(problem)
