"""The importer, and a sound little table to spoil."""

from pathlib import Path

import pytest

from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.library import Library
from tests.unit.importers.xlsx import Cell, Table

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def importer(library: Library) -> WorkbookImporter:
    """Reads workbooks that name the index's countries and indicators."""
    return WorkbookImporter(library.indicators, library.lookup)


@pytest.fixture
def table(library: Library) -> Table:
    """A header with every node, and three countries that score 5 in each."""
    names = [node.name for node in library.indicators]
    header: list[Cell] = ["Continent", "Region", "Country", *names]
    rows: Table = [["", "", name, *[5.0] * len(names)] for name in ("Peru", "Chad", "Fiji")]
    return [header, *rows]


@pytest.fixture(scope="session")
def official_workbook() -> Path:
    """The index's own workbook, which is no part of the project."""
    path = ROOT.parent / "shared/sources/global_oc_index.xlsx"
    if not path.exists():
        pytest.skip("the sources are not here: no ../shared/sources/global_oc_index.xlsx")
    return path
