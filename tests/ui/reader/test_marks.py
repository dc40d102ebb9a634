"""Marks: where they are painted, that they alter nothing, and that each kind can be told apart."""

import math
from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ocviewer.presenter.page import ParagraphView, SectionView
from ocviewer.ui.reader.marks import LAYERS, Mark, MarkKind, look_of
from ocviewer.ui.reader.places import Span
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.theme import DARK, LIGHT, Theme, palette_of

MakeSection = Callable[..., SectionView]


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def marked(view: ReadingView) -> list[str]:
    return [each.cursor.selectedText() for each in view.extraSelections()]


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("One of Testland.", 7, 15, "Testland"),
        ("😀 One of Testland 😀.", 9, 19, "Testland 😀"),
        ("One\r\nof Testland.", 8, 16, "Testland"),
        ("One \x07of\u202e Testland.", 9, 17, "Testland"),
        ("x" * 20_000 + "Testland." + "y" * 20_000, 20_000, 20_008, "Testland"),
        ("Testland " * 5_000 + "end.", 45_000, 45_003, "end"),
        ("Testland", 0, 99, "Testland"),
    ],
    ids=[
        "plain",
        "beyond 16 bits",
        "line end",
        "dropped",
        "one word of megabytes",
        "blocks",
        "end",
    ],
)
def test_words_are_marked_where_the_library_has_them(
    view: ReadingView, make_section: MakeSection, text: str, start: int, end: int, shown: str
) -> None:
    view.set_section(make_section("Before.", text, "After."))
    view.set_marks("find", [Mark(1, start, end, MarkKind.FOUND)])
    assert marked(view) == [shown]


def test_what_is_selected_comes_back_as_the_library_counts_it(
    view: ReadingView, make_section: MakeSection
) -> None:
    texts = ("One 😀 of Testland.", "", "Two\r\nof \x07Testland " + "z" * 30_000)
    view.set_section(make_section(*texts))
    view.setTextCursor(view.document().find("of Testland."))
    (span,) = view.selected_spans()
    assert texts[0][span.start : span.end] == "of Testland."
    view.selectAll()
    assert view.selected_spans() == (Span(0, 0, len(texts[0])), Span(2, 0, len(texts[2])))


def test_nothing_selected_is_no_span(view: ReadingView, make_section: MakeSection) -> None:
    assert view.selected_spans() == ()
    view.set_section(make_section("Text."))
    assert view.selected_spans() == ()


def test_a_layer_is_replaced_alone_and_the_topmost_comes_last(
    view: ReadingView, make_section: MakeSection
) -> None:
    view.set_section(make_section("One two three."))
    view.set_marks("find", [Mark(0, 0, 3, MarkKind.FOUND)])
    view.set_marks("notes", [Mark(0, 4, 7, MarkKind.HIGHLIGHT_1)])
    assert marked(view) == ["two", "One"]
    view.set_marks("find", [Mark(0, 8, 13, MarkKind.FOUND), Mark(5, 0, 3, MarkKind.FOUND)])
    assert marked(view) == ["two", "three"]
    view.set_marks("notes", ())
    assert marked(view) == ["three"]
    with pytest.raises(ValueError, match="nonsense"):
        view.set_marks("nonsense", ())


def test_marks_alter_nothing_and_go_with_their_section(
    qtbot: QtBot, view: ReadingView, make_section: MakeSection
) -> None:
    view.set_section(make_section("One two three."))
    before = view.toHtml()
    view.set_marks("find", [Mark(0, 0, 3, MarkKind.FOUND)])
    assert view.toHtml() == before
    view.set_zoom(3)
    view.setPalette(palette_of(DARK))
    assert marked(view) == ["One"]
    assert view.extraSelections()[0].format.background().color() == QColor(
        look_of(MarkKind.FOUND, DARK).ground
    )
    with qtbot.waitSignal(view.section_shown):
        view.set_section(make_section("Four."))
    assert marked(view) == []


def test_a_mark_far_down_comes_when_its_words_are_laid_out(
    view: ReadingView, make_section: MakeSection
) -> None:
    text = "Testland " * 60_000 + "end"
    view.set_section(make_section(text))
    view.set_marks("find", [Mark(0, len(text) - 3, len(text), MarkKind.FOUND_HERE)])
    assert marked(view) == []
    view.show_span(Span(0, len(text) - 3, len(text)))
    assert marked(view) == ["end"]
    (selection,) = view.extraSelections()
    rect = view.cursorRect(selection.cursor)
    assert view.viewport().rect().contains(rect)


def test_a_passage_is_shown_once_there_is_a_size(
    qtbot: QtBot, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.set_section(make_section(*long_paragraphs))
    view.show_span(Span(9, 0, 3))
    view.show()
    qtbot.waitExposed(view)
    place = view.document().find("P10.")
    assert view.viewport().rect().contains(view.cursorRect(place))


def test_a_passage_in_sight_moves_nothing(
    view: ReadingView, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view.set_section(make_section(*long_paragraphs))
    view.show_span(Span(0, 0, 3))
    assert view.verticalScrollBar().value() == 0


def _luminance(colour: str) -> float:
    shown = QColor(colour)
    parts = (shown.redF(), shown.greenF(), shown.blueF())
    linear = [p / 12.92 if p <= 0.04045 else math.pow((p + 0.055) / 1.055, 2.4) for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_is_legible(kind: MarkKind, theme: Theme) -> None:
    look = look_of(kind, theme)
    assert contrast(look.ink, look.ground) >= 4.5
    assert contrast(look.stroke, theme.surface if look.frame else look.ground) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_kinds_are_told_apart_without_colour(theme: Theme) -> None:
    for one, other in combinations(MarkKind, 2):
        looks = [look_of(kind, theme) for kind in (one, other)]
        assert len({(look.line, look.frame, look.ink == theme.text) for look in looks}) == 2


def test_layers_are_those_of_the_frame() -> None:
    assert set(LAYERS) == {"find", "search", "notes", "changes"}
