"""The matrix on the real window: everything fits, and a row is a door from mouse and keyboard."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import View
from ocviewer.ui.compare.matrix import Matrix
from ocviewer.ui.theme import DARK, ThemeChoice, apply_theme
from ocviewer.ui.window import MainWindow
from ocviewer.ui.world.rankings_view import RankingsView
from tests.ui.compare.conftest import comparison_of, view_of
from tests.ui.conftest import MakeWindow

FOUR = ("PER", "COL", "TUV", "AFG")


def matrix_of(window: MainWindow) -> Matrix:
    return view_of(window).figures.matrix


def placed(matrix: Matrix) -> Iterator[tuple[QRectF, str]]:
    """Every text with the area that it is painted in."""
    for texts in matrix.sheet.picture.texts.values():
        for point, text in texts:
            yield QRectF(point, text.size()), text.text()


@pytest.mark.parametrize(
    ("countries", "size"),
    [
        (("PER", "COL"), (1280, 720)),
        (("PER", "COL"), (800, 560)),
        (FOUR, (1920, 1080)),
        (FOUR, (1280, 720)),
        (FOUR, (800, 560)),
        (("COL", "BIH", "STP"), (1400, 900)),
    ],
)
def test_nothing_is_cut_and_nothing_touches(
    make_window: MakeWindow, countries: tuple[str, ...], size: tuple[int, int]
) -> None:
    window = make_window(*countries)
    window.resize(*size)
    figures = view_of(window).figures
    matrix = figures.matrix
    assert figures.horizontalScrollBar().maximum() == 0
    assert matrix.width() == figures.viewport().width()
    assert matrix.row_height >= 14
    lines: dict[float, list[QRectF]] = {}
    for area, text in placed(matrix):
        assert area.left() >= 0, text
        assert area.right() <= matrix.width() + 1, text
        assert area.bottom() <= matrix.height() + 2, text
        lines.setdefault(round(area.center().y()), []).append(area)
    for line in lines.values():
        line.sort(key=lambda area: area.left())
        for before, after in pairwise(line):
            assert before.right() <= after.left() + 0.5
    bars = matrix.sheet.picture.tracks
    for bar in bars:
        assert not any(
            area.intersects(bar.adjusted(1, 1, -1, -1)) and "not scored" not in text
            for area, text in placed(matrix)
        )
    for row in comparison_of(window).rows:
        for cell in row.cells:
            assert cell.score_text in {text for _, text in placed(matrix)}


def test_two_panes_in_a_small_window_show_every_row_below_the_pyramids(
    make_window: MakeWindow,
) -> None:
    window = make_window("PER", "COL")
    window.resize(1280, 720)
    figures = view_of(window).figures
    assert figures.pyramids is not None
    assert figures.verticalScrollBar().maximum() <= figures.pyramids.height()


def test_four_panes_in_a_large_window_need_no_scrolling(make_window: MakeWindow) -> None:
    window = make_window(*FOUR)
    window.resize(1920, 1080)
    figures = view_of(window).figures
    assert figures.verticalScrollBar().maximum() == 0
    words = [text for _, text in placed(figures.matrix)]
    assert words.count("against Peru") == 3
    assert "higher" in words
    assert "31st" in words


def test_bars_are_on_one_scale_and_line_up(make_window: MakeWindow) -> None:
    window = make_window(*FOUR)
    window.resize(1920, 1080)
    matrix = matrix_of(window)
    tracks = matrix.sheet.picture.tracks
    assert len({track.width() for track in tracks}) == 1
    rows = comparison_of(window).rows
    bars = [bar for polarity in matrix.sheet.picture.bars.values() for bar in polarity]
    by_top: dict[float, list[QRectF]] = {}
    for bar in bars:
        by_top.setdefault(bar.top(), []).append(bar)
    assert len(by_top) == len(rows) == 36
    for row, top in zip(rows, sorted(by_top), strict=True):
        widths = [bar.width() for bar in sorted(by_top[top], key=lambda bar: bar.left())]
        for cell, width in zip(row.cells, widths, strict=True):
            assert cell.score is not None
            assert abs(width / tracks[0].width() - (cell.score - 100) / 900) < 0.02


def test_pyramids_stand_on_one_ground_line_at_one_scale(make_window: MakeWindow) -> None:
    window = make_window(*FOUR)
    for size in ((1280, 720), (1920, 1080)):
        window.resize(*size)
        pyramids = view_of(window).figures.pyramids
        assert pyramids is not None
        places = []
        for chart in pyramids.charts:
            marks = {each.text: each.rect.center().y() for each in chart.labels}
            places.append((chart.y() + marks["1"], chart.y() + marks["10"], chart.height()))
        assert len({(round(a, 2), round(b, 2), h) for a, b, h in places}) == 1
        assert len(places) == 4


def test_a_click_opens_the_section_at_its_paragraph_in_all_panes(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window("PER", "COL")
    window.activateWindow()
    matrix = matrix_of(window)
    matrix.setFocus()
    area = matrix.sheet.row_rect("2.7")
    assert area is not None
    edge = matrix.sheet.edges()[1]
    place = QPoint(round(edge) + 20, round(area.center().y()))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    assert window.controller.state.section == "criminal_justice_and_security"
    assert window.controller.state.reading
    assert window.active == 1
    view = view_of(window)
    assert view.text.isVisible()
    assert view.tabs.current_id() == "criminal_justice_and_security"
    assert view.text.views()[1].hasFocus()
    window.controller.show_figures()
    assert matrix.hasFocus()
    assert window.active == 1


def test_arrow_keys_move_among_rows_and_panes(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window("PER", "COL")
    window.resize(1280, 720)
    view = view_of(window)
    matrix = view.figures.matrix
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert window.active == 1
    assert [head.active for head in view.heads.heads] == [False, True]
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert window.active == 1
    qtbot.keyClick(matrix, Qt.Key.Key_Left)
    assert window.active == 0
    qtbot.keyClick(matrix, Qt.Key.Key_End)
    assert view.figures.verticalScrollBar().value() == view.figures.verticalScrollBar().maximum()
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert window.controller.state.section == "civil_society_and_social_protection"
    qtbot.keyClick(matrix, Qt.Key.Key_Home)
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    qtbot.keyClick(matrix, Qt.Key.Key_Space)
    assert window.controller.state.section == "people"


def test_an_average_opens_its_ranking_with_the_active_country(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window("PER", "TUV")
    matrix = matrix_of(window)
    window.turn_to(1)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert window.controller.state.view is View.RANKINGS
    assert window.controller.state.choice.indicator == "1"
    view = window.stack.currentWidget()
    assert isinstance(view, RankingsView)
    assert view.table.current_country() == "TUV"


def test_shift_and_enter_open_the_ranking_of_an_indicator_with_the_active_country(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window("PER", "TUV")
    matrix = matrix_of(window)
    window.turn_to(1)
    qtbot.keyClick(matrix, Qt.Key.Key_End)
    qtbot.keyClick(matrix, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.controller.state.choice.indicator == "2.12"
    view = window.stack.currentWidget()
    assert isinstance(view, RankingsView)
    assert view.table.current_country() == "TUV"


def test_a_mean_leads_to_the_ranking_and_the_page_of_its_place(make_window: MakeWindow) -> None:
    window = make_window("PER", "region:Caribbean")
    window.commands.show_in_ranking("1.1.2", 1)
    choice = window.controller.state.choice
    assert (choice.indicator, choice.scope, choice.place) == ("1.1.2", Scope.REGION, "Caribbean")
    window.controller.open_country("continent:Asia", 1)
    window.commands.show_region(1)
    choice = window.controller.state.choice
    assert (choice.scope, choice.place) == (Scope.CONTINENT, "Asia")
    assert window.controller.state.view is View.PLACE


def test_the_menu_tells_the_ranks_of_the_pane_below_the_pointer(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    matrix = matrix_of(window)
    for pane, (name, rank) in enumerate((("Peru", "31st of 193"), ("Colombia", "2nd of 193"))):
        matrix.menu_requested.emit("1", QPoint(5, 5), pane)
        menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
        texts = [action.text() for action in menu.actions()]
        assert name in texts
        assert any(text.startswith(f"World: {rank}") for text in texts)
        assert "Open its section" not in texts
        menu.close()
        menu.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_rows_are_spoken(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    matrix = matrix_of(window)
    assert matrix.accessibleName() == "Figures of Peru, Colombia"
    for row in comparison_of(window).rows:
        assert row.spoken in matrix.accessibleDescription()


def test_a_definition_is_text_and_never_markup(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window("PER", "COL")
    matrix = matrix_of(window)
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda *call: told.append(call[1]))
    area = matrix.sheet.row_rect("1.1.3")
    assert area is not None
    row = next(row for row in matrix.sheet.rows if row.code == "1.1.3")
    matrix.sheet.rows = tuple(
        each._replace(tooltip="<b>bold</b>") if each is row else each for each in matrix.sheet.rows
    )
    point = area.center().toPoint()
    QApplication.sendEvent(matrix, QHelpEvent(QEvent.Type.ToolTip, point, point))
    assert told == ["<p>&lt;b&gt;bold&lt;/b&gt;</p>"]


def test_what_was_not_scored_is_told_and_has_no_bar(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL", year=2021)
    matrix = matrix_of(window)
    texts = [text for _, text in placed(matrix)]
    assert texts.count("not scored in 2021") == 6 * 2
    assert len(matrix.sheet.picture.tracks) == 30 * 2
    assert matrix.sheet.picture.ticks == []


def test_it_follows_the_palette(make_window: MakeWindow, qapp: QApplication) -> None:
    window = make_window("PER", "COL")
    matrix = matrix_of(window)
    corner = QPoint(2, matrix.height() - 1)
    apply_theme(qapp, ThemeChoice.DARK)
    qapp.processEvents()
    assert matrix.grab().toImage().pixelColor(corner).name() == DARK.surface


def test_the_light_of_a_row_comes_and_goes_with_the_pointer(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    matrix = matrix_of(window)
    before = matrix.grab().toImage()
    matrix.light("1.1.5")
    QApplication.processEvents()
    assert matrix.grab().toImage() != before
    matrix.light("")
    QApplication.processEvents()
    assert matrix.grab().toImage() == before


def test_a_row_that_is_repainted_alone_looks_as_all_do(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    matrix = matrix_of(window)
    for row in (0, 7, 35):
        assert matrix.sheet.lines is not None
        area = matrix.sheet.lines.rect(row)
        part = matrix.sheet.picture.between(area.top(), area.bottom())
        names = set(part.written())
        assert matrix.sheet.rows[row].name in names or matrix.sheet.rows[row].short_name in names
        assert len(names) < 60
