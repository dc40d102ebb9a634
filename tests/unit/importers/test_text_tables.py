"""CSV and TSV exports: every edition in many dialects, and what makes one unfit."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocviewer.domain.indicator import AVERAGES
from ocviewer.importers.sheets import MAX_PROBLEMS
from ocviewer.importers.workbook import WorkbookImporter
from ocviewer.library.library import Library
from ocviewer.library.lookup import Lookup
from ocviewer.presenter.words import Words
from tests.unit.importers.refusal import refused
from tests.unit.importers.text_table import Dialect, Row, text_of, written

YEARS = (2021, 2023, 2025)


def exported(
    library: Library, country: str, years: tuple[int, ...], averages: bool, year_column: bool
) -> list[Row]:
    """Real editions as a table; ``country`` is ``name``, ``iso2`` or ``iso3``."""
    nodes = [node for node in library.indicators if averages or node.code not in AVERAGES]
    header = {"name": "Country", "iso2": "ISO2", "iso3": "Country Code"}[country]
    rows: list[Row] = [
        [header, *(["Year"] if year_column else []), *(node.name.upper() for node in nodes)]
    ]
    for year in years:
        edition = library.edition(year)
        for iso3 in edition.scores:
            scores = [edition.score(iso3, node.code) for node in nodes]
            numbers = [None if score is None else score / 100 for score in scores]
            name = getattr(library.countries[iso3], country)
            rows.append([name, *([float(year)] if year_column else []), *numbers])
    return rows


dialects = st.builds(
    Dialect,
    separator=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    line_end=st.sampled_from(["\r\n", "\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    missing=st.sampled_from(["", "NA", "n/a"]),
).flatmap(
    lambda dialect: st.sampled_from(".," if dialect.separator != "," else ".").map(
        lambda mark: dialect._replace(mark=mark)
    )
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    dialect=dialects,
    country=st.sampled_from(["name", "iso2", "iso3"]),
    years=st.lists(st.sampled_from(YEARS), min_size=1, unique=True).map(tuple),
    averages=st.booleans(),
    blank=st.integers(0, 3),
)
def test_every_real_score_survives_every_dialect(
    dialect: Dialect,
    country: str,
    years: tuple[int, ...],
    averages: bool,
    blank: int,
    importer: WorkbookImporter,
    library: Library,
    tmp_path: Path,
) -> None:
    """All 193 countries; averages that are left out come back as published."""
    rows = exported(library, country, years, averages, year_column=True)
    shifted: list[Row] = [[None] * (len(rows[0]) + blank)] * blank
    plain = dialect._replace(missing="")
    padded = text_of(shifted, plain) + text_of(
        [["" for _ in range(blank)] + [*row] for row in rows], dialect
    )
    path = tmp_path / "export.csv"
    path.write_bytes(padded.encode(dialect.encoding))
    found = importer.read(path)
    assert found.report.problems == ()
    assert {edition.year for edition in found.editions} == set(years)
    for edition in found.editions:
        assert edition.scores == library.edition(edition.year).scores
    for report in found.report.sheets:
        assert report.discrepancies == ()
        assert [c.code for c in report.computed] == ([] if averages else list(AVERAGES))


def small(*rows: str) -> str:
    head = "Country,Criminal actors,Mafia-style groups,Foreign actors,Criminal networks"
    return "\n".join((head, *rows, ""))


def test_na_is_namibia_where_a_country_stands_and_nothing_where_a_score_does(
    importer: WorkbookImporter, tmp_path: Path
) -> None:
    path = tmp_path / "actors-2027.csv"
    path.write_text(small("NA,5.00,5.0,NA,5.0", "NE,,5.5,,"), "utf-8")
    found = importer.read(path)
    assert found.report.problems == ()
    (edition,) = found.editions
    assert edition.scores == {
        "NAM": {"1.2": 500, "1.2.1": 500, "1.2.2": 500},
        "NER": {"1.2.1": 550},
    }


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        (small("Peru,5,5,5,5").encode() + b"Chad,5,5", "workbook_cut_off", "row 3"),
        (small('Peru,5,5,5,"5').encode(), "workbook_bad_text", "line 2"),
        (small("Peru,5,5,5,5,5").encode(), "workbook_nameless_column", "t-2027, row 1, column F"),
        (small("Congo, Rep,5,5,5,5").encode(), "workbook_nameless_column", None),
        (small('Peru,5,"5,0",5.0,5').encode(), "workbook_two_marks", "t-2027, row 1"),
        (small("Peru,5,-0.73,5,5").encode(), "workbook_negative", "t-2027, row 2, column C"),
        (
            small("Peru,5,\N{MINUS SIGN}0.73,5,5").encode(),
            "workbook_negative",
            "t-2027, row 2, column C",
        ),
        (small("Peru,5,1.284,5,5").encode(), "workbook_not_a_half", "t-2027, row 2, column C"),
        (small("Peru,5,0.5,5,5").encode(), "workbook_out_of_range", "t-2027, row 2, column C"),
        (small("Peru,5,1e3,5,5").encode(), "workbook_out_of_range", "t-2027, row 2, column C"),
        (small("Peru,5,5 pts,5,5").encode(), "workbook_not_a_number", "t-2027, row 2, column C"),
        (small("Peru,5,#N/A,5,5").encode(), "workbook_not_a_number", "t-2027, row 2, column C"),
        (small("Peru,5,NaN,5,5").encode(), "workbook_not_a_number", "t-2027, row 2, column C"),
        (small("Congo,5,5,5,5").encode(), "workbook_unknown_country_close", None),
        (small(",5,5,5,5").encode(), "workbook_no_country", "t-2027, row 2, column A"),
        (small("Peru,,,,").encode(), "workbook_no_scores", "t-2027"),
        (b"", "workbook_no_header", ""),
        (b"\xef\xbb\xbf", "workbook_no_header", ""),
        (b"Country|Resilience\nPeru|5\n", "workbook_no_header", ""),
        (b"Country,Land\nPeru,5\n", "workbook_no_header", ""),
        (b"\xff\xfeC", "workbook_no_text", ""),
        (bytes(range(256)), "workbook_no_text", ""),
        (b"Country\0,Resilience\nPeru,5\n", "workbook_no_text", ""),
        (small("Peru,5,5,5,5").encode() + b"\x81", "workbook_no_text", ""),
        (b"Country,Resilience\n" + b"Peru,5\n" * 5001, "workbook_sprawling", ""),
        (b"Country,Resilience" + b"," * 300 + b"\n", "workbook_no_header", ""),
    ],
)
def test_what_is_refused(
    text: bytes,
    key: str,
    place: str | None,
    importer: WorkbookImporter,
    tmp_path: Path,
    words: Words,
) -> None:
    path = tmp_path / "t-2027.csv"
    path.write_bytes(text)
    problem = refused(importer, path)[0]
    assert problem.key == key
    if place is not None:
        assert words.place(problem.place) == place
    assert words.problem(problem)


SPOILED = small("Peru,5,5,5,5", "NA,,6.5,,", '"Congo, Rep.",5,5,5,5')


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(SPOILED)), st.integers(0, 9), st.binary(max_size=4)),
        min_size=1,
        max_size=4,
    ),
    suffix=st.sampled_from([".csv", ".tsv", ".xlsx", ".ods"]),
)
def test_whatever_is_in_the_file_is_told_and_never_raised(
    cuts: list[tuple[int, int, bytes]],
    suffix: str,
    importer: WorkbookImporter,
    tmp_path: Path,
    words: Words,
) -> None:
    content = SPOILED.encode()
    for start, length, put in cuts:
        content = content[:start] + put + content[start + length :]
    path = tmp_path / f"t-2027{suffix}"
    path.write_bytes(content)
    found = importer.read(path)
    assert bool(found.editions) != bool(found.report.problems)
    assert all(words.problem(problem) for problem in found.report.problems)
    for edition in found.editions:
        for scores in edition.scores.values():
            assert all(100 <= score <= 1000 for score in scores.values())


def test_thousands_of_unknown_countries_take_no_longer_than_known_ones(
    importer: WorkbookImporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def suggestions(_: Lookup, name: str) -> tuple[str, ...]:
        asked.append(name)
        return ()

    monkeypatch.setattr(Lookup, "suggestions", suggestions)
    path = tmp_path / "t-2027.csv"
    rows = "".join(f"Nowhereland {number},5\n" for number in range(4000))
    path.write_text(f"Country,Resilience\n{rows}", "utf-8")
    problems = refused(importer, path)
    assert (len(problems), len(asked)) == (MAX_PROBLEMS + 1, MAX_PROBLEMS)


def test_a_remark_below_the_table_is_no_row(importer: WorkbookImporter, tmp_path: Path) -> None:
    path = tmp_path / "t-2027.csv"
    text = small("Peru,5,5,5,5", ",,,,", '"Source: the index, 2027"', "Total of scored countries")
    path.write_text(text, "utf-8")
    assert importer.read(path).report.problems == ()


def test_the_line_that_tells_a_spreadsheet_the_separator(
    importer: WorkbookImporter, tmp_path: Path
) -> None:
    for separator in "|\t;":
        path = tmp_path / "t-2027.txt"
        lines = f"sep={separator}\r\n" + small("Peru,5,5,5,5,").replace(",", separator)
        path.write_text(lines, "utf-8")
        found = importer.read(path)
        assert found.report.problems == ()
        assert found.editions[0].score("PER", "1.2.1") == 500


def test_a_column_that_numbers_the_rows(
    importer: WorkbookImporter, tmp_path: Path, library: Library, words: Words
) -> None:
    rows = exported(library, "iso3", (2025,), averages=True, year_column=False)
    numbered: list[Row] = [["", *rows[0]], *([str(n), *row] for n, row in enumerate(rows[1:]))]
    path = tmp_path / "index_2025.tsv"
    path.write_bytes(written(numbered, Dialect("\t")))
    found = importer.read(path)
    assert found.report.problems == ()
    (column,) = found.report.sheets[0].ignored
    assert (column.name, words.place(column.place)) == ("", "index_2025, row 1, column A")
    assert found.editions[0].scores == library.edition(2025).scores


def test_a_workbook_is_one_whatever_its_name(
    importer: WorkbookImporter, official_workbook: Path, tmp_path: Path, library: Library
) -> None:
    path = tmp_path / "index.csv"
    path.write_bytes(official_workbook.read_bytes())
    assert [e.scores for e in importer.read(path).editions] == [
        library.edition(year).scores for year in YEARS
    ]
