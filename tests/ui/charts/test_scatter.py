"""The scatter as a chart: what it paints, where names stand, pointing, arrows and typing."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.library.library import Library
from ocviewer.presenter.state import Choice, PaneState, View, ViewState
from ocviewer.presenter.words import Words
from ocviewer.presenter.world.scatter import scatter
from ocviewer.presenter.world.scatter_part import Scatter
from ocviewer.ui.charts import continents
from ocviewer.ui.charts.scatter import ScatterChart
from ocviewer.ui.theme import DARK, LIGHT, palette_of
from tests.ui.charts.conftest import Shown

MakePart = Callable[..., Scatter]
Picture = Callable[[QWidget], QImage]
Count = Callable[[QImage, str], int]

CODES = [("1", "2"), ("1.1.3", "1.2.1"), ("1.1.1", "2.1")]
SIZES = [(560, 380), (1030, 580), (1660, 940)]
BY_TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def part(library: Library, words: Words) -> MakePart:
    def make(x: str = "1", y: str = "2", *countries: str, sized: bool = False) -> Scatter:
        panes = tuple(PaneState(iso3, 2025) for iso3 in countries or ("PER",))
        choice = Choice(x, y, sized=sized)
        return scatter(ViewState(panes, view=View.SCATTER, choice=choice), library, words)

    return make


def chart_of(part: Scatter, shown: Shown, width: int = 1030, height: int = 580) -> ScatterChart:
    chart = ScatterChart()
    chart.set_part(part)
    shown(chart, width, height)
    return chart


def index_of(part: Scatter, iso3: str) -> int:
    return next(i for i, p in enumerate(part.points) if iso3 in [dot.iso3 for dot in p.dots])


def move_to(chart: ScatterChart, place: QPointF) -> None:
    none, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    move = QEvent.Type.MouseMove
    event = QMouseEvent(move, place, chart.mapToGlobal(place), none, none, no_key)
    QApplication.sendEvent(chart.viewport(), event)


def told(chart: ScatterChart) -> list[str]:
    """What the card says."""
    return [] if chart.pointed is None else [text.text.text() for text in chart.pointed.texts]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("codes", CODES)
@pytest.mark.parametrize("sized", [False, True])
def test_names_lie_on_no_other_and_on_no_mark(
    shown: Shown, part: MakePart, codes: tuple[str, str], width: int, height: int, sized: bool
) -> None:
    made = part(*codes, "PER", "COL", "MEX", "FRA", sized=sized)
    chart = chart_of(made, shown, width, height)
    picture = chart.picture
    opened, others = picture.grounds[:4], picture.grounds[4:]
    assert len(others) >= 5
    marks = [
        QRectF(x - r, y - r, 2 * r, 2 * r)
        for (x, y), r in zip(chart.places, chart.radii, strict=True)
    ]
    for one, other in combinations(picture.grounds, 2):
        assert not one.intersects(other)
    for name in others:
        assert not any(name.intersects(mark) for mark in marks)
    for name in picture.grounds:
        assert picture.frame.contains(name)
    strong = [text.text.text() for text in picture.texts if text.colour in LIGHT.panes]
    assert strong == ["Peru", "Colombia", "Mexico", "France"]
    assert len(opened) == 4


@pytest.mark.parametrize(("width", "height"), [(560, 380), (800, 420), (1030, 580), (1660, 940)])
@pytest.mark.parametrize("codes", [*CODES, ("2.2", "1.1.3")])
def test_no_count_and_no_text_is_cut(
    shown: Shown, part: MakePart, codes: tuple[str, str], width: int, height: int
) -> None:
    made = part(*codes, sized=True)
    chart = chart_of(made, shown, width, height)
    written = [text.text.text() for text in chart.picture.texts]
    assert [text for text in written if "…" in text] == []
    for quadrant in made.quadrants:
        assert quadrant.count_text in written
        assert sum(written.count(name) for name in set(quadrant.names)) == 1
    for text in chart.picture.texts:
        assert text.place.x() >= 0
        assert text.place.x() + text.text.size().width() <= width


def test_points_are_painted_in_the_colour_of_their_continent(
    shown: Shown, part: MakePart, picture: Picture
) -> None:
    made = part()
    chart = chart_of(made, shown)
    chart.setPalette(palette_of(DARK))
    dark = picture(chart)
    chart.setPalette(palette_of(LIGHT))
    light = picture(chart)
    for iso3 in ("PER", "LIE", "TUV", "MMR", "COM"):
        index = index_of(made, iso3)
        place = chart.point_place(index).toPoint()
        number = made.points[index].dots[0].continent
        assert light.pixelColor(place).name() == continents.colours(dark=False)[number]
        assert dark.pixelColor(place).name() == continents.colours(dark=True)[number]


def test_positions_are_on_the_scales(shown: Shown, part: MakePart) -> None:
    made = part()
    chart = chart_of(made, shown)
    grid = chart.picture.grid
    left, right = grid[0].x1(), grid[-2].x1()
    bottom, top = grid[1].y1(), grid[-1].y1()
    point = made.points[index_of(made, "PER")]
    place = chart.point_place(index_of(made, "PER"))
    assert place.x() == pytest.approx(left + (right - left) * (point.x - 100) / 900, abs=1)
    assert place.y() == pytest.approx(bottom - (bottom - top) * (point.y - 100) / 900, abs=1)


def test_the_area_of_a_mark_is_its_population(shown: Shown, part: MakePart) -> None:
    made = part(sized=True)
    chart = chart_of(made, shown)
    ind, bra, tuv = (index_of(made, iso3) for iso3 in ("IND", "BRA", "TUV"))
    share = made.points[bra].size / made.points[ind].size
    assert (chart.radii[bra] / chart.radii[ind]) ** 2 == pytest.approx(share)
    assert chart.radii[tuv] == min(chart.radii)


def test_pointing_tells_names_scores_ranks_and_region(shown: Shown, part: MakePart) -> None:
    made = part()
    chart = chart_of(made, shown)
    chart.clearFocus()
    assert told(chart) == []
    move_to(chart, chart.point_place(index_of(made, "COL")))
    assert told(chart) == [
        "Colombia",
        "Criminality 7.82, 2nd of 193",
        "Resilience 5.46, 56th of 193",
        "South America, Americas",
    ]
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert told(chart) == []


@pytest.mark.parametrize("height", [300, 580])
def test_the_card_stays_in_the_field_and_counts_what_has_no_room(
    shown: Shown, part: MakePart, height: int
) -> None:
    made = part("1.1.3", "1.2.1")
    chart = chart_of(made, shown, 700, height)
    for index, point in enumerate(made.points):
        move_to(chart, chart.point_place(index))
        pointed = chart.pointed
        assert pointed is not None
        assert chart.picture.frame.contains(pointed.card)
        lines = told(chart)
        left_out = len(point.lines) + 1 - len(lines)
        assert left_out == 0 or lines[-1] == f"and {left_out + 1} more"
    move_to(chart, chart.point_place(0))
    assert (told(chart)[-1].startswith("and ")) is (height == 300)


def test_clicks_open_a_point_and_add_it_with_ctrl(
    shown: Shown, part: MakePart, qtbot: QtBot
) -> None:
    made = part()
    chart = chart_of(made, shown)
    index = index_of(made, "CHL")
    place = chart.point_place(index).toPoint()
    left, view = Qt.MouseButton.LeftButton, chart.viewport()
    with qtbot.waitSignal(chart.activated) as opened:
        qtbot.mouseClick(view, left, pos=place)
    assert opened.args[:2] == [index, False]
    with qtbot.waitSignal(chart.activated) as opened:
        qtbot.mouseClick(view, left, Qt.KeyboardModifier.ControlModifier, pos=place)
    assert opened.args[:2] == [index, True]
    with qtbot.assertNotEmitted(chart.activated):
        qtbot.mousePress(view, left, pos=place)
        qtbot.mouseRelease(view, left, pos=QPoint(5, 5))
        qtbot.mouseClick(view, left, pos=QPoint(5, 5))


def test_arrows_go_from_point_to_point_and_are_spoken(
    shown: Shown, part: MakePart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    made = part()
    chart = chart_of(made, shown)
    chart.setFocus(BY_TAB)
    assert chart.current == "PER"
    assert told(chart)[0] == "Peru"
    x = [chart.point_place(chart.current_point).x()]
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        x.append(chart.point_place(chart.current_point).x())
    assert x == sorted(set(x))
    point = made.points[chart.current_point]
    assert said[-1] == point.dots[0].spoken
    assert told(chart)[0] == point.heading
    with qtbot.waitSignal(chart.activated) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args[:2] == [chart.current_point, False]
    with qtbot.waitSignal(chart.activated) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert opened.args[:2] == [chart.current_point, True]


@pytest.mark.parametrize(
    ("typed", "iso3"),
    [("fin", "FIN"), ("south a", "ZAF"), ("Cote d'I", "CIV"), ("Côte", "CIV"), ("pp", "PLW")],
)
def test_typing_jumps_to_a_country(
    shown: Shown, part: MakePart, qtbot: QtBot, typed: str, iso3: str, library: Library
) -> None:
    chart = chart_of(part("1", "2", "OMN"), shown)
    chart.setFocus(BY_TAB)
    for character in typed:  # QTest knows no key for letters beyond ASCII
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(chart, pressed)
    assert library.countries[chart.current].name == library.countries[iso3].name


def test_the_focus_can_be_seen(
    shown: Shown, part: MakePart, picture: Picture, count: Count
) -> None:
    chart = chart_of(part(), shown)
    chart.setFocus(BY_TAB)
    assert count(picture(chart), LIGHT.accent) > 20
    assert told(chart)[0] == "Peru"
    chart.clearFocus()
    assert count(picture(chart), LIGHT.accent) == 0
    assert told(chart) == []


def test_the_country_with_the_focus_keeps_it(shown: Shown, part: MakePart, qtbot: QtBot) -> None:
    chart = chart_of(part(), shown)
    qtbot.keyClicks(chart, "finland")
    chart.set_part(part("1.1.1", "2.1"))
    assert chart.current == "FIN"


def test_what_was_not_scored_is_told_in_place_of_points(
    shown: Shown,
    part: MakePart,
    picture: Picture,
    count: Count,
    qtbot: QtBot,
    library: Library,
    words: Words,
) -> None:
    chart = chart_of(part(), shown)
    state = ViewState((PaneState("PER", 2021),), view=View.SCATTER, choice=Choice("1.1.14", "2"))
    missing = scatter(state, library, words)
    chart.set_part(missing)
    assert chart.picture.message == missing.missing
    image = picture(chart)
    assert all(count(image, colour) == 0 for colour in continents.LIGHT_COLOURS)
    assert count(image, LIGHT.text) > 100
    assert missing.missing in chart.accessibleDescription()
    with qtbot.assertNotEmitted(chart.activated):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_P):
            qtbot.keyClick(chart, key)
        move_to(chart, QPointF(300, 300))
    chart.set_part(part())
    assert chart.current == "PER"


def test_a_screen_reader_is_told_the_same(shown: Shown, part: MakePart) -> None:
    made = part()
    chart = chart_of(made, shown)
    assert chart.accessibleName() == "Criminality and Resilience, 2025"
    assert made.correlation in chart.accessibleDescription()
    assert "High criminality, low resilience: 66 countries." in chart.accessibleDescription()


def test_markup_in_a_name_stays_text(shown: Shown, part: MakePart) -> None:
    made = part()
    index = made.opened[0].point
    dots = tuple(dot._replace(name="<b>P</b>") for dot in made.points[index].dots)
    point = made.points[index]._replace(heading="<b>P</b>", dots=dots)
    points = (*made.points[:index], point, *made.points[index + 1 :])
    chart = chart_of(made._replace(points=points), shown)
    move_to(chart, chart.point_place(index))
    assert chart.pointed is not None
    text = chart.pointed.texts[0].text
    assert (text.text(), text.textFormat()) == ("<b>P</b>", Qt.TextFormat.PlainText)
