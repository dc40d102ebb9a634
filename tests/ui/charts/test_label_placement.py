import random

import pytest

from ocviewer.ui.charts.label_placement import GAP, Box, Wanted, place

FIELD = Box(0, 0, 400, 300)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def mark(x: float, y: float, reach: float = 5) -> Box:
    return Box(x - reach, y - reach, x + reach, y + reach)


def test_a_label_stands_at_the_right_of_its_mark() -> None:
    (box,) = place([Wanted(100, 100, 5, 50, 12)], [mark(100, 100)], FIELD)
    assert box == Box(105 + GAP, 94, 155 + GAP, 106)


def test_it_goes_elsewhere_where_something_is_in_its_way() -> None:
    (box,) = place([Wanted(100, 100, 5, 50, 12)], [mark(100, 100), mark(120, 100)], FIELD)
    assert box == Box(45 - GAP, 94, 95 - GAP, 106)
    (box,) = place([Wanted(390, 100, 5, 50, 12)], [mark(390, 100)], FIELD)
    assert box is not None
    assert box.right == 385 - GAP


def test_one_that_finds_no_place_is_left_out_unless_it_must_stand() -> None:
    marks = [mark(x, y) for x in range(0, 401, 10) for y in range(0, 301, 10)]
    wish = Wanted(200, 150, 5, 50, 12)
    assert place([wish], marks, FIELD) == [None]
    (box,) = place([wish._replace(must=True)], marks, FIELD)
    assert box is not None
    (box,) = place([wish._replace(width=900, must=True)], marks, FIELD)
    assert box is not None
    assert box.left == 0 or box.right == FIELD.right


def test_one_that_must_stand_goes_farther_out_before_it_covers_anything() -> None:
    crowd = [mark(x, y) for x in range(85, 121, 7) for y in range(85, 116, 7)]
    (box,) = place([Wanted(100, 100, 5, 30, 12, must=True)], crowd, FIELD)
    assert box is not None
    assert not any(overlap(box, other) for other in crowd)


@pytest.mark.parametrize("seed", range(12))
def test_none_lies_on_another_or_on_a_mark(seed: int) -> None:
    chance = random.Random(seed)
    places = [(chance.uniform(10, 390), chance.uniform(10, 290)) for _ in range(80)]
    marks = [mark(x, y) for x, y in places]
    wishes = [Wanted(x, y, 5, chance.uniform(20, 90), 12) for x, y in places]
    placed = [box for box in place(wishes, marks, FIELD) if box is not None]
    assert len(placed) > 10
    for number, box in enumerate(placed):
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= 400
        assert box.bottom <= 300
        assert not any(overlap(box, other) for other in placed[:number])
        assert not any(overlap(box, other) for other in marks)


def test_the_first_wanted_has_the_first_choice() -> None:
    two = [Wanted(100, 100, 5, 60, 12), Wanted(150, 104, 5, 60, 12)]
    boxes = place(two, [], FIELD)
    assert boxes[0] == Box(105 + GAP, 94, 165 + GAP, 106)
    assert place(two[::-1], [], FIELD)[0] == Box(155 + GAP, 98, 215 + GAP, 110)
