"""The page of a continent or region on the real window: where its links lead."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import View
from ocviewer.presenter.world.linked import Piece
from ocviewer.ui.theme import DARK, LIGHT, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.linked_text import LinkedText
from ocviewer.ui.world.option_box import OptionBox
from ocviewer.ui.world.place_view import PlaceView
from tests.ui.conftest import MakeWindow


def opened(window: MainWindow, **changes: object) -> PlaceView:
    window.controller.open_view(View.PLACE, changes)
    window.activateWindow()
    QApplication.processEvents()
    view = window.stack.currentWidget()
    assert isinstance(view, PlaceView)
    return view


def view_of(window: MainWindow) -> View:
    return window.controller.state.view


def test_ctrl_r_opens_the_region_of_the_active_country(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window("PER", "TUV")
    window.controller.choose({"scope": Scope.CONTINENT, "place": "Africa"})
    window.turn_to(1)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    choice = window.controller.state.choice
    assert view_of(window) is View.PLACE
    assert (choice.scope, choice.place) == (Scope.REGION, "Polynesia")


def test_a_click_on_the_place_in_the_head_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    header = window.panes.pane.header
    texts = {x: header.tooltip_at(QPoint(x, 20)) for x in range(header.width())}
    places = [x for x, text in texts.items() if text.startswith("South America")]
    assert places
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(places[5], 20))
    assert view_of(window) is View.PLACE
    assert window.controller.state.choice.place == "South America"
    window.controller.open_view(View.PROFILE)
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(places[0] - 20, 20))
    assert view_of(window) is View.PROFILE


def test_links_lead_to_countries_nodes_and_places(window: MainWindow) -> None:
    view = opened(window)
    view.text.linkActivated.emit("continent:Americas")
    assert window.controller.state.choice.place == "Americas"
    view.text.linkActivated.emit("region:Caribbean")
    assert window.controller.state.choice.place == "Caribbean"
    view.text.linkActivated.emit("node:1.1.10")
    choice = window.controller.state.choice
    assert view_of(window) is View.RANKINGS
    assert (choice.indicator, choice.place) == ("1.1.10", "Caribbean")
    view = opened(window)
    view.text.linkActivated.emit("country:HTI")
    assert view_of(window) is View.PROFILE
    assert window.controller.state.panes[0].iso3 == "HTI"


def test_a_bar_and_a_card_lead_to_the_ranking_within_the_place(window: MainWindow) -> None:
    view = opened(window)
    for code, signal in (
        ("2.4", view.figures.charts["2"].indicator_activated),
        ("1.2", view.figures.cards["1.2"].activated),
    ):
        signal.emit(code)
        choice = window.controller.state.choice
        assert view_of(window) is View.RANKINGS
        assert (choice.indicator, choice.scope) == (code, Scope.REGION)
        assert choice.place == "South America"
        opened(window)
    view.figures.menu_requested.emit("1.1.1", QPoint(5, 5))
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert window.controller.state.choice.indicator == "1.1.1"


def test_another_place_is_chosen(window: MainWindow) -> None:
    view = opened(window)
    (box,) = view.findChildren(OptionBox)
    box.picked.emit((Scope.CONTINENT, "Europe"))
    assert window.controller.state.choice.place == "Europe"
    assert len(view.table.rows_model.rows) == 44
    assert view.figures.cards["1"].accessibleDescription().count("World mean") == 1


def test_the_table_opens_adds_and_copies(qtbot: QtBot, window: MainWindow) -> None:
    view = opened(window)
    view.table.setFocus()
    assert view.table.current_country() == "PER"
    assert view.table.rows_model.colours == {"PER": 0}
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view.table, Qt.Key.Key_C, control)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 13
    assert lines[1].split("\t")[:2] == ["Colombia", "7.82"]
    qtbot.keyClick(view.table, Qt.Key.Key_Home, control)
    qtbot.keyClick(view.table, Qt.Key.Key_Return, control)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "COL"]
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view_of(window) is View.PROFILE


@pytest.mark.parametrize("year", [2021, 2025])
def test_nothing_scrolls_sideways_beside_the_means(make_window: MakeWindow, year: int) -> None:
    window = make_window("PER", year=year)
    window.resize(1280, 720)
    view = opened(window, scope=Scope.CONTINENT, place="Africa")
    QApplication.processEvents()
    assert view.table.verticalScrollBar().maximum() > 0
    assert view.table.horizontalScrollBar().maximum() == 0


def test_an_edition_without_changes(make_window: MakeWindow) -> None:
    view = opened(make_window("TUV", year=2021))
    assert "is the first" in view.text.accessibleName()
    assert "first edition" in view.figures.cards["1"].texts()


def test_narrow_it_is_one_column(window: MainWindow) -> None:
    view = opened(window)
    window.resize(800, 560)
    QApplication.processEvents()
    bottom = view.table.mapTo(view, view.table.rect().bottomLeft()).y()
    assert view.figures.mapTo(view, QPoint(0, 0)).y() > bottom
    for chart in view.figures.charts.values():
        assert chart.height() >= chart.minimumSizeHint().height()
    assert view.table.horizontalScrollBar().maximum() == 0


def test_text_with_markup_stays_text(qtbot: QtBot) -> None:
    label = LinkedText()
    qtbot.addWidget(label)
    label.set_sentences([(Piece("<b>x</b> & "), Piece("<i>y</i>", 'country:"><b>'))])
    assert "&lt;b&gt;x&lt;/b&gt; &amp; " in label.text()
    assert "&lt;i&gt;y&lt;/i&gt;" in label.text()
    assert label.text().count("<b>") == 0
    assert label.accessibleName() == "<b>x</b> & <i>y</i>"


def test_the_keyboard_reaches_a_link(qtbot: QtBot) -> None:
    label = LinkedText()
    qtbot.addWidget(label)
    label.set_sentences([(Piece("To "), Piece("Peru", "country:PER"))])
    label.show()
    label.activateWindow()
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    with qtbot.waitSignal(label.followed) as followed:
        qtbot.keyClick(label, Qt.Key.Key_Return)
    assert followed.args == ["country:PER"]


def test_links_follow_the_theme(qapp: QApplication, window: MainWindow) -> None:
    view = opened(window)

    def has(colour: str) -> bool:
        image = view.text.grab().toImage()
        size = image.size()
        return any(
            image.pixelColor(x, y).name() == colour
            for x in range(size.width())
            for y in range(min(60, size.height()))
        )

    assert has(LIGHT.accent)
    apply_theme(qapp, ThemeChoice.DARK)
    QApplication.processEvents()
    assert has(DARK.accent)
