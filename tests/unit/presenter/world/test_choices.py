import pytest

from ocviewer.domain.problem import BadCall
from ocviewer.domain.ranking import Scope
from ocviewer.library.library import Library
from ocviewer.presenter.words import Words
from ocviewer.presenter.world import choices


def test_nodes_are_the_36_in_the_order_of_the_index(library: Library) -> None:
    options = choices.node_options(library)
    assert [option.value for option in options][:3] == ["1", "1.1", "1.1.1"]
    assert [option.level for option in options][:3] == [0, 1, 2]
    assert len(options) == 36
    assert {option.value: option.level for option in options}["2.12"] == 1


def test_a_change_counts_from_an_earlier_edition(library: Library, words: Words) -> None:
    options = choices.since_options(library, 2025, words)
    assert [option.value for option in options] == [None, 2023, 2021]
    assert [option.value for option in choices.since_options(library, 2021, words)] == [None]


def test_every_country_is_in_one_continent_and_one_region(library: Library, words: Words) -> None:
    options = choices.place_options(library, words)
    counts: dict[Scope, int] = {}
    for option in options:
        assert isinstance(option.value, tuple)
        scope, name = option.value
        counts[scope] = counts.get(scope, 0) + len(choices.checked_place(library, scope, name))
    assert counts == {Scope.WORLD: 193, Scope.CONTINENT: 193, Scope.REGION: 193}


def test_what_there_is_not_is_told_with_what_there_is(library: Library, words: Words) -> None:
    with pytest.raises(BadCall) as caught:
        choices.checked_node(library, "3.1")
    assert "2.12" in words.problem(caught.value.problems[0])
    with pytest.raises(BadCall) as caught:
        choices.checked_place(library, Scope.REGION, "Atlantis")
    assert "Caribbean" in words.problem(caught.value.problems[0])
    with pytest.raises(BadCall) as caught:
        choices.checked_since(library, 2025, 2023)
    assert "2021" in words.problem(caught.value.problems[0])
    with pytest.raises(BadCall):
        choices.checked_since(library, 1999, 2023)
    assert choices.checked_since(library, 2021, 2023) == 2021
