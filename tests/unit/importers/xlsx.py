"""Writes the small workbooks that the importer's tests read: inline strings, nothing else."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr


class Xml(NamedTuple):
    """A cell by its XML, for what no value gives: ``{at}`` is its reference."""

    text: str


Cell = str | float | None | Xml
Rows = Sequence[Sequence[Cell]]
Table = list[list[Cell]]

DIVIDED_BY_ZERO = Xml('<c r="{at}" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
NEVER_COMPUTED = Xml('<c r="{at}"><f>AVERAGE(A1:B1)</f></c>')

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def letters(column: int) -> str:
    """``A`` to ``ZZ`` for 0 to 701."""
    more, last = divmod(column, 26)
    return (chr(64 + more) if more else "") + chr(65 + last)


def _cell(cell: Cell, at: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Xml):
        return cell.text.format(at=at)
    if isinstance(cell, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{at}"><v>{cell!r}</v></c>'


def sheet_xml(rows: Rows) -> str:
    """The XML of a sheet."""
    lines = (
        f'<row r="{number}">'
        + "".join(_cell(cell, f"{letters(column)}{number}") for column, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def parts(sheets: Mapping[str, str]) -> dict[str, str]:
    """The parts of a workbook with sheets of these names and XML."""
    numbered = list(enumerate(sheets.items(), start=1))
    named = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in numbered
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in numbered
    )
    main = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        **{f"xl/worksheets/sheet{n}.xml": xml for n, (_, xml) in numbered},
    }


def write_parts(path: Path, contents: Mapping[str, str]) -> Path:
    """Zips parts into a workbook."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return path


def write(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Writes a workbook with sheets of these names and cells."""
    return write_parts(path, parts({name: sheet_xml(rows) for name, rows in sheets.items()}))
