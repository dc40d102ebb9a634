"""Countries by their figures, held against a calculation from the files themselves."""

import json
import operator
import random

import pytest

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.library.search.figures import found_countries
from ocviewer.library.search.parser import parse
from ocviewer.library.search.vocabulary import Vocabulary

OPERATORS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}
YEARS = (2021, 2023, 2025)


def scores() -> dict[int, dict[str, dict[str, float]]]:
    """Edition, country and code to score, as JSON has them."""
    return {
        year: {
            row["iso3"]: row["scores"]
            for row in json.loads(
                (paths.bundled_library() / "editions" / f"{year}.json").read_text("utf-8")
            )["countries"]
        }
        for year in YEARS
    }


SCORES = scores()
REGIONS = {
    row["iso3"]: row["region"]
    for row in json.loads((paths.bundled_library() / "countries.json").read_text("utf-8"))[
        "countries"
    ]
}


def expected(
    code: str, sign: str, value: float, year: int, *, change: bool = False, region: str = ""
) -> set[str]:
    found = set()
    for iso3, own in SCORES[year].items():
        score = own.get(code)
        if change:
            before = SCORES.get(year - 2, {}).get(iso3, {}).get(code)
            score = None if score is None or before is None else round(score - before, 2)
        inside = not region or REGIONS[iso3] == region
        if inside and score is not None and OPERATORS[sign](score, value):
            found.add(iso3)
    return found


def found(text: str, library: Library, vocabulary: Vocabulary) -> set[str]:
    return {one.iso3 for one in found_countries(parse(text, vocabulary), library)}


def test_the_examples(library: Library, vocabulary: Vocabulary) -> None:
    south = found('cocaine > 8 region:"South America"', library, vocabulary)
    assert south == expected("1.1.11", ">", 8, 2025, region="South America")
    assert {"PER", "COL"} <= south
    assert "CHL" not in south
    both = found("resilience < 4 change < 0", library, vocabulary)
    assert both == expected("2", "<", 4, 2025) & expected("2", "<", 0, 2025, change=True)
    assert len(both) > 10
    crime = found("criminality >= 7 edition:2023", library, vocabulary)
    assert crime == expected("1", ">=", 7, 2023)


@pytest.mark.parametrize("seed", range(30))
def test_any_node_edition_and_comparison(
    seed: int, library: Library, vocabulary: Vocabulary
) -> None:
    chance = random.Random(seed)
    node = chance.choice(list(library.indicators))
    year, sign = chance.choice(YEARS), chance.choice(list(OPERATORS))
    value = chance.choice(list(SCORES[year].values())).get(node.code, 5.0)
    text = f"{node.name} {sign} {value} edition:{year}"
    assert found(text, library, vocabulary) == expected(node.code, sign, value, year)
    step = chance.choice((-0.5, -0.21, 0, 0.5))
    text = f"{node.code} change {sign} {step} edition:{year}"
    right = expected(node.code, sign, step, year, change=True)
    assert found(text, library, vocabulary) == right


def test_what_was_not_scored_is_never_found(library: Library, vocabulary: Vocabulary) -> None:
    assert found("cyber-dependent crimes < 10 edition:2021", library, vocabulary) == set()
    assert found("-cyber-dependent crimes > 1 edition:2021", library, vocabulary) == set()
    assert found("criminality change > -9 edition:2021", library, vocabulary) == set()


def test_a_minus_finds_the_others_that_were_scored(
    library: Library, vocabulary: Vocabulary
) -> None:
    yes = found("cocaine > 5", library, vocabulary)
    no = found("-cocaine > 5", library, vocabulary)
    assert not yes & no
    assert len(yes | no) == 193


def test_several_editions_and_places(library: Library, vocabulary: Vocabulary) -> None:
    query = parse("resilience > 8 edition:2021 edition:2025", vocabulary)
    pairs = set(found_countries(query, library))
    assert pairs == {(i, y) for y in (2021, 2025) for i in expected("2", ">", 8, y)}
    text = 'resilience > 1 continent:Europe -region:"Western Europe" -country:Denmark'
    left = found(text, library, vocabulary)
    assert "DNK" not in left
    assert "FRA" not in left
    assert "EST" in left
