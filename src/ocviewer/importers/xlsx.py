"""An Office Open XML workbook (.xlsx, .xlsm) as sheets of cells, opened safely."""

import posixpath
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from ocviewer.domain.problem import BadData
from ocviewer.importers.cells import scan_parts
from ocviewer.importers.package import damaged, packed
from ocviewer.importers.sheet import Sheet

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


class XlsxBook:
    """The parts of a workbook; a sheet is read when it is asked for."""

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        """Looks through every part; ``BadData`` for what is no sound workbook."""
        from python_calamine import (  # noqa: PLC0415 - only for an import
            CalamineWorkbook,
            SheetTypeEnum,
        )

        self._file = file
        self._scans = scan_parts(parts, file)
        try:
            self._part_of = _sheet_parts(parts)
            self._book = CalamineWorkbook.from_filelike(packed(parts))
            self.sheet_names = tuple(
                sheet.name
                for sheet in self._book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            )
        except BadData:
            raise
        except Exception as error:  # calamine raises many kinds, none of them documented
            raise damaged(file, error) from error

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet; ``BadData`` when it cannot be read."""
        try:
            spoiled = self._scans[self._part_of[name]].spoiled
            cells = self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except Exception as error:
            raise damaged(self._file, error) from error
        return Sheet(name, [list(row) for row in cells], spoiled)


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Which part holds the sheet of a name."""
    targets = {
        relation.get("Id"): posixpath.normpath(
            posixpath.join("/xl", relation.get("Target", ""))
        ).lstrip("/")
        for relation in ET.fromstring(parts[_RELATIONS])
    }
    found: dict[str, str] = {}
    for element in ET.fromstring(parts[_WORKBOOK]).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            relation = next(v for k, v in element.attrib.items() if k.endswith("}id"))
            found[element.attrib["name"]] = targets[relation]
    return found
