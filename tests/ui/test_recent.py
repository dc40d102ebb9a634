"""Countries that were open can be opened again."""

from ocviewer.ui.recent import MOST
from ocviewer.ui.session import Session
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow


def offered(window: MainWindow) -> list[str]:
    window.recent.menu.aboutToShow.emit()
    return [action.text() for action in window.recent.menu.actions()]


def test_the_latest_comes_first_and_what_is_open_is_not_there(window: MainWindow) -> None:
    assert offered(window) == ["None yet"]
    for iso3 in ("COL", "BRA", "COL", "region:Caribbean", "TUV"):
        window.controller.open_country(iso3)
    assert offered(window) == ["&1  Colombia", "&2  Brazil", "&3  Peru"]
    window.recent.menu.actions()[1].trigger()
    assert window.controller.state.panes[0].iso3 == "BRA"
    assert offered(window)[0] == "&1  Tuvalu"


def test_it_opens_in_the_active_pane(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", session=Session(theme="light", recent=["BRA"]))
    window.turn_to(1)
    assert offered(window) == ["&1  Brazil"]
    window.recent.menu.actions()[0].trigger()
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "BRA"]


def test_there_are_as_many_as_digits(window: MainWindow) -> None:
    for iso3 in list(window.controller.library.countries)[:20]:
        window.controller.open_country(iso3)
    assert len(offered(window)) == MOST


def test_the_next_start_knows_them(make_window: MakeWindow, window: MainWindow) -> None:
    window.controller.open_country("COL")
    again = make_window("BRA", session=window.session())
    assert offered(again) == ["&1  Colombia", "&2  Peru"]


def test_what_is_no_country_is_left_out(make_window: MakeWindow) -> None:
    remembered = ["COL", "XXX", "\ud800", "COL", "../x"]
    window = make_window("PER", session=Session(theme="light", recent=remembered))
    assert offered(window) == ["&1  Colombia"]
