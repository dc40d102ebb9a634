"""resources/map/world.json: every country is there, once, in the right size and place."""

import json
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from antimeridian import laid_out
from equal_earth import equal_earth
from interior import area, interior_point
from simplify import simplified
from topojson import Line, Shape, Topology, unwrapped

from ocviewer import paths
from ocviewer.library.library import Library

KILOMETRES = 6371.007 / 20_000
"""How long a unit of the file is: a fraction of the Earth's radius."""


@pytest.fixture(scope="module")
def world() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((paths.resources() / "map/world.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def lines(world: dict[str, Any]) -> list[Line]:
    found = []
    for steps in world["lines"]:
        x = y = 0
        line: Line = []
        for dx, dy in zip(steps[0::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            line.append((x, y))
        found.append(line)
    return found


def outline(ring: list[int], lines: list[Line]) -> Line:
    """The ring as one line, whose parts have to meet."""
    whole: Line = []
    for n in ring:
        part = lines[n] if n >= 0 else lines[-1 - n][::-1]
        assert not whole or whole[-1] == part[0]
        whole += part[1:] if whole else part
    assert whole[0] == whole[-1]
    return whole


def test_each_country_is_there_once_and_the_rest_has_names(
    world: dict[str, Any], library: Library
) -> None:
    wanted = {country.numeric for country in library.countries.values()}
    scored = [entry["id"] for entry in world["areas"] if "name" not in entry]
    assert sorted(scored) == sorted(wanted)
    others = [entry for entry in world["areas"] if "name" in entry]
    assert not {entry["id"] for entry in others} & wanted
    names = [entry["name"] for entry in others]
    assert len(set(names)) == len(names)
    assert {"Antarctica", "Greenland", "Hong Kong", "Kosovo", "Puerto Rico", "Taiwan"} <= {*names}
    disputed = {entry["name"] for entry in others if entry["disputed"]}
    assert disputed == {
        "Kosovo",
        "Northern Cyprus",
        "Siachen Glacier",
        "Somaliland",
        "Western Sahara",
    }


def test_the_file_says_where_it_is_from(world: dict[str, Any]) -> None:
    about = world["about"]
    assert "Natural Earth" in about["source"]
    assert "2.0.2" in about["version"]
    assert about["licence"] == "public domain"


def test_rings_are_closed_and_every_line_is_shared_by_neighbours(
    world: dict[str, Any], lines: list[Line]
) -> None:
    uses: Counter[int] = Counter()
    for entry in world["areas"]:
        for ring in entry["rings"]:
            assert len(set(outline(ring, lines))) >= 3
            uses.update(ring)
    assert set(uses.values()) == {1}  # a border is one line, once in each direction
    assert {n if n >= 0 else -1 - n for n in uses} == set(range(len(lines)))


def test_peru_and_colombia_have_one_border(world: dict[str, Any]) -> None:
    peru, colombia = (
        {
            n
            for entry in world["areas"]
            if entry["id"] == code
            for ring in entry["rings"]
            for n in ring
        }
        for code in ("604", "170")
    )
    assert {-1 - n for n in peru} & colombia


def test_sizes_are_those_of_the_rings_and_of_the_earth(
    world: dict[str, Any], lines: list[Line], library: Library
) -> None:
    sizes = {}
    for entry in world["areas"]:
        rings = [outline(ring, lines) for ring in entry["rings"]]
        assert abs(sum(map(area, rings))) == pytest.approx(entry["size"], rel=0.1, abs=60)
        sizes[entry["id"]] = entry["size"] * KILOMETRES**2
    large = [
        country
        for country in library.countries.values()
        if country.area_km2 is not None and country.area_km2.value > 200_000
    ]
    assert len(large) > 70
    apart = {
        country.iso3
        for country in large
        if country.area_km2 is not None
        and sizes[country.numeric] != pytest.approx(country.area_km2.value, rel=0.1)
    }
    # Western Sahara, Somaliland; waters that only one side counts; borders that are told otherwise
    assert apart == {"MAR", "SOM", "CAN", "NOR", "SWE", "SAU", "YEM"}


def test_every_mark_is_inside_its_area(world: dict[str, Any], lines: list[Line]) -> None:
    for entry in world["areas"]:
        if entry["id"] == "296":  # Kiribati is looked for at its capital
            continue
        rings = [outline(ring, lines) for ring in entry["rings"]]
        assert any(_inside(entry["at"], ring) for ring in rings), entry["at"]


def _inside(place: list[int], ring: Line) -> bool:
    x, y = place
    crossings = [
        a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
    ]
    left, right = min(p[0] for p in ring), max(p[0] for p in ring)
    top, bottom = min(p[1] for p in ring), max(p[1] for p in ring)
    if (right - left) * (bottom - top) < 100:  # a ring of a few units: rounding moves the mark out
        return left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1
    return sum(crossing < x for crossing in crossings) % 2 == 1


def test_nothing_runs_across_the_map(world: dict[str, Any], lines: list[Line]) -> None:
    width = 2 * 2.7066 * 20_000
    coasts = [line for n, line in enumerate(lines) if n not in world["edges"]]
    assert (
        max(abs(b[0] - a[0]) for line in coasts for a, b in pairwise(line)) < width / 10
    )  # the 49th parallel is one step
    russia = next(entry for entry in world["areas"] if entry["id"] == "643")
    places = [x for ring in russia["rings"] for x, _ in outline(ring, lines)]
    assert max(places) - min(places) < width / 2


# the steps of the script


def test_equal_earth_has_the_extent_that_its_authors_give() -> None:
    assert equal_earth(180, 0) == pytest.approx((2.70663, 0), abs=1e-5)
    assert equal_earth(0, 90) == pytest.approx((0, 1.31736), abs=1e-5)
    # the pole is a line, 0.59 times as long as the equator
    assert equal_earth(180, 90)[0] / equal_earth(180, 0)[0] == pytest.approx(0.59, abs=0.005)


def test_a_line_is_simplified_between_its_ends() -> None:
    line: Line = [(0, 0), (5, 0.1), (10, 0), (15, 8), (20, 0)]
    assert simplified(line, 2) == [(0, 0), (10, 0), (15, 8), (20, 0)]
    assert simplified(line, 1000) == [(0, 0), (20, 0)]
    square: Line = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    assert len(simplified(square, 1000)) == 4
    assert simplified(line, 0) == line


def test_a_line_is_unwrapped_over_the_date_line() -> None:
    assert unwrapped([(179, 0), (-179, 1), (178, 2)]) == [(179, 0), (181, 1), (178, 2)]


def test_an_island_goes_to_the_side_of_its_middle() -> None:
    island: Line = [(-171, 60), (-169, 61), (-171, 60)]
    found, edges = laid_out(Topology([island], [Shape("x", "x", ((0,),))]), 11.5)
    assert edges == set()
    assert [x for x, _ in found.lines[0]] == pytest.approx([177.5, 179.5, 177.5])


def test_a_coast_around_the_pole_is_closed_along_the_edge() -> None:
    coast = unwrapped([(x - 360 * (x > 180), -70 - x % 20) for x in range(-180, 181, 10)])
    pole = unwrapped([(x - 360 * (x > 180), -90.0) for x in range(-180, 181, 10)])
    world = Topology([pole, coast], [Shape("", "Antarctica", ((0,), (1,)))])
    found, edges = laid_out(world, 11.5)
    assert found.shapes[0].rings == ((1, 2),)
    assert edges == {2}
    shore, edge = found.lines[1], found.lines[2]
    assert (shore[0][0], shore[-1][0]) == (-180, 180)
    assert all(b[0] > a[0] for a, b in pairwise(shore))
    assert (edge[0], edge[-1]) == (shore[-1], shore[0])
    assert min(y for _, y in edge) == -90


def test_a_mark_is_well_inside_a_bent_shape() -> None:
    bent: Line = [(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (0, 2), (0, 0)]
    assert interior_point(bent) == pytest.approx((8.8, 1.2), abs=0.4)
