"""The map's classes, counts, changes and ranks, against a calculation of their own."""

from collections import Counter

import pytest

from ocviewer.domain.indicator import Polarity
from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.map_part import MapCountry, MapSide, WorldMap
from ocviewer.presenter.world.map_scale import Scale
from ocviewer.presenter.world.marks import Mark


def chosen(library: Library, words: Words, year: int = 2025, **choice: object) -> WorldMap:
    state = ViewState(
        (PaneState("PER", year), PaneState("COL", 2023)),
        view=View.MAP,
        choice=Choice()._replace(**choice),  # type: ignore[arg-type]
    )
    part = resolve(state, library, words).world
    assert isinstance(part, WorldMap)
    return part


def side_of(library: Library, words: Words, year: int, **choice: object) -> MapSide:
    return chosen(library, words, year, **choice).sides[0]


def country_of(side: MapSide, iso3: str) -> MapCountry:
    return next(country for country in side.countries if country.iso3 == iso3)


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_scores_are_in_six_classes_of_a_point_and_a_half(
    library: Library, words: Words, year: int
) -> None:
    for node in library.indicators:
        side = side_of(library, words, year, indicator=node.code)
        assert side.scale.value == node.polarity.value
        counts: Counter[int | None] = Counter()
        for country in side.countries:
            score = library.edition(year).score(country.iso3, node.code)
            tone = None
            if score is not None:
                edges = (2.5, 4, 5.5, 7, 8.5)
                tone = sum(score / 100 >= edge for edge in edges)
            assert country.tone == tone
            counts[tone] += 1
        assert [entry.countries for entry in side.legend] == [counts[tone] for tone in range(6)]
        assert side.missing.countries == counts[None]
        assert sum(counts.values()) == 193
        assert bool(side.notice) is (counts[None] == 193)


@pytest.mark.parametrize(("since", "year"), [(2021, 2023), (2021, 2025), (2023, 2025)])
def test_a_change_is_green_when_it_is_better(
    library: Library, words: Words, since: int, year: int
) -> None:
    for node in library.indicators:
        side = side_of(library, words, year, indicator=node.code, since=since)
        assert side.scale is Scale.CHANGE
        average = node.code in ("1", "1.1", "1.2", "2")
        edges = (0.01, 0.25, 0.50) if average else (0.5, 1.0, 1.5)
        sign = 1 if node.polarity is Polarity.CRIMINALITY else -1
        for country in side.countries:
            now = library.edition(year).score(country.iso3, node.code)
            old = library.edition(since).score(country.iso3, node.code)
            tone = None
            if now is not None and old is not None:
                moved = abs(now - old) / 100
                steps = sum(moved >= edge - 1e-9 for edge in edges)
                tone = 3 + sign * steps * (1 if now > old else -1)
                assert country.change.difference == now - old
                assert str(since) in country.since
            assert country.tone == tone
        counts = Counter(country.tone for country in side.countries)
        assert [entry.countries for entry in side.legend] == [
            counts[entry.tone] for entry in side.legend
        ]
        assert [entry.tone for entry in side.legend] == list(range(7))[::sign]


def test_ranks_are_those_of_the_edition_and_ties_share_one(library: Library, words: Words) -> None:
    for code in ("1", "1.1.14", "2.3"):
        for year in (2023, 2025):
            side = side_of(library, words, year, indicator=code)
            edition = library.edition(year)
            scores = [edition.score(iso3, code) for iso3 in library.countries]
            for country in side.countries:
                own = edition.score(country.iso3, code)
                assert own is not None
                rank = 1 + sum(score is not None and score > own for score in scores)
                assert country.rank == f"{words.ordinal(rank)} of 193 in the world"


def test_what_is_told_of_a_country(library: Library, words: Words) -> None:
    peru = country_of(side_of(library, words, 2025), "PER")
    assert peru.figure == "Criminality: 6.62"
    assert peru.since == "▲ +0.22 worse since 2023"
    assert peru.rank == "31st of 193 in the world"
    assert peru.spoken == (
        "Peru. Criminality: 6.62, up 0.22 since 2023, worse. 31st of 193 in the world."
    )
    first = country_of(side_of(library, words, 2021), "PER")
    assert first.since == "first edition"


def test_a_node_that_an_edition_lacks_is_told_with_those_that_have_it(
    library: Library, words: Words
) -> None:
    side = side_of(library, words, 2021, indicator="1.1.14")
    assert side.notice == (
        "Cyber-dependent crimes was not scored in 2021. It was scored in 2023 and 2025."
    )
    assert side.notice in side.spoken
    peru = country_of(side, "PER")
    assert (peru.tone, peru.since, peru.rank) == (None, "", "")
    assert peru.figure == "Cyber-dependent crimes: not scored in 2021"
    changed = side_of(library, words, 2025, indicator="1.1.14", since=2021)
    assert "no change to show" in changed.notice
    assert "2023 and 2025" in changed.notice
    peru = country_of(changed, "PER")
    assert peru.tone is None
    assert peru.since == "not scored in 2021"
    assert peru.change.difference is None


def test_two_maps_have_both_nodes_and_the_panes_countries(library: Library, words: Words) -> None:
    part = chosen(library, words, indicator="1.1.1", versus="2.1", two_maps=True)
    assert [side.code for side in part.sides] == ["1.1.1", "2.1"]
    assert [side.scale for side in part.sides] == [Scale.CRIMINALITY, Scale.RESILIENCE]
    assert part.marks == (Mark("PER", 0), Mark("COL", 1))
    assert len(chosen(library, words, versus="9").sides) == 1  # not asked for, not looked at


def test_the_legend_tells_ranges_short_and_spoken(library: Library, words: Words) -> None:
    side = side_of(library, words, 2025)
    assert [entry.text for entry in side.legend] == [
        "1.00–2.49",
        "2.50–3.99",
        "4.00–5.49",
        "5.50–6.99",
        "7.00–8.49",
        "8.50–10.00",
    ]
    assert side.legend[1].short == "≥ 2.50"
    assert "5.50 to 6.99: 57 countries." in side.spoken
    assert "8.50" not in side.spoken  # no country is there
    averages = side_of(library, words, 2025, since=2023)
    texts = ["≤ −0.50", "≤ −0.25", "< 0", "0.00", "> 0", "≥ +0.25", "≥ +0.50"]
    assert [entry.text for entry in averages.legend] == texts
    assert "Falls of 0.25 to 0.49: 14 countries." in averages.spoken
    assert "Rises of 0.50 or more: 4 countries." in averages.spoken
    halves = side_of(library, words, 2025, since=2023, indicator="2.1")
    texts = ["≤ −1.50", "−1.00", "−0.50", "0.00", "+0.50", "+1.00", "≥ +1.50"]
    assert [entry.text for entry in halves.legend] == texts
    assert "Falls of 1.50 or more: 1 country." in halves.spoken
    assert "Unchanged: 101 countries." in halves.spoken


@pytest.mark.parametrize(
    ("year", "choice", "told"),
    [
        (2025, {"indicator": "1.1.99"}, "1.1.14"),
        (2025, {"versus": "x", "two_maps": True}, "1.1.14"),
        (2023, {"since": 2025}, "2021"),
        (2025, {"since": 1999}, "2021"),
    ],
)
def test_what_cannot_be_shown_says_what_could(
    library: Library, words: Words, year: int, choice: dict[str, object], told: str
) -> None:
    with pytest.raises(BadCall) as caught:
        chosen(library, words, year, **choice)
    assert told in words.problem(caught.value.problems[0])


def test_a_name_is_found_as_people_type_it(library: Library, words: Words) -> None:
    part = chosen(library, words)
    names = {country.name for country in part.sides[0].countries}
    assert part.find("ivory coast")[0] in names
    assert part.find("tuvlau")[0] == "Tuvalu"
    assert part.find("xqxqxq") == ()
