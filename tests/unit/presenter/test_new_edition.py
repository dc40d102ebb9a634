"""An edition of 2027 that a user imported: whole, and with a part of countries and nodes only."""

from pathlib import Path

import pytest

from ocviewer.domain.ranking import Scope
from ocviewer.domain.score import mean
from ocviewer.library.library import Library
from ocviewer.presenter.figures import Figures
from ocviewer.presenter.page import Pyramid
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.rankings import rankings
from ocviewer.presenter.world.trends import Trend, trends
from tests.unit.importers.fictitious import (
    YEAR,
    americas,
    fictitious_table,
    import_fictitious,
    without_resilience,
)


@pytest.fixture
def whole(library: Library, tmp_path: Path, home: Path) -> Library:
    """All countries and nodes."""
    return import_fictitious(library, tmp_path, fictitious_table(library, library.countries))


@pytest.fixture
def part(library: Library, tmp_path: Path, home: Path) -> Library:
    """The Americas without Colombia, criminality without extortion."""
    table = fictitious_table(library, americas(library), without_resilience)
    return import_fictitious(library, tmp_path, table)


def state() -> ViewState:
    return ViewState((PaneState("PER", YEAR),))


def pyramid(library: Library, words: Words, iso3: str, year: int = YEAR) -> Pyramid:
    return Figures(library, words, PaneState(iso3, year)).pyramid()


def trend_of(library: Library, words: Words, code: str) -> Trend:
    groups = trends(state(), library, words).groups
    return next(trend for group in groups for trend in group.trends if trend.code == code)


def test_ranks_and_moves_count_from_2025(whole: Library) -> None:
    for iso3 in whole.countries:
        now = whole.edition(YEAR).scores
        higher = sum(scores["1"] > now[iso3]["1"] for scores in now.values())
        standing = whole.scopes.standing(iso3, "1", YEAR, Scope.WORLD)
        old = whole.scopes.standing(iso3, "1", 2025, Scope.WORLD)
        assert standing is not None
        assert old is not None
        assert (standing.rank, standing.of, standing.previous) == (higher + 1, 193, old.rank)


def test_trends_have_four_editions(whole: Library, words: Words) -> None:
    trend = trend_of(whole, words, "1")
    (peru,) = trend.subjects
    assert peru.scores == tuple(whole.edition(y).score("PER", "1") for y in whole.years)
    assert len(peru.scores) == 4
    assert peru.period == "since 2021"
    assert trend.world is not None
    assert trend.world.broken == ()
    assert trend.world.change.difference is not None


def test_a_rank_among_other_countries_is_no_rank_before(part: Library, words: Words) -> None:
    for scope in Scope:
        standing = part.scopes.standing("PER", "1", YEAR, scope)
        assert standing is not None
        assert standing.previous is None
        together = part.scopes.standings(scope, part.scopes.name("PER", scope), "1", YEAR)
        assert together["PER"] == standing
    caribbean = part.scopes.standing("JAM", "1", YEAR, Scope.REGION)
    assert caribbean is not None
    assert caribbean.previous is not None, "the same 13 countries were ranked in 2025"
    ranks = Figures(part, words, PaneState("PER", YEAR)).ranks("1")
    assert (ranks[0].text, ranks[0].move_text) == ("9th of 34", "")


def test_a_ranking_says_why_no_one_moved(part: Library, words: Words) -> None:
    ranking = rankings(state(), part, words)
    assert ranking.summary.startswith("2027: 34 countries ranked in the world")
    assert ranking.summary.endswith(
        "2025 ranked other countries, so that no places moved can be told."
    )


def test_a_mean_of_other_countries_is_not_joined_to_the_one_before(
    part: Library, words: Words
) -> None:
    trend = trend_of(part, words, "1.1.11")
    assert trend.world is not None
    scores = part.edition(YEAR).scores.values()
    assert trend.world.scores[3] == mean(by["1.1.11"] for by in scores)
    assert trend.world.broken == (3,)
    assert trend.world.change.difference is None
    assert trend.world.change.text == "other countries scored in 2021"
    assert trend.subjects[0].broken == ()
    assert trend.subjects[0].change.difference is not None
    extortion = trend_of(part, words, "1.1.3")
    assert extortion.subjects[0].period == "from 2023 to 2025"
    assert extortion.subjects[0].span == "2023–2025"


def test_what_the_edition_lacks_is_said(part: Library, words: Words) -> None:
    peru = pyramid(part, words, "PER")
    assert (peru.now, peru.missing) == (None, "Resilience not scored in 2027")
    assert pyramid(part, words, "COL").missing == "not scored in 2027"
    assert pyramid(part, words, "COL", 2025).missing == ""


def test_the_means_of_a_place_say_which_of_both_is_missing(part: Library, words: Words) -> None:
    from ocviewer.presenter.world.means import Means

    means = Means(part, words, Scope.REGION, "South America", YEAR)
    nodes = part.indicators
    assert means.change(nodes["1"]).text == "other countries scored in 2025"
    assert means.change(nodes["2"]).text == "not scored in 2027"
