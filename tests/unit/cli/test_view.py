"""What ``snapshot --view`` and its options choose, and what they refuse."""

from argparse import Namespace

import pytest

from ocviewer.cli.parser import VIEWS, CallError, parse
from ocviewer.cli.view import COMPARE, with_view
from ocviewer.domain.problem import BadCall
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, View, ViewState
from ocviewer.presenter.words import Words

PERU = ViewState((PaneState("PER", 2025),))


def call(words: Words, *arguments: str) -> Namespace:
    return parse(["snapshot", "PER", "--out", "x.png", *arguments], words)


def test_every_view_of_the_window_can_be_asked_for() -> None:
    assert {*VIEWS} == {*View, COMPARE}


def test_without_a_view_it_is_the_profile(library: Library, words: Words) -> None:
    assert with_view(PERU, call(words), library, words) == PERU


def test_choices_reach_the_state(library: Library, words: Words) -> None:
    asked = call(words, "--view", "map", "--indicator", "1.1.11", "--change-since", "2021")
    state = with_view(PERU, asked, library, words)
    assert state.view is View.MAP
    assert (state.choice.indicator, state.choice.since) == ("1.1.11", 2021)
    assert not state.choice.two_maps
    asked = call(words, "--view", "rankings", "--indicator", "Cocaine trade")
    assert with_view(PERU, asked, library, words).choice.indicator == "1.1.11"
    state = with_view(PERU, call(words, "--view", "map", "--versus", "2.1"), library, words)
    assert (state.choice.versus, state.choice.two_maps) == ("2.1", True)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--view", "compare"), "two countries or more"),
        (("--view", "map", "--indicator", "1.1.99"), "no node “1.1.99”"),
        (("--view", "scatter", "--versus", "x"), "no node “x”"),
        (("--view", "map", "--indicator", "cocain trade"), "Cocaine trade (1.1.11)"),
        (("--view", "map", "--change-since", "2025"), "Earlier ones: 2021, 2023"),
        (("--view", "map", "--change-since", "1999"), "1999"),
    ],
)
def test_what_does_not_fit_is_told_with_the_way_out(
    library: Library, words: Words, arguments: tuple[str, ...], expected: str
) -> None:
    with pytest.raises(BadCall) as caught:
        with_view(PERU, call(words, *arguments), library, words)
    assert expected in words.problem(caught.value.problems[0])


def test_a_view_that_there_is_not_is_a_wrong_call(words: Words) -> None:
    with pytest.raises(CallError, match="map"):
        call(words, "--view", "mop")
