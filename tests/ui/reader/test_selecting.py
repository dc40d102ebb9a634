"""Text is selected from the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ocviewer.presenter.page import SectionView
from ocviewer.ui.reader.text_view import ReadingView

MakeSection = Callable[..., SectionView]
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot, make_section: MakeSection) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    view.set_section(make_section("One two three four five six.", *["Line of text. " * 30] * 9))
    return view


def press(qtbot: QtBot, view: ReadingView, key: Qt.Key, held: Qt.KeyboardModifier = SHIFT) -> str:
    qtbot.keyClick(view, key, held)
    return view.textCursor().selectedText()


def test_shift_and_arrows_move_the_end(qtbot: QtBot, view: ReadingView) -> None:
    assert press(qtbot, view, Key.Key_Right) == "One "
    assert press(qtbot, view, Key.Key_Right) == "One two "
    assert press(qtbot, view, Key.Key_Left) == "One "
    assert press(qtbot, view, Key.Key_End) == "One two three four five six."
    assert press(qtbot, view, Key.Key_Down).startswith("One two three four five six.\u2029Line of")
    assert press(qtbot, view, Key.Key_Up) == "One two three four five six."
    (span,) = view.selected_spans()
    assert span == (0, 0, 28)


def test_ctrl_goes_by_word_too(qtbot: QtBot, view: ReadingView) -> None:
    ctrl = SHIFT | Qt.KeyboardModifier.ControlModifier
    assert press(qtbot, view, Key.Key_Right, ctrl) == "One "
    assert press(qtbot, view, Key.Key_Right) == "One two "
    assert press(qtbot, view, Key.Key_Left, ctrl) == "One "


def test_a_link_of_the_heading_that_has_focus_is_no_beginning(
    qtbot: QtBot, view: ReadingView, make_section: MakeSection
) -> None:
    section = make_section("One two three.")._replace(label="Whose", url="https://example.org/a")
    view.set_section(section)
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Tab)
    assert view.textCursor().selectedText() == "https://example.org/a"
    assert press(qtbot, view, Key.Key_Right) == "One "


def test_with_alt_they_move_the_beginning(qtbot: QtBot, view: ReadingView) -> None:
    press(qtbot, view, Key.Key_End)
    for _ in range(2):
        press(qtbot, view, Key.Key_Right, SHIFT | ALT)
    assert view.textCursor().selectedText() == "three four five six."
    assert press(qtbot, view, Key.Key_Left, SHIFT | ALT) == "two three four five six."
    assert press(qtbot, view, Key.Key_Left) == "two three four five six"
    assert [tuple(span) for span in view.selected_spans()] == [(0, 4, 27)]


def test_a_selection_begins_where_the_text_is_read(qtbot: QtBot, view: ReadingView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    value = bar.value()
    press(qtbot, view, Key.Key_End)
    rect = view.cursorRect(view.textCursor())
    assert 0 <= rect.top() < 60
    assert abs(bar.value() - value) < 30
    (span,) = view.selected_spans()
    assert span.paragraph > 1


def test_keys_without_shift_scroll(qtbot: QtBot, view: ReadingView) -> None:
    qtbot.keyClick(view, Key.Key_Down)
    assert not view.textCursor().hasSelection()
    assert view.verticalScrollBar().value() > 0
