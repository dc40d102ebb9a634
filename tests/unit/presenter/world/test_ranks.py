"""Rankings of every node, place and edition against a plain count of their own.

This reads the JSON files as they stand, keeps scores as decimals and counts who is higher, one by
one; it shares nothing with ocviewer.domain.
"""

import json
from decimal import Decimal
from typing import Any

import pytest

from ocviewer import paths
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.ranks import Asked, ranked_countries

BEFORE = {2021: None, 2023: 2021, 2025: 2023}
Scores = dict[str, dict[str, Decimal]]
KEYS = {Scope.CONTINENT: "continent", Scope.REGION: "region"}


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
def places() -> dict[tuple[Scope, str], list[str]]:
    """The countries of the world, of each continent and of each region."""
    rows = data("countries.json")["countries"]
    found = {(Scope.WORLD, ""): [row["iso3"] for row in rows]}
    for row in rows:
        for scope, key in KEYS.items():
            found.setdefault((scope, row[key]), []).append(row["iso3"])
    return found


def counted(group: dict[str, Decimal], iso3: str) -> tuple[int, int]:
    """The rank of a country, and how many have its score."""
    score = group[iso3]
    return (1 + sum(x > score for x in group.values()), sum(x == score for x in group.values()))


@pytest.mark.parametrize("year", BEFORE)
def test_ranks_ties_and_moves_of_every_node_in_every_place(
    year: int,
    scores: dict[int, Scores],
    places: dict[tuple[Scope, str], list[str]],
    library: Library,
    words: Words,
) -> None:
    compared = 0
    before = BEFORE[year]
    for (scope, place), members in places.items():
        for node in library.indicators:
            code = node.code
            group = {i: scores[year][i][code] for i in members if code in scores[year][i]}
            old = (
                {}
                if before is None
                else {i: scores[before][i][code] for i in members if code in scores[before][i]}
            )
            ranked = ranked_countries(library, words, Asked(code, year, scope, place))
            assert sorted(one.country.iso3 for one in ranked) == sorted(members)
            for one in ranked:
                iso3 = one.country.iso3
                if iso3 not in group:
                    assert (one.score, one.standing, one.shared) == (None, None, 0)
                    assert one.change.difference is None
                    continue
                assert one.score == group[iso3] * 100
                assert one.standing is not None
                assert (one.standing.rank, one.shared) == counted(group, iso3)
                assert one.standing.of == len(group)
                assert one.standing.previous == (counted(old, iso3)[0] if iso3 in old else None)
                difference = (group[iso3] - old[iso3]) * 100 if iso3 in old else None
                assert one.change.difference == difference
                compared += 1
    assert compared == 3 * 193 * (30 if year == 2021 else 36)


def test_the_highest_is_first_ties_are_by_name_and_what_has_no_score_is_last(
    library: Library, words: Words
) -> None:
    for code in ("1", "2.5", "1.1.14"):
        for year in BEFORE:
            ranked = ranked_countries(library, words, Asked(code, year, Scope.WORLD, ""))
            keys = [
                (one.score is None, -(one.score or 0), one.country.name.casefold())
                for one in ranked
                if one.country.name.isascii()
            ]
            assert keys == sorted(keys)


def test_the_history_has_every_edition_with_gaps(library: Library, words: Words) -> None:
    asked = Asked("1.1.14", 2023, Scope.REGION, "South America")
    peru = next(o for o in ranked_countries(library, words, asked) if o.country.iso3 == "PER")
    scores = [library.edition(year).score("PER", "1.1.14") for year in (2023, 2025)]
    assert peru.history == (None, *scores)
    assert peru.change.word == "not scored in 2021"


def test_a_standing_is_the_one_that_a_profile_tells(library: Library) -> None:
    for scope, name in ((Scope.WORLD, ""), (Scope.CONTINENT, "Asia"), (Scope.REGION, "Caribbean")):
        for code in ("1", "2.1", "1.2.5"):
            together = library.scopes.standings(scope, name, code, 2025)
            members = library.scopes.members(scope, name)
            alone = {iso3: library.scopes.standing(iso3, code, 2025, scope) for iso3 in members}
            assert together == alone
