from itertools import pairwise
from math import sqrt

import pytest

from ocviewer.domain.indicator import AVERAGES
from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.presenter.state import Choice, Grouping, PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.heat import Heat, heat, named_row


def made(library: Library, words: Words, year: int = 2025, **choice: object) -> Heat:
    panes = (PaneState("PER", year), PaneState("COL", year))
    state = ViewState(panes, choice=Choice(**choice), colours=(2, 0))  # type: ignore[arg-type]
    return heat(state, library, words)


@pytest.mark.parametrize("year", [2021, 2023, 2025])
@pytest.mark.parametrize("grouping", Grouping)
def test_every_cell_is_the_score_of_its_country(
    library: Library, words: Words, year: int, grouping: Grouping
) -> None:
    part = made(library, words, year, grouping=grouping)
    codes = [column.code for column in part.columns]
    assert codes == [node.code for node in library.indicators if node.code not in AVERAGES]
    assert sorted(row.iso3 for row in part.rows) == sorted(library.countries)
    for row in part.rows:
        scores = library.edition(year).scores[row.iso3]
        assert row.values == tuple(scores.get(code) for code in codes)


@pytest.mark.parametrize("since", [2021, 2023])
def test_changes_count_from_the_edition_that_is_chosen(
    library: Library, words: Words, since: int
) -> None:
    part = made(library, words, since=since)
    for row in part.rows:
        now, before = (library.edition(year).scores[row.iso3] for year in (2025, since))
        for column, value in zip(part.columns, row.values, strict=True):
            if column.code in before:
                assert value == now[column.code] - before[column.code]
            else:
                assert value is None
    assert part.missing_text == ("not scored in 2021" if since == 2021 else "")


def test_a_change_from_no_earlier_edition_is_refused(library: Library, words: Words) -> None:
    with pytest.raises(BadCall):
        made(library, words, 2021, since=2023)


def test_regions_stand_together_by_continent(library: Library, words: Words) -> None:
    part = made(library, words)
    assert len(part.bands) == 22
    places = [(band.continent, band.title) for band in part.bands]
    assert places == sorted(places)
    for band in part.bands:
        for row in band.rows:
            country = library.countries[row.iso3]
            assert (country.continent, country.region) == (band.continent, band.title)


def test_what_2021_did_not_score_is_missing_and_told(library: Library, words: Words) -> None:
    part = made(library, words, 2021)
    at = [column.code for column in part.columns].index("1.1.14")
    assert {row.values[at] for row in part.rows} == {None}
    assert part.missing_text == "not scored in 2021"
    cell = part.cell("PER", "1.1.14")
    assert (cell.score, cell.change.text, cell.since, cell.mean) == (
        "not scored in 2021",
        "",
        "",
        "",
    )
    assert cell.spoken == "Peru, Cyber-dependent crimes. not scored in 2021."
    assert made(library, words, 2023).missing_text == ""


def test_a_cell_is_told_with_change_and_mean(library: Library, words: Words) -> None:
    cell = made(library, words, 2023).cell("PER", "1.1.10")
    assert (cell.country, cell.indicator) == ("Peru", "1.1.10  Heroin trade")
    scores = [library.edition(year).scores["PER"]["1.1.10"] for year in (2021, 2023)]
    assert scores == [350, 550]
    assert (cell.score, cell.change.text, cell.since) == ("5.50", "▲ +2.00 worse", "since 2021")
    assert "Up 2.00 since 2021, worse" in cell.spoken
    assert made(library, words, 2021).cell("PER", "1.1.10").change.text == "first edition"
    longer = made(library, words, 2025, since=2021).cell("PER", "1.1.10")
    assert (longer.change.amount, longer.since) == ("+1.00", "since 2021")


def test_open_countries_have_the_colours_of_their_panes(library: Library, words: Words) -> None:
    colours = {row.iso3: row.colour for row in made(library, words).rows if row.colour is not None}
    assert colours == {"PER": 2, "COL": 0}


def test_values_are_written_short(library: Library, words: Words) -> None:
    scores, changes = made(library, words), made(library, words, since=2021)
    assert [scores.value_text(v) for v in (100, 950, 1000, 662)] == ["1", "9.5", "10", "6.62"]
    assert [changes.value_text(v) for v in (0, 50, -100)] == ["=", "+0.5", "−1"]


def test_a_name_is_found_by_its_beginning_and_round_the_end(library: Library, words: Words) -> None:
    rows = made(library, words).rows
    names = [row.name for row in rows]
    assert named_row(rows, "peru", 0) == names.index("Peru")
    assert named_row(rows, "côte", 0) == named_row(rows, "COTE", 0) is not None
    second = named_row(rows, "p", names.index("Peru") + 1)
    assert second is not None
    assert names[second].startswith("P")
    assert second != names.index("Peru")
    assert named_row(rows, "xyz", 0) is None


def test_equal_states_give_equal_parts(library: Library, words: Words) -> None:
    assert made(library, words) == made(library, words)
    assert made(library, words) != made(library, words, since=2021)
    assert made(library, words, 2023) != made(library, words, 2025)


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_similar_neighbours_are_nearer_than_those_by_name(
    library: Library, words: Words, year: int
) -> None:
    part = made(library, words, year, grouping=Grouping.SIMILARITY)
    codes = [column.code for column in part.columns]
    scores = library.edition(year).scores

    def far(one: str, other: str) -> float:
        shared = [code for code in codes if code in scores[one] and code in scores[other]]
        squares = [(scores[one][code] - scores[other][code]) ** 2 for code in shared]
        return sqrt(sum(squares) / len(squares))

    def steps(order: list[str]) -> float:
        return sum(far(one, other) for one, other in pairwise(order))

    order = [row.iso3 for row in part.rows]
    assert steps(order) < 0.65 * steps(sorted(order))
    halves = order[: len(order) // 2], order[-(len(order) // 2) :]
    first, last = (sum(scores[iso3]["1"] for iso3 in half) for half in halves)
    assert first >= last
