from itertools import permutations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ocviewer.domain.indicator import ACTORS, MARKETS, RESILIENCE
from ocviewer.library.library import Library
from ocviewer.presenter.page import Bar
from ocviewer.ui.charts.bars import BarChart
from ocviewer.ui.charts.bars_layout import columns, line_height
from ocviewer.ui.charts.lettering import Lettering, fitting_font
from ocviewer.ui.charts.names import ELLIPSIS, fitted
from tests.ui.charts import samples

SLACK = 2
"""Qt cuts a little before the room is used up."""


def rows_of(library: Library, code: str) -> tuple[Bar, ...]:
    return tuple(
        samples.bar(number)._replace(name=each.name, short_name=each.short_name)
        for number, each in enumerate(library.indicators.children(code))
    )


def named(*names: str) -> tuple[Bar, ...]:
    return tuple(
        samples.renamed(samples.bar(number), name) for number, name in enumerate(names, start=1)
    )


@pytest.mark.parametrize(("code", "count"), [(MARKETS, 15), (ACTORS, 5), (RESILIENCE, 12)])
@pytest.mark.parametrize("row", [13, 19, 26])
def test_no_row_of_a_chart_reads_as_another_at_any_width(
    qapp: QApplication, library: Library, code: str, count: int, row: int
) -> None:
    bars = rows_of(library, code)
    assert len(bars) == count
    for width in range(BarChart().minimumSizeHint().width(), 700, 3):
        letters = Lettering(fitting_font(QFont(), line_height(width, row)))
        room = columns(width, letters, bars).name_width
        written = fitted(bars, letters, room)
        assert all(letters.width(text) <= room for text in written.values())
        for one, other in permutations(written.values(), 2):
            assert one != other
            assert not (one.endswith(ELLIPSIS) and other.startswith(one.removesuffix(ELLIPSIS)))


@pytest.fixture
def letters(qapp: QApplication) -> Lettering:
    return Lettering(QFont())


def test_the_longest_name_that_fits_is_written(letters: Lettering) -> None:
    (bar,) = named("Long name of a test")
    bar = bar._replace(short_name="Name")
    assert fitted((bar,), letters, 1000) == {bar.name: bar.name}
    assert fitted((bar,), letters, letters.width(bar.name) - 1) == {bar.name: "Name"}


@pytest.mark.parametrize(
    ("name", "room", "written"),
    [
        ("Fruit and vegetables", "Fruit and vege…", "Fruit and vege…"),
        ("Fruit and vegetables", "Fruit and ve…", "Fruit…"),
        ("Fruit and vegetables", "Fruit and…", "Fruit…"),
        ("Fruit & vegetables", "Fruit & v…", "Fruit…"),
        ("Intl. vegetables", "Intl. ve…", "Intl. ve…"),
        ("Vegetables", "Ve…", "Ve…"),
    ],
)
def test_a_cut_leaves_no_scraps_at_its_end(
    letters: Lettering, name: str, room: str, written: str
) -> None:
    assert fitted(named(name), letters, letters.width(room) + SLACK) == {name: written}


def test_words_that_are_shared_are_shortened_first(letters: Lettering) -> None:
    bars = named("Garden vegetables", "Garden flowers", "Fruit")
    written = fitted(bars, letters, letters.width("G. vegetab…") + SLACK)
    assert list(written.values()) == ["G. vegetab…", "G. flowers", "Fruit"]


def test_names_with_one_beginning_are_told_by_their_ends(letters: Lettering) -> None:
    written = fitted(named("Vegetables one", "Vegetables two"), letters, letters.width("…es two"))
    assert [text[-3:] for text in written.values()] == ["one", "two"]
