"""The sentences below the field, on the library and on one that lacks scores and populations."""

import re
from itertools import combinations

import pytest

from ocviewer import paths
from ocviewer.domain.edition import Edition
from ocviewer.domain.score import Hundredths
from ocviewer.library.library import Library
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.scatter import scatter
from ocviewer.presenter.world.scatter_part import Scatter
from ocviewer.presenter.world.scatter_words import coefficient, correlation

CRIME_RESILIENCE = Choice()


def shown(
    library: Library, words: Words, choice: Choice = CRIME_RESILIENCE, year: int = 2025
) -> Scatter:
    state = ViewState((PaneState("PER", year),), view=View.SCATTER, choice=choice)
    return scatter(state, library, words)


def plain(text: str) -> str:
    """With usual spaces in place of those that keep a line together."""
    return text.replace("\u00a0", " ")


@pytest.fixture
def altered() -> Library:
    """A library of its own, which a test may change."""
    return Library(paths.bundled_library())


def set_scores(library: Library, scores: dict[str, dict[str, Hundredths]]) -> None:
    """Gives the newest edition other scores."""
    library._editions[2025] = Edition(2025, scores)


def test_the_correlation_claims_no_cause(library: Library, words: Words) -> None:
    assert plain(shown(library, words).correlation) == (
        "Over 193 countries in 2025, a higher score for criminality goes together with a lower one "
        "for resilience: Pearson r = −0.44, Spearman ρ = −0.45. That tells nothing about cause."
    )
    rising = shown(library, words, Choice("1.1.3", "1.2.1")).correlation
    assert "goes together with a higher one for mafia-style groups" in rising


def test_a_slight_correlation_has_no_direction(library: Library, words: Words) -> None:
    """Every pair: a direction is told where both measures have it, and their numbers agree."""
    edition = library.edition(2025)
    told = {"higher": 0, "lower": 0, "none": 0}
    for nodes in combinations(library.indicators, 2):
        found_x, found_y = (
            [edition.scores[iso3][node.code] for iso3 in library.countries] for node in nodes
        )
        text = plain(correlation(words, 2025, nodes, (found_x, found_y)))
        found = re.search(r"r = (−?[\d.]+), Spearman ρ = (−?[\d.]+)\.", text)
        assert found is not None
        r, rho = (float(number.replace("−", "-")) for number in found.groups())
        direction = re.search(r"goes together with a (higher|lower) one", text)
        kind = direction[1] if direction else "none"
        told[kind] += 1
        if kind == "none":
            assert min(abs(r), abs(rho)) <= 0.1 or r * rho < 0
            assert "no clear common direction" in text
        else:
            assert (r > 0, rho > 0) == (kind == "higher", kind == "higher")
            assert min(abs(r), abs(rho)) >= 0.1
    assert min(told.values()) > 0


def test_what_is_a_part_of_the_other_is_told(library: Library, words: Words) -> None:
    built_in = "The score for criminal markets is a part of the one for criminality"
    assert built_in in shown(library, words, Choice("1", "1.1")).correlation
    assert built_in in shown(library, words, Choice("1.1", "1")).correlation
    assert "a part of" not in shown(library, words, Choice("1.1.1", "1.1.10")).correlation


def test_an_axis_beside_itself_has_no_correlation(library: Library, words: Words) -> None:
    text = shown(library, words, Choice("2", "2")).correlation
    assert text.startswith("Both axes show resilience.")


def test_who_lacks_a_score_is_left_out_and_counted(altered: Library, words: Words) -> None:
    scores = {iso3: dict(row) for iso3, row in altered.edition(2025).scores.items()}
    del scores["PER"]["2"]
    del scores["CHL"]
    set_scores(altered, scores)
    part = shown(altered, words)
    assert sum(len(point.dots) for point in part.points) == 191
    assert sum(quadrant.total for quadrant in part.quadrants) == 191
    assert "Over 191 countries" in part.correlation
    assert "n = 191; 2 not scored in 2025." in plain(part.notes)
    assert "Peru: not scored in 2025." in part.notes
    assert part.opened == ()
    # Peru still has its place among those with a score of criminality
    assert part.points[0].lines[0].endswith("of 192")
    assert part.points[0].lines[1].endswith("of 191")


def test_too_few_and_too_even_say_so(altered: Library, words: Words) -> None:
    set_scores(altered, {"PER": {"1": 500, "2": 400}, "COL": {"1": 600, "2": 300}})
    assert plain(shown(altered, words).correlation).startswith("n = 2: too few countries")
    even = {iso3: {"1": 500, "2": 100 + 50 * n} for n, iso3 in enumerate(("PER", "COL", "CHL"))}
    set_scores(altered, even)
    text = shown(altered, words).correlation
    assert text.startswith("All 3 countries have the same score for criminality in 2025")


def test_a_node_of_no_edition_says_so(altered: Library, words: Words) -> None:
    for year in altered.years:
        rows = altered.edition(year).scores.items()
        scores = {iso3: {k: v for k, v in row.items() if k != "1.1.14"} for iso3, row in rows}
        altered._editions[year] = Edition(year, scores)
    assert "nor did any other" in shown(altered, words, Choice("1.1.14", "2")).missing


def test_who_has_no_population_is_smallest_and_told(altered: Library, words: Words) -> None:
    altered.countries["TUV"] = altered.countries["TUV"]._replace(population=None)
    assert "Tuvalu" not in shown(altered, words).notes
    part = shown(altered, words, Choice(sized=True))
    assert "Without a known population, and drawn smallest: Tuvalu." in part.notes
    sizes = {dot.iso3: point.size for point in part.points for dot in point.dots}
    assert sizes["TUV"] == 0
    assert min(size for iso3, size in sizes.items() if iso3 != "TUV") > 0


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.424, "0.42"), (-0.425001, "−0.43"), (-0.004, "0.00"), (1.0, "1.00"), (-1.0, "−1.00")],
)
def test_coefficients_have_two_decimals(value: float, text: str) -> None:
    assert coefficient(value) == text
