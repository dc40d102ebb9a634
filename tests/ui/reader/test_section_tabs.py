from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader import section_tabs
from ocviewer.ui.reader.section_tabs import SectionTabs
from ocviewer.ui.theme import DARK, LIGHT, palette_of

Tabs = tuple[SectionTab, ...]


def lay(bar: SectionTabs, width: int, room: int = 2000) -> None:
    """Gives the bar a width, and the height that it asks for in a reader so high."""
    bar.set_room(room)
    bar.resize(width, bar.heightForWidth(width))
    QApplication.processEvents()


def rows(bar: SectionTabs) -> int:
    return len({button.y() for button in bar.buttons()})


@pytest.fixture
def bar(qtbot: QtBot, tabs: Tabs) -> SectionTabs:
    bar = SectionTabs()
    qtbot.addWidget(bar)
    bar.set_tabs(tabs)
    lay(bar, 700)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


@pytest.mark.parametrize("width", [300, 360, 480, 700, 1000, 1400, 2000])
@pytest.mark.parametrize("room", [150, 300, 2000])
def test_tabs_fit_without_overlap_or_cut_text(
    bar: SectionTabs, tabs: Tabs, width: int, room: int
) -> None:
    metrics = QFontMetricsF(bar.font())
    for tab in tabs:
        bar.set_current(tab.id)
        lay(bar, width, room)
        places = [button.geometry() for button in bar.buttons()]
        assert all(bar.rect().contains(place) for place in places)
        for number, place in enumerate(places):
            assert not any(place.intersects(other) for other in places[number + 1 :])
        for button in bar.buttons():
            assert button.label
            assert metrics.horizontalAdvance(button.label) <= button.width()


def test_the_fewer_pixels_the_more_rows(bar: SectionTabs) -> None:
    seen = []
    for width in (2000, 700, 480, 300):
        lay(bar, width)
        seen.append(rows(bar))
        assert bar.height() == seen[-1] * bar.buttons()[0].height() + 1
    assert seen == [1, 2, 3, 6]


def test_a_low_reader_gets_one_row_of_numbers_with_the_open_title(bar: SectionTabs) -> None:
    lay(bar, 480, 200)
    assert rows(bar) == 1
    assert bar.buttons()[3].label == "03"
    bar.set_current("section_3")
    assert bar.buttons()[3].label == "03 Environment"
    lay(bar, 480, 400)
    assert rows(bar) == 3
    assert bar.buttons()[4].label == "04 Drugs"


def test_neighbours_stand_below_each_other(bar: SectionTabs) -> None:
    lay(bar, 480)
    for before, after in pairwise(bar.buttons()):
        below = after.y() > before.y() and after.x() == before.x()
        assert below or (after.y() == 0 and after.x() == before.geometry().right() + 1)


def test_right_to_left_mirrors_the_grid(bar: SectionTabs) -> None:
    left_to_right = [button.geometry() for button in bar.buttons()]
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lay(bar, 701)
    lay(bar, 700)
    for button, place in zip(bar.buttons(), left_to_right, strict=True):
        assert button.geometry().right() == 700 - 1 - place.left()


def test_full_titles_for_pointer_and_screen_reader(bar: SectionTabs, tabs: Tabs) -> None:
    lay(bar, 480, 200)
    bar.set_current("section_9")
    for button, tab in zip(bar.buttons(), tabs, strict=True):
        assert tab.text in button.toolTip()
        spoken = QAccessible.queryAccessibleInterface(button)
        assert spoken.text(QAccessible.Text.Name) == tab.text
        assert spoken.role() is QAccessible.Role.RadioButton
        assert spoken.state().checkable
        assert bool(spoken.state().checked) is (tab.id == "section_9")
    assert bar.accessibleName()


def test_set_current_and_set_tabs_do_not_echo(qtbot: QtBot, bar: SectionTabs, tabs: Tabs) -> None:
    with qtbot.assertNotEmitted(bar.section_picked):
        bar.set_current("section_4")
        bar.set_current("no such section")
        bar.set_tabs(tabs[:6])
    assert bar.current_id() == "section_4"
    assert [button.isVisible() for button in bar.buttons()] == [True] * 6
    bar.set_tabs(())
    assert bar.current_id() == ""
    bar.set_tabs(tabs)
    assert bar.current_id() == "at_a_glance"
    assert [button.isChecked() for button in bar.buttons()] == [True] + [False] * 11


def test_what_is_the_same_is_not_worked_out_again(
    monkeypatch: pytest.MonkeyPatch, bar: SectionTabs, tabs: Tabs
) -> None:
    bar.set_current("section_4")
    calls: list[object] = []
    monkeypatch.setattr(section_tabs, "fit_tabs", lambda *given: calls.append(given))
    bar.set_tabs(tuple(tabs))
    bar.set_current("section_4")
    bar.set_current("section_5")  # titles do not hang on what is open
    bar.set_room(1900)
    assert bar.heightForWidth(bar.width()) == bar.height()
    assert calls == []


def test_a_click_picks_a_section_once(qtbot: QtBot, bar: SectionTabs) -> None:
    picked: list[str] = []
    bar.section_picked.connect(picked.append)
    qtbot.mouseClick(bar.buttons()[5], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.buttons()[5], Qt.MouseButton.LeftButton)
    assert picked == ["section_5"]
    assert bar.buttons()[5].isChecked()


@pytest.mark.parametrize(
    ("key", "section"),
    [
        (Qt.Key.Key_Down, "section_6"),
        (Qt.Key.Key_Up, "section_4"),
        (Qt.Key.Key_Right, "section_8"),
        (Qt.Key.Key_Left, "section_2"),
        (Qt.Key.Key_Home, "at_a_glance"),
        (Qt.Key.Key_End, "section_11"),
    ],
)
def test_keys_move_and_take_the_focus_along(
    qtbot: QtBot, bar: SectionTabs, key: Qt.Key, section: str
) -> None:
    lay(bar, 480)
    bar.set_current("section_5")
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.take_focus()
    with qtbot.waitSignal(bar.section_picked) as signal:
        qtbot.keyClick(bar.focusWidget(), key)
    assert signal.args == [section]
    assert bar.current_id() == section
    assert [button for button in bar.buttons() if button.isChecked()] == [bar.focusWidget()]


def test_keys_beyond_the_edge_and_with_modifiers_do_nothing(qtbot: QtBot, bar: SectionTabs) -> None:
    with qtbot.assertNotEmitted(bar.section_picked):
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            qtbot.keyClick(bar.buttons()[0], key)
        qtbot.keyClick(bar.buttons()[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClick(bar.buttons()[0], Qt.Key.Key_Space)
    assert bar.buttons()[0].isChecked()


def test_right_to_left_swaps_left_and_right(qtbot: QtBot, bar: SectionTabs) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lay(bar, 480)
    with qtbot.waitSignal(bar.section_picked) as signal:
        qtbot.keyClick(bar.buttons()[0], Qt.Key.Key_Left)
    assert signal.args == ["section_3"]


def test_tab_comes_to_the_open_section_alone(bar: SectionTabs) -> None:
    bar.set_current("section_7")
    stops = [
        place
        for place, button in enumerate(bar.buttons())
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [7]


def test_focus_follows_a_section_that_is_opened_elsewhere(qtbot: QtBot, bar: SectionTabs) -> None:
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.take_focus()
    bar.set_current("section_9")
    assert bar.focusWidget() is bar.buttons()[9]


def test_markup_in_a_title_is_text(bar: SectionTabs) -> None:
    bar.set_tabs((SectionTab("x", 1, "<b>x</b>", "01 <b>x</b>"),))
    assert "&lt;b&gt;" in bar.buttons()[0].toolTip()


def test_an_ampersand_in_a_title_is_no_shortcut(bar: SectionTabs) -> None:
    bar.set_tabs((SectionTab("x", 1, "Law &justice", "01 Law &justice"),))
    assert bar.buttons()[0].label == "01 Law &justice"
    assert bar.buttons()[0].shortcut().isEmpty()


def test_a_larger_font_is_measured_anew(bar: SectionTabs) -> None:
    height = bar.buttons()[0].height()
    font = bar.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    bar.setFont(font)
    lay(bar, 700)
    assert bar.buttons()[0].height() > height
    assert rows(bar) > 2
    assert all(bar.rect().contains(button.geometry()) for button in bar.buttons())


def test_colours_follow_the_palette(bar: SectionTabs) -> None:
    for theme in (LIGHT, DARK):
        bar.setPalette(palette_of(theme))
        picture = bar.buttons()[0].grab().toImage()
        assert picture.pixelColor(QPoint(0, 0)).name() == theme.accent
        assert picture.pixelColor(QPoint(picture.width() - 3, 3)).name() == theme.surface
        other = bar.buttons()[4].grab().toImage()
        assert other.pixelColor(QPoint(0, 0)).name() == theme.window
