"""OpenDocument spreadsheets, as LibreOffice and others write them, and spoiled ones."""

from pathlib import Path

import pytest

from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.presenter.words import Words
from tests.unit.importers import ods, xlsx
from tests.unit.importers.refusal import refused
from tests.unit.importers.xlsx import Table, Xml

SHEET = "2023_dataset"


def test_it_gives_what_the_same_xlsx_gives(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    width = len(table[0])
    table[1][5:9] = [6.5, 6.5, 7.0, None]
    spread: Table = [["A title"], [None] * width, *[[None, *row] for row in table]]
    one = importer.read(ods.write(tmp_path / "small.ods", {"Cover": [["x"]], SHEET: spread}))
    other = importer.read(xlsx.write(tmp_path / "small.xlsx", {"Cover": [["x"]], SHEET: spread}))
    assert one.report.problems == ()
    assert one.editions == other.editions
    assert one.editions[0].score("PER", "1.1.1") == 650
    assert one.editions[0].score("PER", "1.1.4") is None
    assert one.report.ignored == ("Cover",)
    assert one.report.sheets == other.report.sheets


def test_notes_and_spaces_of_a_cell(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    name = Xml(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p>'
        "</office:annotation><text:p>Burkina<text:s/>Fa<text:span>so</text:span></text:p>"
        "</table:table-cell>"
    )
    table[1][2] = name
    found = importer.read(ods.write(tmp_path / "small.ods", {SHEET: table}))
    assert found.report.problems == ()
    assert set(found.editions[0].scores) == {"BFA", "TCD", "FJI"}


@pytest.mark.parametrize("cell", [ods.ERROR, ods.ERROR_OF_OTHERS, ods.NEVER_COMPUTED])
def test_a_broken_score_is_never_blank(
    cell: Xml, importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    table[2][5] = cell
    (problem,) = refused(importer, ods.write(tmp_path / "small.ods", {SHEET: table}))
    assert problem.key == "workbook_error_cell"
    assert words.place(problem.place) == f"{SHEET}, row 3, column F"


FILLED = '<table:table-cell {} office:value-type="float" office:value="5"/>'


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="1048576">'
        + FILLED.format("")
        + "</table:table-row>",
        "<table:table-row>"
        + FILLED.format('table:number-columns-repeated="16384"')
        + "</table:table-row>",
        '<table:table-row><table:table-cell table:number-columns-repeated="9999999"/>'
        + FILLED.format("")
        + "</table:table-row>",
    ],
    ids=["rows", "columns", "far out"],
)
def test_cells_that_are_repeated_without_end(
    rows: str, importer: WorkbookImporter, tmp_path: Path
) -> None:
    (problem,) = refused(importer, ods.write_xml(tmp_path / "small.ods", {SHEET: rows}))
    assert problem.key == "workbook_sprawling"


def test_many_sheets_of_repeated_cells(importer: WorkbookImporter, tmp_path: Path) -> None:
    row = '<table:table-row table:number-rows-repeated="2000">' + FILLED.format(
        'table:number-columns-repeated="100"'
    )
    tables = {f"S{number}": f"{row}</table:table-row>" for number in range(3)}
    (problem,) = refused(importer, ods.write_xml(tmp_path / "small.ods", tables))
    assert problem.key == "workbook_sprawling"


@pytest.mark.parametrize(
    "rows",
    [
        "<table:table-row>",
        '<table:table-row table:number-rows-repeated="x"/>',
        '<table:table-row table:number-rows-repeated="-5"/>',
        '<table:table-row><table:table-cell office:value-type="float"/></table:table-row>',
        f"<table:table-row>{FILLED.format('').replace('5', 'a')}</table:table-row>",
        "<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>",
    ],
)
def test_damaged(rows: str, importer: WorkbookImporter, tmp_path: Path) -> None:
    (problem,) = refused(importer, ods.write_xml(tmp_path / "small.ods", {SHEET: rows}))
    assert problem.key == "workbook_damaged"


def test_encrypted(importer: WorkbookImporter, tmp_path: Path, table: Table) -> None:
    manifest = "<manifest:encryption-data/>"
    path = ods.write_xml(tmp_path / "small.ods", {SHEET: ods.table_xml(table)}, manifest)
    (problem,) = refused(importer, path)
    assert problem.key == "workbook_encrypted"


def test_a_text_document_is_no_spreadsheet(importer: WorkbookImporter, tmp_path: Path) -> None:
    (problem,) = refused(importer, ods.write_xml(tmp_path / "letter.ods", {}))
    assert problem.key == "workbook_not_xlsx"
