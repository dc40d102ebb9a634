"""What people type, and the country that they mean."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocviewer import paths
from ocviewer.domain.country import Country
from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.library.matching import Closeness, Match, NameMatcher
from ocviewer.library.spelling import FoldedName

LIBRARY = Library(paths.bundled_library())
MATCHER = NameMatcher(LIBRARY.countries.values())


def invented(iso3: str, name: str, *other_names: str, region: str = "Somewhere") -> Country:
    return Country(
        iso3, iso3[:2], "000", name, other_names, "Nowhere", region, (), "", None, None, None
    )


def pieces(match: Match) -> list[str]:
    """The highlighted texts of the name that matched."""
    name = match.other_name or LIBRARY.countries[match.iso3].name
    return [name[start:end] for start, end in (*match.name_spans, *match.other_spans)]


@pytest.mark.parametrize(
    ("query", "iso3"),
    [
        ("peru", "PER"),
        ("PERU", "PER"),
        ("pe", "PER"),
        ("PER", "PER"),
        ("per", "PER"),
        ("perú", "PER"),
        ("  peru ", "PER"),
        ("cote divoire", "CIV"),
        ("cote d ivoire", "CIV"),
        ("côte d’ivoire", "CIV"),
        ("ivory coast", "CIV"),
        ("drc", "COD"),
        ("dem rep congo", "COD"),
        ("congo dem", "COD"),
        ("korea south", "KOR"),
        ("north korea", "PRK"),
        ("turkey", "TUR"),
        ("turkiye", "TUR"),
        ("swaziland", "SWZ"),
        ("eswatini", "SWZ"),
        ("colmbia", "COL"),
        ("afganistan", "AFG"),
        ("Afganist", "AFG"),
        ("Urugay", "URY"),
        ("phillipines", "PHL"),
        ("tuvlu", "TUV"),
        ("guniea bisau", "GNB"),
        ("newzeland", "NZL"),
        ("sao tome", "STP"),
        ("sao tome & principe", "STP"),
        ("the gambia", "GMB"),
        ("saint lucia", "LCA"),
        ("us", "USA"),
        ("u.s.", "USA"),
        ("uk", "GBR"),
        ("burma", "MMR"),
        ("brasil", "BRA"),
        ("NA", "NAM"),
        ("guinea", "GIN"),
        ("niger", "NER"),
        ("dominica", "DMA"),
        ("macedonia", "MKD"),
        ("timor", "TLS"),
        ("i", "ISL"),
    ],
)
def test_first_hit(query: str, iso3: str) -> None:
    assert MATCHER.match(query)[0].iso3 == iso3


@pytest.mark.parametrize("query", ["", "   ", "…", "xyzzyx", "peru colombia", "!?"])
def test_no_hit(query: str) -> None:
    assert MATCHER.match(query) == []


@pytest.mark.parametrize("country", LIBRARY.countries.values(), ids=lambda c: c.iso3)
def test_every_country_is_found_by_its_names_and_codes(country: Country) -> None:
    codes = (country.iso2, country.iso3, country.numeric)
    for text in (country.name, country.name.upper(), *codes):
        assert MATCHER.match(text)[0].iso3 == country.iso3
    for text in country.other_names:
        assert country.iso3 in [match.iso3 for match in MATCHER.match(text)[:2]]


def test_a_code_also_lists_the_names_that_begin_like_it() -> None:
    found = NameMatcher([invented("AAB", "Testland"), invented("TES", "Zedland")]).match("tes")
    assert [(match.iso3, match.closeness) for match in found] == [
        ("TES", Closeness.CODE),
        ("AAB", Closeness.PREFIX),
    ]
    assert (found[0].other_name, found[0].other_spans) == ("TES", ((0, 3),))


def test_start_before_middle_before_typo() -> None:
    countries = [
        invented("AAA", "Upper Notestland"),
        invented("AAB", "Northtest"),
        invented("AAC", "Testland"),
        invented("AAD", "Land of Test"),
    ]
    found = NameMatcher(countries).match("test")
    assert [match.iso3 for match in found] == ["AAD", "AAC", "AAB", "AAA"]
    assert [match.closeness for match in found] == [
        Closeness.PREFIX,
        Closeness.PREFIX,
        Closeness.INSIDE,
        Closeness.INSIDE,
    ]
    assert [(match.iso3, match.closeness) for match in NameMatcher(countries).match("tset")] == [
        ("AAD", Closeness.TYPO),
        ("AAC", Closeness.TYPO),
    ]


def test_every_word_has_to_be_found() -> None:
    matcher = NameMatcher([invented("AAA", "North Testland"), invented("AAB", "South Testland")])
    assert [match.iso3 for match in matcher.match("testland s")] == ["AAB"]


@pytest.mark.parametrize(
    ("query", "highlighted"),
    [
        ("per", ["Per"]),
        ("cote", ["Côte"]),
        ("divoi", ["d'Ivoi"]),
        ("ivory", ["Ivory"]),
        ("dem rep congo", ["Congo", "Dem", "Rep"]),
        ("zealand new", ["New", "Zealand"]),
        ("newzea", ["New", "Zea"]),
        ("colmbia", ["Colombia"]),
        ("afganist", ["Afghanist"]),
        ("stan", ["stan"]),
        ("us", ["US"]),
        ("south america", ["South", "America"]),
    ],
)
def test_highlights(query: str, highlighted: list[str]) -> None:
    assert pieces(MATCHER.match(query)[0]) == highlighted


def test_highlight_takes_the_accents_that_are_characters_of_their_own() -> None:
    matcher = NameMatcher([invented("AAA", "Te\u0301stla\u0302nd")])
    assert matcher.match("testla")[0].name_spans == ((0, 8),)


def test_a_letter_that_folds_to_two_is_highlighted_whole() -> None:
    matcher = NameMatcher([invented("AAA", "Großtestland")])
    assert matcher.match("gros")[0].name_spans == ((0, 4),)


def test_the_region_lists_its_countries_after_the_names() -> None:
    found = MATCHER.match("south america")
    members = {c.iso3 for c in LIBRARY.countries.values() if c.region == "South America"}
    assert {match.iso3 for match in found} == members
    assert {match.other_name for match in found} == {"South America"}
    africa = MATCHER.match("africa")
    assert LIBRARY.countries[africa[0].iso3].name == "South Africa"
    assert {c.iso3 for c in LIBRARY.countries.values() if c.continent == "Africa"} <= {
        match.iso3 for match in africa
    }


@pytest.mark.parametrize(("query", "iso3"), [("perruuu", "PER"), ("brzzil", "BRA")])
def test_suggests_what_is_close(query: str, iso3: str) -> None:
    assert MATCHER.closest(query) == iso3


@pytest.mark.parametrize("query", ["", "xyzzyx"])
def test_suggests_nothing_when_nothing_is_close(query: str) -> None:
    assert MATCHER.closest(query) is None


def test_the_typo_library_is_not_loaded_without_a_typo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)  # importing it would fail
    assert MATCHER.match("peru")[0].iso3 == "PER"


@given(st.text(max_size=100))
def test_never_fails_and_spans_lie_in_the_name(query: str) -> None:
    for match in MATCHER.match(query):
        shown = match.other_name or LIBRARY.countries[match.iso3].name
        spans = match.other_spans if match.other_name else match.name_spans
        assert spans
        assert match.other_name == "" or match.name_spans == ()
        ends = [position for span in spans for position in span]
        assert ends == sorted(ends)
        assert all(0 <= start < end <= len(shown) for start, end in spans)


@given(st.text())
def test_words_are_those_of_fold(text: str) -> None:
    assert " ".join(FoldedName(text).words) == fold(text)
