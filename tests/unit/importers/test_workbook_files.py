"""Files that are no workbook, or are made to do harm, are refused before they are believed."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from ocviewer.importers import package
from ocviewer.importers.workbook import WorkbookImporter
from tests.unit.importers import xlsx
from tests.unit.importers.refusal import refused
from tests.unit.importers.xlsx import Table, Xml

SHEET = "2023_dataset"

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


def xlsb() -> bytes:
    """A binary workbook (.xlsb), as far as it is looked at."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", b"\x83\x01")
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
        (xlsb(), "workbook_old_format"),
    ],
    ids=["text", "empty", "other zip", "cut off", "encrypted", "old", "zip password", "binary"],
)
def test_no_workbook(content: bytes, key: str, importer: WorkbookImporter, tmp_path: Path) -> None:
    path = tmp_path / "index.xlsx"
    path.write_bytes(content)
    assert [problem.key for problem in refused(importer, path)] == [key]


def test_a_workbook_with_macros(importer: WorkbookImporter, tmp_path: Path, table: Table) -> None:
    path = xlsx.write(tmp_path / "index.xlsm", {SHEET: table})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 never looked at")
    found = importer.read(path)
    assert found.report.problems == ()
    assert set(found.editions[0].scores) == {"PER", "TCD", "FJI"}


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
