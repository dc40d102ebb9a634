"""The rankings on the real window: what is in view, and what mouse and keyboard do."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import View
from ocviewer.ui.theme import DARK, LIGHT, Theme, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.rankings_view import RankingsView
from tests.ui.conftest import MakeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, **changes: object) -> RankingsView:
    window.controller.open_view(View.RANKINGS, changes)
    window.activateWindow()
    QApplication.processEvents()
    view = window.stack.currentWidget()
    assert isinstance(view, RankingsView)
    return view


def view_of(window: MainWindow) -> View:
    return window.controller.state.view


def names(view: RankingsView) -> list[str]:
    return [row.name for row in view.table.rows_model.rows]


def in_sight(view: RankingsView, iso3: str) -> bool:
    table = view.table
    index = table.model().index(table.rows_model.number_of(iso3), 0)
    place = table.visualRect(index)
    return not place.isEmpty() and table.viewport().rect().contains(place.center())


def menu_actions(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def open_menu(view: RankingsView, iso3: str) -> QMenu:
    view.table.menu_requested.emit(iso3, QPoint(5, 5))
    return next(menu for menu in view.findChildren(QMenu) if menu.isVisible())


def test_f4_opens_it_with_the_country_in_view(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window("TUV")
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    view = window.stack.currentWidget()
    assert isinstance(view, RankingsView)
    assert names(view)[0] == "Myanmar"
    assert in_sight(view, "TUV")
    assert view.table.current_country() == "TUV"
    window.controller.open_view(View.PROFILE)
    view.table.scrollToTop()
    window.controller.open_view(View.RANKINGS)
    assert in_sight(view, "TUV")


def test_a_bar_and_a_card_lead_to_their_ranking(make_window: MakeWindow) -> None:
    window = make_window("PER")
    window.controller.choose({"scope": Scope.REGION, "place": "South America"})
    window.panes.pane.figures.cards["2"].activated.emit("2")
    assert window.controller.state.choice.indicator == "2"
    assert window.controller.state.choice.place == "South America"
    view = window.stack.currentWidget()
    assert isinstance(view, RankingsView)
    assert view.table.current_country() == "PER"
    window.controller.open_view(View.PROFILE)
    window.controller.add_country("TUV")
    assert window.panes.comparison is not None
    window.panes.comparison.figures.matrix.menu_requested.emit("1.1.2", QPoint(5, 5), 1)
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    menu_actions(menu)["Show in ranking"].trigger()
    menu.close()
    assert view_of(window) is View.RANKINGS
    assert window.controller.state.choice.indicator == "1.1.2"
    assert window.controller.state.choice.scope is Scope.WORLD
    assert view.table.current_country() == "TUV"
    assert in_sight(view, "TUV")


def test_node_and_place_are_chosen_and_ranks_are_within(window: MainWindow) -> None:
    view = opened(window)
    node, place = view.findChildren(OptionBox)
    node.picked.emit("1.1.11")
    place.picked.emit((Scope.REGION, "South America"))
    choice = window.controller.state.choice
    assert (choice.indicator, choice.scope, choice.place) == (
        "1.1.11",
        Scope.REGION,
        "South America",
    )
    assert len(names(view)) == 12
    assert node.currentText().strip() == "Cocaine trade"
    assert place.currentText().strip() == "South America (12)"
    assert view.status.text() == "12 of 12 countries"


def test_a_switch_leaves_the_current_country_where_it_is(window: MainWindow) -> None:
    view = opened(window)
    table = view.table
    row = table.rows_model.number_of("PER")
    before = table.rowViewportPosition(row)
    assert before > 50
    window.controller.choose({"indicator": "1.1.1"})
    assert table.current_country() == "PER"
    assert table.rows_model.number_of("PER") != row
    assert table.rowViewportPosition(table.rows_model.number_of("PER")) == before


def test_a_heading_sorts_and_the_next_click_turns_round(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window)
    header = view.table.horizontalHeader()

    def click(column: int) -> None:
        place = QPoint(header.sectionViewportPosition(column) + 8, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(1)
    assert names(view)[0] == "Afghanistan"
    click(1)
    assert names(view)[0] == "Zimbabwe"
    click(2)
    assert names(view)[0] == "Myanmar"
    click(3)
    changes = [row.cells[3].key for row in view.table.rows_model.rows]
    assert changes == sorted(changes, key=lambda key: -float(key or 0))
    window.controller.choose({"indicator": "2"})
    changes = [row.cells[3].key for row in view.table.rows_model.rows]
    assert changes == sorted(changes, key=lambda key: -float(key or 0))
    assert view.table.current_country() == "PER"


def test_what_has_no_score_stays_last_in_either_order(make_window: MakeWindow) -> None:
    view = opened(make_window("PER", year=2021), indicator="1.1.14")
    for order in Qt.SortOrder:
        view.table.sortByColumn(2, order)
        assert names(view)[0] == "Afghanistan"
    texts = [str(view.table.model().index(0, column).data()) for column in (0, 2, 3)]
    assert texts == ["–", "–", "not scored in 2021"]
    assert "Scored in 2023 and 2025" in view.findChildren(type(view.status))[0].text()


def test_the_filter_forgives_and_tells(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window)
    view.filter.setFocus()
    qtbot.keyClicks(view.filter, "cote divoire")
    assert names(view) == ["Côte d'Ivoire"]
    assert view.status.text() == "1 of 193 countries"
    view.filter.setText("south america")
    assert len(names(view)) == 12
    view.filter.setText("<b>Perux</b>")
    assert names(view) == []
    assert view.status.text().startswith("No country here matches “<b>Perux</b>”.")
    assert "Peru" in view.status.text()
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    assert len(names(view)) == 193


def test_enter_in_the_filter_opens_what_it_found(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window)
    view.filter.setFocus()
    qtbot.keyClicks(view.filter, "tuvalu")
    qtbot.keyClick(view.filter, Qt.Key.Key_Return)
    assert view_of(window) is View.PROFILE
    assert window.controller.state.panes[0].iso3 == "TUV"


def test_the_keyboard_moves_adds_and_opens(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.table.current_country() == "VNM"
    qtbot.keyClick(view.table, Qt.Key.Key_Return, CONTROL)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "VNM"]
    assert view_of(window) is View.RANKINGS
    assert view.table.rows_model.colours == {"PER": 0, "VNM": 1}
    qtbot.keyClick(view.table, Qt.Key.Key_Return)  # it is open already, and turned to
    assert view_of(window) is View.PROFILE
    assert window.active == 1
    window.controller.open_view(View.RANKINGS)
    view.table.reveal("YEM")
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view_of(window) is View.PROFILE
    assert "YEM" in [pane.iso3 for pane in window.controller.state.panes]


def test_typing_jumps_to_a_country(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window)
    view.table.setFocus()
    QApplication.setKeyboardInputInterval(10_000)
    qtbot.keyClicks(view.table, "new z")
    assert view.table.current_country() == "NZL"
    assert in_sight(view, "NZL")
    QApplication.setKeyboardInputInterval(0)
    found = []
    for _ in range(3):
        qtbot.keyClicks(view.table, "z")
        found.append(view.table.current_country())
    assert set(found) == {"ZMB", "ZWE"}
    QApplication.setKeyboardInputInterval(400)


def test_copying_takes_all_rows_or_the_selected_ones(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window, scope=Scope.REGION, place="South America")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 13
    assert lines[0].split("\t")[:5] == ["rank", "shared by", "of", "iso3", "country"]
    assert view.status.text() == "12 rows copied"
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.table, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[4] for line in lines[1:]] == names(view)[:2]
    window.controller.choose({"indicator": "2"})
    assert set(view.table.selected_countries()) == {"COL", "ECU"}
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert view.table.selected_countries() == ()


def saved(view: RankingsView, path: Path) -> None:
    """Answers the dialog that asks for a file."""
    dialog = next(d for d in view.findChildren(QFileDialog) if d.isVisible())
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_ctrl_s_saves_what_is_shown_in_its_order(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    view = opened(window, scope=Scope.REGION, place="South America")
    view.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    view.filter.setText("u")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_S, CONTROL)
    saved(view, tmp_path / "x.csv")
    lines = (tmp_path / "x.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[4] for line in lines[1:-1]] == names(view)
    assert view.status.text().startswith("Saved: ")


def test_a_failed_save_is_told_and_loses_nothing(window: MainWindow, tmp_path: Path) -> None:
    view = opened(window)
    (tmp_path / "file").write_text("old", "utf-8")
    buttons = {button.text(): button for button in view.findChildren(QPushButton)}
    buttons["Save as CSV…"].click()
    saved(view, tmp_path / "file" / "x.csv")
    assert "could not be saved" in window.message_bar.text
    assert (tmp_path / "file").read_text("utf-8") == "old"


def test_the_menu_of_a_row(window: MainWindow) -> None:
    view = opened(window)
    menu = open_menu(view, "TUV")
    actions = menu_actions(menu)
    assert "Copy the selected rows" not in actions
    sorting = actions["Sort by"].menu()
    assert isinstance(sorting, QMenu)
    menu_actions(sorting)["Country"].trigger()
    assert names(view)[0] == "Afghanistan"
    menu_actions(sorting)["Country"].trigger()
    assert names(view)[0] == "Zimbabwe"
    actions["Add to comparison"].trigger()
    menu.close()
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "TUV"]
    menu = open_menu(view, "TUV")
    menu_actions(menu)["Region page: Polynesia"].trigger()
    menu.close()
    assert view_of(window) is View.PLACE
    assert window.controller.state.choice.place == "Polynesia"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_open_countries_are_marked_in_the_colours_of_their_panes(
    qapp: QApplication, make_window: MakeWindow, theme: Theme
) -> None:
    window = make_window("PER", "VNM")
    view = opened(window)
    apply_theme(qapp, ThemeChoice.DARK if theme.dark else ThemeChoice.LIGHT)
    QApplication.processEvents()
    image = view.table.viewport().grab().toImage()
    for iso3, colour in (("PER", theme.panes[0]), ("VNM", theme.panes[1])):
        index = view.table.model().index(view.table.rows_model.number_of(iso3), 1)
        place = view.table.visualRect(index)
        assert image.pixelColor(place.left() + 1, place.center().y()).name() == colour
    row = view.table.model().index(view.table.rows_model.number_of("PHL"), 1)
    place = view.table.visualRect(row)
    ground = image.pixelColor(place.left() + 1, place.center().y()).name()
    assert ground in {theme.surface, theme.raised}


def test_it_speaks_without_signs(window: MainWindow) -> None:
    view = opened(window)
    model, row = view.table.rows_model, view.table.rows_model.number_of("PER")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert str(model.index(row, 1).data(role)).startswith("Peru: 6.62, up 0.22 since 2023, worse.")
    assert model.index(row, 3).data(role) == "+0.22 worse"
    assert model.index(row, 4).data(role) == "up 1 from 32nd"
    assert view.table.accessibleName() == "Ranking"


@pytest.mark.parametrize("size", [(800, 560), (1280, 720), (1920, 1080)])
def test_no_figure_is_cut_and_nothing_scrolls_sideways(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    view = opened(window)
    QApplication.processEvents()
    table = view.table
    assert table.horizontalScrollBar().maximum() == 0
    shown = [n for n in range(8) if not table.isColumnHidden(n)]
    assert shown[:5] == [0, 1, 2, 3, 4]
    assert (7 in shown) == (size[0] == 1920)


def test_enter_in_the_filter_opens_the_best_match(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    qtbot.keyClicks(view.filter, "guinea")  # Papua New Guinea ranks before it
    qtbot.keyClick(view.filter, Qt.Key.Key_Return)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["GIN"]
