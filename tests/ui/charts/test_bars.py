from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.page import BarGroup
from ocviewer.ui.charts.bars import BarChart
from ocviewer.ui.theme import DARK, LIGHT, palette_of
from tests.ui.charts import samples
from tests.ui.charts.conftest import Shown

SIZES = [(260, 260), (345, 199), (700, 420)]
Picture = Callable[[BarChart], QImage]
Count = Callable[[QImage, str], int]


def chart_of(group: BarGroup, shown: Shown, width: int = 400, height: int = 260) -> BarChart:
    chart = BarChart()
    chart.set_group(group)
    shown(chart, width, height)
    return chart


def middle_of(chart: BarChart, code: str) -> QPoint:
    area = chart.row_rect(code)
    assert area is not None
    return area.center().toPoint()


def runs(image: QImage, y: int, colour: str) -> list[int]:
    """The x of every pixel of a colour in a line of the picture."""
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour]


@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("score", [150, 400, 850, 1000])
def test_a_bar_ends_at_its_score(
    shown: Shown, picture: Picture, width: int, height: int, score: int, polarity: Polarity
) -> None:
    bar = samples.bar(1, score, None, polarity=polarity)
    full = samples.bar(2, 1000, None, polarity=polarity)
    chart = chart_of(samples.group(bar, full, polarity=polarity), shown, width, height)
    image, colour = picture(chart), LIGHT.family(polarity)
    whole = runs(image, middle_of(chart, full.code).y(), colour)
    part = runs(image, middle_of(chart, bar.code).y(), colour)
    assert part[0] == whole[0]
    assert len(part) == pytest.approx(len(whole) * (score - 100) / 900, abs=1)
    track = runs(image, middle_of(chart, bar.code).y(), LIGHT.track)
    assert len(part) + len(track) == len(whole)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("previous", [200, 500, 900])
def test_the_tick_is_at_the_score_before(
    shown: Shown, picture: Picture, width: int, height: int, previous: int
) -> None:
    bar = samples.bar(1, 100, previous)
    full = samples.bar(2, 1000, None)
    chart = chart_of(samples.group(bar, full), shown, width, height)
    image = picture(chart)
    whole = runs(image, middle_of(chart, full.code).y(), LIGHT.criminality)
    tick = runs(image, middle_of(chart, bar.code).y(), LIGHT.mark)
    assert len(tick) == 2
    assert tick[1] + 1 - whole[0] == pytest.approx(len(whole) * (previous - 100) / 900, abs=1)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("score", [100, 150, 550, 1000])
def test_the_tick_of_an_unchanged_score_closes_its_bar(
    shown: Shown, picture: Picture, width: int, height: int, score: int
) -> None:
    bar = samples.bar(1, score, None)
    chart = chart_of(samples.group(bar, samples.bar(2, 1000, None)), shown, width, height)
    y = middle_of(chart, bar.code).y()
    start = runs(picture(chart), middle_of(chart, "t.2").y(), LIGHT.criminality)[0]
    length = len(runs(picture(chart), y, LIGHT.criminality))
    chart.set_group(samples.group(bar._replace(previous=score), samples.bar(2, 1000, None)))
    end = start + max(length, 2)
    assert runs(picture(chart), y, LIGHT.mark) == [end - 2, end - 1]
    assert len(runs(picture(chart), y, LIGHT.criminality)) == max(0, length - 2)


def test_a_tick_within_a_bar_is_set_off_from_it(shown: Shown, picture: Picture) -> None:
    chart = chart_of(samples.group(samples.bar(1, 1000, 550)), shown)
    y, image = middle_of(chart, "t.1").y(), picture(chart)
    first, last = runs(image, y, LIGHT.mark)
    beside = [image.pixelColor(x, y).name() for x in (first - 1, last + 1)]
    assert beside == [LIGHT.surface, LIGHT.surface]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_mean_is_marked_where_it_hides_neither_tick_nor_end(
    shown: Shown, picture: Picture, width: int, height: int
) -> None:
    marked = samples.bar(1, 550, 550, 550)
    plain = [marked._replace(region_mean=None), samples.bar(2, 1000, None)]
    chart = chart_of(samples.group(*plain), shown, width, height)
    without = picture(chart)
    chart.set_group(samples.group(marked, plain[1]))
    y, image = middle_of(chart, "t.1").y(), picture(chart)
    whole = runs(image, middle_of(chart, "t.2").y(), LIGHT.criminality)
    middle = whole[0] + round(len(whole) * 0.5)
    area = chart.row_rect("t.1")
    assert area is not None
    below = [image.pixelColor(middle, row).name() for row in range(y, int(area.bottom()) + 1)]
    assert LIGHT.surface in below
    assert image != without
    for line in range(int(area.top()), y + 1):
        same = (without.pixelColor(x, line) == image.pixelColor(x, line) for x in range(width))
        assert all(same)


def test_what_was_not_scored_has_no_bar(shown: Shown, picture: Picture, count: Count) -> None:
    chart = chart_of(samples.group(samples.bar(1, None, None, 500)), shown)
    image = picture(chart)
    assert count(image, LIGHT.criminality) == 0
    assert count(image, LIGHT.track) == 0
    assert count(image, LIGHT.muted) > 0


@pytest.mark.parametrize("code", ["t.1", "t.7", "t.15"])
def test_a_click_opens_the_row(shown: Shown, qtbot: QtBot, code: str) -> None:
    chart = chart_of(samples.rows(15), shown)
    with qtbot.waitSignal(chart.indicator_activated) as opened:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(chart, code))
    assert opened.args == [code]


def test_a_press_that_is_let_go_elsewhere_opens_nothing(shown: Shown, qtbot: QtBot) -> None:
    chart = chart_of(samples.rows(5), shown)
    left, place = Qt.MouseButton.LeftButton, chart.viewport()
    with qtbot.assertNotEmitted(chart.indicator_activated):
        qtbot.mousePress(place, left, pos=middle_of(chart, "t.1"))
        qtbot.mouseRelease(place, left, pos=middle_of(chart, "t.3"))
        qtbot.mouseClick(place, left, pos=QPoint(10, chart.height() - 2))


@pytest.mark.parametrize("opening", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ([], "t.1"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "t.3"),
        ([Qt.Key.Key_End], "t.5"),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], "t.5"),
        ([Qt.Key.Key_End, Qt.Key.Key_Up], "t.4"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Up], "t.1"),
    ],
)
def test_the_keyboard_moves_and_opens(
    shown: Shown, qtbot: QtBot, keys: list[Qt.Key], code: str, opening: Qt.Key
) -> None:
    chart = chart_of(samples.rows(5), shown)
    for key in keys:
        qtbot.keyClick(chart, key)
    with qtbot.waitSignal(chart.indicator_activated) as opened:
        qtbot.keyClick(chart, opening)
    assert opened.args == [code]


def test_shift_and_enter_ask_for_the_ranking_of_the_row(shown: Shown, qtbot: QtBot) -> None:
    chart = chart_of(samples.rows(5), shown)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    with (
        qtbot.assertNotEmitted(chart.indicator_activated),
        qtbot.waitSignal(chart.ranking_requested) as wanted,
    ):
        qtbot.keyClick(chart, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert wanted.args == ["t.2"]


def test_the_current_row_has_a_ring_only_with_the_focus(
    shown: Shown, qtbot: QtBot, picture: Picture, count: Count
) -> None:
    chart = chart_of(samples.rows(5), shown)
    chart.clearFocus()
    assert count(picture(chart), LIGHT.accent) == 0
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chart.hasFocus)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    area = chart.row_rect("t.2")
    assert area is not None
    top = picture(chart).pixelColor(chart.width() // 2, int(area.top()))
    assert top.name() == LIGHT.accent


def test_an_empty_chart_takes_keys_and_clicks(shown: Shown, qtbot: QtBot) -> None:
    chart = BarChart()
    shown(chart, 300, 200)
    with qtbot.assertNotEmitted(chart.indicator_activated):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_A):
            qtbot.keyClick(chart, key)
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_the_current_row_stays_with_its_indicator(shown: Shown, qtbot: QtBot) -> None:
    chart = chart_of(samples.rows(5), shown)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    chart.set_group(samples.group(*reversed(samples.rows(5).bars)))
    with qtbot.waitSignal(chart.indicator_activated) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == ["t.5"]


def test_the_pointer_tells_the_row_and_when_it_left(shown: Shown, qtbot: QtBot) -> None:
    chart = chart_of(samples.rows(5), shown)
    told: list[str] = []
    chart.indicator_hovered.connect(told.append)
    for code in ("t.2", "t.2", "t.4"):
        qtbot.mouseMove(chart.viewport(), middle_of(chart, code))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert told == ["t.2", "t.4", ""]


def test_the_row_under_the_pointer_is_marked(shown: Shown, qtbot: QtBot, picture: Picture) -> None:
    chart = chart_of(samples.rows(5), shown)
    place = middle_of(chart, "t.2")
    qtbot.mouseMove(chart.viewport(), place)
    area = chart.row_rect("t.2")
    assert area is not None
    image = picture(chart)
    assert image.pixelColor(4, int(area.top()) + 1).name() != LIGHT.surface
    assert image.pixelColor(4, int(area.bottom()) + 1).name() == LIGHT.surface


def test_the_menu_is_for_the_row_under_the_pointer(shown: Shown, qtbot: QtBot) -> None:
    chart = chart_of(samples.rows(5), shown)
    place = middle_of(chart, "t.3")
    globally = chart.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, globally)
    with qtbot.waitSignal(chart.menu_requested) as wanted:
        QApplication.sendEvent(chart.viewport(), event)
    assert wanted.args == ["t.3", globally]


def test_the_menu_key_is_for_the_current_row(shown: Shown, qtbot: QtBot) -> None:
    chart = chart_of(samples.rows(5), shown)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(chart.menu_requested) as wanted:
        QApplication.sendEvent(chart.viewport(), event)
    assert wanted.args == ["t.5", chart.viewport().mapToGlobal(middle_of(chart, "t.5"))]


def test_the_tooltip_shows_markup_as_text(shown: Shown) -> None:
    chart = chart_of(samples.rows(5), shown)
    place = middle_of(chart, "t.2")
    event = QHelpEvent(QEvent.Type.ToolTip, place, chart.viewport().mapToGlobal(place))
    QApplication.sendEvent(chart.viewport(), event)
    assert QToolTip.text() == "<p>Test &lt;b&gt;indicator&lt;/b&gt; 2<br>2.50</p>"
    QToolTip.hideText()


def test_the_rows_of_the_open_section_are_marked(shown: Shown, picture: Picture) -> None:
    chart = chart_of(samples.rows(5), shown)
    chart.set_selected(("t.2", "t.4", "unknown"))
    image = picture(chart)
    for code in (f"t.{number}" for number in range(1, 6)):
        area = chart.row_rect(code)
        assert area is not None
        stripe = image.pixelColor(3, int(area.center().y())).name()
        assert (stripe == LIGHT.criminality) is (code in ("t.2", "t.4"))


def test_the_palette_is_followed(shown: Shown, picture: Picture, count: Count) -> None:
    chart = chart_of(samples.rows(5), shown)
    chart.setPalette(palette_of(DARK))
    image = picture(chart)
    assert image.pixelColor(0, 0).name() == DARK.surface
    assert count(image, DARK.criminality) > 0
    assert count(image, LIGHT.criminality) == 0


def test_the_family_is_followed(shown: Shown, picture: Picture, count: Count) -> None:
    chart = chart_of(samples.rows(5), shown)
    chart.set_group(samples.rows(5, samples.RESILIENCE))
    image = picture(chart)
    assert count(image, LIGHT.resilience) > 0
    assert count(image, LIGHT.criminality) == 0


def test_the_font_is_followed(shown: Shown, picture: Picture) -> None:
    chart = chart_of(samples.rows(5), shown, 500, 260)
    before = picture(chart)
    font = chart.font()
    font.setPixelSize(20)
    chart.setFont(font)
    assert picture(chart) != before


def test_a_switch_keeps_the_item_and_shows_the_new_figures(shown: Shown, picture: Picture) -> None:
    chart = chart_of(samples.rows(5), shown)
    before, items = picture(chart), chart.scene().items()
    bars = [bar._replace(score=900) for bar in samples.rows(5).bars]
    chart.set_group(samples.group(*bars))
    assert chart.scene().items() == items
    assert len(items) == 1
    assert picture(chart) != before


def test_slots_give_charts_of_one_height_rows_of_one_height(shown: Shown) -> None:
    tall, low = chart_of(samples.rows(15), shown), chart_of(samples.rows(5), shown)
    assert low.row_height > tall.row_height
    low.set_slots(15)
    assert low.row_height == tall.row_height
    assert low.minimumSizeHint() == tall.minimumSizeHint()
    assert low.row_rect("t.5") == tall.row_rect("t.5")


def test_all_rows_fit_into_the_hinted_heights(shown: Shown) -> None:
    chart = chart_of(samples.rows(15), shown)
    for hint in (chart.minimumSizeHint(), chart.sizeHint()):
        chart.resize(hint)
        last = chart.row_rect("t.15")
        assert last is not None
        assert last.bottom() <= hint.height()
        assert last.top() > hint.height() - 40


def test_everything_is_spoken(shown: Shown) -> None:
    chart = chart_of(samples.rows(15), shown)
    assert chart.accessibleName() == "Test group, 6.00"
    assert chart.viewport().accessibleName() == chart.accessibleName()
    spoken = [bar.spoken for bar in samples.rows(15).bars]
    assert chart.accessibleDescription().splitlines() == spoken
