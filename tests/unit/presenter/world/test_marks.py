from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.world.marks import Mark, marks


def test_a_country_has_the_colour_of_its_first_pane() -> None:
    panes = (PaneState("PER", 2021), PaneState("COL", 2025), PaneState("PER", 2025))
    state = ViewState(panes, colours=(2, 0, 1))
    assert marks(state) == (Mark("PER", 2), Mark("COL", 0))
