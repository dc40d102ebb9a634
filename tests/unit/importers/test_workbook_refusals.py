"""What is no index data is refused, by sheet, row and column, and nothing comes of it."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ocviewer.domain.problem import Problem
from ocviewer.importers import package
from ocviewer.importers.sheets import MAX_PROBLEMS
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.presenter.words import Words
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import DIVIDED_BY_ZERO, NEVER_COMPUTED, Cell, Table, Xml

SHEET = "2023_dataset"
TRAFFICKING, CRIMINALITY, COUNTRY = 5, 3, 2  # columns F, D and C of the small table


def refused(importer: WorkbookImporter, path: Path) -> tuple[Problem, ...]:
    found = importer.read(path)
    assert found.editions == ()
    assert found.report.problems
    assert {problem.file for problem in found.report.problems} == {str(path)}
    return found.report.problems


def problems_of(importer: WorkbookImporter, folder: Path, table: Table) -> list[tuple[str, str]]:
    path = xlsx.write(folder / "small.xlsx", {SHEET: table})
    return [(problem.key, problem.place) for problem in refused(importer, path)]


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


def rename(old: str, new: str | None) -> Callable[[Table], None]:
    def change(table: Table) -> None:
        table[0][table[0].index(old)] = new

    return change


def without(name: str) -> Callable[[Table], None]:
    def change(table: Table) -> None:
        column = table[0].index(name)
        for row in table:
            del row[column]

    return change


def wrong_code(table: Table) -> None:
    for row, code in zip(table, ("Country Code", "TCD", "TCD", "FJI"), strict=True):
        row[0] = code


@pytest.mark.parametrize(
    ("change", "key", "place"),
    [
        (
            rename("Human trafficking", "Human traficking"),
            "workbook_unknown_column",
            "row 1, column F",
        ),
        (rename("Human trafficking", "avg."), "workbook_unknown_column", "row 1, column F"),
        (rename("Human trafficking", None), "workbook_nameless_column", "row 1, column F"),
        (
            rename("Human smuggling", "HUMAN TRAFFICKING"),
            "workbook_column_twice",
            "row 1, column G",
        ),
        (rename("Region", "Population"), "workbook_unknown_column", "row 1, column B"),
        (rename("Country", "Land"), "workbook_no_header", ""),
        (without("Criminal actors"), "workbook_missing_column", "row 1"),
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
    assert problem.place.startswith("2025_dataset, row 4, column ")


def test_two_sheets_of_an_edition(importer: WorkbookImporter, tmp_path: Path, table: Table) -> None:
    path = xlsx.write(tmp_path / "small.xlsx", {SHEET: table, "2023 Dataset": table})
    (problem,) = refused(importer, path)
    assert (problem.key, problem.place) == ("workbook_edition_twice", "2023 Dataset")


def test_no_known_sheet(importer: WorkbookImporter, tmp_path: Path, table: Table) -> None:
    path = xlsx.write(tmp_path / "small.xlsx", {"Full_dataset": table, "Notes": []})
    (problem,) = refused(importer, path)
    assert problem.key == "workbook_no_known_sheet"
    assert problem.values["sheets"] == "Full_dataset, Notes"


# ---------------------------------------------------------------- files that are no workbook


def ole(stream: str) -> bytes:
    """An OLE file's head and a directory entry of one stream, as Office writes encrypted files."""
    head = (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 65534, 9, 6)
    )
    return head.ljust(512, b"\0") + stream.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 448


def zipped(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def with_password() -> bytes:
    """A zip whose directory and entry say that it is encrypted."""
    content = bytearray(zipped(xl__workbook_xml=b"<workbook/>"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"Country,Criminality\nPeru,6.62\n", "workbook_not_xlsx"),
        (b"", "workbook_not_xlsx"),
        (zipped(readme_xml=b"<p/>"), "workbook_not_xlsx"),
        (b"PK\x03\x04 and no more", "workbook_damaged"),
        (ole("EncryptedPackage"), "workbook_encrypted"),
        (ole("Workbook"), "workbook_old_format"),
        (with_password(), "workbook_encrypted"),
    ],
    ids=["text", "empty", "other zip", "cut off", "encrypted", "old", "zip password"],
)
def test_no_workbook(content: bytes, key: str, importer: WorkbookImporter, tmp_path: Path) -> None:
    path = tmp_path / "index.xlsx"
    path.write_bytes(content)
    assert [problem.key for problem in refused(importer, path)] == [key]


def test_a_missing_file(importer: WorkbookImporter, tmp_path: Path) -> None:
    (problem,) = refused(importer, tmp_path / "none.xlsx")
    assert problem.key == "workbook_not_found"


def test_a_folder_is_no_workbook(importer: WorkbookImporter, tmp_path: Path) -> None:
    (problem,) = refused(importer, tmp_path)
    assert problem.key in ("workbook_unreadable", "workbook_no_permission")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_without_read_permission(
    importer: WorkbookImporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    path = tmp_path / "index.xlsx"
    path.write_bytes(b"PK")
    monkeypatch.setattr(Path, "read_bytes", denied)  # root may read everything
    assert [problem.key for problem in refused(importer, path)] == ["workbook_no_permission"]


def test_every_part_cut_short_is_told(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    """A download that broke off anywhere is damaged, never half an edition."""
    whole = xlsx.write(tmp_path / "whole.xlsx", {SHEET: table}).read_bytes()
    path = tmp_path / "cut.xlsx"
    for length in range(4, len(whole), 97):
        path.write_bytes(whole[:length])
        assert [p.key for p in refused(importer, path)] == ["workbook_damaged"], length


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
def test_parts_that_are_missing_or_no_xml(
    part: str, importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    contents = xlsx.parts({SHEET: xlsx.sheet_xml(table)})
    for spoiled in (
        {**contents, part: "<worksheet"},
        {k: v for k, v in contents.items() if k != part},
    ):
        path = xlsx.write_parts(tmp_path / "spoiled.xlsx", spoiled)
        assert [p.key for p in refused(importer, path)] == ["workbook_damaged"]


# ---------------------------------------------------------------- files made to do harm


def zeros(path: Path, megabytes: int) -> Path:
    """A workbook whose sheet is so many megabytes of zeros, in well below a megabyte."""
    contents = xlsx.parts({SHEET: ""})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            if "sheet1" not in name:
                archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(megabytes):
                sheet.write(bytes(1_000_000))
    return path


def test_200_megabytes_of_zeros(
    importer: WorkbookImporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpacks(*_: object) -> bytes:
        raise AssertionError("nothing of it may be unpacked")

    path = zeros(tmp_path / "zeros.xlsx", 200)
    assert path.stat().st_size < 1_000_000
    monkeypatch.setattr(zipfile.ZipFile, "open", unpacks)
    assert [problem.key for problem in refused(importer, path)] == ["workbook_bomb"]


def test_a_directory_that_lies_about_sizes(importer: WorkbookImporter, tmp_path: Path) -> None:
    path = zeros(tmp_path / "zeros.xlsx", 80)
    content = path.read_bytes()
    size = struct.pack("<I", 80_000_000)
    assert size in content
    path.write_bytes(content.replace(size, struct.pack("<I", 1_000)))
    assert [problem.key for problem in refused(importer, path)] == ["workbook_damaged"]


def test_many_parts_that_are_small_each(
    importer: WorkbookImporter, tmp_path: Path, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 2_000)
    path = xlsx.write(tmp_path / "small.xlsx", {SHEET: table})
    assert [problem.key for problem in refused(importer, path)] == ["workbook_bomb"]


def far_cell(at: str) -> str:
    return xlsx.sheet_xml([["Country", Xml(f'<c r="{at}"><v>1</v></c>')]])


LONG = "x" * 30_000


@pytest.mark.parametrize(
    "xml",
    [
        far_cell("XFD1"),
        far_cell("A1048576"),
        far_cell("XFD1048576"),
        "<worksheet><sheetData><row r='1048576'><c><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData>" + "<row/>" * 5001 + "</sheetData></worksheet>",
        "<worksheet><sheetData><row>" + "<c/>" * 301 + "</row></sheetData></worksheet>",
        xlsx.sheet_xml([[LONG], *[[1.0] * 100] * 50]),
    ],
    ids=["right", "down", "corner", "row", "rows", "cells", "texts"],
)
def test_cells_far_out_would_take_all_memory(
    xml: str, importer: WorkbookImporter, tmp_path: Path
) -> None:
    path = xlsx.write_parts(tmp_path / "far.xlsx", xlsx.parts({SHEET: xml}))
    assert [problem.key for problem in refused(importer, path)] == ["workbook_sprawling"]


def test_entities_are_refused(importer: WorkbookImporter, tmp_path: Path) -> None:
    xml = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;&b;&b;</worksheet>'
    path = xlsx.write_parts(tmp_path / "entities.xlsx", xlsx.parts({SHEET: xml}))
    (problem,) = refused(importer, path)
    assert problem.key == "workbook_damaged"
    assert "DOCTYPE" in problem.values["reason"]


def test_text_that_would_steer_a_terminal_is_shown_harmless(
    importer: WorkbookImporter, tmp_path: Path, table: Table, words: Words
) -> None:
    table[1][COUNTRY] = "Test_x001B_[2J\u202eland" + "d" * 100
    path = xlsx.write(tmp_path / "small.xlsx", {SHEET: table})
    (problem,) = refused(importer, path)
    assert words.problem(problem).isprintable()
    assert len(problem.values["name"]) == 60
