"""What is no index data is refused, by sheet, row and column, and nothing comes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocviewer import paths
from ocviewer.importers.sheets import MAX_PROBLEMS
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.refusal import refused
from tests.unit.importers.xlsx import DIVIDED_BY_ZERO, NEVER_COMPUTED, Cell, Table, Xml

WORDS = Words(paths.resources() / "messages" / "en")
SHEET = "2023_dataset"
TRAFFICKING, CRIMINALITY, COUNTRY = 5, 3, 2  # columns F, D and C of the small table


def problems_of(importer: WorkbookImporter, folder: Path, table: Table) -> list[tuple[str, str]]:
    path = xlsx.write(folder / "small.xlsx", {SHEET: table})
    return [(p.key, WORDS.place(p.place)) for p in refused(importer, path)]


@pytest.mark.parametrize(
    ("column", "cell", "key"),
    [
        (TRAFFICKING, -0.73, "workbook_negative"),
        (TRAFFICKING, 1.284, "workbook_not_a_half"),
        (TRAFFICKING, 6.25, "workbook_not_a_half"),
        (TRAFFICKING, 0.5, "workbook_out_of_range"),
        (TRAFFICKING, 0, "workbook_out_of_range"),
        (TRAFFICKING, 11, "workbook_out_of_range"),
        (CRIMINALITY, 10.004, "workbook_out_of_range"),
        (TRAFFICKING, 1e300, "workbook_out_of_range"),
        (TRAFFICKING, float("nan"), "workbook_out_of_range"),
        (TRAFFICKING, float("inf"), "workbook_out_of_range"),
        (TRAFFICKING, "6.5", "workbook_not_a_number"),
        (TRAFFICKING, "n/a", "workbook_not_a_number"),
        (TRAFFICKING, Xml('<c r="{at}" t="b"><v>1</v></c>'), "workbook_not_a_number"),
        (TRAFFICKING, Xml('<c r="{at}" t="d"><v>2023-05-06</v></c>'), "workbook_not_a_number"),
        (TRAFFICKING, DIVIDED_BY_ZERO, "workbook_error_cell"),
        (TRAFFICKING, NEVER_COMPUTED, "workbook_error_cell"),
        (COUNTRY, DIVIDED_BY_ZERO, "workbook_error_cell"),
        (COUNTRY, "Qq", "workbook_unknown_country"),
        (COUNTRY, "Perru", "workbook_unknown_country_close"),
        (COUNTRY, None, "workbook_no_country"),
        (COUNTRY, "Fiji", "workbook_country_twice"),
    ],
)
def test_a_bad_cell(
    column: int, cell: Cell, key: str, importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    table.append([*table[1][:COUNTRY], "Togo", *table[1][COUNTRY + 1 :]])
    table[4][column] = cell
    place = f"{SHEET}, row 5, column {xlsx.letters(column)}"
    assert problems_of(importer, tmp_path, table) == [(key, place)]


def test_standardised_values_name_the_first_cells_and_count_the_rest(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    for row in table[1:]:
        row[3:] = [-1.31] * (len(row) - 3)
    problems = problems_of(importer, tmp_path, table)
    assert problems[0] == ("workbook_negative", f"{SHEET}, row 2, column D")
    assert problems[-1] == ("workbook_more", SHEET)
    assert len(problems) == MAX_PROBLEMS + 1


def rename(old: str, new: str | float | None) -> Callable[[Table], None]:
    def change(table: Table) -> None:
        table[0][table[0].index(old)] = new

    return change


def wrong_code(table: Table) -> None:
    for row, code in zip(table, ("Country Code", "TCD", "TCD", "FJI"), strict=True):
        row[0] = code


@pytest.mark.parametrize(
    ("change", "key", "place"),
    [
        (
            rename("Human trafficking", "Human traficking"),
            "workbook_close_column",
            "row 1, column F",
        ),
        (rename("Human trafficking", "avg."), "workbook_unclear_column", "row 1, column F"),
        (rename("Human trafficking", "Score"), "workbook_unclear_column", "row 1, column F"),
        (
            rename("Human trafficking", "Human trafficking avg."),
            "workbook_unclear_column",
            "row 1, column F",
        ),
        (
            rename("Human trafficking", "1.1.4 Human trafficking"),
            "workbook_unclear_column",
            "row 1, column F",
        ),
        (
            rename("Human trafficking", "1.1.1 Slavery"),
            "workbook_unclear_column",
            "row 1, column F",
        ),
        (
            rename("Political leadership and governance", 2.1),
            "workbook_unclear_column",
            "row 1, column AB",
        ),
        (rename("Human trafficking", None), "workbook_nameless_column", "row 1, column F"),
        (
            rename("Human smuggling", "HUMAN TRAFFICKING"),
            "workbook_column_twice",
            "row 1, column G",
        ),
        (rename("Country", "Land"), "workbook_no_header", ""),
        (wrong_code, "workbook_code_disagrees", "row 2, column C"),
        (lambda table: table.__delitem__(slice(1, None)), "workbook_no_scores", ""),
        (lambda table: table.clear(), "workbook_no_header", ""),
    ],
)
def test_a_bad_table(
    change: Callable[[Table], None],
    key: str,
    place: str,
    importer: WorkbookImporter,
    tmp_path: Path,
    table: Table,
) -> None:
    change(table)
    where = f"{SHEET}, {place}" if place else SHEET
    assert problems_of(importer, tmp_path, table) == [(key, where)]


def test_one_bad_sheet_refuses_the_whole_workbook(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    bad = [*table[:-1], [*table[-1][:-1], 11]]
    path = xlsx.write(tmp_path / "small.xlsx", {SHEET: table, "2025_dataset": bad})
    (problem,) = refused(importer, path)
    assert WORDS.place(problem.place).startswith("2025_dataset, row 4, column ")


def test_two_sheets_of_an_edition(importer: WorkbookImporter, tmp_path: Path, table: Table) -> None:
    path = xlsx.write(tmp_path / "small.xlsx", {SHEET: table, "2023 Dataset": table})
    (problem,) = refused(importer, path)
    assert (problem.key, problem.place) == ("workbook_edition_twice", "2023 Dataset")


def test_no_known_sheet(importer: WorkbookImporter, tmp_path: Path, table: Table) -> None:
    table[0] = ["Land", *table[0][1:COUNTRY], "Staat", *table[0][COUNTRY + 1 :]]
    path = xlsx.write(tmp_path / "small.xlsx", {"Full_dataset": table, "Notes": []})
    (problem,) = refused(importer, path)
    assert problem.key == "workbook_no_known_sheet"
    assert problem.values["sheets"] == "Full_dataset, Notes"


def test_text_that_would_steer_a_terminal_is_shown_harmless(
    importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    table[1][COUNTRY] = "Test_x001B_[2J\u202eland" + "d" * 100
    path = xlsx.write(tmp_path / "small.xlsx", {SHEET: table})
    (problem,) = refused(importer, path)
    assert words.problem(problem).isprintable()
    assert len(problem.values["name"]) == 60


def test_a_sheets_name_steers_no_terminal_either(
    importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    table[0][1] = "Income"
    name = "Edition 2027 \u202eland\u2028"
    found = importer.read(xlsx.write(tmp_path / "small.xlsx", {name: table}))
    (report,) = found.report.sheets
    assert report.sheet.isprintable()
    assert words.place(report.ignored[0].place).isprintable()
