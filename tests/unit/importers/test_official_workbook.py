"""The index's own workbook, read a second time in a plain way, score by score.

The second reading shares nothing with the importer: it takes the XML of the sheets as it stands,
finds columns by a map made by hand and countries by the CSV file's names.
"""

import csv
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ocviewer.domain.indicator import ACTORS, MARKETS, RESILIENCE
from ocviewer.importers.workbook import WorkbookImport, WorkbookImporter
from ocviewer.library.library import Library

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST = ("Continent", "Region", "Country")
SHARED = "1.1.7 1.1.8 1.1.9 1.1.10 1.1.11 1.1.12 1.1.13"
RESILIENCE_CODES = "2 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12"
# part, then the codes of its columns from D on, as they stand in each sheet
COLUMNS = {
    2025: (
        "xl/worksheets/sheet2.xml",
        (
            f"1 1.1 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 {SHARED} 1.1.14 1.1.15 "
            f"1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 {RESILIENCE_CODES}"
        ),
    ),
    2023: (
        "xl/worksheets/sheet3.xml",
        (
            f"1 1.1 1.1.1 1.1.2 1.1.4 {SHARED} 1.1.14 1.1.15 1.1.5 1.1.6 1.1.3 "
            f"1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 {RESILIENCE_CODES}"
        ),
    ),
    2021: (
        "xl/worksheets/sheet4.xml",
        f"1 1.1 1.1.1 1.1.2 1.1.4 {SHARED} 1.2 1.2.1 1.2.2 1.2.3 1.2.4 {RESILIENCE_CODES}",
    ),
}
OTHER_SPELLINGS = {
    "Congo, Dem, Rep,": "COD",
    "Congo, Rep,": "COG",
    "Korea, Rep,": "KOR",
    "St, Lucia": "LCA",
    "St, Kitts and Nevis": "KNA",
    "St, Vincent and the Grenadines": "VCT",
    "Eswatini": "SWZ",
}
# of an edition: markets, actors, resilience indicators; scores of all countries
COUNTS = {2021: (10, 4, 12, 5790), 2023: (15, 5, 12, 6948), 2025: (15, 5, 12, 6948)}


@pytest.fixture(scope="module")
def found(importer: WorkbookImporter, official_workbook: Path) -> WorkbookImport:
    return importer.read(official_workbook)


def plain_reading(workbook: Path, year: int) -> dict[tuple[str, str], str]:
    """The text of every score by ISO3 and code."""
    with (workbook.parent / "country_facts.csv").open(encoding="utf-8") as file:
        iso3_of = {row["workbook_name"]: row["iso3"] for row in csv.DictReader(file)}
    iso3_of |= OTHER_SPELLINGS
    part, columns = COLUMNS[year]
    with zipfile.ZipFile(workbook) as archive:
        strings = [
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        rows = list(ET.fromstring(archive.read(part)).iter(f"{MAIN}row"))
    scores: dict[tuple[str, str], str] = {}
    for row in rows[1:]:
        cells = [cell for cell in row.iter(f"{MAIN}c") if cell.find(f"{MAIN}v") is not None]
        values = [cell.findtext(f"{MAIN}v", "") for cell in cells]
        assert [re.sub(r"\d", "", cell.attrib["r"]) for cell in cells[:4]] == ["A", "B", "C", "D"]
        codes = columns.split()
        assert len(values) == len(FIRST) + len(codes)
        iso3 = iso3_of[strings[int(values[2])].strip()]
        scores |= {(iso3, c): v for c, v in zip(codes, values[len(FIRST) :], strict=True)}
    return scores


@pytest.mark.parametrize("year", sorted(COLUMNS))
def test_every_score_of_the_bundled_library_is_the_workbooks(
    year: int, official_workbook: Path, library: Library
) -> None:
    plain = plain_reading(official_workbook, year)
    assert len(plain) == COUNTS[year][3]
    edition = library.edition(year)
    ours = {
        (iso3, code): f"{score / 100:.2f}"
        for iso3, scores in edition.scores.items()
        for code, score in scores.items()
    }
    assert ours == {key: f"{float(value):.2f}" for key, value in plain.items()}


@pytest.mark.parametrize("year", sorted(COLUMNS))
def test_the_import_gives_what_is_bundled(
    year: int, found: WorkbookImport, library: Library
) -> None:
    edition = next(edition for edition in found.editions if edition.year == year)
    assert edition.scores == library.edition(year).scores


def test_nothing_is_wrong_with_it(found: WorkbookImport) -> None:
    assert found.report.problems == ()
    assert found.report.ignored == ("2025_Global_OC_Index",)
    assert [len(sheet.countries) for sheet in found.report.sheets] == [193, 193, 193]


def test_every_average_follows_from_its_members(found: WorkbookImport) -> None:
    """The claim of domain/consistency.py, on all 193 × 3 rows."""
    assert [sheet.discrepancies for sheet in found.report.sheets] == [(), (), ()]


def test_what_each_edition_scores(found: WorkbookImport, library: Library) -> None:
    groups = [
        [c.code for c in library.indicators.children(n)] for n in (MARKETS, ACTORS, RESILIENCE)
    ]
    counts = {
        sheet.year: tuple(sum(code in sheet.codes for code in codes) for codes in groups)
        for sheet in found.report.sheets
    }
    assert counts == {year: expected[:3] for year, expected in COUNTS.items()}


def test_the_headers_are_as_the_column_maps_say(official_workbook: Path, library: Library) -> None:
    """The maps above hold this test's own reading; here they are held against the names."""
    with zipfile.ZipFile(official_workbook) as archive:
        strings = [
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        for part, columns in COLUMNS.values():
            header = next(ET.fromstring(archive.read(part)).iter(f"{MAIN}row"))
            names = [strings[int(cell.findtext(f"{MAIN}v", ""))] for cell in header]
            plain = [re.sub(r" avg[.,]$", "", name.strip()) for name in names]
            assert plain == [*FIRST, *(library.indicators[c].name for c in columns.split())]


def test_places_of_2025_are_the_librarys(found: WorkbookImport, library: Library) -> None:
    places = {iso3: tuple(place) for iso3, place in found.places[2025].items()}
    assert places == {c.iso3: (c.continent, c.region) for c in library.countries.values()}


def test_places_of_earlier_editions_differ_only_as_is_known(found: WorkbookImport) -> None:
    """Kiribati moved in 2025; 2021's trailing blanks are gone."""
    assert found.places[2023]["KIR"].region == "Melanesia"
    assert found.places[2025]["KIR"].region == "Micronesia"
    assert found.places[2021]["BHS"].region == "Caribbean"
