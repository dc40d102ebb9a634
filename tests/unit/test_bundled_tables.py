"""The bundled indicators.json and countries.json: whole, consistent and true to their sources."""

import csv
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from ocviewer.library.folding import fold
from ocviewer.library.schema import CountriesFile, IndicatorsFile

REPO_ROOT = Path(__file__).resolve().parents[2]
DATA = REPO_ROOT / "data"
SOURCES = REPO_ROOT.parent / "shared" / "sources"
PAGE = "000_17467de0ae79f826.txt"
WORKBOOK = "global_oc_index.xlsx"

SECTIONS = [
    ("people", "People", ["1.1.1", "1.1.2", "1.1.3"]),
    ("trade", "Trade", ["1.1.4", "1.1.5", "1.1.6"]),
    ("environment", "Environment", ["1.1.7", "1.1.8", "1.1.9"]),
    ("drugs", "Drugs", ["1.1.10", "1.1.11", "1.1.12", "1.1.13"]),
    ("cyber_crimes", "Cyber crimes", ["1.1.14"]),
    ("financial_crimes", "Financial crimes", ["1.1.15"]),
    ("criminal_actors", "Criminal actors", ["1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"]),
    ("leadership_and_governance", "Leadership and governance", ["2.1", "2.2", "2.3", "2.4"]),
    ("criminal_justice_and_security", "Criminal justice and security", ["2.5", "2.6", "2.7"]),
    ("economic_and_financial_environment", "Economic and financial environment", ["2.8", "2.9"]),
    (
        "civil_society_and_social_protection",
        "Civil society and social protection",
        ["2.10", "2.11", "2.12"],
    ),
]
AVERAGES = {"1": 2, "1.1": 15, "1.2": 5, "2": 12}  # by code, how many nodes each is the mean of
SHORT_NAME_LIMIT = 24
COPIED_RUN = 6  # so many words in a row are the publisher's sentence, not ours

FACTS = [  # key, column of country_facts.csv, year, source
    ("population", "population_WDI_SP.POP.TOTL_2024", 2024, "World Bank WDI SP.POP.TOTL"),
    ("gdp_musd", "gdp_usd_million_IMF_WEO_Apr2025_NGDPD_2024", 2024, "IMF WEO April 2025 NGDPD"),
    ("area_km2", "area_km2_WDI_AG.SRF.TOTL.K2_2022", 2022, "World Bank WDI AG.SRF.TOTL.K2"),
]
WITHOUT_GDP = {"AFG", "CUB", "ERI", "LIE", "MCO", "PRK", "SYR"}


@cache
def bundled(name: str) -> Any:
    """A file of data/, parsed."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def indicators() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = bundled("indicators.json")["indicators"]
    return rows


def countries() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = bundled("countries.json")["countries"]
    return rows


def source(name: str) -> Path:
    """A file that the tables were made from; skips the test where the sources are not at hand."""
    if not (SOURCES / name).is_file():
        pytest.skip(f"{name} is not in {SOURCES}, so there is nothing to compare with")
    return SOURCES / name


def csv_rows(name: str) -> list[dict[str, str]]:
    with source(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of COPIED_RUN words in a text, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + COPIED_RUN]) for i in range(len(words) - COPIED_RUN + 1)}


# ---------------------------------------------------------------- indicators


def test_indicators_fit_the_schema() -> None:
    IndicatorsFile.model_validate(bundled("indicators.json"))


def test_there_are_36_nodes_under_their_own_codes() -> None:
    codes = [row["code"] for row in indicators()]
    assert len(codes) == 36
    assert len(set(codes)) == 36


def test_every_parent_is_the_code_without_its_last_part() -> None:
    for row in indicators():
        assert row["parent"] == (row["code"].rpartition(".")[0] or None), row["code"]


def test_the_averages_have_as_many_children_as_the_index_counts() -> None:
    children = Counter(row["parent"] for row in indicators())
    assert children.pop(None) == 2
    assert children == AVERAGES


def test_polarity_follows_the_root() -> None:
    for row in indicators():
        root = row["code"].partition(".")[0]
        assert row["polarity"] == {"1": "criminality", "2": "resilience"}[root], row["code"]


def test_the_eleven_sections_are_numbered_and_titled_as_the_index_does() -> None:
    expected = [
        {"number": number, "id": identifier, "title": title}
        for number, (identifier, title, _) in enumerate(SECTIONS, start=1)
    ]
    assert bundled("indicators.json")["sections"] == expected


def test_every_indicator_is_in_its_section_and_no_average_is_in_any() -> None:
    expected: dict[str, str | None] = dict.fromkeys(AVERAGES)
    expected |= {code: identifier for identifier, _, codes in SECTIONS for code in codes}
    assert {row["code"]: row["section"] for row in indicators()} == expected


def test_short_names_are_short_and_unambiguous() -> None:
    for row in indicators():
        assert len(row["short_name"]) <= SHORT_NAME_LIMIT, row["code"]
        if len(row["name"]) <= SHORT_NAME_LIMIT:
            assert row["short_name"] == row["name"], row["code"]
    assert len({fold(row["short_name"]) for row in indicators()}) == 36


def test_every_definition_is_one_or_two_sentences() -> None:
    for row in indicators():
        sentences = re.findall(r"[.!?](?=\s|$)", row["definition"])
        assert len(sentences) in (1, 2), row["code"]
        assert row["definition"].endswith("."), row["code"]
        assert row["definition"] == " ".join(row["definition"].split()), row["code"]
    assert len({row["definition"] for row in indicators()}) == 36


def test_codes_and_names_are_the_official_ones_in_the_official_order() -> None:
    official = [(row["code"], row["official_name_en"]) for row in csv_rows("indicator_codes.csv")]
    assert [(row["code"], row["name"]) for row in indicators()] == official


def test_no_definition_takes_a_sentence_from_the_publisher() -> None:
    theirs = runs(source(PAGE).read_text(encoding="utf-8"))
    assert len(theirs) > 1000
    for row in indicators():
        assert not runs(row["definition"]) & theirs, row["code"]


# ---------------------------------------------------------------- countries


def test_countries_fit_the_schema() -> None:
    CountriesFile.model_validate(bundled("countries.json"))


@pytest.mark.parametrize("key", ["iso3", "iso2", "numeric", "name"])
def test_there_are_193_countries_and_none_twice(key: str) -> None:
    assert len(countries()) == 193
    assert len({fold(row[key]) for row in countries()}) == 193


def test_countries_stand_in_the_order_of_their_codes_one_a_line() -> None:
    codes = [row["iso3"] for row in countries()]
    assert codes == sorted(codes)
    lines = (DATA / "countries.json").read_text(encoding="utf-8").splitlines()
    objects = [json.loads(line.rstrip(",")) for line in lines if line.startswith('    {"iso3"')]
    assert objects == countries()


def test_no_name_of_a_country_is_also_a_name_or_code_of_another() -> None:
    owners: dict[str, str] = {}
    for row in countries():
        for spelling in (row["iso3"], row["iso2"], row["name"], *row["other_names"]):
            key = fold(spelling).replace(" ", "")
            assert key, row["iso3"]
            assert owners.setdefault(key, row["iso3"]) == row["iso3"], spelling


def test_no_country_has_the_same_name_twice() -> None:
    for row in countries():
        names = Counter(fold(name) for name in (row["name"], *row["other_names"]))
        assert max(names.values()) == 1, (row["iso3"], names.most_common(1))


@pytest.mark.parametrize(
    ("typed", "iso3"),
    [
        ("DR Congo", "COD"),
        ("Zaire", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Ivory Coast", "CIV"),
        ("türkiye", "TUR"),
        ("Burma", "MMR"),
        ("Cape Verde", "CPV"),
        ("Swaziland", "SWZ"),
        ("UK", "GBR"),
        ("USA", "USA"),
        ("South Korea", "KOR"),
        ("North Korea", "PRK"),
        ("East Timor", "TLS"),
        ("Espana", "ESP"),
        ("Osterreich", "AUT"),
        ("Saint Lucia", "LCA"),
    ],
)
def test_a_country_goes_by_the_names_that_people_type(typed: str, iso3: str) -> None:
    found = [
        row["iso3"]
        for row in countries()
        if fold(typed) in {fold(name) for name in (row["name"], *row["other_names"])}
    ]
    assert found == [iso3]


@pytest.mark.parametrize("typed", ["Congo", "Korea"])
def test_an_ambiguous_name_belongs_to_no_country(typed: str) -> None:
    names = {fold(name) for row in countries() for name in (row["name"], *row["other_names"])}
    assert fold(typed) not in names


def test_only_the_seven_known_countries_lack_a_gdp_and_none_another_fact() -> None:
    assert {row["iso3"] for row in countries() if row["gdp_musd"] is None} == WITHOUT_GDP
    for row in countries():
        assert row["population"] is not None, row["iso3"]
        assert row["area_km2"] is not None, row["iso3"]


def test_names_codes_and_capitals_equal_their_source() -> None:
    expected = {
        row["iso3"]: (
            row["iso2"],
            row["iso_numeric"],
            row["workbook_name"],
            row["capital_mledoze"].split("; "),
        )
        for row in csv_rows("country_facts.csv")
    }
    found = {
        row["iso3"]: (row["iso2"], row["numeric"], row["name"], row["capitals"])
        for row in countries()
    }
    assert found == expected


@pytest.mark.parametrize(
    ("key", "column", "year", "publisher"), FACTS, ids=[fact[0] for fact in FACTS]
)
def test_every_fact_equals_its_source(key: str, column: str, year: int, publisher: str) -> None:
    expected = {
        row["iso3"]: {"value": int(row[column]), "year": year, "source": publisher}
        if row[column]
        else None
        for row in csv_rows("country_facts.csv")
    }
    assert {row["iso3"]: row[key] for row in countries()} == expected


def test_names_continents_and_regions_are_those_of_the_workbook() -> None:
    with CalamineWorkbook.from_path(source(WORKBOOK)) as workbook:
        rows = workbook.get_sheet_by_name("2025_dataset").to_python()[1:]
    expected = {str(row[2]): (str(row[0]).strip(), str(row[1]).strip()) for row in rows}
    assert {row["name"]: (row["continent"], row["region"]) for row in countries()} == expected
