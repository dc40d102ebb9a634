"""Highlights in the reader: by keys and menu, marked, kept, and gone again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from ocviewer.domain.note import NoteKind
from ocviewer.presenter.passage import Passage
from ocviewer.ui.notes.desk import Desk
from ocviewer.ui.notes.editor import NoteEditor
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.window import MainWindow
from tests.ui.compare.conftest import view_of
from tests.ui.conftest import MakeWindow
from tests.ui.notes.conftest import QUOTE, Select, dialogs, painted, stored

Line = QTextCharFormat.UnderlineStyle
LINES = (Line.SingleUnderline, Line.DashUnderline, Line.DotLine, Line.WaveUnderline)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("mark", [1, 2, 3, 4])
def test_keys_mark_what_is_selected(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    view: ReadingView,
    select: Select,
    home: Path,
    mark: int,
) -> None:
    window.activateWindow()
    select(QUOTE)
    qtbot.keyClick(view, Qt.Key.Key_H, CTRL)
    qtbot.keyClick(view, Qt.Key(Qt.Key.Key_0.value + mark))
    assert painted(view) == [(QUOTE, LINES[mark - 1])]
    assert not view.textCursor().hasSelection()
    (note,) = stored(home)
    assert (note.kind, note.mark, note.wording) == (NoteKind.HIGHLIGHT, mark, "condensed")
    assert note.is_about == ("PER", 2025, "trade", None)
    assert note.anchor is not None
    assert note.anchor.exact == QUOTE


def test_without_a_selection_it_says_what_to_do(window: MainWindow, home: Path) -> None:
    window.actions_["highlight:1"].trigger()
    assert "Select" in window.message_bar.text
    assert stored(home) == []


def test_the_same_mark_again_takes_it_away_and_ctrl_z_brings_it_back(
    qtbot: QtBot, window: MainWindow, view: ReadingView, select: Select, home: Path
) -> None:
    for mark in (2, 3, 3):
        select(QUOTE)
        window.actions_[f"highlight:{mark}"].trigger()
    assert painted(view) == []
    assert stored(home) == []
    assert "Deleted" in window.message_bar.text
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert painted(view) == [(QUOTE, LINES[2])]
    (note,) = stored(home)
    assert note.mark == 3
    window.actions_["undo_note"].trigger()
    assert "nothing" in window.message_bar.text


def test_marks_follow_country_edition_and_section(
    window: MainWindow, view: ReadingView, select: Select
) -> None:
    select(QUOTE)
    window.actions_["highlight:1"].trigger()
    controller = window.controller
    for leave in ("drugs", "COL", 2023):
        if isinstance(leave, int):
            controller.open_edition(leave)
        elif leave.isupper():
            controller.open_country(leave)
        else:
            controller.open_section(leave)
        assert painted(view) == []
        controller.open_passage(Passage("PER", 2025, "trade"))
        assert [words for words, _ in painted(view)] == [QUOTE]


def test_highlights_are_there_at_the_next_start(
    make_window: MakeWindow, window: MainWindow, select: Select
) -> None:
    select(QUOTE)
    window.actions_["highlight:4"].trigger()
    window.close()
    again = make_window("PER")
    again.controller.open_section("trade")
    QApplication.processEvents()
    assert painted(again.panes.pane.reader.view()) == [(QUOTE, LINES[3])]


def test_a_passage_over_paragraphs_is_marked_in_each(
    window: MainWindow, desk: Desk, view: ReadingView
) -> None:
    section = view.section()
    assert section is not None
    first, second = (paragraph.text for paragraph in section.paragraphs[:2])
    cursor = view.document().find(first[-20:])
    end = view.document().find(second[:20])
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    window.actions_["highlight:1"].trigger()
    assert [words for words, _ in painted(view)] == [first[-20:], second[:20]]
    ((note, _),) = desk.reader.on(view)
    assert note.anchor is not None
    assert note.anchor.exact == f"{first[-20:]}\n\n{second[:20]}"


def test_a_note_on_a_passage(
    window: MainWindow, view: ReadingView, select: Select, home: Path
) -> None:
    select(QUOTE)
    window.actions_["note_passage"].trigger()
    (editor,) = dialogs(window, NoteEditor)
    editor.text.setPlainText("Who else?")
    editor.close()
    (note,) = stored(home)
    assert (note.text, note.mark) == ("Who else?", 1)
    assert [words for words, _ in painted(view)] == [QUOTE]


def test_a_note_that_stays_empty_leaves_no_highlight_that_was_made_for_it(
    window: MainWindow, view: ReadingView, select: Select, home: Path
) -> None:
    select(QUOTE)
    window.actions_["note_passage"].trigger()
    (editor,) = dialogs(window, NoteEditor)
    editor.reject()
    assert stored(home) == []
    assert painted(view) == []
    select(QUOTE)
    window.actions_["highlight:2"].trigger()
    select(QUOTE)
    window.actions_["note_passage"].trigger()
    (editor,) = dialogs(window, NoteEditor)
    editor.reject()
    assert len(stored(home)) == 1


def point_of(view: ReadingView, text: str) -> QPoint:
    cursor = view.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 2)
    return view.cursorRect(cursor).center()


def menu_at(view: ReadingView, point: QPoint) -> QMenu:
    menus: list[QMenu] = []
    view.menu_requested.connect(lambda menu, _point: menus.append(menu))
    place = view.viewport().mapToGlobal(point)
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
    (menu,) = menus
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions()]


def test_the_menu_of_a_selection(window: MainWindow, view: ReadingView, select: Select) -> None:
    select(QUOTE)
    menu = menu_at(view, point_of(view, QUOTE))
    assert texts(menu)[:5] == [
        "Highlight 1, line",
        "Highlight 2, dashes",
        "Highlight 3, dots",
        "Highlight 4, wave",
        "Note on the passage or section…",
    ]
    menu.actions()[1].trigger()
    assert painted(view) == [(QUOTE, LINES[1])]
    menu.close()


def test_the_menu_of_a_highlight(
    window: MainWindow, view: ReadingView, select: Select, home: Path
) -> None:
    select(QUOTE)
    window.actions_["highlight:2"].trigger()
    menu = menu_at(view, point_of(view, QUOTE))
    assert [action.isChecked() for action in menu.actions()[:4]] == [False, True, False, False]
    menu.actions()[3].trigger()
    assert painted(view) == [(QUOTE, LINES[3])]
    menu.actions()[4].trigger()
    (editor,) = dialogs(window, NoteEditor)
    editor.close()
    menu.actions()[5].trigger()
    assert painted(view) == []
    assert stored(home) == []
    menu.close()


def test_the_menu_elsewhere_offers_section_and_bookmark(
    window: MainWindow, view: ReadingView, desk: Desk
) -> None:
    menu = menu_at(view, QPoint(5, 5))
    assert texts(menu)[:2] == ["Note on the passage or section…", "Bookmark this section"]
    menu.close()


def test_the_note_of_a_highlight_shows_under_the_pointer(
    qtbot: QtBot, window: MainWindow, desk: Desk, view: ReadingView, select: Select
) -> None:
    select(QUOTE)
    window.actions_["highlight:1"].trigger()
    ((note, _),) = desk.reader.on(view)
    desk.keeper.set_text(note, "1 < 2")

    def hover(point: QPoint) -> None:
        place = view.viewport().mapToGlobal(point)
        event = QHelpEvent(QEvent.Type.ToolTip, point, place)
        QApplication.sendEvent(view.viewport(), event)

    hover(point_of(view, QUOTE))
    assert QToolTip.text() == "<p>1 &lt; 2</p>"
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=5000)
    hover(point_of(view, "Unregulated guns"))
    assert not QToolTip.isVisible()


def test_readers_side_by_side_have_their_own_highlights(
    make_window: MakeWindow, home: Path
) -> None:
    window = make_window("PER", "COL")
    window.controller.open_section("trade")
    left, right = view_of(window).text.views()
    cursor = left.document().find(QUOTE)
    left.setTextCursor(cursor)
    left.setFocus()
    window.actions_["highlight:3"].trigger()
    assert painted(left) == [(QUOTE, LINES[2])]
    assert painted(right) == []
    (note,) = stored(home)
    assert note.country == "PER"
    window.controller.move_pane(0, 1)
    assert [len(painted(view)) for view in view_of(window).text.views()] == [0, 1]


def test_means_have_no_notes(make_window: MakeWindow, home: Path) -> None:
    window = make_window("region:Caribbean")
    for key in ("toggle_bookmark", "note_country", "note_passage"):
        window.actions_[key].trigger()
        assert "countries" in window.message_bar.text
    assert stored(home) == []


def test_a_passage_is_selected_and_highlighted_by_keys_alone(
    qtbot: QtBot, window: MainWindow, view: ReadingView
) -> None:
    window.activateWindow()
    view.setFocus()
    section = view.section()
    assert section is not None
    words = section.paragraphs[0].text.split()
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_H, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_2)
    ((marked, line),) = painted(view)
    assert line is LINES[1]
    assert words[0] == marked.split()[0]
    assert " ".join(words).startswith(" ".join(marked.split()))


def test_behind_a_view_of_the_world_nothing_is_marked(make_window: MakeWindow, home: Path) -> None:
    window = make_window("PER", "COL", "BRA")
    window.controller.open_section("trade")
    QApplication.processEvents()
    window.actions_["open_view:map"].trigger()
    window.commands.panes.close_pane_at(0)
    desk = window.notes
    desk.keeper.add(NoteKind.COUNTRY, "COL", text="Meanwhile")
    window.actions_["highlight:1"].trigger()
    assert "Select" in window.message_bar.text
    window.actions_["toggle_bookmark"].trigger()
    window.actions_["open_view:profile"].trigger()
    assert [note.country for note in stored(home)] == ["COL", "COL"]
