"""The scatter on the real window: choosing axes, opening countries, menus, keys, editions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ocviewer.presenter.state import View
from ocviewer.presenter.world.scatter_part import Scatter
from ocviewer.ui.theme import ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.scatter_view import ScatterView
from tests.ui.conftest import MakeWindow

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, **changes: object) -> ScatterView:
    window.controller.open_view(View.SCATTER, changes)
    QApplication.processEvents()
    view = window.stack.currentWidget()
    assert isinstance(view, ScatterView)
    return view


def part_of(window: MainWindow) -> Scatter:
    part = window.controller.page.world
    assert isinstance(part, Scatter)
    return part


def point_of(window: MainWindow, iso3: str) -> int:
    points = enumerate(part_of(window).points)
    return next(index for index, point in points if iso3 in [dot.iso3 for dot in point.dots])


def click(qtbot: QtBot, window: MainWindow, view: ScatterView, iso3: str, *, ctrl: bool) -> None:
    place = view.chart.point_place(point_of(window, iso3)).toPoint()
    keys = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(view.chart.viewport(), LEFT, keys, pos=place)


def menu_of(view: ScatterView) -> QMenu:
    menus = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_the_action_opens_it(window: MainWindow) -> None:
    action = window.actions_["open_view:scatter"]
    assert action.shortcut().toString() == "F7"
    action.trigger()
    assert window.controller.state.view is View.SCATTER
    assert isinstance(window.stack.currentWidget(), ScatterView)
    assert action.isChecked()


def test_axes_are_chosen_and_swapped(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    assert (view.across.currentText().strip(), view.up.currentText()) == (
        "Criminality",
        "Resilience",
    )
    view.across.activated.emit(
        view.across.findText("Human trafficking", Qt.MatchFlag.MatchContains)
    )
    view.up.activated.emit(view.up.findText("Prevention", Qt.MatchFlag.MatchContains))
    choice = window.controller.state.choice
    assert (choice.indicator, choice.versus) == ("1.1.1", "2.11")
    qtbot.mouseClick(view.swap, LEFT)
    choice = window.controller.state.choice
    assert (choice.indicator, choice.versus) == ("2.11", "1.1.1")
    assert view.across.currentText().strip() == "Prevention"
    assert part_of(window).x.code == "2.11"


def test_population_is_ticked(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    view.chart.setFocus()
    before = list(view.chart.radii)
    view.sized.click()
    assert window.controller.state.choice.sized
    assert view.chart.radii != before
    assert "number of people" in view.notes.text()
    window.controller.choose({"sized": False})
    assert not view.sized.isChecked()
    assert view.chart.radii == before


def test_a_click_opens_a_country(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    click(qtbot, window, view, "LIE", ctrl=False)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["LIE"]
    assert window.controller.state.view is View.PROFILE


def test_ctrl_puts_it_beside_the_others_and_marks_it(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    for iso3 in ("LIE", "COL"):
        click(qtbot, window, view, iso3, ctrl=True)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "LIE", "COL"]
    assert window.controller.state.view is View.SCATTER
    colours = [ring.colour for ring in view.chart.picture.rings]
    assert colours == list(view.chart.theme.panes[:3])


@pytest.mark.parametrize("ctrl", [False, True])
def test_a_shared_point_asks_which(window: MainWindow, qtbot: QtBot, ctrl: bool) -> None:
    view = opened(window, indicator="1.1.3", versus="1.2.1")
    click(qtbot, window, view, "TUV", ctrl=ctrl)
    actions = menu_of(view).actions()
    assert len(actions) == 19
    assert not actions[0].isEnabled()
    next(action for action in actions if action.text() == "Tuvalu").trigger()
    menu_of(view).close()
    panes = [pane.iso3 for pane in window.controller.state.panes]
    assert panes == (["PER", "TUV"] if ctrl else ["TUV"])


def test_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["open_view:scatter"].trigger()
    view = window.stack.view(View.SCATTER)
    assert isinstance(view, ScatterView)
    view.across.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [view.across, view.swap, view.up, view.sized, view.chart]
    assert QApplication.focusWidget() is not view.chart
    view.chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(view.chart, "finl")
    assert view.chart.current == "FIN"
    qtbot.keyClick(view.chart, Qt.Key.Key_Return, CTRL)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "FIN"]
    qtbot.keyClicks(view.chart, "x")
    qtbot.keyClick(view.chart, Qt.Key.Key_Down)
    current = view.chart.current
    qtbot.keyClick(view.chart, Qt.Key.Key_Return)
    assert window.controller.state.panes[0].iso3 == current
    assert window.controller.state.view is View.PROFILE


def test_enter_at_a_shared_point_asks_with_the_country_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = opened(window, indicator="1.1.3", versus="1.2.1")
    view.chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(view.chart, "tuv")
    qtbot.keyClick(view.chart, Qt.Key.Key_Return)
    menu = menu_of(view)
    assert menu.activeAction().text() == "Tuvalu"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [pane.iso3 for pane in window.controller.state.panes] == ["TUV"]


def test_an_edition_that_lacks_the_node_says_so(window: MainWindow) -> None:
    view = opened(window, indicator="1.1.14")
    height = view.chart.height()
    window.controller.open_edition(2021)
    assert "did not score cyber-dependent crimes" in view.chart.picture.message
    assert "2023 and 2025" in view.chart.picture.message
    assert (view.sentence.text(), view.notes.text()) == ("", "")
    QApplication.processEvents()
    assert view.chart.height() == height
    window.controller.open_edition(2023)
    assert view.chart.picture.message == ""
    assert "in 2023" in view.sentence.text()


def test_it_follows_the_theme(window: MainWindow, qapp: QApplication) -> None:
    view = opened(window)
    light = view.chart.grab().toImage()
    apply_theme(qapp, ThemeChoice.DARK)
    QApplication.processEvents()
    dark = view.chart.grab().toImage()
    corner = (2, view.chart.height() - 3)
    assert light.pixelColor(*corner).lightness() > 200
    assert dark.pixelColor(*corner).lightness() < 60
    assert view.chart.picture.rings[0].colour == view.chart.theme.panes[0]
    assert view.chart.theme.dark


def test_four_countries_are_named_in_their_colours(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", "TUV", "FRA")
    view = opened(window)
    theme = view.chart.theme
    named = {text.colour: text.text.text() for text in view.chart.picture.texts}
    assert [named[colour] for colour in theme.panes] == ["Peru", "Colombia", "Tuvalu", "France"]


def test_sentences_are_plain_text(window: MainWindow) -> None:
    view = opened(window)
    part = part_of(window)
    view.set_part(part._replace(correlation="<b>r</b>", notes="a < b"))
    assert view.sentence.textFormat() is Qt.TextFormat.PlainText
    assert view.notes.textFormat() is Qt.TextFormat.PlainText
    assert view.sentence.text() == "<b>r</b>"
