from collections.abc import Callable
from itertools import combinations, product

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, QSizeF
from PySide6.QtGui import QFont, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from ocviewer.presenter.page import Pyramid, PyramidFigures
from ocviewer.ui.charts.lettering import Lettering
from ocviewer.ui.charts.pyramid import PyramidChart
from ocviewer.ui.charts.pyramid_labels import Fonts, Names, arrange
from ocviewer.ui.charts.pyramid_layout import Frame, Room, frame, solids
from ocviewer.ui.theme import DARK, LIGHT, palette_of
from tests.ui.charts import samples
from tests.ui.charts.conftest import Shown

SIZES = [(150, 110), (150, 120), (150, 300), (200, 200), (340, 140), (400, 300), (600, 500)]
FIGURES = [
    PyramidFigures(*scores)
    for scores in [(633, 690, 446), (1000, 1000, 1000), (100, 100, 100), (1000, 120, 980)]
]
Picture = Callable[[PyramidChart], QImage]
Count = Callable[[QImage, str], int]


def scale_in(width: int, height: int, room: Room | None = None) -> Frame:
    return frame(QRectF(0, 0, width, height), room or Room(20, 16, 22, 30, 60, 30))


def chart_of(pyramid: Pyramid, shown: Shown, width: int, height: int) -> PyramidChart:
    chart = PyramidChart()
    chart.set_pyramid(pyramid)
    shown(chart, width, height)
    return chart


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("figures", FIGURES)
def test_width_and_heights_are_the_scores_on_one_scale(
    width: int, height: int, figures: PyramidFigures
) -> None:
    scale = scale_in(width, height)
    drawn = solids(figures, scale)
    base = drawn.right.x() - drawn.left.x()
    assert base == pytest.approx(scale.unit * (figures.markets - 100) / 100)
    rise = scale.ground - drawn.apex.y()
    assert rise == pytest.approx(scale.unit * (figures.actors - 100) / 100)
    assert drawn.panel.height() == pytest.approx(scale.unit * (figures.resilience - 100) / 100)
    assert drawn.left.y() == drawn.right.y() == drawn.panel.bottom() == scale.ground
    assert drawn.apex.x() == pytest.approx((drawn.left.x() + drawn.right.x()) / 2)


def test_the_apex_is_at_its_mark_of_the_axis() -> None:
    scale = scale_in(300, 200)
    for score in (100, 500, 1000):
        drawn = solids(PyramidFigures(500, score, score), scale)
        assert drawn.apex.y() == pytest.approx(scale.y(score))
        assert drawn.panel.top() == pytest.approx(scale.y(score))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_largest_solids_leave_the_text_its_room(width: int, height: int) -> None:
    room = Room(axis=20, above=16, below=22, guide=45, title=70, panel=40)
    scale = scale_in(width, height, room)
    drawn = solids(PyramidFigures(1000, 1000, 1000), scale)
    assert scale.axis >= room.axis - 0.01
    assert drawn.left.x() >= scale.axis - 0.01
    assert drawn.panel.top() + drawn.depth.y() >= room.above - 0.01
    assert drawn.front.y() <= height - room.below + 0.01
    assert drawn.panel.right() + drawn.depth.x() <= scale.right + 0.01
    assert scale.right <= width + 0.01
    assert drawn.right.x() < drawn.panel.left()


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("now", "before"), list(product(FIGURES, [*FIGURES, None])))
def test_labels_stay_within_and_apart(
    shown: Shown,
    width: int,
    height: int,
    now: PyramidFigures,
    before: PyramidFigures | None,
) -> None:
    chart = PyramidChart()
    shown(chart, width, height)
    chart.set_pyramid(samples.pyramid(now, before))
    area = QRectF(0, 0, width, height)
    for label in chart.labels:
        assert area.contains(label.rect), label
    for one, other in combinations(chart.labels, 2):
        assert not one.rect.intersects(other.rect), (one, other)
    texts = [label.text for label in chart.labels]
    numbers = [f"{score / 100:.2f}" for score in (now.markets, now.actors, now.resilience)]
    assert [text for text in texts if text in numbers] != []
    assert {"1", "5", "10", *numbers} <= set(texts)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("pixels", [9, 16, 24])
def test_labels_stay_apart_in_any_type(shown: Shown, width: int, height: int, pixels: int) -> None:
    chart = PyramidChart()
    font = chart.font()
    font.setPixelSize(pixels)
    chart.setFont(font)
    chart.set_pyramid(samples.pyramid(FIGURES[1], FIGURES[0]))
    shown(chart, width, height)
    area = QRectF(0, 0, width, height)
    assert all(area.contains(label.rect) for label in chart.labels)
    for one, other in combinations(chart.labels, 2):
        assert not one.rect.intersects(other.rect), (one, other)


def test_names_stand_beside_their_numbers_where_there_is_room(qapp: QApplication) -> None:
    fonts = Fonts(Lettering(QFont()), Lettering(QFont()))
    pyramid = samples.pyramid(FIGURES[0])
    assert arrange(QSizeF(150, 110), pyramid, fonts)[1] is Names.NONE
    assert arrange(QSizeF(600, 300), pyramid, fonts)[1] is Names.BESIDE


def test_a_name_and_its_number_share_a_baseline(shown: Shown) -> None:
    chart = chart_of(samples.pyramid(FIGURES[0]), shown, 600, 300)
    tops = {label.text: label.rect for label in chart.labels}
    gap = tops["4.46"].left() - tops["Resilience"].right()
    assert 0 < gap < 10
    assert tops["4.46"].center().y() == pytest.approx(tops["Resilience"].center().y(), abs=1)


@pytest.mark.parametrize(("width", "height"), [(150, 150), *SIZES[2:]])
@pytest.mark.parametrize("actors", range(100, 1001, 10))
def test_the_actors_stand_clear_of_the_marks_and_the_grid(
    shown: Shown, width: int, height: int, actors: int
) -> None:
    chart = chart_of(samples.pyramid(PyramidFigures(650, actors, 333)), shown, width, height)
    labels = {label.text: label.rect for label in chart.labels}
    number = labels.pop(f"{actors / 100:.2f}")
    others = [rect.center().y() for text, rect in labels.items() if text in ("1", "5", "10")]
    assert all(abs(number.center().y() - other) >= 4 for other in others)
    assert number.left() > labels["10"].right()
    title = labels.get("Criminal actors")
    if title is not None:
        assert title.bottom() <= min(number.top(), labels["10"].top()) + 0.01


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_panel_is_painted_as_high_as_resilience(
    shown: Shown, picture: Picture, width: int, height: int
) -> None:
    figures = PyramidFigures(500, 500, 700)
    chart = chart_of(samples.pyramid(figures), shown, width, height)
    image = picture(chart)
    column = next(
        x
        for x in range(width)
        if image.pixelColor(x, _foot(chart, image)).name() == LIGHT.resilience
    )
    painted = sum(image.pixelColor(column, y).name() == LIGHT.resilience for y in range(height))
    axis = {label.text: label.rect.top() for label in chart.labels if not label.strong}
    assert painted == pytest.approx((axis["1"] - axis["10"]) * 6 / 9, abs=1)


def _foot(chart: PyramidChart, image: QImage) -> int:
    """A line just above the ground."""
    mark = next(label for label in chart.labels if label.text == "1")
    return round(mark.rect.center().y()) - 2


def test_the_edition_before_is_an_outline(shown: Shown, picture: Picture, count: Count) -> None:
    now, before = PyramidFigures(300, 300, 300), PyramidFigures(800, 800, 800)
    chart = chart_of(samples.pyramid(now), shown, 300, 250)
    alone = count(picture(chart), LIGHT.mark)
    chart.set_pyramid(samples.pyramid(now, before))
    assert alone == 0
    assert count(picture(chart), LIGHT.mark) >= 10
    assert "dashed: 1999" in [label.text for label in chart.labels]


def test_the_ghost_has_its_panel(shown: Shown, picture: Picture, count: Count) -> None:
    now, before = PyramidFigures(300, 300, 300), PyramidFigures(300, 300, 900)
    chart = chart_of(samples.pyramid(now, now), shown, 300, 250)
    level = count(picture(chart), LIGHT.mark)
    chart.set_pyramid(samples.pyramid(now, before))
    assert count(picture(chart), LIGHT.mark) > level


def test_without_scores_it_says_so(shown: Shown, picture: Picture, count: Count) -> None:
    chart = chart_of(samples.pyramid(FIGURES[0]), shown, 300, 200)
    chart.set_pyramid(samples.pyramid(None))
    assert [label.text for label in chart.labels] == ["not scored in 1999"]
    image = picture(chart)
    assert count(image, LIGHT.resilience) == 0
    assert count(image, LIGHT.muted) > 0


def test_the_palette_is_followed(shown: Shown, picture: Picture, count: Count) -> None:
    chart = chart_of(samples.pyramid(FIGURES[0]), shown, 300, 200)
    assert count(picture(chart), LIGHT.resilience) > 0
    chart.setPalette(palette_of(DARK))
    image = picture(chart)
    assert image.pixelColor(0, 0).name() == DARK.surface
    assert count(image, DARK.resilience) > 0
    assert count(image, LIGHT.resilience) == 0


def test_the_font_is_followed(shown: Shown, picture: Picture) -> None:
    chart = chart_of(samples.pyramid(FIGURES[0]), shown, 300, 200)
    before = picture(chart)
    font = chart.font()
    font.setPixelSize(19)
    chart.setFont(font)
    assert picture(chart) != before


def test_a_switch_keeps_the_item(shown: Shown) -> None:
    chart = chart_of(samples.pyramid(FIGURES[0]), shown, 300, 200)
    items = chart.scene().items()
    chart.set_pyramid(samples.pyramid(FIGURES[1]))
    assert chart.scene().items() == items
    assert len(items) == 1


def test_the_same_is_spoken(shown: Shown) -> None:
    chart = chart_of(samples.pyramid(FIGURES[0]), shown, 300, 200)
    assert chart.accessibleDescription() == "Test pyramid"
    assert chart.viewport().accessibleName() == chart.accessibleName() == "Pyramid"
    place = QPoint(50, 50)
    event = QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place))
    QApplication.sendEvent(chart.viewport(), event)
    assert QToolTip.text() == "<p>Test pyramid</p>"
    QToolTip.hideText()
