"""Figures at the margin: where there is room, beside their paragraph, never over each other."""

from collections.abc import Callable
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.page import Chip, ParagraphView, SectionView
from ocviewer.ui.reader.margin import stacked
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.theme import DARK, LIGHT, Theme, palette_of

MakeSection = Callable[..., SectionView]
MakeChip = Callable[..., Chip]
CODES = ("1.1.1", "1.1.2", "1.1.3")


@given(st.lists(st.integers(0, 9_999), max_size=9), st.integers(1, 99), st.integers(0, 9))
def test_things_are_stacked_without_overlap(tops: list[int], height: int, gap: int) -> None:
    tops.sort()
    placed = stacked(tops, height, gap)
    assert all(place >= top for place, top in zip(placed, tops, strict=True))
    assert all(b - a >= height for a, b in pairwise(placed))
    if tops:
        assert placed[0] == tops[0]


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def section(make_section: MakeSection, make_chip: MakeChip) -> SectionView:
    """Two paragraphs: the first treats two indicators, one of them not of this section."""
    chips = tuple(make_chip(code, f"Indicator {code}") for code in CODES)
    words = "the ports of Testland serve those who carry goods by night " * 6
    first = ParagraphView(words, ("1.1.1", "1.1.3", "9.9.9"))
    return make_section(first, ParagraphView(words, ("1.1.2",)), chips=chips)


def test_each_paragraph_has_its_figures(view: ReadingView, section: SectionView) -> None:
    view.set_section(section)
    assert [figure.chip.code for figure in view.figures()] == ["1.1.1", "1.1.3", "1.1.2"]
    first, second, third = (figure.rect for figure in view.figures())
    assert first.bottom() < second.top()
    assert second.bottom() < third.top()
    assert first.left() >= view.lineWrapColumnOrWidth() - 12
    assert third.right() <= view.viewport().width()
    cursor = view.document().find(
        "the ports", view.document().find("the ports").block().next().position()
    )
    assert abs(third.top() - view.cursorRect(cursor).top()) < 12


def test_names_go_first_and_then_the_figures(view: ReadingView, section: SectionView) -> None:
    view.set_section(section)
    text = view.lineWrapColumnOrWidth()
    stages = []
    for width in range(text + 250, text, -5):
        view.resize(width, 500)
        figures = view.figures()
        stages.append("none" if not figures else "named" if figures[0].name else "figures")
        assert all(figure.rect.right() <= view.viewport().width() for figure in figures)
    assert [stage for stage, _ in groupby(stages)] == ["named", "figures", "none"]


def test_another_section_zoom_and_size_place_them_anew(
    view: ReadingView, section: SectionView, make_section: MakeSection
) -> None:
    view.set_section(section)
    before = view.figures()[-1].rect
    view.set_zoom(-2)
    assert view.figures()[-1].rect != before
    view.set_section(make_section("Nothing of this."))
    assert view.figures() == ()


def test_a_click_tells_which_and_where(
    qtbot: QtBot, view: ReadingView, section: SectionView
) -> None:
    view.set_section(section)
    point = view.figures()[1].rect.center().toPoint()
    with qtbot.waitSignal(view.figure_picked) as signal:
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert signal.args == ["1.1.3", view.viewport().mapToGlobal(point)]
    with qtbot.assertNotEmitted(view.figure_picked):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, point.y()))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_is_painted_in_the_colour_of_its_family(
    view: ReadingView, make_section: MakeSection, make_chip: MakeChip, theme: Theme
) -> None:
    view.setPalette(palette_of(theme))
    chips = (make_chip("1.1.1"), make_chip("1.1.2", polarity=Polarity.RESILIENCE))
    view.set_section(make_section(ParagraphView("Text.", ("1.1.1", "1.1.2")), chips=chips))
    image = view.viewport().grab().toImage()
    for figure, colour in zip(view.figures(), (theme.criminality, theme.resilience), strict=True):
        place = figure.rect.topLeft().toPoint() + QPoint(0, 3)
        assert image.pixelColor(place) == QColor(colour)
