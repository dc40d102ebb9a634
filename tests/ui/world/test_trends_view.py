"""The trends on the real window: intents, keyboard, pointer, palette and fitting."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from ocviewer.presenter.page import ChangeView
from ocviewer.presenter.state import View
from ocviewer.presenter.world.trends import Trace
from ocviewer.ui.theme import DARK, LIGHT, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.trends_drawing import runs
from ocviewer.ui.world.trends_view import TrendsView
from tests.ui.conftest import MakeWindow


def opened(window: MainWindow) -> TrendsView:
    window.activateWindow()
    window.controller.open_view(View.TRENDS)
    QApplication.processEvents()
    view = window.stack.currentWidget()
    assert isinstance(view, TrendsView)
    return view


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def part_of(view: TrendsView, code: str) -> QImage:
    return view.chart.grab(view.chart.cell(code).toRect()).toImage()


def test_the_action_opens_it(window: MainWindow) -> None:
    window.actions_["open_view:trends"].trigger()
    assert window.controller.state.view is View.TRENDS
    assert isinstance(window.stack.currentWidget(), TrendsView)


@pytest.mark.parametrize("code", ["1", "1.1.11"])
def test_a_click_on_a_chart_wants_its_ranking(window: MainWindow, qtbot: QtBot, code: str) -> None:
    view = opened(window)
    place = view.chart.cell(code).center().toPoint()
    window.stack.view_wanted.disconnect()  # only the intent is tested here
    with qtbot.waitSignal(view.view_wanted) as wanted:
        qtbot.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [View.RANKINGS, {"indicator": code}]


def test_a_press_that_is_let_go_elsewhere_opens_nothing(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    left = Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(view.view_wanted):
        qtbot.mousePress(view.chart, left, pos=view.chart.cell("1").center().toPoint())
        qtbot.mouseRelease(view.chart, left, pos=view.chart.cell("2").center().toPoint())
        qtbot.mouseClick(
            view.chart, Qt.MouseButton.RightButton, pos=view.chart.cell("1").center().toPoint()
        )


def test_the_keyboard_goes_to_every_chart_and_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    chart = view.chart
    chart.setFocus()
    seen = [chart.current]
    for _ in range(35):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        seen.append(chart.current)
    assert len(set(seen)) == 36
    assert chart.current == "2.12"
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current == "2.12"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current == "1"
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current == "1.1.1"
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current == "1"
    window.stack.view_wanted.disconnect()  # only the intent is tested here
    with qtbot.waitSignal(view.view_wanted) as wanted:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert wanted.args == [View.RANKINGS, {"indicator": "1"}]


def test_the_focused_chart_is_told_and_brought_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    view.chart.setFocus()
    qtbot.keyClick(view.chart, Qt.Key.Key_End)
    told = view.chart.accessibleDescription()
    assert told.startswith("Non-state actors. Peru: ")
    assert "Mean of the world: " in told
    cell = view.chart.cell("2.12").toAlignedRect()
    assert view.chart.visibleRegion().contains(cell)


def test_averages_and_markets_are_seen_at_once(window: MainWindow) -> None:
    window.resize(1280, 720)
    view = opened(window)
    seen = view.chart.visibleRegion().boundingRect()
    for code in ("1", "2", *(f"1.1.{number}" for number in range(1, 16))):
        assert seen.contains(view.chart.cell(code).toAlignedRect()), code
    area = view.findChild(QScrollArea)
    assert area is not None
    assert view.chart.width() <= area.viewport().width()


def test_a_large_window_shows_all_charts(window: MainWindow) -> None:
    window.resize(1920, 1080)
    view = opened(window)
    assert view.chart.visibleRegion().boundingRect() == view.chart.rect()
    assert view.chart.columns == 8


def test_charts_do_not_overlap(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    for size in ((1024, 640), (1280, 720), (1920, 1080)):
        window.resize(*size)
        view = opened(window)
        cells = [view.chart.cell(node.code) for node in window.controller.library.indicators]
        for place, cell in enumerate(cells):
            assert view.chart.rect().contains(cell.toAlignedRect())
            assert not any(cell.intersects(other) for other in cells[place + 1 :])


def test_each_country_has_its_line_in_its_colour(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    found = colours(part_of(opened(window), "1"))
    assert {LIGHT.panes[0], LIGHT.panes[1]} <= found
    assert LIGHT.panes[2] not in found


def test_what_2021_did_not_score_has_no_point_there(window: MainWindow) -> None:
    view = opened(window)
    chart = view.chart

    def points(code: str, half: int) -> int:
        cell = chart.cell(code).toRect()
        image = chart.grab(cell).toImage()
        edge = image.width() // 4  # left of the number that stands beside a line from 2023
        left = range(edge) if half == 0 else range(edge, image.width())
        wanted = QColor(LIGHT.panes[0]).rgb()
        return sum(image.pixel(x, y) == wanted for x in left for y in range(image.height()))

    assert points("1.1.14", 0) == 0
    assert points("1.1.14", 1) > 0
    assert points("1.1.1", 0) > 0


def test_the_edition_is_marked_without_a_new_picture(window: MainWindow) -> None:
    view = opened(window)
    before = part_of(view, "1")
    window.controller.open_edition(2021)
    QApplication.processEvents()
    assert part_of(view, "1") != before
    window.controller.open_edition(2025)
    QApplication.processEvents()
    assert part_of(view, "1") == before


def test_the_pointer_tells_the_numbers(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window)
    before = view.chart.grab().toImage()
    qtbot.mouseMove(view.chart, view.chart.cell("1.1.1").center().toPoint())
    QApplication.processEvents()
    told = view.chart.grab().toImage()
    assert told != before
    qtbot.mouseMove(view.chart, view.chart.cell("1.1.1").center().toPoint() + QPoint(40, 0))
    QApplication.processEvents()
    assert view.chart.grab().toImage() != told  # another edition


def test_it_follows_the_theme(window: MainWindow, qapp: QApplication) -> None:
    view = opened(window)
    apply_theme(qapp, ThemeChoice.DARK)
    QApplication.processEvents()
    found = colours(part_of(view, "1"))
    assert {DARK.surface, DARK.panes[0]} <= found
    assert LIGHT.surface not in found


def test_the_legend_names_every_line(make_window: MakeWindow) -> None:
    view = opened(make_window("PER", "TUV"))
    said = view.legend.accessibleName()
    for part in ("Peru", "Tuvalu", "Mean in South America", "Mean of the world", "1 to 10"):
        assert part in said


def test_the_legend_tells_the_change_beside_the_last_scores(make_window: MakeWindow) -> None:
    several = opened(make_window("PER", "TUV"))
    assert "Change from the first to the last score" in several.legend.accessibleName()
    alone = opened(make_window("PER"))
    assert "Change" not in alone.legend.accessibleName()


def test_means_are_drawn_in_the_colours_of_their_panes(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    view = opened(make_window("world", "region:South America"))
    qtbot.mouseMove(view.chart, view.chart.cell("1").center().toPoint())
    QApplication.processEvents()
    assert {LIGHT.panes[0], LIGHT.panes[1]} <= colours(part_of(view, "1"))


@pytest.mark.parametrize("panes", [("world",), ("PER",), ("PER", "TUV")])
def test_nothing_leaves_its_chart(make_window: MakeWindow, panes: tuple[str, ...]) -> None:
    window = make_window(*panes)
    window.resize(1280, 720)
    chart = opened(window).chart
    cell = chart.cell("1.1.1").toRect()
    right = chart.cell("1.1.2").toRect().left()
    gap = chart.grab(QRect(cell.right() + 1, cell.top(), right - cell.right() - 1, cell.height()))
    assert colours(gap.toImage()) == {LIGHT.surface}


@pytest.mark.parametrize(
    ("scores", "broken", "joined"),
    [
        ((500, 510, 520, 530), (), [[0, 1, 2, 3]]),
        ((500, None, 520, 530), (), [[0], [2, 3]]),
        ((500, 510, 520, 530), (3,), [[0, 1, 2], [3]]),
        ((None, 510, 520, None), (1, 3), [[1, 2]]),
        ((None, None), (), []),
    ],
)
def test_what_a_line_joins(
    scores: tuple[int | None, ...], broken: tuple[int, ...], joined: list[list[int]]
) -> None:
    nothing = ChangeView(None, None, "", "", "", "")
    trace = Trace(scores, ("",) * len(scores), nothing, "", "", broken)
    assert [[place for place, _ in run] for run in runs(trace)] == joined
