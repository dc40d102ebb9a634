"""Averages that a table rounds otherwise, lacks, or gets wrong."""

from pathlib import Path

import pytest

from ocviewer.domain.indicator import ACTORS, AVERAGES, CRIMINALITY, MARKETS, RESILIENCE
from ocviewer.importers.workbook import WorkbookImport, WorkbookImporter
from ocviewer.library.library import Library
from tests.unit.importers import xlsx
from tests.unit.importers.xlsx import Table


def read(importer: WorkbookImporter, folder: Path, table: Table) -> WorkbookImport:
    found = importer.read(xlsx.write(folder / "small.xlsx", {"2027_dataset": table}))
    assert found.report.problems == ()
    return found


def without(table: Table, *names: str) -> Table:
    columns = [n for n, name in enumerate(table[0]) if name not in names]
    return [[row[column] for column in columns] for row in table]


def names(library: Library, codes: tuple[str, ...]) -> list[str]:
    return [library.indicators[code].name for code in codes]


def test_more_decimals_than_two_are_rounded_and_counted(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    markets, crime = table[0].index("Criminal markets"), table[0].index("Criminality")
    table[1][table[0].index("Human trafficking")] = 10.0
    table[1][markets], table[1][crime] = 16 / 3, (16 / 3 + 5) / 2
    found = read(importer, tmp_path, table)
    (sheet,) = found.report.sheets
    assert (sheet.rounded, sheet.discrepancies, sheet.computed) == (2, (), ())
    edition = found.editions[0]
    assert (edition.score("PER", MARKETS), edition.score("PER", CRIMINALITY)) == (533, 517)


def test_an_unrounded_average_that_does_not_follow_is_still_told(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    table[1][table[0].index("Resilience")] = 5.3333
    (found,) = read(importer, tmp_path, table).report.sheets[0].discrepancies
    assert (found.iso3, found.discrepancy.code, found.discrepancy.published) == ("PER", "2", 533)


def test_criminality_is_the_mean_of_unrounded_averages(
    importer: WorkbookImporter, tmp_path: Path, table: Table, library: Library
) -> None:
    """Markets 5.0333… and actors 5.2: 5.11666…, where their rounded values would give 5.115."""
    table[1][table[0].index("Human trafficking")] = 5.5
    table[1][table[0].index("Foreign actors")] = 6.0
    found = read(importer, tmp_path, without(table, *names(library, AVERAGES)))
    scores = found.editions[0].scores["PER"]
    assert {code: scores[code] for code in AVERAGES} == {"1": 512, "1.1": 503, "1.2": 520, "2": 500}
    (sheet,) = found.report.sheets
    assert [(c.code, c.members, c.of) for c in sheet.computed] == [
        ("1", 20, 20),
        ("1.1", 15, 15),
        ("1.2", 5, 5),
        ("2", 12, 12),
    ]
    assert set(AVERAGES) <= set(sheet.codes)


@pytest.mark.parametrize(
    ("kept", "computed"),
    [
        (8, {MARKETS, ACTORS, CRIMINALITY, RESILIENCE}),
        (7, {ACTORS, RESILIENCE}),
    ],
)
def test_an_average_of_few_members_is_not_made_up(
    kept: int,
    computed: set[str],
    importer: WorkbookImporter,
    tmp_path: Path,
    table: Table,
    library: Library,
) -> None:
    markets = [child.name for child in library.indicators.children(MARKETS)][kept:]
    found = read(importer, tmp_path, without(table, *names(library, AVERAGES), *markets))
    assert {c.code for c in found.report.sheets[0].computed} == computed
    assert set(AVERAGES) & set(found.editions[0].scores["PER"]) == computed


def test_a_published_average_of_few_members_is_not_checked(
    importer: WorkbookImporter, tmp_path: Path, table: Table, library: Library
) -> None:
    markets = [child.name for child in library.indicators.children(MARKETS)][1:]
    table[1][table[0].index("Human trafficking")] = 9.0
    found = read(importer, tmp_path, without(table, *markets))
    assert found.report.sheets[0].discrepancies == ()
    assert found.editions[0].score("PER", MARKETS) == 500


def test_an_average_that_an_edition_has_is_not_filled_in_where_it_is_blank(
    importer: WorkbookImporter, tmp_path: Path, table: Table
) -> None:
    table[1][table[0].index("Resilience")] = None
    found = read(importer, tmp_path, table)
    assert found.editions[0].score("PER", RESILIENCE) is None
    assert found.report.sheets[0].computed == ()


def test_a_country_that_scores_few_members_has_no_computed_average(
    importer: WorkbookImporter, tmp_path: Path, table: Table, library: Library
) -> None:
    table[1][table[0].index("Human smuggling") : table[0].index("Criminal actors")] = [None] * 14
    found = read(importer, tmp_path, without(table, *names(library, AVERAGES)))
    assert set(AVERAGES) & set(found.editions[0].scores["PER"]) == {ACTORS, RESILIENCE}
    assert set(AVERAGES) <= set(found.editions[0].scores["TCD"])
