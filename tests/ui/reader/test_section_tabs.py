from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader.section_tabs import SectionTabs
from ocviewer.ui.theme import DARK, LIGHT, palette_of


@pytest.fixture
def bar(qtbot: QtBot, tabs: tuple[SectionTab, ...]) -> SectionTabs:
    bar = SectionTabs()
    qtbot.addWidget(bar)
    bar.set_tabs(tabs)
    bar.resize(700, bar.sizeHint().height())
    bar.show()
    qtbot.waitExposed(bar)
    return bar


@pytest.mark.parametrize("width", [360, 480, 700, 1000, 1400, 2000])
def test_tabs_fit_without_overlap_or_cut_text(bar: SectionTabs, width: int) -> None:
    metrics = QFontMetricsF(bar.font())
    for index in range(bar.count()):
        bar.resize(width, bar.height())
        bar.setCurrentIndex(index)
        rects = [bar.tabRect(each) for each in range(bar.count())]
        assert rects[-1].right() < width
        for before, after in pairwise(rects):
            assert after.left() == before.right() + 1
        for each, rect in enumerate(rects):
            assert bar.tabText(each)
            assert metrics.horizontalAdvance(bar.tabText(each)) <= rect.width()
    assert not any(button.isVisible() for button in bar.findChildren(QToolButton))


def test_labels_follow_the_width(bar: SectionTabs, tabs: tuple[SectionTab, ...]) -> None:
    bar.resize(2200, bar.height())
    assert [bar.tabText(index) for index in range(12)] == [tab.text for tab in tabs]
    bar.resize(480, bar.height())
    assert bar.tabText(3) == "03"
    bar.set_current("section_3")
    assert bar.tabText(3) == "03 Environment"


def test_full_titles_for_pointer_and_screen_reader(
    bar: SectionTabs, tabs: tuple[SectionTab, ...]
) -> None:
    bar.resize(480, bar.height())
    for index, tab in enumerate(tabs):
        assert bar.accessibleTabName(index) == tab.text
        assert tab.text in bar.tabToolTip(index)
    assert bar.accessibleName()


def test_set_current_and_set_tabs_do_not_echo(
    qtbot: QtBot, bar: SectionTabs, tabs: tuple[SectionTab, ...]
) -> None:
    with qtbot.assertNotEmitted(bar.section_picked):
        bar.set_current("section_4")
        bar.set_current("no such section")
        bar.set_tabs(tabs[:6])
    assert bar.current_id() == "section_4"
    assert bar.count() == 6


def test_a_click_picks_a_section_once(qtbot: QtBot, bar: SectionTabs) -> None:
    picked: list[str] = []
    bar.section_picked.connect(picked.append)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(5).center())
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(5).center())
    assert picked == ["section_5"]


@pytest.mark.parametrize(
    ("key", "section"),
    [
        (Qt.Key.Key_Right, "section_3"),
        (Qt.Key.Key_Left, "section_1"),
        (Qt.Key.Key_Home, "at_a_glance"),
        (Qt.Key.Key_End, "section_11"),
    ],
)
def test_keys_move(qtbot: QtBot, bar: SectionTabs, key: Qt.Key, section: str) -> None:
    bar.set_current("section_2")
    with qtbot.waitSignal(bar.section_picked) as signal:
        qtbot.keyClick(bar, key)
    assert signal.args == [section]


def test_markup_in_a_title_is_text(qtbot: QtBot, bar: SectionTabs) -> None:
    bar.set_tabs((SectionTab("x", 1, "<b>x</b>", "01 <b>x</b>"),))
    assert "&lt;b&gt;" in bar.tabToolTip(0)


def test_a_larger_font_is_measured_anew(bar: SectionTabs) -> None:
    height = bar.sizeHint().height()
    font = bar.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    bar.setFont(font)
    assert bar.sizeHint().height() > height
    assert bar.tabRect(11).right() < bar.width()


def test_colours_follow_the_palette(bar: SectionTabs) -> None:
    point = bar.tabRect(bar.currentIndex()).topLeft()
    assert bar.grab().toImage().pixelColor(point).name() == LIGHT.accent
    bar.setPalette(palette_of(DARK))
    assert bar.grab().toImage().pixelColor(point).name() == DARK.accent
