import pytest

from ocviewer.library.library import Library
from ocviewer.ui.charts.neighbours import nearest, neighbour

CROSS = [(0.0, 0.0), (10.0, 0.0), (-10.0, 1.0), (0.0, 10.0), (1.0, -10.0), (30.0, 0.0)]
STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))


@pytest.mark.parametrize(("direction", "found"), list(zip(STEPS, (1, 2, 3, 4), strict=True)))
def test_the_next_in_each_direction(direction: tuple[int, int], found: int) -> None:
    assert neighbour(CROSS, 0, direction) == found


def test_at_the_edge_it_stays() -> None:
    assert neighbour(CROSS, 5, (1, 0)) == 5
    assert neighbour([(3.0, 3.0)], 0, (0, 1)) == 0


def test_what_lies_ahead_comes_before_what_lies_aside() -> None:
    assert neighbour([(0, 0), (4, 10), (20, 0)], 0, (1, 0)) == 2


@pytest.mark.parametrize(
    "codes", [("1", "2"), ("1.1", "2.12"), ("1.1.3", "1.2.1"), ("1.1.1", "2.1")]
)
def test_the_arrows_reach_every_country(library: Library, codes: tuple[str, str]) -> None:
    edition = library.edition(2025)
    scores = {tuple(edition.scores[iso3][code] for code in codes) for iso3 in library.countries}
    places = [(1.9 * x, float(y)) for x, y in sorted(scores)]
    reached, waiting = {0}, [0]
    while waiting:
        start = waiting.pop()
        new = {neighbour(places, start, step) for step in STEPS} - reached
        reached |= new
        waiting += new
    assert len(reached) == len(places)


def test_the_nearest_within_reach() -> None:
    places, reaches = [(0.0, 0.0), (10.0, 0.0), (12.0, 0.0)], [20.0, 4.0, 4.0]
    assert nearest(places, reaches, 10.9, 1) == 1
    assert nearest(places, reaches, 11.2, 1) == 2
    assert nearest(places, reaches, -15, 5) == 0
    assert nearest(places, reaches, -15, 15) == -1
    assert nearest([], [], 0, 0) == -1
