"""The text alone: what goes, what stays, and what comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.presenter.state import View
from ocviewer.ui.reading.contents_rows import ROLE
from ocviewer.ui.reading.text_alone import REST
from ocviewer.ui.sidebar import WIDTH
from ocviewer.ui.views.focus_ring import FocusRing
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow


@pytest.fixture
def alone(make_window: MakeWindow) -> MainWindow:
    window = make_window("PER")
    window.resize(1280, 720)
    window.controller.open_section("drugs")
    window.activateWindow()
    window.actions_["text_alone"].trigger()
    QApplication.processEvents()
    return window


def test_the_text_stands_alone_in_the_middle(alone: MainWindow) -> None:
    pane = alone.panes.pane
    assert not alone.picker.isVisible()
    assert not pane.figures.isVisible()
    assert not pane.reader.tabs().isVisible()
    assert not pane.reader.chips().isVisible()
    assert alone.reading.contents.isVisible()
    view = pane.reader.view()
    assert alone.focusWidget() is view
    beside = view.viewportMargins().left()
    right = view.width() - beside - view.lineWrapColumnOrWidth()
    assert abs(beside - right + view.verticalScrollBar().width()) < 4
    assert view.figures(), "figures stand at the margin, where there is room now"


def test_all_comes_back(alone: MainWindow) -> None:
    alone.actions_["text_alone"].trigger()
    QApplication.processEvents()
    pane = alone.panes.pane
    assert alone.picker.isVisible()
    assert pane.figures.isVisible()
    assert pane.reader.tabs().isVisible()
    assert pane.reader.chips().isVisible()
    assert not alone.reading.contents.isVisible()
    assert pane.reader.view().viewportMargins().left() == 0


def test_all_comes_back_whole_in_another_size(alone: MainWindow) -> None:
    alone.resize(1024, 640)
    QApplication.processEvents()
    alone.actions_["text_alone"].trigger()
    QApplication.processEvents()
    tabs = alone.panes.pane.reader.tabs()
    assert tabs.height() == tabs.heightForWidth(tabs.width())
    assert alone.splitter.sizes()[0] == WIDTH


def test_figures_stand_at_the_margin_of_a_small_window(alone: MainWindow) -> None:
    alone.resize(1024, 640)
    QApplication.processEvents()
    view = alone.panes.text_views()[0]
    assert view.figures()
    assert all(chip.name for chip in view.figures())
    assert view.viewportMargins().left() > 0


def test_a_list_that_was_hidden_stays_so(make_window: MakeWindow) -> None:
    window = make_window("PER")
    window.actions_["show_sidebar"].trigger()
    for _ in range(2):
        window.actions_["text_alone"].trigger()
    assert not window.picker.isVisible()
    assert not window.actions_["show_sidebar"].isChecked()


def test_the_contents_lead_to_sections_and_follow_them(qtbot: QtBot, alone: MainWindow) -> None:
    rows = alone.reading.contents.rows
    assert rows.count() == 12
    assert rows.currentRow() == 4
    alone.actions_["step_section:1"].trigger()
    assert rows.currentRow() == 5
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert alone.controller.page.section == alone.controller.page.tabs[6].id
    assert alone.focusWidget() is rows


def test_progress_tells_what_was_read_and_what_is_left(qtbot: QtBot, alone: MainWindow) -> None:
    contents = alone.reading.contents
    before = contents.total.text()
    item = contents.rows.item(4)
    qtbot.waitUntil(lambda: contents.total.text() != before, timeout=10 * REST)
    bar = alone.panes.text_views()[0].verticalScrollBar()
    assert bar.maximum() > 0, "the section is longer than the view"
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Drugs, ")
    assert not item.toolTip().startswith("✓")
    bar.setValue(bar.maximum())
    alone.reading.note()
    assert item.toolTip() == "✓ read"
    bar.setValue(0)
    alone.reading.note()
    assert item.toolTip() == "✓ read", "reading back takes nothing away"
    alone.controller.open_country("COL")
    assert contents.rows.item(4).toolTip() == "–", "no text"
    alone.controller.open_country("PER")
    assert contents.rows.item(4).toolTip() == "✓ read"


def test_without_a_text_its_figures_are_there_and_nothing_is_read(alone: MainWindow) -> None:
    alone.controller.open_country("TUV")
    QApplication.processEvents()
    chips = alone.panes.pane.reader.chips()
    assert chips.isVisible()
    assert len(chips.buttons()) == 4
    alone.reading.note()
    item = alone.reading.contents.rows.item(4)
    assert item.data(ROLE).share == 0
    alone.controller.open_country("PER")
    assert not chips.isVisible()


@pytest.mark.parametrize("key", ["text_alone", "show_sidebar"])
def test_the_ring_goes_all_around_the_text(alone: MainWindow, key: str) -> None:
    view = alone.panes.text_views()[0]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        alone.actions_[key].trigger()
        QApplication.processEvents()
        ring = view.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(ring, FocusRing)
        assert ring.isVisible()
        bar = view.verticalScrollBar().parentWidget()
        assert bar is not None
        assert ring.geometry().topLeft() == view.rect().topLeft()
        assert ring.geometry().right() == bar.geometry().left() - 1, "not below the scroll bar"


def test_flipping_through_reads_nothing(alone: MainWindow) -> None:
    before = alone.reading.contents.total.text()
    for _ in range(11):
        alone.actions_["step_section:1"].trigger()
    assert alone.reading.contents.total.text() == before


def test_section_and_country_stay_when_the_edition_changes(alone: MainWindow) -> None:
    alone.actions_["step_edition:-1"].trigger()
    state = alone.controller.state
    assert (state.panes[0].iso3, state.panes[0].edition, state.section) == ("PER", 2023, "drugs")
    assert alone.reading.is_on
    assert alone.reading.contents.rows.currentRow() == 4


def test_a_view_of_the_world_ends_it(alone: MainWindow) -> None:
    alone.controller.open_view(View.MAP)
    assert not alone.reading.is_on
    assert alone.picker.isVisible()
    alone.actions_["text_alone"].trigger()
    assert alone.controller.state.view is View.PROFILE


def test_a_comparison_shows_its_text(alone: MainWindow) -> None:
    alone.controller.add_country("COL")
    QApplication.processEvents()
    assert alone.reading.is_on
    alone.controller.open_section("drugs")
    comparison = alone.panes.comparison
    assert comparison is not None
    assert not comparison.strip.isVisible()
    assert comparison.text.isVisible()
    alone.actions_["keep_first"].trigger()
    assert alone.reading.contents.isVisible()
    alone.reading.leave()
    assert alone.panes.pane.figures.isVisible()


def test_the_session_remembers_the_list_as_it_was(alone: MainWindow) -> None:
    alone.close()
    assert alone.session().sidebar


def test_a_start_does_not_load_it(window: MainWindow) -> None:
    assert "reading" not in window.__dict__
