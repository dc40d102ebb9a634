import pytest

from ocviewer.presenter.page import SectionTab
from ocviewer.ui.reader.tab_labels import GLANCE, TabGrid, fit_tabs, narrowest

CHARACTER = 7
PLENTY = 12
Tabs = tuple[SectionTab, ...]


def advance(text: str) -> int:
    return CHARACTER * len(text)


def fit(tabs: Tabs, width: int, *, current: int = 3, most_rows: int = PLENTY) -> TabGrid:
    return fit_tabs(tabs, current, width, most_rows, advance)


@pytest.mark.parametrize("width", range(360, 2400, 60))
@pytest.mark.parametrize("current", [0, 1, 10])
@pytest.mark.parametrize("most_rows", [1, 3, 6])
def test_every_label_fits_its_column_and_all_columns_the_width(
    tabs: Tabs, width: int, current: int, most_rows: int
) -> None:
    grid = fit(tabs, width, current=current, most_rows=most_rows)
    assert sum(grid.widths) <= width
    assert grid.rows <= most_rows
    assert len(grid.labels) == len(tabs)
    assert (len(grid.widths) - 1) * grid.rows < len(tabs) <= len(grid.widths) * grid.rows
    assert grid.padding >= 3
    for place, (tab, label) in enumerate(zip(tabs, grid.labels, strict=True)):
        assert advance(label) + 2 * grid.padding <= grid.widths[place // grid.rows]
        assert label.startswith(f"{tab.number:02d}" if tab.number else (GLANCE, "At a glance"))


@pytest.mark.parametrize("width", range(280, 2400, 20))
def test_a_grid_names_every_section_so_that_none_reads_as_another(tabs: Tabs, width: int) -> None:
    labels = fit(tabs, width).labels
    for tab, label in zip(tabs, labels, strict=True):
        shown = label.removesuffix("…")
        assert tab.text.startswith(shown)
        assert tab.text[len(shown) :][:1] in ("", " ")
        assert shown[3:]
        assert [each.title for each in tabs if each.title.startswith(shown[3:])] == [
            tab.title
        ] or tab.number == 0
        assert not shown.endswith(" and")


def test_a_grid_fills_the_width_from_the_fewest_rows(tabs: Tabs) -> None:
    rows = []
    for width in range(2400, 280, -20):
        grid = fit(tabs, width)
        assert sum(grid.widths) == width
        rows.append(grid.rows)
    assert rows == sorted(rows)
    assert rows[0] == 1
    assert {1, 2, 3, 4, 6} <= set(rows)


def test_a_wide_bar_shows_every_title_in_one_row(tabs: Tabs) -> None:
    grid = fit(tabs, 2400)
    assert grid.labels == tuple(tab.text for tab in tabs)
    assert grid.rows == 1


def test_titles_are_cut_between_words_where_they_must_be(tabs: Tabs) -> None:
    labels = fit(tabs, 560).labels
    assert labels[:4] == ("At a glance", "01 People", "02 Trade", "03 Environment")
    assert labels[7] == "07 Criminal actors"
    assert labels[8] == "08 Leadership…"
    assert labels[9] == "09 Criminal justice…"


def test_a_grid_stays_put_when_a_tab_is_picked(tabs: Tabs) -> None:
    assert fit(tabs, 480, current=1) == fit(tabs, 480, current=10)
    assert not fit(tabs, 480).follows_current


def test_one_row_where_titles_do_not_fit_shows_numbers_and_the_open_title(tabs: Tabs) -> None:
    grid = fit(tabs, 480, current=2, most_rows=2)
    assert grid.labels[:4] == (GLANCE, "01", "02 Trade", "03")
    assert grid.rows == 1
    assert grid.follows_current


def test_a_long_open_title_is_shortened_to_fit(tabs: Tabs) -> None:
    label = fit(tabs, 400, current=10, most_rows=1).labels[10]
    assert label.startswith("10 Ec")
    assert label.endswith("…")


def test_a_bar_below_its_least_width_still_has_its_numbers(tabs: Tabs) -> None:
    assert fit(tabs, 50, current=10).labels[10] == "10"
    assert narrowest(tabs, advance) < 360


def test_nothing_open_and_nothing_at_all(tabs: Tabs) -> None:
    assert fit(tabs, 480, current=-1, most_rows=1).labels[2] == "02"
    assert fit((), 480).labels == ()
    assert fit((), 480).rows == 1
