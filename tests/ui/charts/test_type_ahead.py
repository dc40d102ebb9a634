from ocviewer.ui.charts.type_ahead import PAUSE, TypeAhead

KEYS = ("chad", "chile", "china", "congo", "peru")


def test_a_beginning_is_gathered() -> None:
    typing = TypeAhead()
    place, found = 4, []
    for now, letter in enumerate("chin"):
        place = typing.find(letter, KEYS, place, now / 10)
        found.append(KEYS[place])
    # the first letter looks on from Peru, round the end; a longer beginning stays where it can
    assert found == ["chad", "chad", "chile", "china"]


def test_after_a_pause_it_begins_anew() -> None:
    typing = TypeAhead()
    assert typing.find("c", KEYS, 4, 0) == 0
    assert typing.going_on(PAUSE)
    assert not typing.going_on(PAUSE + 0.1)
    assert typing.find("p", KEYS, 0, PAUSE + 0.1) == 4


def test_the_same_letter_goes_to_the_next() -> None:
    typing = TypeAhead()
    place, found = 4, []
    for now in range(5):
        place = typing.find("c", KEYS, place, now / 10)
        found.append(place)
    assert found == [0, 1, 2, 3, 0]


def test_what_no_name_begins_with_is_not_found() -> None:
    typing = TypeAhead()
    assert typing.find("x", KEYS, 0, 0) == -1
    assert typing.find("p", KEYS, 0, 0.1) == -1
    assert typing.find("p", KEYS, 0, 5) == 4
    assert TypeAhead().find("p", (), 0, 0) == -1
