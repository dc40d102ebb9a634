"""What the controller makes of intents: colours that stay, views that open and close."""

import pytest
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller


@pytest.fixture
def controller(qtbot: QtBot, library: Library, words: Words) -> Controller:
    return Controller(library, words, ViewState((PaneState("PER", 2025),)))


def colours(controller: Controller) -> dict[str, int]:
    return {pane.iso3: pane.colour for pane in controller.page.panes}


def test_a_country_keeps_its_colour_while_it_is_there(controller: Controller) -> None:
    for iso3 in ("COL", "BRA", "TUV"):
        controller.add_country(iso3)
    before = colours(controller)
    assert sorted(before.values()) == [0, 1, 2, 3]
    controller.move_pane(3, 0)
    assert [pane.iso3 for pane in controller.page.panes] == ["TUV", "PER", "COL", "BRA"]
    assert colours(controller) == before
    controller.remove_pane(1)
    controller.open_edition(2021)
    assert colours(controller) == {k: v for k, v in before.items() if k != "PER"}
    controller.add_country("AFG")
    assert colours(controller)["AFG"] == before["PER"]


def test_a_move_out_of_the_row_changes_nothing(controller: Controller) -> None:
    controller.add_country("COL")
    controller.move_pane(0, 2)
    controller.move_pane(0, -1)
    assert [pane.iso3 for pane in controller.page.panes] == ["PER", "COL"]


def test_a_country_that_is_picked_brings_the_profile_back(controller: Controller) -> None:
    controller.open_view(View.PROFILE, {"indicator": "1.1.1"})
    assert controller.state.choice.indicator == "1.1.1"
    controller.choose({"since": 2021})
    assert controller.state.choice.since == 2021
    controller.open_country("COL")
    assert controller.state.view is View.PROFILE
    assert controller.state.choice.indicator == "1.1.1"


def editions(controller: Controller) -> list[tuple[str, int]]:
    return [(pane.iso3, pane.edition) for pane in controller.state.panes]


def test_behind_a_view_of_the_world_the_first_pane_is_set(controller: Controller) -> None:
    controller.add_country("COL")
    controller.set_edition(1, 2021)
    controller.open_view(View.MAP)
    controller.open_edition(2023, 1)
    assert editions(controller) == [("PER", 2023), ("COL", 2021)]
    controller.step_edition(-1, 1)
    assert editions(controller) == [("PER", 2021), ("COL", 2021)]
    controller.open_edition(2025, 1)
    assert editions(controller) == [("PER", 2025), ("COL", 2025)]


def test_panes_are_equal_only_in_subject_and_edition(controller: Controller, qtbot: QtBot) -> None:
    controller.add_country("COL")
    controller.set_edition(1, 2023)
    controller.open_country("PER", 1)
    assert editions(controller) == [("PER", 2025), ("PER", 2023)]
    with qtbot.waitSignal(controller.told) as told:
        controller.add_country("PER")
    assert told.args == ["Peru is open already."]
    controller.swap_panes(0, 1)
    assert editions(controller) == [("PER", 2023), ("PER", 2025)]
    controller.swap_panes(0, 2)
    assert editions(controller) == [("PER", 2023), ("PER", 2025)]


def test_steps_go_by_the_active_pane_where_editions_differ(controller: Controller) -> None:
    controller.add_country("COL")
    controller.set_edition(1, 2021)
    controller.step_edition(1, 1)
    assert editions(controller) == [("PER", 2025), ("COL", 2023)]
    controller.step_edition(1, 0)
    assert editions(controller) == [("PER", 2025), ("COL", 2023)]


def test_an_edition_ends_changes_that_do_not_lead_to_it(controller: Controller) -> None:
    controller.open_view(View.MAP, {"since": 2021})
    kept = []
    for year in (2023, 2021):
        controller.open_edition(year)
        kept.append(controller.state.choice.since)
    assert kept == [2021, None]


def test_a_view_of_the_world_makes_no_panes(controller: Controller) -> None:
    controller.add_country("COL")
    title = controller.page.title
    controller.open_view(View.HEAT)
    assert (controller.page.panes, controller.page.comparison) == ((), None)
    assert controller.page.title == title
    controller.open_view(View.PROFILE)
    assert [pane.iso3 for pane in controller.page.panes] == ["PER", "COL"]


def test_what_another_pane_shows_is_turned_to(controller: Controller, qtbot: QtBot) -> None:
    controller.add_country("COL")
    controller.open_view(View.RANKINGS)
    with qtbot.waitSignal(controller.pane_wanted) as caught:
        controller.open_country("COL", 0)
    assert caught.args == [1]
    assert controller.state.view is View.PROFILE
    assert [pane.iso3 for pane in controller.state.panes] == ["PER", "COL"]


@pytest.mark.parametrize("view", [view for view in View if view is not View.PROFILE])
@pytest.mark.parametrize("first", ["world", "region:Caribbean", "continent:Africa"])
def test_every_view_opens_on_a_mean(
    library: Library, words: Words, view: View, first: str, qtbot: QtBot
) -> None:
    for others in ((), (PaneState("PER", 2025),)):
        controller = Controller(library, words, ViewState((PaneState(first, 2025), *others)))
        controller.open_view(view)
        assert controller.page.view is view
        assert controller.page.world is not None
