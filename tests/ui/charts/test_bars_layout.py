from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ocviewer.presenter.page import Bar
from ocviewer.ui.charts.bars_item import DASH, BarsPicture, Drafter, Ink
from ocviewer.ui.charts.bars_layout import (
    HIGHEST_ROW,
    LOWEST_ROW,
    Columns,
    columns,
    line_height,
    row_height,
    rows,
)
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.charts.names import fitted
from tests.ui.charts import samples

WIDTHS = (220, 260, 299, 340, 359, 360, 480, 900)


def drawn(width: int, *bars: Bar, row: int = 13) -> tuple[BarsPicture, Columns, Lettering]:
    lettering = Lettering(fitting_font(QFont(), line_height(width, row)))
    grid = columns(width, lettering, bars)
    stack = rows(QSizeF(width, 4 + row * len(bars)), len(bars), 0)
    names = fitted(bars, lettering, grid.name_width)
    return Drafter(stack, grid, lettering, names, round).picture(bars), grid, lettering


def texts(shown: BarsPicture) -> list[str]:
    return [text.text() for ink in Ink for _, text in shown.texts[ink]]


@pytest.mark.parametrize(
    ("height", "count", "row"),
    [(199, 15, 13), (260, 15, 17), (400, 15, 26), (900, 15, 34), (50, 15, 13), (100, 0, 34)],
)
def test_rows_share_the_height_between_their_limits(height: int, count: int, row: int) -> None:
    assert row_height(height, count) == row
    assert LOWEST_ROW <= row <= HIGHEST_ROW


def test_a_height_belongs_to_one_row_or_to_none() -> None:
    stack = rows(QSizeF(300, 30), 2, 0)
    tops = [stack.rect(row).top() for row in range(2)]
    assert [stack.at(top) for top in tops] == [0, 1]
    assert stack.at(tops[0] - 1) == -1
    assert stack.at(stack.rect(1).bottom()) == -1


@pytest.mark.parametrize("width", WIDTHS)
def test_columns_stand_side_by_side(qapp: QApplication, width: int) -> None:
    shown, grid, letters = drawn(width, samples.bar(1, 1000, 900), samples.bar(2, 650, None))
    assert grid.name_left + grid.name_width < grid.bar_left
    assert grid.bar_width >= 40
    assert grid.bar_left + grid.bar_width < grid.score_right - letters.width("10.00")
    assert grid.score_right < grid.arrow_left
    for ink in Ink:
        for position, text in shown.texts[ink]:
            assert position.x() >= grid.name_left
            assert position.x() + letters.width(text.text()) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("row", [13, 26])
def test_no_two_texts_of_a_row_touch(qapp: QApplication, width: int, row: int) -> None:
    for one in (samples.bar(1), samples.bar(2, 1000, 100), samples.bar(3, 400, None)):
        shown, _, letters = drawn(width, one, row=row)
        spans = sorted(
            (position.x(), position.x() + letters.width(text.text()))
            for ink in Ink
            for position, text in shown.texts[ink]
        )
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("width", WIDTHS)
def test_charts_of_one_size_line_up_whatever_the_figures(qapp: QApplication, width: int) -> None:
    _, one, _ = drawn(width, samples.bar(1, 150, 100), samples.bar(2, None, None))
    _, other, _ = drawn(width, samples.bar(1, 1000, 1000), samples.bar(2, 400, 900))
    assert one == other


def test_the_bars_scale_is_empty_at_one_and_full_at_ten(qapp: QApplication) -> None:
    shown, grid, _ = drawn(400, samples.bar(1, 100), samples.bar(2, 1000), samples.bar(3, 550))
    lengths = [rect.width() for rect in shown.bars]
    assert lengths[:2] == [0, grid.bar_width]
    assert lengths[2] == pytest.approx(grid.bar_width / 2, abs=0.5)


def test_the_change_has_its_word_where_there_is_room(qapp: QApplication) -> None:
    wide, _, _ = drawn(360, samples.bar(1, 650, 600))
    narrow, _, _ = drawn(359, samples.bar(1, 650, 600))
    assert {"▲", "+0.50", "worse"} <= set(texts(wide))
    assert {"▲", "+0.50"} <= set(texts(narrow))
    assert "worse" not in texts(narrow)


def test_long_names_leave_the_bars_their_room(qapp: QApplication) -> None:
    one = samples.renamed(samples.bar(1), "Test indicator of a name that no chart has room for")
    _, narrow, _ = drawn(260, one)
    assert narrow.bar_width >= 45
    shown, wide, letters = drawn(400, one)
    assert wide.word_width == 0
    name = shown.texts[Ink.TEXT][0][1].text()
    assert name.endswith("…")
    assert letters.width(name) <= wide.name_width


def test_the_same_score_is_no_amount(qapp: QApplication) -> None:
    shown, _, _ = drawn(400, samples.bar(1, 650, 650))
    assert [text.text() for _, text in shown.texts[Ink.MUTED]] == ["=", "unchanged"]


def test_a_change_that_cannot_be_told_is_a_dash(qapp: QApplication) -> None:
    narrow, _, _ = drawn(260, samples.bar(1, 650, None))
    wide, _, _ = drawn(400, samples.bar(1, 650, None))
    assert [text.text() for _, text in narrow.texts[Ink.MUTED]] == [DASH]
    assert [text.text() for _, text in wide.texts[Ink.MUTED]] == ["not scored in 2021"]


@pytest.mark.parametrize("width", [260, 400])
def test_what_was_not_scored_has_words_and_no_bar(qapp: QApplication, width: int) -> None:
    shown, _, _ = drawn(width, samples.bar(1, None, None, 500))
    assert not (shown.tracks)
    assert not (shown.bars)
    assert not (shown.ticks)
    assert not shown.means
    assert [text.text() for _, text in shown.texts[Ink.MUTED]] == ["not scored in 2023"]


def test_the_full_name_where_it_fits_else_the_short_one(qapp: QApplication) -> None:
    one = samples.bar(1)
    assert one.name in texts(drawn(900, one)[0])
    assert one.short_name in texts(drawn(340, one)[0])
