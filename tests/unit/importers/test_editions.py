"""Which edition a table holds: by column, sheet, file, or whoever imports it."""

from pathlib import Path

import pytest

from ocviewer.importers.editions import dataset_year, year_in
from ocviewer.importers.report import YearSource
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.refusal import refused
from tests.unit.importers.xlsx import Cell, Table


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2023_dataset", 2023),
        ("dataset 2023", 2023),
        ("OC2027", 2027),
        ("index-2025-v2", 2025),
        ("index 2025 (1)", 2025),
        ("2025 and again 2025", 2025),
        ("Full_dataset", None),
        ("2021-2023", None),
        ("export_2024-05-01", None),
        ("export 01.05.2024", None),
        ("export20240501", None),
        ("index_2025_2024-05-01", 2025),
        ("12025", None),
        ("1999", None),
        ("", None),
    ],
)
def test_the_year_in_a_name(name: str, year: int | None) -> None:
    assert year_in(name) == year


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2023_dataset", 2023),
        (" 2027 Dataset", 2027),
        ("2025_Global_OC_Index", None),
        ("Full_dataset", None),
    ],
)
def test_the_official_names_of_sheets(name: str, year: int | None) -> None:
    assert dataset_year(name) == year


def years(importer: WorkbookImporter, path: Path, edition: int | None = None) -> list[int]:
    found = importer.read(path, edition)
    assert found.report.problems == ()
    assert [report.year for report in found.report.sheets] == [e.year for e in found.editions]
    return [edition.year for edition in found.editions]


@pytest.mark.parametrize(
    ("sheet", "file", "asked", "year", "source"),
    [
        ("Edition 2027", "small", None, 2027, YearSource.SHEET),
        ("Edition 2027", "small 2025", None, 2027, YearSource.SHEET),
        ("Full_dataset", "small 2027", None, 2027, YearSource.FILE),
        ("Full_dataset", "small", 2027, 2027, YearSource.CALL),
        ("Full_dataset", "small 2024", 2027, 2027, YearSource.CALL),
        ("Edition 2027", "small", 2027, 2027, YearSource.SHEET),
    ],
)
def test_what_names_the_edition(
    sheet: str,
    file: str,
    asked: int | None,
    year: int,
    source: YearSource,
    importer: WorkbookImporter,
    tmp_path: Path,
    table: Table,
) -> None:
    path = xlsx.write(tmp_path / f"{file}.xlsx", {"Read me 2019": [["x"]], sheet: table})
    found = importer.read(path, asked)
    assert found.report.problems == ()
    (report,) = found.report.sheets
    assert (report.year, report.year_from) == (year, source)
    assert found.report.ignored == ("Read me 2019",)


def test_several_sheets_that_are_not_named_officially(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    sheets: dict[str, Table] = {"OC 2029": table, "Notes": [["x"]], "OC 2027": table}
    assert years(importer, xlsx.write(tmp_path / "small.xlsx", sheets)) == [2027, 2029]


def with_years(table: Table, *values: Cell) -> Table:
    return [[year, *row] for year, row in zip(("Year", *values), table, strict=True)]


def test_several_editions_in_one_table(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    table = with_years(table, 2027.0, "2029", 2027.0)
    table[2][3] = "Peru"
    table[2][6] = 6.5
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {"Full_dataset": table}))
    first, second = found.editions
    assert (first.year, set(first.scores)) == (2027, {"PER", "FJI"})
    assert (second.year, set(second.scores)) == (2029, {"PER"})
    assert (first.score("PER", "1.1.1"), second.score("PER", "1.1.1")) == (500, 650)
    assert [report.year_from for report in found.report.sheets] == [YearSource.COLUMN] * 2


@pytest.mark.parametrize(
    ("values", "sheet", "asked", "key", "place"),
    [
        ((2027, None, 2027), "Full", None, "workbook_no_year", "Full, row 3, column A"),
        ((2027, "new", 2027), "Full", None, "workbook_no_year", "Full, row 3, column A"),
        ((2027, 27, 2027), "Full", None, "workbook_no_year", "Full, row 3, column A"),
        (
            (2027, 2025, 2027),
            "2027_dataset",
            None,
            "workbook_year_disagrees",
            "2027_dataset, row 3, column A",
        ),
        ((2027, 2025, 2027), "Full", 2027, "workbook_edition_differs", "Full, row 3, column A"),
        (None, "Full", None, "workbook_which_edition", "Full, row 1"),
        (None, "Edition 2025", 2027, "workbook_edition_differs", "Edition 2025, row 1"),
        (None, "Full", 27, "workbook_no_year", ""),
    ],
)
def test_an_edition_that_is_not_clear(
    values: tuple[Cell, ...] | None,
    sheet: str,
    asked: int | None,
    key: str,
    place: str,
    importer: WorkbookImporter,
    tmp_path: Path,
    table: Table,
    words: Words,
) -> None:
    if values is not None:
        table = with_years(table, *values)
    path = xlsx.write(tmp_path / "small.xlsx", {sheet: table})
    found = importer.read(path, asked)
    assert found.editions == ()
    (problem,) = found.report.problems
    assert (problem.key, words.place(problem.place)) == (key, place)
    assert words.problem(problem)


def test_a_country_twice_in_one_edition(
    importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    table = with_years(table, 2027, 2027, 2027)
    table[3][3] = "PER"
    (problem,) = refused(importer, xlsx.write(tmp_path / "small.xlsx", {"Full": table}))
    assert problem.key == "workbook_country_twice"
    assert words.place(problem.place) == "Full, row 4, column D"


def test_one_edition_in_two_sheets(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    sheets = {"Full": with_years(table, 2027, 2029, 2029), "OC 2029": table}
    (problem,) = refused(importer, xlsx.write(tmp_path / "small.xlsx", sheets))
    assert (problem.key, problem.place) == ("workbook_edition_twice", "OC 2029")
