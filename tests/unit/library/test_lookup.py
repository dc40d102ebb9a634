"""A country by what leaves no doubt, and the countries to suggest for anything else."""

import sys

import pytest

from ocviewer.domain.country import Country
from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.library.lookup import Lookup


def invented(iso3: str, name: str, *other_names: str) -> Country:
    return Country(
        iso3, iso3[:2], "", name, other_names, "Nowhere", "Somewhere", (), "", None, None, None
    )


@pytest.mark.parametrize(
    ("typed", "iso3"),
    [
        # the World Bank's names
        ("Bahamas, The", "BHS"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Gambia, The", "GMB"),
        ("Iran, Islamic Rep.", "IRN"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Korea, Rep.", "KOR"),
        ("Lao PDR", "LAO"),
        ("Macedonia, FYR", "MKD"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Somalia, Fed. Rep.", "SOM"),
        ("Venezuela, RB", "VEN"),
        ("Yemen, Rep.", "YEM"),
        # the United Nations'
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Lao People's Democratic Republic", "LAO"),
        ("Micronesia (Fed. States of)", "FSM"),
        ("United Republic of Tanzania", "TZA"),
        ("the Eastern Republic of Uruguay", "URY"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        # the name first, a comma behind it
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo, Republic of the", "COG"),
        ("Korea, Democratic People's Republic of", "PRK"),
        ("Korea, Republic of", "KOR"),
        ("Macedonia, the former Yugoslav Republic of", "MKD"),
        ("Moldova, Republic of", "MDA"),
        ("Tanzania, United Republic of", "TZA"),
        ("korea south", "KOR"),
    ],
)
def test_a_name_as_others_write_it(typed: str, iso3: str, library: Library) -> None:
    assert library.lookup.get(typed) == iso3


def test_every_code_names_its_country(library: Library) -> None:
    for country in library.countries.values():
        for code in (country.iso2, country.iso3, country.iso3.lower(), country.numeric):
            assert library.lookup.get(code) == country.iso3


@pytest.mark.parametrize("typed", ["", "the", "Congo", "Korea", "Republic", "4", "Peru Chad"])
def test_what_leaves_a_doubt_is_not_guessed(typed: str, library: Library) -> None:
    assert library.lookup.get(typed) is None


def test_words_that_two_countries_share_name_neither() -> None:
    lookup = Lookup([invented("AAA", "Test North Land"), invented("AAB", "North Test Land")])
    assert lookup.get("north test land") == "AAB"
    assert lookup.get("land of the north test") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Peruu", "Peru"),
        ("Pery", "Peru"),
        ("Columbia", "Colombia"),
        ("Slovak Rep", "Slovakia"),
        ("Bosnia Herz", "Bosnia and Herzegovina"),
        ("Britian", "United Kingdom"),
        ("perruuu", "Peru"),
    ],
)
def test_the_closest_is_suggested_first(typed: str, first: str, library: Library) -> None:
    assert library.lookup.suggestions(typed)[0] == first


def test_only_what_is_close_is_suggested(library: Library) -> None:
    assert library.lookup.suggestions("Peruu") == ("Peru",)
    assert set(library.lookup.suggestions("Congo")) == {"Congo, Rep.", "Congo, Dem. Rep."}
    assert library.lookup.suggestions("Atlantis of Testing") == ()
    with pytest.raises(BadCall) as caught:
        library.lookup.find("Peruu")
    problem = caught.value.problems[0]
    assert (problem.key, problem.values["close"]) == ("unknown_country_close", "Peru")


def test_a_name_without_a_typo_loads_no_matcher(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ocviewer.library.matching", None)  # importing it would fail
    lookup = Lookup(library.countries.values())
    assert lookup.find("Moldova, Republic of") == "MDA"
