"""Every score, change and rank of the library against a plain calculation of its own.

193 countries × 3 editions × 36 nodes × 3 scopes. This reads the JSON files as they stand, keeps
scores as decimals and counts who is higher, one by one; it shares nothing with ocviewer.domain.
"""

import json
from decimal import Decimal
from typing import Any

import pytest

from ocviewer import paths
from ocviewer.domain.change import change
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library

BEFORE = {2021: None, 2023: 2021, 2025: 2023}
SCORED = {2021: 30, 2023: 36, 2025: 36}

Scores = dict[str, dict[str, Decimal]]


def data(name: str) -> dict[str, Any]:
    text = (paths.bundled_library() / name).read_text("utf-8")
    parsed: dict[str, Any] = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return parsed


@pytest.fixture(scope="module")
def scores() -> dict[int, Scores]:
    return {
        year: {row["iso3"]: row["scores"] for row in data(f"editions/{year}.json")["countries"]}
        for year in BEFORE
    }


@pytest.fixture(scope="module")
def places() -> dict[str, dict[Scope, str]]:
    """The world, continent and region of each country; the world's name is empty."""
    return {
        row["iso3"]: {
            Scope.WORLD: "",
            Scope.CONTINENT: row["continent"],
            Scope.REGION: row["region"],
        }
        for row in data("countries.json")["countries"]
    }


def ranks(
    scores: Scores, code: str, scope: Scope, places: dict[str, dict[Scope, str]]
) -> dict[str, tuple[int, int]]:
    """Rank and number of ranked countries, by ISO3."""
    scored = {iso3: row[code] for iso3, row in scores.items() if code in row}
    fellows: dict[str, list[Decimal]] = {}
    for iso3, score in scored.items():
        fellows.setdefault(places[iso3][scope], []).append(score)
    return {
        iso3: (1 + sum(other > score for other in group), len(group))
        for iso3, score in scored.items()
        for group in [fellows[places[iso3][scope]]]
    }


@pytest.mark.parametrize("year", BEFORE)
def test_scores_and_changes(year: int, scores: dict[int, Scores], library: Library) -> None:
    compared = 0
    earlier = BEFORE[year]
    edition, before = library.edition(year), library.edition_before(year)
    for iso3 in library.countries:
        for node in library.indicators:
            now = scores[year][iso3].get(node.code)
            old = scores[earlier][iso3].get(node.code) if earlier else None
            ours = edition.score(iso3, node.code)
            theirs = before.score(iso3, node.code) if before else None
            difference = None if now is None or old is None else (now - old) * 100
            assert (ours is None) == (now is None)
            assert now is None or ours == now * 100
            assert change(ours, theirs) == difference
            compared += now is not None
    assert compared == 193 * SCORED[year]


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("year", BEFORE)
def test_ranks(
    year: int,
    scope: Scope,
    scores: dict[int, Scores],
    places: dict[str, dict[Scope, str]],
    library: Library,
) -> None:
    compared = 0
    earlier = BEFORE[year]
    for node in library.indicators:
        now = ranks(scores[year], node.code, scope, places)
        old = ranks(scores[earlier], node.code, scope, places) if earlier else {}
        for iso3 in library.countries:
            standing = library.scopes.standing(iso3, node.code, year, scope)
            if iso3 not in now:
                assert standing is None
                continue
            assert standing is not None
            rank, of = now[iso3]
            previous = old[iso3][0] if iso3 in old else None
            assert (standing.rank, standing.of, standing.previous) == (rank, of, previous)
            assert standing.name == places[iso3][scope]
            assert standing.change == (None if previous is None else rank - previous)
            compared += 1
    assert compared == 193 * SCORED[year]


def test_there_are_193_countries_and_36_nodes(library: Library) -> None:
    assert (len(library.countries), len(library.indicators)) == (193, 36)
    assert library.years == tuple(BEFORE)
