"""Panes of a comparison: added, removed, moved, swapped, in any edition, with their colours."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ocviewer.app import _first_state
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState
from ocviewer.ui.compare.pane_head import PaneHead
from ocviewer.ui.session import Session, load_session, save_session
from ocviewer.ui.window import MainWindow
from tests.ui.compare.conftest import comparison_of, shown, view_of
from tests.ui.conftest import MakeWindow


def colours(window: MainWindow) -> dict[tuple[str, int], int]:
    return {(pane.iso3, pane.edition): pane.colour for pane in window.controller.page.panes}


def heads_of(window: MainWindow) -> list[PaneHead]:
    return view_of(window).heads.heads


def drag(qtbot: QtBot, head: PaneHead, to: PaneHead) -> None:
    """Presses on one head, and lets go above another."""
    start = QPoint(20, 10)
    end = head.mapFromGlobal(to.mapToGlobal(QPoint(to.width() // 2, 10)))
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(head, start + (end - start) * share)
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=end)


def test_a_second_country_shows_the_figures_of_both(window: MainWindow) -> None:
    window.controller.open_section("people")
    window.controller.add_country("COL")
    view = view_of(window)
    assert view.figures.isVisible()
    assert view.tabs.current_id() == "figures"
    assert view.strip.text().startswith("Peru and Colombia differ most in ")
    assert view.figures.pyramids is not None
    window.controller.open_section("people")
    window.controller.add_country("TUV")
    assert view.text.isVisible()
    assert len(view.text.views()) == 3


def test_tabs_switch_between_figures_and_text(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    view = view_of(window)
    assert [button.label for button in view.tabs.buttons()][:2] == ["Figures", "At a glance"]
    view.tabs.buttons()[1].click()
    assert view.text.isVisible()
    assert window.controller.state.section == "at_a_glance"
    view.tabs.buttons()[0].click()
    assert view.figures.isVisible()
    for step, section in ((1, "at_a_glance"), (1, "people"), (-1, "at_a_glance"), (-1, "figures")):
        window.actions_[f"step_section:{step}"].trigger()
        assert view.tabs.current_id() == section
    window.actions_["step_section:-1"].trigger()
    assert view.tabs.current_id() == "civil_society_and_social_protection"
    window.actions_["show_figures"].trigger()
    assert view.figures.isVisible()


def test_a_head_shows_whole_facts_only(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    head = heads_of(window)[0]
    pane = window.controller.page.panes[0]
    line = "  ·  ".join((pane.place, *(fact.text for fact in pane.facts)))
    seen = set()
    for width in range(120, 800, 10):
        head.resize(width, head.height())
        shown = head.texts()[1]
        assert shown.endswith("…") or f"{line}  ·  ".startswith(f"{shown}  ·  ")
        seen.add(shown)
    assert {pane.place, line} < seen


def test_a_head_that_is_dragged_puts_its_pane_elsewhere(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window("PER", "COL", "TUV")
    before = colours(window)
    heads = heads_of(window)
    drag(qtbot, heads[2], heads[0])
    assert [subject for subject, _ in shown(window)] == ["TUV", "PER", "COL"]
    assert colours(window) == before
    assert window.active == 0
    drag(qtbot, heads[0], heads[1])
    assert [subject for subject, _ in shown(window)] == ["PER", "TUV", "COL"]
    drag(qtbot, heads[1], heads[1])
    assert [subject for subject, _ in shown(window)] == ["PER", "TUV", "COL"]


def test_panes_are_moved_and_swapped_from_the_keyboard(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", "TUV")
    before = colours(window)
    window.actions_["move_pane:1"].trigger()
    assert ([s for s, _ in shown(window)], window.active) == (["COL", "PER", "TUV"], 1)
    window.actions_["move_pane:1"].trigger()
    window.actions_["move_pane:1"].trigger()
    assert ([s for s, _ in shown(window)], window.active) == (["COL", "TUV", "PER"], 2)
    window.actions_["swap_panes"].trigger()
    assert ([s for s, _ in shown(window)], window.active) == (["PER", "TUV", "COL"], 0)
    window.actions_["swap_panes"].trigger()
    assert ([s for s, _ in shown(window)], window.active) == (["TUV", "PER", "COL"], 1)
    window.actions_["move_pane:-1"].trigger()
    assert ([s for s, _ in shown(window)], window.active) == (["PER", "TUV", "COL"], 0)
    assert colours(window) == before
    assert [c.against for c in comparison_of(window).columns][1] == "against Peru"


def test_closing_another_pane_leaves_the_active_one(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", "TUV")
    window.turn_to(2)
    heads_of(window)[0].close_button.click()
    assert [s for s, _ in shown(window)] == ["COL", "TUV"]
    assert window.active == 1
    window.actions_["close_pane"].trigger()
    assert [s for s, _ in shown(window)] == ["COL"]
    assert window.panes.pane.isVisible()
    for key in ("close_pane", "next_pane", "move_pane:1", "swap_panes", "show_figures"):
        assert not window.actions_[key].isEnabled()


def test_a_country_beside_itself_in_another_edition(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    menu = heads_of(window)[1].edition_button.menu()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["2025", "2023", "2021"]
    menu.actions()[2].trigger()
    assert shown(window) == [("PER", 2025), ("COL", 2021)]
    window.turn_to(1)
    window.picker.picked.emit("PER")
    assert shown(window) == [("PER", 2025), ("PER", 2021)]
    assert window.windowTitle() == "Peru 2025 · Peru 2021 – ocviewer"
    assert [head.edition_button.text() for head in heads_of(window)] == ["2025", "2021"]
    assert colours(window) == {("PER", 2025): 0, ("PER", 2021): 1}


def test_the_edition_switch_sets_all_panes_or_the_active_one(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.turn_to(1)
    window.edition_switch.picked.emit(2021)
    assert shown(window) == [("PER", 2021), ("COL", 2021)]
    window.controller.set_edition(0, 2025)
    window.edition_switch.picked.emit(2023)
    assert shown(window) == [("PER", 2025), ("COL", 2023)]
    window.actions_["step_edition:-1"].trigger()
    assert shown(window) == [("PER", 2025), ("COL", 2021)]
    window.turn_to(0)
    assert window.edition_switch._group.checkedId() == 2025
    window.turn_to(1)
    assert window.edition_switch._group.checkedId() == 2021


def test_an_edition_that_another_pane_has_is_exchanged(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.controller.set_edition(1, 2021)
    window.turn_to(1)
    window.picker.picked.emit("PER")
    window.controller.set_edition(0, 2021)
    assert shown(window) == [("PER", 2021), ("PER", 2025)]


def test_compare_with_offers_countries_and_means(make_window: MakeWindow) -> None:
    window = make_window("PER")
    window.actions_["compare_with"].trigger()
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert "Any country, from the list…" in texts
    assert "Uganda  ·  1.39 points" in texts
    mean = next(a for a in menu.actions() if a.text().startswith("South America"))
    mean.trigger()
    menu.close()
    assert shown(window) == [("PER", 2025), ("region:South America", 2025)]
    assert "Mean of 12 countries" in heads_of(window)[1].texts()[1]
    window.controller.add_country("world")
    assert colours(window)["world", 2025] == 2
    window.controller.add_country("world")
    assert "World is open already." in window.message_bar.text
    window.controller.remove_pane(0)
    window.controller.keep_first()
    assert window.windowTitle() == "South America · 2025 – ocviewer"
    assert window.panes.pane.isVisible()
    assert "no text" in window.panes.pane.reader.view().toPlainText()


@pytest.mark.parametrize("reading", [False, True])
def test_a_comparison_opens_as_it_was_left(
    make_window: MakeWindow, library: Library, tmp_path: Path, reading: bool
) -> None:
    window = make_window("PER", "COL")
    window.controller.set_edition(1, 2021)
    window.controller.add_country("region:Caribbean")
    if reading:
        window.controller.open_section("drugs")
    save_session(tmp_path / "session.json", window.session())
    state = _first_state(library, load_session(tmp_path / "session.json"), (), None)
    assert [tuple(pane) for pane in state.panes] == shown(window)
    assert (state.reading, state.section) == (reading, window.controller.state.section)


def test_what_is_gone_from_a_session_is_dropped(library: Library) -> None:
    panes = [["region:Mars", 2025], ["PER", 2025], ["PER", 2025], ["world", 2021], ["world", 1999]]
    state = _first_state(library, Session(panes=panes), (), None)
    assert state.panes == (PaneState("PER", 2025), PaneState("world", 2021))


def test_a_mean_is_no_row_of_the_country_list(make_window: MakeWindow) -> None:
    window = make_window("PER", "world")
    assert window.picker.isVisible()
    window.controller.open_country("region:Caribbean", 0)
    QApplication.processEvents()
    assert shown(window) == [("region:Caribbean", 2025), ("world", 2025)]


SCRIPT = """
import sys
from ocviewer.cli import main
code = main(["PER", "--exit-after", "ready"])
ends = (".similar", ".distance", ".offers")
left = [name for name in sys.modules if ".compare" in name or name.endswith(ends)]
print(code, left)
"""


def test_a_start_with_one_country_imports_nothing_of_this(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("0 []", "")


@pytest.mark.parametrize("reading", [False, True])
def test_the_program_starts_on_a_comparison(home: Path, reading: bool) -> None:
    session = {
        "version": 1,
        "panes": [["PER", 2021], ["PER", 2025], ["world", 2025]],
        "reading": reading,
    }
    (home / "session.json").write_text(json.dumps(session))
    done = subprocess.run(
        [sys.executable, "-m", "ocviewer", "--exit-after", "ready"],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
