"""The country selector under keyboard and mouse: tree, orders, editions, menu."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.picker import PickerSort
from ocviewer.presenter.words import Words
from ocviewer.ui.views.country_model import RowKind
from tests.ui.views.picker_driver import CONTROL, Driver


@pytest.fixture
def driver(qtbot: QtBot, library: Library, words: Words) -> Driver:
    return Driver(qtbot, library, words)


def test_tree_opens_at_the_open_country(driver: Driver) -> None:
    assert driver.names() == ["Africa", "Americas", "Asia", "Europe", "Oceania"]
    peru = driver.model.index_of("PER")
    assert driver.model.path_of(peru) == ("Americas", "South America", "Peru")
    assert driver.tree.viewport().rect().contains(driver.tree.visualRect(peru))
    assert driver.current == "Peru"
    assert not driver.tree.isExpanded(driver.model.index_of_group(("Africa",)))


def test_nothing_that_the_program_sets_is_told(driver: Driver) -> None:
    driver.picker.set_current({"COL": 0, "PER": 1})
    driver.picker.set_sort(PickerSort.CHANGE)
    driver.picker.set_sort("no such order")
    driver.show_edition(2023)
    driver.picker.focus_filter()
    assert driver.told == []
    assert driver.picker.sort == "change"


def test_keys_in_the_tree(driver: Driver) -> None:
    driver.tree.setFocus()
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Return, CONTROL)
    assert driver.told == [("picked", "PRY"), ("add_requested", "PRY")]
    driver.press(Qt.Key.Key_Left)
    assert driver.current == "South America"
    driver.press(Qt.Key.Key_Return)
    assert not driver.tree.isExpanded(driver.tree.currentIndex())


def test_click_picks_and_control_click_adds(driver: Driver) -> None:
    driver.click("BRA")
    driver.click("CHL", CONTROL)
    assert driver.told == [("picked", "BRA"), ("add_requested", "CHL")]


def test_click_on_a_group_opens_and_closes_it(driver: Driver) -> None:
    group = driver.model.index_of_group(("Africa",))
    place = driver.tree.visualRect(group).center()
    for expanded in (True, False):
        driver.qtbot.mouseClick(driver.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert driver.tree.isExpanded(group) is expanded
    assert driver.told == []


@pytest.fixture
def menu_of(driver: Driver) -> Iterator[Callable[[QModelIndex], QMenu]]:
    menus: list[QMenu] = []

    def open_menu(index: QModelIndex) -> QMenu:
        place = driver.tree.visualRect(index).center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, driver.tree.viewport().mapToGlobal(place)
        )
        QApplication.sendEvent(driver.tree.viewport(), event)
        menus.extend(driver.tree.findChildren(QMenu))
        return menus[-1]

    yield open_menu
    for menu in menus:
        menu.close()


def test_context_menu(driver: Driver, menu_of: Callable[[QModelIndex], QMenu]) -> None:
    menu = menu_of(driver.model.index_of("BRA"))
    for action in menu.actions():
        action.trigger()
    assert [action.text() for action in menu.actions()] == ["Open", "Add to comparison"]
    assert driver.told == [("picked", "BRA"), ("add_requested", "BRA")]


def test_a_group_has_no_context_menu(driver: Driver) -> None:
    place = driver.tree.visualRect(driver.model.index_of_group(("Asia",))).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint())
    QApplication.sendEvent(driver.tree.viewport(), event)
    assert driver.tree.findChildren(QMenu) == []


@pytest.mark.parametrize(
    ("action", "sort", "heading", "first"),
    [
        ("Criminality", "criminality", "", "Myanmar"),
        ("Resilience", "resilience", "", "Finland"),
        ("Change of criminality", "change", "Worse than in 2023", "Haiti"),
    ],
)
def test_sorting(driver: Driver, action: str, sort: str, heading: str, first: str) -> None:
    menu = driver.picker.findChildren(QToolButton, "sort")[0].menu()
    next(entry for entry in menu.actions() if entry.text() == action).trigger()
    assert driver.told == [("sort_changed", sort)]
    names = driver.names()
    if heading:
        assert names.pop(0) == heading
    assert names[0] == first
    assert driver.current == "Peru"
    assert (
        driver.tree.viewport().rect().contains(driver.tree.visualRect(driver.model.index_of("PER")))
    )


def test_an_edition_keeps_expansion_current_row_and_place(driver: Driver) -> None:
    asia = ("Asia",)
    driver.tree.expand(driver.model.index_of_group(asia))
    driver.tree.setCurrentIndex(driver.model.index_of("BRA"))
    bar = driver.tree.verticalScrollBar()
    bar.setValue(17)
    driver.show_edition(2021)
    assert driver.tree.isExpanded(driver.model.index_of_group(asia))
    assert driver.current == "Brazil"
    assert bar.value() == 17
    row = driver.model.row_of(driver.model.index_of("PER"))
    assert row is not None
    assert row.entry is not None
    assert row.entry.edition == 2021


def test_filter_and_order_keep_the_expansion(driver: Driver) -> None:
    driver.tree.expand(driver.model.index_of_group(("Asia",)))
    driver.type("chad")
    driver.press(Qt.Key.Key_Escape)
    driver.picker.set_sort("change")
    driver.picker.set_sort("name")
    assert driver.tree.isExpanded(driver.model.index_of_group(("Asia",)))
    assert not driver.tree.isExpanded(driver.model.index_of_group(("Africa",)))


def test_a_second_country_does_not_move_the_list(driver: Driver) -> None:
    driver.tree.setCurrentIndex(driver.model.index_of("BRA"))
    driver.picker.set_current({"PER": 0, "CHN": 1})
    assert driver.current == "Brazil"
    driver.picker.set_current({"CHN": 1})
    assert driver.current == "China"


def test_screen_readers_hear_the_rows(driver: Driver) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    text = driver.model.index_of("PER").data(spoken)
    assert text.startswith("Peru, South America. Criminality 6.62, up 0.22, worse.")
    assert driver.model.index_of_group(("Americas",)).data(spoken) == "Americas, 35"
    assert driver.tree.accessibleName()
    assert driver.filter.accessibleName()
    driver.type("chad")
    assert driver.filter.accessibleDescription().startswith("Chad, ")


def test_notes_cannot_be_reached(driver: Driver) -> None:
    driver.picker.set_sort("change")
    row = driver.model.row_of(driver.model.index(0, 0))
    assert row is not None
    assert row.kind is RowKind.NOTE
    assert driver.model.flags(driver.model.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_model_keeps_qts_rules(driver: Driver, qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    qtmodeltester.check(driver.model)
    driver.picker.set_sort("change")
    qtmodeltester.check(driver.model)


def test_another_edition_repaints_all_figures_in_sight(driver: Driver) -> None:
    """Qt's tree repaints less than all when it is told that all rows have changed."""

    def painted() -> QImage:
        return driver.picker.screen().grabWindow(driver.picker.winId()).toImage()

    for year in (2021, 2023, 2025, 2023):
        driver.show_edition(year)
        QApplication.processEvents()
        on_the_screen = painted()
        driver.tree.viewport().repaint()
        assert painted() == on_the_screen
