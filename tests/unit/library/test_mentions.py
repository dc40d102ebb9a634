"""Countries in running text: what is a name of one, and what only looks like it."""

import pytest

from ocviewer.library.library import Library
from ocviewer.library.mentions import Mentions


@pytest.fixture(scope="module")
def mentions(library: Library) -> Mentions:
    return Mentions(library.countries.values())


def found(mentions: Mentions, text: str, own: str = "") -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.iso3) for each in mentions.find(text, own)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from Niger to Nigeria", [("Niger", "NER"), ("Nigeria", "NGA")]),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
            [
                ("Guinea", "GIN"),
                ("Guinea-Bissau", "GNB"),
                ("Equatorial Guinea", "GNQ"),
                ("Papua New Guinea", "PNG"),
            ],
        ),
        ("Guinea Bissau", [("Guinea Bissau", "GNB")]),
        ("in Guinea. Bissau is elsewhere", [("Guinea", "GIN")]),
        ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "COD")]),
        ("the Democratic Republic of Congo", [("Democratic Republic of Congo", "COD")]),
        ("the Republic of the Congo", [("Republic of the Congo", "COG")]),
        ("Sudan and South Sudan", [("Sudan", "SDN"), ("South Sudan", "SSD")]),
        ("in south Sudan", [("Sudan", "SDN")]),
        (
            "the Dominican Republic and Dominica",
            [("Dominican Republic", "DOM"), ("Dominica", "DMA")],
        ),
        ("the Peru–Ecuador border", [("Peru", "PER"), ("Ecuador", "ECU")]),
        ("Peru’s and Chile's ports", [("Peru", "PER"), ("Chile", "CHL")]),
        ("PERU and cote d’Ivoire, Côte d'Ivoire", [("PERU", "PER"), ("Côte d'Ivoire", "CIV")]),
        ("Cote d’Ivoire, Ivory Coast", [("Cote d’Ivoire", "CIV"), ("Ivory Coast", "CIV")]),
        ("Turkey, Türkiye, Turkiye", [("Turkey", "TUR"), ("Türkiye", "TUR"), ("Turkiye", "TUR")]),
        ("Timor Leste, East Timor", [("Timor Leste", "TLS"), ("East Timor", "TLS")]),
        ("The Gambia, the Bahamas", [("Gambia", "GMB"), ("Bahamas", "BHS")]),
        (
            "St. Lucia, St Lucia, Saint Lucia",
            [("St. Lucia", "LCA"), ("St Lucia", "LCA"), ("Saint Lucia", "LCA")],
        ),
        ("Bosnia & Herzegovina", [("Bosnia & Herzegovina", "BIH")]),
        ("the US, the UK and the UAE", [("US", "USA"), ("UK", "GBR"), ("UAE", "ARE")]),
        ("United\u00a0States", [("United\u00a0States", "USA")]),
        (
            "In Jordan and in Chad, near Georgia",
            [("Jordan", "JOR"), ("Chad", "TCD"), ("Georgia", "GEO")],
        ),
        ("The US met Peru. Then Chile", [("US", "USA"), ("Peru", "PER")]),
        ("Jordan borders Israel.", [("Jordan", "JOR"), ("Israel", "ISR")]),
        ("Northern Ireland", [("Northern Ireland", "GBR")]),
        ("Viet Nam, Vietnam", [("Viet Nam", "VNM"), ("Vietnam", "VNM")]),
    ],
)
def test_a_country_is_found(mentions: Mentions, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(mentions, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a turkey, a guinea pig, some china, a chad and chile peppers",
        "Turkish, Peruvian, Chadian and Georgian networks; Guineans, Nigerien",
        "Lake Chad, Lake Malawi",
        "New Mexico, New Guinea, the Gulf of Guinea, the Gulf of Oman, the Bay of Panama",
        "the Niger Delta, Niger State, the Congo Basin, the Jordan Valley",
        "Benin City, Mexico City, the Panama Canal and the Panama Papers",
        "the South China Sea, South Georgia, American Samoa, Inner Mongolia",
        "Villa El Salvador, Chile Vamos, Radio France",
        "Michael Jordan, Chad Smith, the state of Georgia",
        "Brazil nuts, US dollars, US$5, Guinea fowl",
        "Latin America, the Americas, America",
        "let us go by car",
        "Chaddington, Perugia, Omani, Maliki, xPeru, Peru_x",
        "Saudi firms, Lao workers, Maurice, Timor, the city of Antigua",
        "",
    ],
)
def test_what_is_no_country_is_left_alone(mentions: Mentions, text: str) -> None:
    assert found(mentions, text) == []


def test_the_own_country_is_no_link_and_hides_no_other(mentions: Mentions) -> None:
    text = "Papua New Guinea, Guinea and Niger"
    assert found(mentions, text, "PNG") == [("Guinea", "GIN"), ("Niger", "NER")]
    assert found(mentions, text, "GIN") == [("Papua New Guinea", "PNG"), ("Niger", "NER")]


def test_every_country_is_found_by_its_own_name_or_one_of_its_others(
    mentions: Mentions, library: Library
) -> None:
    for country in library.countries.values():
        names = (country.name, *country.other_names)
        hits = [name for name in names if [iso3 for _, iso3 in found(mentions, f"In {name}, too.")]]
        assert hits, country
        for name in hits:
            iso3s = {iso3 for _, iso3 in found(mentions, f"In {name}, too.")}
            assert iso3s == {country.iso3}, name


def test_the_bundled_texts_name_countries(mentions: Mentions, library: Library) -> None:
    profile = library.profile("PER", 2025)
    assert profile is not None
    texts = [p.text for section in profile.sections.values() for p in section]
    named = {iso3 for text in texts for _, iso3 in found(mentions, text, "PER")}
    assert {"BRA", "CHL", "COL", "ECU", "USA"} <= named
    assert "PER" not in named
