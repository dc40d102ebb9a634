"""What the scatter shows, against the JSON files read and counted plainly."""

import json
from decimal import Decimal

import pytest

from ocviewer import paths
from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.parts import PARTS
from ocviewer.presenter.world.scatter import MOST_LABELS, scatter
from ocviewer.presenter.world.scatter_part import Scatter

YEARS = (2021, 2023, 2025)
CRIME_RESILIENCE = Choice()
CHOICES = [
    CRIME_RESILIENCE,
    Choice("1.1.1", "2.1"),
    Choice("1.2.3", "1.1.7"),
    Choice("2", "1.1", sized=True),
]


def shown(
    library: Library,
    words: Words,
    choice: Choice = CRIME_RESILIENCE,
    *countries: str,
    year: int = 2025,
    colours: tuple[int, ...] = (0, 1, 2, 3),
) -> Scatter:
    panes = tuple(PaneState(iso3, year) for iso3 in countries or ("PER",))
    state = ViewState(panes, view=View.SCATTER, choice=choice, colours=colours)
    return scatter(state, library, words)


def raw(year: int) -> dict[str, dict[str, Decimal]]:
    text = (paths.bundled_library() / f"editions/{year}.json").read_text("utf-8")
    rows = json.loads(text, parse_float=Decimal, parse_int=Decimal)["countries"]
    return {row["iso3"]: row["scores"] for row in rows}


def ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def total(part: Scatter, *, high_x: bool, high_y: bool) -> int:
    return next(q.total for q in part.quadrants if (q.high_x, q.high_y) == (high_x, high_y))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("choice", CHOICES)
def test_every_country_is_where_its_scores_are(
    library: Library, words: Words, choice: Choice, year: int
) -> None:
    scores = raw(year)
    part = shown(library, words, choice, year=year)
    found = {dot.iso3: point for point in part.points for dot in point.dots}
    assert len(found) == sum(len(point.dots) for point in part.points) == 193
    assert len({(point.x, point.y) for point in part.points}) == len(part.points)
    columns = [sorted(row[code] for row in scores.values()) for code in (part.x.code, part.y.code)]
    for iso3, row in scores.items():
        point, x, y = found[iso3], row[part.x.code], row[part.y.code]
        assert (point.x, point.y) == (int(x * 100), int(y * 100))
        for line, axis, score, column in zip(
            point.lines, (part.x, part.y), (x, y), columns, strict=False
        ):
            rank = 1 + sum(other > score for other in column)
            assert line == f"{axis.name} {score:.2f}, {ordinal(rank)} of 193"


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("choice", CHOICES)
def test_quadrants_are_counted(library: Library, words: Words, choice: Choice, year: int) -> None:
    part = shown(library, words, choice, year=year)
    middle = Decimal("5.5")
    for quadrant in part.quadrants:
        count = sum(
            (row[part.x.code] >= middle) is quadrant.high_x
            and (row[part.y.code] >= middle) is quadrant.high_y
            for row in raw(year).values()
        )
        assert quadrant.total == count
        assert quadrant.count_text == ("1 country" if count == 1 else f"{count} countries")
    assert sum(quadrant.total for quadrant in part.quadrants) == 193


def test_quadrants_are_those_that_the_index_published(library: Library, words: Words) -> None:
    """Its reports of 2023 and 2025; countries at 5.50 itself count as high in them."""
    newest = shown(library, words)
    assert total(newest, high_x=True, high_y=False) == 66
    assert total(newest, high_x=False, high_y=False) == 72
    counts = [
        total(shown(library, words, year=year), high_x=False, high_y=True) for year in (2021, 2023)
    ]
    assert counts == [50, 47]


def test_quadrants_have_plain_names(library: Library, words: Words) -> None:
    part = shown(library, words)
    assert {quadrant.names[0] for quadrant in part.quadrants} == {
        "Low criminality, low resilience",
        "Low criminality, high resilience",
        "High criminality, low resilience",
        "High criminality, high resilience",
    }
    other = shown(library, words, Choice("1.1.3", "2.2")).quadrants[2]
    assert other.names == (
        (
            "High extortion and protection racketeering, "
            "low government transparency and accountability"
        ),
        "High extortion & racketeering, low govt. transparency",
        "High across, low up",
    )


def test_countries_with_the_same_scores_are_one_point(library: Library, words: Words) -> None:
    part = shown(library, words, Choice("1.1.3", "1.2.1"), "VUT", "PER", "TUV")
    point = part.points[0]
    assert (point.x, point.y, len(point.dots)) == (100, 100, 18)
    assert [dot.name for dot in point.dots][:4] == ["Vanuatu", "Tuvalu", "Andorra", "Bahrain"]
    assert point.heading == "18 countries at this point"
    assert point.lines[2:4] == ("Vanuatu – Melanesia", "Tuvalu – Polynesia")
    assert len(point.lines) == 2 + 18
    assert part.shared_text
    assert "At the same point: Vanuatu, Andorra, Bahrain" in point.dots[1].spoken


def test_a_country_is_told_whole(library: Library, words: Words) -> None:
    part = shown(library, words)
    point = part.points[part.opened[0].point]
    assert (point.heading, point.lines[2]) == ("Peru", "South America, Americas")
    assert point.dots[0].spoken == (
        "Peru, South America. Criminality 6.62, 31st of 193. Resilience 4.46, 114th of 193. "
        "High criminality, low resilience."
    )


def test_open_countries_have_their_colours_and_come_first(library: Library, words: Words) -> None:
    part = shown(library, words, Choice(), "PER", "COL", colours=(2, 0))
    assert [(mark.iso3, mark.colour) for mark in part.opened] == [("PER", 2), ("COL", 0)]
    assert [(label.text, label.colour) for label in part.labels[:2]] == [
        ("Peru", 2),
        ("Colombia", 0),
    ]
    assert [label.colour for label in part.labels[2:]] == [None] * MOST_LABELS
    assert len({label.point for label in part.labels}) == len(part.labels)


def test_a_trail_leads_from_the_edition_before(library: Library, words: Words) -> None:
    part = shown(library, words)
    before = library.edition(2023)
    assert part.opened[0].before == (before.score("PER", "1"), before.score("PER", "2"))
    assert part.trail_text == "from 2023"
    first = shown(library, words, year=2021)
    assert (first.opened[0].before, first.trail_text) == (None, "")
    new = shown(library, words, Choice("1.1.14", "2"), year=2023)
    assert (new.opened[0].before, new.trail_text) == (None, "")


def test_what_an_edition_did_not_score_is_told(library: Library, words: Words) -> None:
    part = shown(library, words, Choice("1.1.14", "2"), year=2021)
    assert part.missing == (
        "The edition of 2021 did not score cyber-dependent crimes. Scored in 2023 and 2025: "
        "choose one of these editions, or another indicator."
    )
    assert part.missing in part.spoken
    assert (part.points, part.labels, part.quadrants, part.continents) == ((), (), (), ())
    assert (part.correlation, part.notes) == ("", "")
    both = shown(library, words, Choice("1.1.14", "1.1.15"), year=2021).missing
    assert "cyber-dependent crimes" in both
    assert "financial crimes" in both


def test_area_is_population(library: Library, words: Words) -> None:
    assert {point.size for point in shown(library, words).points} == {0.0}
    part = shown(library, words, Choice(sized=True))
    people = {
        iso3: country.population.value
        for iso3, country in library.countries.items()
        if country.population
    }
    sums = [sum(people[dot.iso3] for dot in point.dots) for point in part.points]
    assert max(point.size for point in part.points) == 1
    for point, count in zip(part.points, sums, strict=True):
        assert point.size == pytest.approx(count / max(sums))
    assert [key.size for key in part.sizes] == [n / max(sums) for n in (20_000_000, 100_000_000)]


def test_a_node_that_there_is_not_is_a_wrong_call(library: Library, words: Words) -> None:
    for choice in (Choice("3"), Choice(versus="9.9")):
        with pytest.raises(BadCall):
            shown(library, words, choice)


def test_the_view_has_its_row_and_parts_compare_by_value(library: Library, words: Words) -> None:
    state = ViewState((PaneState("PER", 2025),), view=View.SCATTER)
    make = PARTS[View.SCATTER]()
    assert make(state, library, words) == make(state, library, words)
