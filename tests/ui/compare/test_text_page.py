"""Readers side by side: partners at one height, scrolled together, and unlinked by a button."""

import pytest
from PySide6.QtWidgets import QApplication

from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.compare.aligned_view import AlignedView
from ocviewer.ui.compare.leads import leads
from ocviewer.ui.window import MainWindow
from tests.ui.compare.conftest import comparison_of, view_of
from tests.ui.conftest import MakeWindow


def tops(view: AlignedView) -> list[float]:
    """Where each paragraph starts, as it is laid out."""
    section = view.section()
    assert section is not None
    return [view._block_top(view._block(place)) for place in range(len(section.paragraphs))]


def assert_aligned(window: MainWindow) -> None:
    views = view_of(window).text.views()
    found = [tops(view) for view in views]
    rows = comparison_of(window).alignment
    lowest = 0.0
    for row in rows:
        starts = {round(found[n][place]) for n, place in enumerate(row) if place is not None}
        assert max(starts) - min(starts) <= 1
        assert min(starts) > lowest
        lowest = max(starts)


def read(window: MainWindow, section: str = "at_a_glance") -> list[AlignedView]:
    window.controller.open_section(section)
    return view_of(window).text.views()


@pytest.mark.parametrize("countries", [("PER", "COL"), ("PER", "COL", "TUV", "AFG")])
def test_paragraphs_of_the_same_indicators_start_at_one_height(
    make_window: MakeWindow, countries: tuple[str, ...]
) -> None:
    window = make_window(*countries)
    views = read(window)
    by_itself = [view.tops() for view in views]
    assert len(set(by_itself)) > 1  # they would not stand so by themselves
    for size in ((1280, 720), (1920, 1080), (900, 600)):
        window.resize(*size)
        QApplication.processEvents()
        assert_aligned(window)
    window.set_zoom(4)
    assert_aligned(window)
    window.controller.open_country("NOR", 1)
    assert_aligned(window)
    window.controller.open_edition(2023)
    assert_aligned(window)


def test_a_paragraph_without_a_partner_stands_alone(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.controller.set_edition(1, 2021)
    read(window)
    rows = comparison_of(window).alignment
    assert any(None in row for row in rows)
    assert_aligned(window)


def test_a_pane_without_text_pushes_no_text_down(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.resize(900, 600)
    one, _ = read(window, "drugs")
    natural = one.tops()
    assert natural is not None
    assert tops(one) == list(natural[:-1])


def test_readers_scroll_together_until_the_button_unlinks_them(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.resize(900, 600)
    one, other = read(window)
    link = view_of(window).link
    assert link.isVisible()
    assert link.isChecked()
    assert one.verticalScrollBar().maximum() == other.verticalScrollBar().maximum() > 50
    one.verticalScrollBar().setValue(40)
    assert other.verticalScrollBar().value() == 40
    other.verticalScrollBar().setValue(20)
    assert one.verticalScrollBar().value() == 20
    link.click()
    one.verticalScrollBar().setValue(50)
    assert other.verticalScrollBar().value() == 20
    link.click()
    assert other.verticalScrollBar().value() == 50


def test_the_button_is_there_for_text_alone(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    assert not view_of(window).link.isVisible()
    read(window)
    assert view_of(window).link.isVisible()
    window.controller.show_figures()
    assert not view_of(window).link.isVisible()


def test_a_row_brings_its_paragraph_into_view(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    window.resize(900, 600)
    view = view_of(window)
    view.indicator_activated.emit("2.7")
    one, other = view.text.views()
    QApplication.processEvents()
    assert one.paragraph_at("2.7") == 2
    assert one.verticalScrollBar().value() > 0
    assert "no text of this section for Colombia" in other.toPlainText()


def test_chips_are_those_of_each_pane(make_window: MakeWindow) -> None:
    window = make_window("PER", "region:South America")
    read(window, "people")
    peru, mean = view_of(window).text._chips
    assert [b.chip.score_text for b in peru.buttons()] == ["7.00", "6.50", "5.50"]
    assert [b.chip.score_text for b in mean.buttons()] == ["6.17", "5.46", "5.88"]
    assert "no text" in view_of(window).text.views()[1].toPlainText()
    peru.buttons()[1].click()
    assert window.controller.state.section == "people"


def test_another_palette_keeps_paragraphs_aligned(
    make_window: MakeWindow, qapp: QApplication
) -> None:
    from ocviewer.ui.theme import ThemeChoice, apply_theme

    window = make_window("PER", "COL")
    read(window)
    apply_theme(qapp, ThemeChoice.DARK)
    qapp.processEvents()
    assert_aligned(window)


def test_a_zoom_in_one_reader_is_that_of_all(make_window: MakeWindow) -> None:
    window = make_window("PER", "COL")
    one, other = read(window)
    one._zoom_to(3)
    assert (window.zoom, other.zoom()) == (3, 3)
    window.actions_["zoom_text:0"].trigger()
    assert (window.zoom, one.zoom(), other.zoom()) == (0, 0, 0)


def test_leads_push_each_row_below_the_one_above() -> None:
    rows = ((0, 0), (1, None), (None, 1), (2, 2))
    one = (10.0, 50.0, 90.0, 120.0)
    other = (20.0, 40.0, 100.0, 130.0)
    pushed, end = leads(rows, (one, other))
    placed = [
        [top + sum(each[: n + 1]) for n, top in enumerate(natural[:-1])]
        for natural, each in zip((one, other), pushed, strict=True)
    ]
    assert placed == [[20.0, 60.0, 160.0], [20.0, 100.0, 160.0]]
    assert end == 190.0


def test_a_state_can_open_as_text(library: Library, words: Words) -> None:
    from ocviewer.presenter.resolve import resolve

    panes = (PaneState("PER", 2025), PaneState("COL", 2025))
    page = resolve(ViewState(panes, "people", reading=True), library, words)
    assert page.comparison is not None
    assert page.comparison.reading
