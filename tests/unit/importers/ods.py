"""Writes the small OpenDocument spreadsheets that the importer's tests read."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.unit.importers.xlsx import Cell, Rows, Xml

_NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "table", "text", "manifest")
}
_NAMES["calcext"] = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NAMES.items())
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

ERROR = Xml(
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
)
ERROR_OF_OTHERS = Xml(
    '<table:table-cell table:formula="of:=1/0" office:value-type="string">'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
)
NEVER_COMPUTED = Xml('<table:table-cell table:formula="of:=1+4"/>')


def _cell(cell: Cell, times: int) -> str:
    if isinstance(cell, Xml):
        return cell.text
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    if cell is None:
        return f"<table:table-cell{repeated}/>"
    if isinstance(cell, str):
        kind, shown = ' office:value-type="string"', escape(cell)
    else:
        kind, shown = f' office:value-type="float" office:value="{cell!r}"', str(cell)
    return f"<table:table-cell{kind}{repeated}><text:p>{shown}</text:p></table:table-cell>"


def row_xml(row: Sequence[Cell]) -> str:
    """A row as LibreOffice writes it: equal neighbours once, with their number."""
    cells = ""
    column = 0
    while column < len(row):
        end = column + 1
        while end < len(row) and row[end] == row[column]:
            end += 1
        cells += _cell(row[column], end - column)
        column = end
    return f"<table:table-row>{cells}</table:table-row>"


def table_xml(rows: Rows) -> str:
    """The rows of a table, with the blank rest of the sheet that LibreOffice adds."""
    rest = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return "".join(row_xml(row) for row in rows) + rest


def write_xml(path: Path, tables: Mapping[str, str], manifest: str = "") -> Path:
    """Zips tables of these names and XML."""
    body = "".join(
        f"<table:table table:name={quoteattr(name)}>{xml}</table:table>"
        for name, xml in tables.items()
    )
    content = (
        f"<office:document-content {_DECLARED}><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f"<manifest:manifest {_DECLARED}>{manifest}</manifest:manifest>",
        )
    return path


def write(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Writes a spreadsheet with sheets of these names and cells."""
    return write_xml(path, {name: table_xml(rows) for name, rows in sheets.items()})
