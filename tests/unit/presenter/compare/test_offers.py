"""What a pane is offered to be compared with."""

from ocviewer.library.library import Library
from ocviewer.library.similar import similar
from ocviewer.presenter.compare.offers import Offer, OfferGroup, offers
from ocviewer.presenter.state import PaneState
from ocviewer.presenter.words import Words


def groups(library: Library, words: Words, subject: str, year: int = 2025) -> list[OfferGroup]:
    return list(offers(library, words, PaneState(subject, year)))


def test_peru_is_offered_all_kinds(library: Library, words: Words) -> None:
    rank, alike, region, means = groups(library, words, "PER")
    assert [offer.subject for offer in rank.offers] == ["SDN", "YEM", "VNM", "PHL"]
    assert rank.offers[2].text == "Vietnam  ·  32nd"
    nearest = similar(library, "PER", 2025, 5)
    assert [offer.subject for offer in alike.offers] == [each.iso3 for each in nearest]
    assert alike.offers[0].text == "Uganda  ·  1.39 points"
    assert region.title == "Countries in South America"
    assert region.long
    assert len(region.offers) == 11
    assert "PER" not in [offer.subject for offer in region.offers]
    assert [offer.subject for offer in means.offers] == [
        "region:South America",
        "continent:Americas",
        "world",
    ]
    assert means.offers[0].text == "South America  ·  Mean of 12 countries"


def test_at_the_ends_there_are_fewer_neighbours(library: Library, words: Words) -> None:
    edition = library.edition(2025)
    order = sorted(library.countries, key=lambda iso3: edition.scores[iso3]["1"])
    assert len(groups(library, words, order[0])[0].offers) == 2
    assert len(groups(library, words, order[-1])[0].offers) == 2


def test_every_neighbour_is_next_by_rank(library: Library, words: Words) -> None:
    for iso3 in list(library.countries)[::11]:
        scores = library.edition(2025).scores
        names = library.countries
        order = sorted(scores, key=lambda each: (-scores[each]["1"], names[each].name))
        here = order.index(iso3)
        near = [order[n] for n in range(here - 2, here + 3) if 0 <= n < len(order) and n != here]
        assert [offer.subject for offer in groups(library, words, iso3)[0].offers] == near


def test_a_mean_is_offered_its_countries_and_the_means_around_it(
    library: Library, words: Words
) -> None:
    countries, means = groups(library, words, "region:Caribbean")
    assert countries.title == "Countries in the Caribbean"
    assert len(countries.offers) == 13
    assert [offer.subject for offer in means.offers] == ["continent:Americas", "world"]
    assert groups(library, words, "world") == []
    assert Offer("world", "World  ·  Mean of 193 countries") in means.offers
