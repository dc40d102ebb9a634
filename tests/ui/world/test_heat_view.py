"""The heat table on the real window: intents, keyboard, zoom, order, palette, missing scores."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ocviewer.domain.indicator import Polarity
from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import Grouping, View
from ocviewer.ui.theme import DARK, LIGHT, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.heat_chart import HeatChart
from ocviewer.ui.world.heat_colours import change_colours, score_colours
from ocviewer.ui.world.heat_view import HeatView
from ocviewer.ui.world.rankings_view import RankingsView
from tests.ui.conftest import MakeWindow


def opened(window: MainWindow, size: tuple[int, int] = (1280, 720), **choice: object) -> HeatView:
    window.resize(*size)
    window.activateWindow()
    window.picker.focus_filter()  # or the view takes the keyboard, and shows where it is
    window.controller.open_view(View.HEAT, choice)
    QApplication.processEvents()
    view = window.stack.currentWidget()
    assert isinstance(view, HeatView)
    return view


def middle(chart: HeatChart, iso3: str, code: str) -> QPoint:
    area = chart.cell_rect(iso3, code)
    assert area is not None
    return QPoint(int(area.center().x()), int(area.center().y()))


def zoomed(view: HeatView) -> HeatChart:
    """High enough for names and a cell's own pixels around its number."""
    for _ in range(9):
        view.chart.zoom(1)
    QApplication.processEvents()
    return view.chart


def at_edge(chart: HeatChart, iso3: str, code: str) -> str:
    area = chart.cell_rect(iso3, code)
    assert area is not None
    place = QPoint(int(area.left()) + 2, int(area.top()) + 3)
    return chart.grab().toImage().pixelColor(place).name()


def test_the_action_opens_it(window: MainWindow) -> None:
    window.actions_["open_view:heat"].trigger()
    assert isinstance(window.stack.currentWidget(), HeatView)


@pytest.mark.parametrize("code", ["1.1.1", "1.2.3", "2.12"])
def test_a_cell_has_the_colour_of_its_score(window: MainWindow, qtbot: QtBot, code: str) -> None:
    chart = zoomed(opened(window))
    score = window.controller.library.edition(2025).score("PER", code)
    polarity = Polarity.RESILIENCE if code.startswith("2") else Polarity.CRIMINALITY
    assert score is not None
    expected = QColor.fromRgba(int(score_colours(False, polarity)[score - 100])).name()
    assert at_edge(chart, "PER", code) == expected


def test_a_change_has_the_colour_of_what_it_means(window: MainWindow) -> None:
    chart = zoomed(opened(window, since=2021))
    library = window.controller.library
    for code, polarity in (("1.1.4", Polarity.CRIMINALITY), ("2.1", Polarity.RESILIENCE)):
        now, before = (library.edition(year).score("PER", code) for year in (2025, 2021))
        assert now is not None
        assert before is not None
        expected = int(change_colours(False, polarity)[now - before + 900])
        assert at_edge(chart, "PER", code) == QColor.fromRgba(expected).name()


def test_a_cell_without_a_score_has_the_ground_and_a_hatch(window: MainWindow) -> None:
    window.controller.open_edition(2021)
    chart = zoomed(opened(window))
    area = chart.cell_rect("PER", "1.1.14")
    assert area is not None
    image = chart.grab().toImage()
    inner = area.toRect().adjusted(2, 2, -3, -3)
    found = {
        image.pixelColor(x, y).name()
        for x in range(inner.left(), inner.right())
        for y in range(inner.top(), inner.bottom())
    }
    assert found == {LIGHT.surface, LIGHT.line}


def test_a_click_opens_and_ctrl_click_adds(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    place = middle(view.chart, "BRA", "1.1.3")
    with qtbot.waitSignal(view.country_added) as added:
        qtbot.mouseClick(
            view.chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
        )
    assert added.args == ["BRA"]
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "BRA"]
    assert window.controller.state.view is View.HEAT
    with qtbot.waitSignal(view.country_picked) as picked:
        qtbot.mouseClick(
            view.chart, Qt.MouseButton.LeftButton, pos=middle(view.chart, "ECU", "1.1.3")
        )
    assert picked.args == ["ECU"]
    assert window.controller.page.world is None


def test_the_keyboard_moves_the_cursor_and_opens(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    chart = view.chart
    chart.setFocus()
    assert chart.current == ("PER", "1.1.1")  # where the open country is
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current == ("SUR", "1.1.2")
    assert chart.accessibleDescription().startswith("Suriname, Human smuggling. ")
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.current == ("SUR", "2.12")
    qtbot.keyClick(chart, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert chart.current == ("AGO", "2.12")
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current == ("AGO", "2.12")
    qtbot.keyClick(chart, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert chart.current == ("TUV", "2.12")
    with qtbot.waitSignal(view.country_added):
        qtbot.keyClick(chart, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.country_picked) as picked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert picked.args == ["TUV"]


def test_typing_goes_to_a_country(window: MainWindow, qtbot: QtBot) -> None:
    chart = opened(window).chart
    chart.setFocus()
    qtbot.keyClicks(chart, "guinea-b")
    assert chart.current == ("GNB", "1.1.1")
    height = chart.row_height
    QApplication.processEvents()
    qtbot.keyClicks(chart, "zzz")
    assert chart.current == ("GNB", "1.1.1")
    assert chart.row_height == height


def test_plus_and_minus_zoom_around_the_cursor(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    chart = view.chart
    chart.setFocus()
    whole = chart.row_height
    assert view.bar.maximum() == 0
    for _ in range(6):
        qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.row_height > 20
    assert view.bar.maximum() > 3000
    area = chart.cell_rect("PER", "1.1.1")
    assert area is not None
    assert chart.rect().contains(area.toRect())
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert whole < chart.row_height < 26
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert chart.row_height == whole
    assert view.bar.maximum() == 0


def wheel(chart: HeatChart, turns: int, held: Qt.KeyboardModifier) -> None:
    place = QPointF(chart.width() / 2, chart.height() / 2)
    event = QWheelEvent(
        place,
        QPointF(chart.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, event)


def test_the_wheel_scrolls_and_with_ctrl_zooms(window: MainWindow) -> None:
    view = opened(window)
    for _ in range(5):
        wheel(view.chart, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.chart.row_height > 15
    before = view.bar.value()
    wheel(view.chart, -1, Qt.KeyboardModifier.NoModifier)
    assert view.bar.value() > before
    view.bar.setValue(0)
    area = view.chart.cell_rect("AGO", "1.1.1")
    assert area is not None
    assert view.chart.rect().contains(area.toRect())


def test_the_cursor_is_kept_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    chart = zoomed(opened(window))
    chart.setFocus()
    for _ in range(30):
        qtbot.keyClick(chart, Qt.Key.Key_PageDown)
        assert chart.current is not None
        area = chart.cell_rect(*chart.current)
        assert area is not None
        assert chart.rect().contains(area.toRect())
    assert chart.current == ("TUV", "1.1.1")


def test_another_order_keeps_the_cursor_at_its_country(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    view.chart.setFocus()
    qtbot.keyClicks(view.chart, "norw")
    before = view.chart.cell_rect("NOR", "2.1")
    view.grouping.picked.emit(Grouping.SIMILARITY)
    assert window.controller.state.choice.grouping is Grouping.SIMILARITY
    assert view.chart.current == ("NOR", "1.1.1")
    assert view.chart.cell_rect("NOR", "2.1") != before
    view.since.picked.emit(2021)
    assert window.controller.state.choice.since == 2021


def test_the_menu_opens_adds_and_shows_the_ranking(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    place = middle(view.chart, "CHL", "1.1.11")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.chart.mapToGlobal(place))
    QApplication.sendEvent(view.chart, event)
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert len(entries) == 3
    with qtbot.waitSignal(view.country_added) as added:
        entries[1].trigger()
    assert added.args == ["CHL"]
    window.controller.choose({"scope": Scope.REGION, "place": "Caribbean"})  # Chile is not in it
    entries[2].trigger()
    menu.close()
    ranking = window.stack.view(View.RANKINGS)
    assert isinstance(ranking, RankingsView)
    assert window.controller.state.choice.indicator == "1.1.11"
    assert ranking.table.current_country() == "CHL"


def test_the_hair_follows_pointer_and_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    plain = view.chart.grab().toImage()
    qtbot.mouseMove(view.chart, middle(view.chart, "PER", "1.1.5"))
    QApplication.processEvents()
    hair = view.chart.grab().toImage()
    assert hair != plain
    QApplication.sendEvent(view.chart, QEvent(QEvent.Type.Leave))
    assert view.chart.grab().toImage() == plain
    view.chart.setFocus()
    QApplication.processEvents()
    assert view.chart.grab().toImage() != plain


def test_open_countries_are_named_in_their_colours(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    view = opened(window)
    image = view.chart.grab().toImage()
    edge = view.chart.cell_rect("PER", "2.12")
    assert edge is not None
    found = {
        image.pixelColor(x, y).name()
        for x in range(int(edge.right()) + 6, image.width())
        for y in range(int(edge.top()) - 40, int(edge.bottom()) + 40)
    }
    assert {LIGHT.panes[0], LIGHT.panes[1]} <= found
    assert LIGHT.panes[2] not in found


def test_it_follows_the_theme(window: MainWindow, qapp: QApplication) -> None:
    chart = zoomed(opened(window))
    score = window.controller.library.edition(2025).score("PER", "1.1.1")
    assert score is not None
    apply_theme(qapp, ThemeChoice.DARK)
    QApplication.processEvents()
    dark = int(score_colours(True, Polarity.CRIMINALITY)[score - 100])
    assert at_edge(chart, "PER", "1.1.1") == QColor.fromRgba(dark).name()
    assert chart.grab().toImage().pixelColor(2, 2).name() == DARK.surface


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_all_cells_fit_the_width(window: MainWindow, size: tuple[int, int]) -> None:
    view = opened(window, size)
    last = view.chart.cell_rect("PER", "2.12")
    assert last is not None
    assert last.right() < view.chart.width() - 90  # beside them stand the open countries' names
    assert last.width() > 13
