from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.presenter.page import Chip, ParagraphView, SectionTab, SectionView
from ocviewer.ui.reader.reader import Reader

MakeChip = Callable[..., Chip]
MakeSection = Callable[..., SectionView]


def test_a_section_fills_tabs_chips_and_text_without_echo(
    qtbot: QtBot, reader: Reader, make_section: MakeSection, make_chip: MakeChip
) -> None:
    signals = (reader.section_picked, reader.indicator_picked, reader.zoom_changed)
    emitted: list[object] = []
    for signal in signals:
        signal.connect(emitted.append)
    reader.set_section(make_section("Text of Testland.", number=4, chips=(make_chip(),)))
    reader.set_zoom(2)
    assert emitted == []
    assert reader.tabs().current_id() == "section_4"
    assert [button.chip.code for button in reader.chips().buttons()] == ["1.1.1"]
    assert "Text of Testland." in reader.view().toPlainText()


def test_a_section_without_text_shows_its_chips_all_the_same(
    reader: Reader, make_section: MakeSection, make_chip: MakeChip
) -> None:
    reader.set_section(make_section(chips=(make_chip(),), missing="No text yet."))
    assert reader.chips().isVisible()
    assert "No text yet." in reader.view().toPlainText()


def test_what_the_user_does_is_handed_on(
    qtbot: QtBot, reader: Reader, make_section: MakeSection, make_chip: MakeChip
) -> None:
    reader.set_section(make_section("Text.", chips=(make_chip("1.1.2"),)))
    with qtbot.waitSignal(reader.section_picked) as section:
        qtbot.mouseClick(reader.tabs().buttons()[3], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(reader.indicator_picked) as indicator:
        reader.chips().buttons()[0].click()
    with qtbot.waitSignal(reader.zoom_changed) as zoom:
        qtbot.keyClick(reader.view(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(reader.link_clicked) as link:
        reader.view().anchorClicked.emit("https://example.org/testland")
    assert [signal.args for signal in (section, indicator, zoom, link)] == [
        ["section_3"],
        ["1.1.2"],
        [1],
        ["https://example.org/testland"],
    ]


def test_an_indicator_is_shown_although_the_chips_have_just_taken_more_room(
    qtbot: QtBot,
    reader: Reader,
    make_section: MakeSection,
    make_chip: MakeChip,
    long_paragraphs: tuple[ParagraphView, ...],
) -> None:
    reader.set_section(make_section("Short."))
    chips = tuple(make_chip(f"1.1.{n}") for n in range(1, 13))
    reader.set_section(make_section(*long_paragraphs, chips=chips))
    reader.show_indicator("1.1.5")
    QApplication.processEvents()
    top = reader.view().cursorForPosition(reader.view().rect().topLeft())
    assert top.block().text().startswith("P5.")


def test_chips_stay_within_the_reader_at_any_width(
    reader: Reader, make_section: MakeSection, make_chip: MakeChip
) -> None:
    reader.set_section(make_section("Text.", chips=tuple(make_chip() for _ in range(5))))
    for width in (1400, 640, 480, 360):
        reader.resize(width, 400)
        QApplication.processEvents()
        chips = reader.chips()
        assert chips.height() == chips.heightForWidth(width)
        assert chips.geometry().bottom() < reader.view().geometry().top()
        assert reader.view().height() > 100


def test_tab_goes_from_tabs_to_chips_to_text(
    qtbot: QtBot, reader: Reader, make_section: MakeSection, make_chip: MakeChip
) -> None:
    reader.set_section(make_section("Text.", chips=(make_chip(), make_chip(), make_chip())))
    reader.activateWindow()
    qtbot.waitUntil(reader.isActiveWindow)
    reader.tabs().take_focus()
    visited: list[QWidget | None] = []
    for _ in range(2):
        qtbot.keyClick(reader.focusWidget(), Qt.Key.Key_Tab)
        visited.append(reader.focusWidget())
    assert visited == [reader.chips().buttons()[0], reader.view()]


def test_tabs_that_come_late_keep_their_place_in_the_order_of_tab(
    qtbot: QtBot,
    tabs: tuple[SectionTab, ...],
    make_section: MakeSection,
    make_chip: MakeChip,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader, after = Reader(window), QPushButton(window)
    stops = (*reader.tab_stops(), after)
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
    reader.set_tabs(tabs)
    reader.set_section(make_section("Text.", chips=(make_chip(),), url=""))  # no stop at a link
    reader.resize(640, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reader.tabs().take_focus()
    visited = [window.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget())
    open_tab = reader.tabs().buttons()[1]
    assert visited == [open_tab, reader.chips().buttons()[0], reader.view(), after]


def test_parts_have_names_for_screen_readers(reader: Reader) -> None:
    names = {part.accessibleName() for part in (reader, reader.tabs(), reader.chips())}
    assert len(names | {reader.view().accessibleName()}) == 4
    assert "" not in names


def test_a_reader_that_was_shown_a_hundred_sections_has_grown_no_widgets(
    reader: Reader, make_section: MakeSection, make_chip: MakeChip
) -> None:
    sections = [
        make_section("Text.", number=n, chips=tuple(make_chip() for _ in range(n)))
        for n in range(1, 6)
    ]
    for section in sections:
        reader.set_section(section)
    before = len(reader.findChildren(QWidget))
    for turn in range(100):
        reader.set_section(sections[turn % 5])
    assert len(reader.findChildren(QWidget)) == before


@pytest.mark.parametrize("count", [0, 2])
def test_a_low_reader_has_no_chips_whatever_is_opened(
    qtbot: QtBot, reader: Reader, make_section: MakeSection, make_chip: MakeChip, count: int
) -> None:
    reader.set_section(make_section("Text.", chips=(make_chip(),)))
    reader.resize(reader.width(), 150)
    reader.set_section(make_section("Text.", number=2, chips=(make_chip(),) * count))
    assert not reader.chips().isVisible()
    reader.resize(reader.width(), 400)
    assert reader.chips().isVisible() is (count > 0)
