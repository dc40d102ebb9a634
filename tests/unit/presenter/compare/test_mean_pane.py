"""The mean of a place as a pane: every score against the raw files, and what it has not."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.presenter.page import Pane
from ocviewer.presenter.resolve import resolve
from ocviewer.presenter.state import PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.marks import Mark, marks

DATA = Path(__file__).resolve().parents[4] / "data"


def raw_means(year: int) -> dict[tuple[str, str], Decimal]:
    """The mean of every node in every place, by the key of the place."""
    places: dict[str, list[str]] = {}
    for country in json.loads((DATA / "countries.json").read_text("utf-8"))["countries"]:
        around = (f"region:{country['region']}", f"continent:{country['continent']}", "world")
        for key in around:
            places.setdefault(key, []).append(country["iso3"])
    rows = json.loads(
        (DATA / f"editions/{year}.json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal
    )["countries"]
    scores = {row["iso3"]: row["scores"] for row in rows}
    found = {}
    for key, members in places.items():
        for code in {code for iso3 in members for code in scores.get(iso3, {})}:
            values = [scores[i][code] for i in members if code in scores.get(i, {})]
            mean = sum(values, Decimal()) / len(values)
            found[key, code] = mean.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return found


def pane(library: Library, words: Words, subject: str, year: int, section: str = "") -> Pane:
    state = ViewState((PaneState(subject, year),))
    if section:
        state = state._replace(section=section)
    return resolve(state, library, words).panes[0]


@pytest.mark.parametrize("year", [2021, 2023, 2025])
def test_every_mean_of_every_place(library: Library, words: Words, year: int) -> None:
    expected = raw_means(year)
    places = {key for key, _ in expected}
    assert len(places) == 22 + 5 + 1
    for key in places:
        shown = pane(library, words, key, year)
        scores = {card.code: card.score for card in shown.cards}
        scores |= {bar.code: bar.score for group in shown.groups for bar in group.bars}
        assert len(scores) == 36
        for code, score in scores.items():
            mean = expected.get((key, code))
            assert score == (None if mean is None else int(100 * mean)), (key, code)


def test_it_has_no_ranks_and_facts_and_says_of_how_many_it_is(
    library: Library, words: Words
) -> None:
    shown = pane(library, words, "region:South America", 2025)
    assert (shown.name, shown.place) == ("South America", "Mean of 12 countries")
    assert shown.facts == ()
    assert [card.ranks for card in shown.cards] == [()] * 4
    assert all(bar.region_mean is None for group in shown.groups for bar in group.bars)
    assert pane(library, words, "world", 2025).place == "Mean of 193 countries"


def test_a_change_is_that_of_the_means(library: Library, words: Words) -> None:
    card = pane(library, words, "world", 2025).cards[0]
    means = {year: raw_means(year)["world", "1"] for year in (2023, 2025)}
    assert card.change.difference == int(100 * (means[2025] - means[2023]))
    assert pane(library, words, "world", 2021).cards[0].change.text == "first edition"
    bars = {b.code: b for g in pane(library, words, "world", 2021).groups for b in g.bars}
    assert bars["1.1.14"].change.text == "not scored in 2021"


@pytest.mark.parametrize("section", ["at_a_glance", "people", "criminal_actors"])
def test_sections_say_that_a_mean_has_no_text(library: Library, words: Words, section: str) -> None:
    shown = pane(library, words, "region:Caribbean", 2025, section).section
    assert shown.id == section
    assert shown.paragraphs == ()
    assert "no text" in shown.missing
    assert bool(shown.chips) == (section != "at_a_glance")


def test_a_place_that_there_is_not_is_told_with_those_that_there_are(
    library: Library, words: Words
) -> None:
    with pytest.raises(BadCall) as caught:
        pane(library, words, "region:Mars", 2025)
    assert "South America" in words.problem(caught.value.problems[0])


def test_views_of_the_world_do_not_mark_a_mean() -> None:
    state = ViewState(
        (PaneState("world", 2025), PaneState("PER", 2025), PaneState("region:Caribbean", 2025)),
        view=View.PROFILE,
    )
    assert marks(state) == (Mark("PER", 1),)
