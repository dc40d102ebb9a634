"""What is found, in which order, and where it stands."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ocviewer.library.folding import fold
from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer, answer
from ocviewer.library.search.document import COUNTRY, DEFINITION, TEXT
from ocviewer.library.search.hits import Search
from ocviewer.library.search.index import update
from ocviewer.library.search.store import Store
from ocviewer.library.search.vocabulary import Vocabulary
from tests.unit.library.search.conftest import Find, WriteProfile
from tests.unit.library.search.queries import QUERIES


def places(found: Answer) -> list[tuple[str, int, str, int]]:
    return [
        (hit.iso3, hit.edition, hit.section, hit.paragraph)
        for hit in found.hits.hits
        if hit.source == TEXT
    ]


def marked(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


def test_a_name_before_a_sections_title_before_a_text(
    find: Find, write_profile: WriteProfile
) -> None:
    write_profile("FRA", 2025, {"drugs": ("Nothing here.", "Chad and drugs, drugs, drugs.")})
    found = find("chad").hits.hits
    assert (found[0].source, found[0].iso3) == (COUNTRY, "TCD")
    assert found[1].body.text.startswith("Chad and")
    drugs = [hit for hit in find("drugs country:France").hits.hits if hit.source == TEXT]
    assert [hit.paragraph for hit in drugs] == [0, 1]
    assert marked(*drugs[0].title) == ["Drugs"]


def test_a_country_is_found_by_any_of_its_names(find: Find) -> None:
    for text in ("peru", "Perú", "ivory coast", "cote divoire", "CIV", "Deutschland", "turkiye"):
        hit = find(text).hits.hits[0]
        assert hit.source == COUNTRY, text


def test_definitions(find: Find) -> None:
    (hit, *_) = find("cocaine trade").hits.hits
    assert (hit.source, hit.indicators) == (DEFINITION, ("1.1.11",))
    assert marked(*hit.name) == ["Cocaine", "trade"]


def test_accents_and_case_are_folded_and_the_last_word_goes_on(
    find: Find, write_profile: WriteProfile
) -> None:
    write_profile("FRA", 2025, {"drugs": ("Les ÉLÉPHANTS de São Tomé – élan.",)})
    for text in ("elephants ", "ÉLÉPH", "sao tome ", "elephants élan "):
        assert places(find(text)) == [("FRA", 2025, "drugs", 0)], text
    assert places(find("eleph ")) == []
    assert places(find("eleph* sao")) == [("FRA", 2025, "drugs", 0)]
    (hit,) = find("eleph").hits.hits
    assert marked(*hit.body) == ["ÉLÉPHANTS"]


def test_phrases_and_minus(find: Find, write_profile: WriteProfile) -> None:
    write_profile(
        "FRA", 2025, {"drugs": ("Zebra state officials met.", "Officials of the zebra state.")}
    )
    assert places(find('"state officials" zebra ')) == [("FRA", 2025, "drugs", 0)]
    assert places(find('zebra -"state officials" ')) == [("FRA", 2025, "drugs", 1)]
    assert places(find("state-officials zebra ")) == [("FRA", 2025, "drugs", 0)]
    assert len(places(find("officials zebra "))) == 2


def test_the_country_and_section_of_a_text_count_but_not_alone(
    find: Find, write_profile: WriteProfile
) -> None:
    write_profile("FRA", 2025, {"drugs": ("First.", "Zebra."), "people": ("Zebra.",)})
    assert places(find("zebra france drugs ")) == [("FRA", 2025, "drugs", 1)]
    assert places(find("france ")) == []  # all its paragraphs are France's
    assert places(find("france drugs ")) == [("FRA", 2025, "drugs", 0)]  # where Drugs begin


def test_filters(find: Find, write_profile: WriteProfile) -> None:
    for year in (2021, 2023):
        for iso3 in ("FRA", "BRA"):
            write_profile(iso3, year, {"drugs": ("Zebra.",), "people": ("Zebra.",)})
    assert len(places(find("zebra "))) == 8
    assert {p[1] for p in places(find("zebra edition:2021"))} == {2021}
    assert {p[1] for p in places(find("zebra -edition:2021"))} == {2023}
    assert {p[0] for p in places(find('zebra region:"South America"'))} == {"BRA"}
    assert {p[0] for p in places(find('zebra -region:"South America"'))} == {"FRA"}
    assert {p[2] for p in places(find("zebra section:drugs"))} == {"drugs"}
    assert {p[2] for p in places(find("zebra -section:drugs"))} == {"people"}
    assert len(places(find("country:France edition:2021 edition:2023"))) == 4
    assert [p[0] for p in places(find("cocaine > 8 zebra edition:2023"))] == ["BRA", "BRA"]
    assert places(find("cocaine > 8 zebra ")) == []  # the newest edition has no such text


def test_an_indicators_paragraphs(find: Find) -> None:
    found = find("indicator:1.1.1 country:Peru").hits.hits
    assert found
    assert all("1.1.1" in hit.indicators for hit in found)
    assert not any("1.1.10" in hit.indicators for hit in find("-indicator:1.1.10 the ").hits.hits)


def test_markup_and_signs_stay_text(find: Find, write_profile: WriteProfile) -> None:
    text = 'A <b>zebra</b> &amp; "quotes" \ufdd0\x00 \ud83e\udd93 zebra'
    text = text.encode("utf-16", "surrogatepass").decode("utf-16")
    write_profile("FRA", 2025, {"drugs": (text,)})
    (hit,) = find("zebra ").hits.hits
    assert len(hit.body.text) == len(text)
    assert hit.body.text.startswith("A <b>zebra</b> &amp;")
    assert [text[a:b] for a, b in hit.body.ranges] == ["zebra", "zebra"]


def test_no_letter_and_one_letter_find_nothing_and_refuse_nothing(find: Find) -> None:
    for text in ("", " ", "&", "z", "-", "z*", "x y"):
        assert find(text).mistake is None
        assert len(find(text).hits.hits) < 100
    assert find("z").hits.hits == ()


def test_a_letter_that_may_go_on_narrows_nothing_yet(
    find: Find, write_profile: WriteProfile
) -> None:
    write_profile("FRA", 2025, {"drugs": ("A zebra d'ivoire of the state.",)})
    for text in ("zebra o", "zebra d'i", '"zebra d', "\"zebra d'i", "zebra -o", "ZEBRA s"):
        assert places(find(text)) == [("FRA", 2025, "drugs", 0)], text
    assert places(find("zebra of")) == [("FRA", 2025, "drugs", 0)]
    assert places(find("zebra -of")) == []


def test_the_limit(store: Store, library: Library) -> None:
    update(store, library.again())
    names = Vocabulary(library, {})
    found = answer("republic", Search(store, library), library, names, limit=5)
    assert (len(found.hits.hits), found.hits.more) == (5, True)
    assert answer("peru", Search(store, library), library, names, 500).hits.more is False


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30) | QUERIES)
@example("-0")
def test_any_text_is_answered(store: Store, library: Library, text: str) -> None:
    update(store, library.again())
    found = answer(text, Search(store, library), library, Vocabulary(library, {}))
    for hit in found.hits.hits:
        for start, end in hit.body.ranges:
            assert 0 <= start < end <= len(hit.body.text)


def test_every_hit_has_every_word(find: Find, library: Library) -> None:
    for text in ("mining gold ", "police corruption ", "coca "):
        for hit in find(text).hits.hits:
            name = library.countries[hit.iso3].name if hit.iso3 else ""
            whole = fold(f"{hit.name.text} {hit.title.text} {hit.body.text} {name}").split()
            for word in text.split():
                assert word in whole or hit.source != TEXT
