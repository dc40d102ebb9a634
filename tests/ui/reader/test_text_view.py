from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument, QWheelEvent
from pytestqt.qtbot import QtBot

from ocviewer.domain.indicator import Polarity
from ocviewer.presenter.page import Chip, ParagraphView, SectionView
from ocviewer.ui.reader.text_view import LEAST_ZOOM, MOST_ZOOM, ReadingView
from ocviewer.ui.theme import DARK, LIGHT, palette_of

MakeSection = Callable[..., SectionView]
CASE = QTextDocument.FindFlag.FindCaseSensitively
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def select(view: ReadingView, text: str) -> None:
    view.setTextCursor(view.document().find(text, options=CASE))
    assert view.textCursor().hasSelection()


def top_text(view: ReadingView) -> str:
    cursor = view.cursorForPosition(QPoint(20, 0))
    return cursor.block().text()[:5]


def turn_wheel(view: ReadingView, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)


def test_a_section_starts_at_its_beginning(
    view: ReadingView, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view.set_section(make_section(*long_paragraphs))
    view.verticalScrollBar().setValue(900)
    view.set_section(make_section(*long_paragraphs, number=2))
    assert view.verticalScrollBar().value() == 0
    assert view.accessibleName()
    assert view.accessibleDescription() == "02 Trade"


@pytest.mark.parametrize("width", [800, 1400, 3000])
@pytest.mark.parametrize("zoom", [0, 6])
def test_lines_of_a_wide_view_have_60_to_75_characters(
    view: ReadingView,
    make_section: MakeSection,
    long_paragraphs: tuple[ParagraphView, ...],
    width: int,
    zoom: int,
) -> None:
    view.set_section(make_section(long_paragraphs[0]))
    view.resize(width, 300)
    view.set_zoom(zoom)
    layout = view.document().findBlockByNumber(2).layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_lines_of_a_narrow_view_stay_in_it(
    view: ReadingView, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view.set_section(make_section(*long_paragraphs, "x" * 3_000))
    view.resize(250, 300)
    assert view.document().size().width() <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_what_is_copied_ends_with_its_source(view: ReadingView, make_section: MakeSection) -> None:
    view.set_section(make_section("One of Testland.", "Two\nlines 😀 here.", citation="Source: T"))
    view.setTextCursor(view.document().find("Testland", options=CASE))
    cursor = view.textCursor()
    cursor.setPosition(view.document().find("here").position(), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.formats() == ["text/plain"]
    assert data.text() == "Testland.\n\nTwo\nlines 😀 here\n\nSource: T"


def test_nothing_selected_copies_nothing(view: ReadingView, make_section: MakeSection) -> None:
    view.set_section(make_section("Text."))
    assert view.createMimeDataFromSelection().text() == ""


def test_a_source_without_words_adds_no_line(view: ReadingView, make_section: MakeSection) -> None:
    view.set_section(make_section("Text of Testland.", citation=""))
    select(view, "Testland")
    assert view.createMimeDataFromSelection().text() == "Testland"


@pytest.mark.parametrize("name", ["https://example.org/a.png", "file:///etc/hostname", "a.css"])
def test_no_resource_is_ever_loaded(view: ReadingView, name: str) -> None:
    kinds = QTextDocument.ResourceType
    for kind in (kinds.ImageResource, kinds.StyleSheetResource, kinds.HtmlResource):
        assert view.loadResource(kind.value, QUrl(name)) == b""
        assert view.document().resource(kind.value, QUrl(name)) == b""


def test_markup_loads_nothing(
    view: ReadingView, make_section: MakeSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ReadingView, "loadResource", lambda *arguments: asked.append(arguments))
    text = '<img src="file:///etc/hostname"><link href=a.css><script src="https://example.org">'
    view.set_section(make_section(text))
    view.grab()
    assert text in view.toPlainText()
    assert asked == []


def test_the_address_is_handed_on_and_not_opened(
    qtbot: QtBot, view: ReadingView, make_section: MakeSection
) -> None:
    url = "https://example.org/a%20b?c=d"
    view.set_section(make_section("Text.", url=url))
    cursor = view.document().find("example.org")
    point = view.cursorRect(cursor).center()
    with qtbot.waitSignal(view.link_clicked) as signal:
        qtbot.mouseMove(view.viewport(), point)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert signal.args == [url]
    assert "Text." in view.toPlainText()


def test_zoom_keeps_to_its_bounds_and_is_told_only_when_the_user_zooms(
    qtbot: QtBot, view: ReadingView, make_section: MakeSection
) -> None:
    view.set_section(make_section("Text."))
    with qtbot.assertNotEmitted(view.zoom_changed):
        view.set_zoom(99)
        assert view.zoom() == MOST_ZOOM
        view.set_zoom(-99)
        assert view.zoom() == LEAST_ZOOM
        qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    told: list[int] = []
    view.zoom_changed.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_0, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Equal, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    assert told == [0, 1, 2, 1]


def test_zoom_changes_the_size_of_the_text(view: ReadingView, make_section: MakeSection) -> None:
    view.set_section(make_section("Text."))
    small = view.document().defaultFont().pointSizeF()
    view.set_zoom(3)
    assert view.document().defaultFont().pointSizeF() == pytest.approx(small + 3)


def test_ctrl_and_a_whole_notch_of_the_wheel_zoom(
    qtbot: QtBot,
    view: ReadingView,
    make_section: MakeSection,
    long_paragraphs: tuple[ParagraphView, ...],
) -> None:
    view.set_section(make_section(*long_paragraphs))
    told: list[int] = []
    view.zoom_changed.connect(told.append)
    turn_wheel(view, 60, CTRL)
    assert told == []
    turn_wheel(view, 60, CTRL)
    turn_wheel(view, -240, CTRL)
    assert told == [1, -1]
    turn_wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert told == [1, -1]
    assert view.verticalScrollBar().value() > 0


def test_zoom_width_and_theme_keep_the_line_that_is_read(
    view: ReadingView, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view.set_section(make_section(*long_paragraphs))
    view.show_paragraph("1.1.6")
    select(view, "P6. the")
    assert top_text(view).startswith("P6.")
    view.set_zoom(5)
    assert top_text(view).startswith("P6.")
    view.resize(400, 300)
    assert top_text(view).startswith("P6.")
    view.setPalette(palette_of(DARK))
    assert top_text(view).startswith("P6.")
    assert view.textCursor().selectedText() == "P6. the"


def test_an_indicator_is_found_shown_and_marked(
    qtbot: QtBot,
    view: ReadingView,
    make_section: MakeSection,
    make_chip: Callable[..., Chip],
    long_paragraphs: tuple[ParagraphView, ...],
) -> None:
    chips = (make_chip("1.1.5", polarity=Polarity.RESILIENCE),)
    view.set_section(make_section(*long_paragraphs, chips=chips))
    assert view.paragraph_at("1.1.5") == 4
    assert view.paragraph_at("2.12") is None
    view.show_paragraph("1.1.5")
    assert top_text(view).startswith("P5.")

    def ground() -> str:
        return view.grab().toImage().pixelColor(8, 40).name()

    assert ground() == LIGHT.resilience_soft
    qtbot.keyClick(view, Qt.Key.Key_Shift)
    assert ground() == LIGHT.surface
    view.show_paragraph("1.1.4")
    assert ground() == LIGHT.highlight
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton)
    assert ground() == LIGHT.surface


def test_an_unknown_indicator_moves_nothing(
    view: ReadingView, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view.show_paragraph("1.1.1")
    view.set_section(make_section(*long_paragraphs))
    view.show_paragraph("2.12")
    assert view.verticalScrollBar().value() == 0


def test_an_indicator_asked_for_before_the_view_is_shown(
    qtbot: QtBot, make_section: MakeSection, long_paragraphs: tuple[ParagraphView, ...]
) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    view.set_section(make_section(*long_paragraphs))
    view.show_paragraph("1.1.5")
    view.resize(500, 300)
    view.show()
    qtbot.waitExposed(view)
    assert top_text(view).startswith("P5.")


def test_a_paragraph_of_megabytes_comes_as_it_is_read_and_whole_when_selected(
    qtbot: QtBot, view: ReadingView, make_section: MakeSection
) -> None:
    text = "Testland " * 60_000 + "end"
    view.set_section(make_section(ParagraphView(text, ()), citation=""))
    first = view.document().characterCount()
    assert first < 100_000
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert first < view.document().characterCount() < 200_000
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert view.createMimeDataFromSelection().text().endswith(f"\n\n{text}")


def test_colours_follow_the_palette(view: ReadingView, make_section: MakeSection) -> None:
    view.set_section(make_section("Text."))
    view.setPalette(palette_of(DARK))
    block = view.document().findBlockByNumber(2)
    assert block.begin().fragment().charFormat().foreground().color().name() == DARK.text
    assert view.grab().toImage().pixelColor(2, 2).name() == DARK.surface


def test_a_larger_font_of_the_window_enlarges_the_text(
    view: ReadingView, make_section: MakeSection
) -> None:
    view.set_section(make_section("Text."))
    view.set_zoom(2)
    before = view.document().defaultFont().pointSizeF()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() + 4)
    view.setFont(font)
    assert view.document().defaultFont().pointSizeF() == pytest.approx(before + 4)
