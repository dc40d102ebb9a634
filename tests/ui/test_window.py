"""The window as a whole: what a pick, an edition, a section and a comparison do to it."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.ui.compare.compare_view import CompareView
from ocviewer.ui.session import Session
from ocviewer.ui.sidebar import LEAST
from ocviewer.ui.theme import LIGHT, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow


def card_texts(window: MainWindow) -> list[str]:
    return [t for card in window.panes.pane.figures.cards.values() for t in card.texts()]


def reader_text(window: MainWindow) -> str:
    return window.panes.pane.reader.view().toPlainText()


def compared(window: MainWindow) -> CompareView:
    """What shows several panes; it has to be in sight."""
    assert window.panes.comparison is not None
    assert window.panes.comparison.isVisible()
    assert not window.panes.pane.isVisible()
    return window.panes.comparison


def test_peru_is_all_there(window: MainWindow) -> None:
    assert window.windowTitle() == "Peru · 2025 – ocviewer"
    texts = card_texts(window)
    assert {"6.62", "4.46", "6.33", "6.90"} <= set(texts)
    assert any(text.startswith("31st of 193") for text in texts)
    assert "Criminality stands at 6.62" in reader_text(window)
    assert len(window.panes.pane.figures.charts) == 3


def test_picking_keeps_edition_and_section(window: MainWindow) -> None:
    window.controller.open_section("drugs")
    window.controller.open_edition(2023)
    window.picker.picked.emit("COL")
    assert window.windowTitle() == "Colombia · 2023 – ocviewer"
    pane = window.controller.page.panes[0]
    assert (pane.section.id, pane.edition) == ("drugs", 2023)
    assert "no text of this section for Colombia, 2023" in reader_text(window)


def test_what_2021_did_not_score_says_so(window: MainWindow) -> None:
    window.controller.open_edition(2021)
    bars = {bar.code: bar for group in window.controller.page.panes[0].groups for bar in group.bars}
    assert len(bars) == 32
    assert bars["1.1.14"].score is None
    assert bars["1.1.14"].change.text == "not scored in 2021"


@pytest.mark.parametrize("iso3", ["TUV", "AFG", "NAM"])
def test_small_and_gappy_countries_show(make_window: MakeWindow, iso3: str) -> None:
    window = make_window(iso3)
    name = window.controller.library.countries[iso3].name
    assert window.windowTitle().startswith(name)
    facts = [fact.text for fact in window.controller.page.panes[0].facts]
    assert ("GDP: no data" in facts) == (iso3 == "AFG")


def test_a_click_on_a_bar_opens_its_section_at_its_paragraph(window: MainWindow) -> None:
    window.panes.pane.figures.charts["2"].indicator_activated.emit("2.7")
    page = window.controller.page
    assert page.section == "criminal_justice_and_security"
    assert window.panes.pane.reader.view().paragraph_at("2.7") == 2


def test_the_menu_of_a_bar_tells_its_ranks(window: MainWindow) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    window.panes.pane.figures.charts["1.1"].menu_requested.emit("1.1.11", QPoint(5, 5))
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[:2] == ["Open its section", "Show in ranking"]
    assert texts[2].startswith("World: ")
    assert len(texts) == 7
    assert texts[5:] == ["Note for Peru…", "Note in general…"]
    menu.actions()[0].trigger()
    assert window.controller.state.section == "drugs"
    menu.close()


def test_two_countries_side_by_side_and_back(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    assert window.windowTitle() == "Peru · Colombia · 2025 – ocviewer"
    heads = compared(window).heads
    assert len(heads.heads) == 2
    window.controller.add_country("TUV")
    assert [head.isVisible() for head in heads.heads] == [True] * 3
    heads.heads[1].close_button.click()
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "TUV"]
    window.controller.keep_first()
    assert window.panes.pane.isVisible()
    assert not heads.isVisible()
    assert "Criminality stands at 6.62" in reader_text(window)
    assert len(window.panes.pane.figures.charts) == 3


def test_a_fifth_country_is_refused_with_a_word(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", "TUV", "AFG")
    window.picker.add_requested.emit("BRA")
    assert len(compared(window).heads.heads) == 4
    assert "Up to 4 countries" in window.message_bar.text
    window.picker.add_requested.emit("COL")
    assert "Colombia is open already." in window.message_bar.text


def test_the_list_opens_countries_in_the_active_pane(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.commands.panes.next_pane()
    window.picker.picked.emit("BRA")
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "BRA"]


def test_the_pane_that_has_the_focus_is_the_active_one(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.activateWindow()
    window.controller.open_section("people")
    compared(window).text.views()[1].setFocus()
    QApplication.processEvents()
    assert window.active == 1
    window.actions_["close_pane"].trigger()
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER"]


def test_a_country_that_is_added_is_the_active_one(make_window: MakeWindow) -> None:
    window = make_window("PER")
    window.picker.add_requested.emit("COL")
    assert window.active == 1


def test_a_country_is_not_opened_twice(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.turn_to(0)
    window.picker.picked.emit("COL")
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "COL"]
    assert window.active == 1
    window.picker.add_requested.emit("COL")
    assert "Colombia is open already." in window.message_bar.text


def test_compare_with_puts_the_next_pick_beside(window: MainWindow) -> None:
    window.actions_["add_country"].trigger()
    assert "goes beside" in window.message_bar.text
    assert window.message_bar.isVisible()
    window.picker.picked.emit("COL")
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "COL"]
    assert not window.message_bar.isVisible()
    window.picker.picked.emit("TUV")
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "TUV"]


def test_the_country_list_cannot_be_lost(make_window: MakeWindow) -> None:
    session = Session(splitters={"sidebar": [0, 1276]}, theme="light")
    window = make_window("PER", session=session)
    assert window.picker.width() >= LEAST
    window.splitter.setSizes([0, 1000])
    assert window.picker.width() >= LEAST


def test_four_countries_keep_their_numbers_whole(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", "TUV", "AFG")
    matrix = compared(window).figures.matrix
    page = window.controller.page
    assert page.comparison is not None
    for size in ((800, 560), (1280, 720), (1920, 1080)):
        window.resize(*size)
        QApplication.processEvents()
        written = Counter(matrix.sheet.picture.written())
        cells = [cell for row in page.comparison.rows for cell in row.cells]
        for text, count in Counter(cell.score_text for cell in cells).items():
            assert written[text] >= count
        amounts = [c.against.amount for c in cells if c.against and c.against.difference]
        for text, count in Counter(amounts).items():
            assert written[text] >= count
    ranks = [card.ranks[0].short for pane in page.panes for card in pane.cards]
    for text, count in Counter(ranks).items():
        assert written[text] >= count


def test_ctrl_k_typing_and_enter(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = window.picker.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, "afgan")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.controller.state.panes[0].iso3 == "AFG"


def test_the_theme_changes_while_the_window_is_open(window: MainWindow, qapp: QApplication) -> None:
    before = window.grab().toImage().pixelColor(4, window.height() - 4)
    apply_theme(qapp, ThemeChoice.DARK)
    qapp.processEvents()
    after = window.grab().toImage()
    assert after.pixelColor(4, after.height() - 4).lightness() < before.lightness() - 100
    surface = after.pixelColor(window.panes.pane.x() + 300, 4)
    assert surface.name() != LIGHT.window


def test_every_country_in_every_edition_shows(window: MainWindow, library: Library) -> None:
    for year in library.years:
        window.controller.open_edition(year)
        for iso3 in library.countries:
            window.controller.open_country(iso3)
            name = library.countries[iso3].name
            assert window.windowTitle() == f"{name} · {year} – ocviewer"


def test_a_problem_of_the_library_is_told_and_the_window_stays(
    window: MainWindow, words: object
) -> None:
    from ocviewer.domain.problem import Problem

    problem = Problem("truncated", "x.json", "line 1, column 2", {"reason": "Unterminated"})
    window.controller.library.problems.append(problem)
    try:
        window.controller.open_country("COL")
        assert "x.json: line 1, column 2: The file ends too early" in window.message_bar.text
        assert window.windowTitle().startswith("Colombia")
    finally:
        window.controller.library.problems.clear()


def test_what_could_not_be_had_is_not_ticked(window: MainWindow) -> None:
    window.actions_["open_view:map"].setChecked(True)
    window.controller.told.emit("no map")
    assert window.actions_["open_view:profile"].isChecked()


def test_open_countries_have_their_colours_in_the_list(window: MainWindow) -> None:
    window.controller.add_country("COL")
    window.controller.move_pane(1, 0)
    assert dict(window.picker._model.open) == {"COL": 1, "PER": 0}
    shown = window.picker.grab().toImage()
    seen = {
        shown.pixelColor(x, y).name()
        for x in range(shown.width() // 2)
        for y in range(shown.height())
    }
    assert {QColor(colour).name() for colour in LIGHT.panes[:2]} <= seen
