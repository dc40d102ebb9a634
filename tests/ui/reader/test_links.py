"""Countries in the text: links to be clicked, reached by key, and found in the context menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ocviewer.presenter.links import Link
from ocviewer.presenter.page import Chip, ParagraphView, SectionView
from ocviewer.ui.reader.pieces import BLOCK_LIMIT
from ocviewer.ui.reader.text_view import ReadingView
from ocviewer.ui.window import MainWindow

MakeSection = Callable[..., SectionView]
CTRL = Qt.KeyboardModifier.ControlModifier


def link(paragraph: int, text: str, word: str, iso3: str = "TST") -> Link:
    start = text.index(word)
    return Link(paragraph, start, start + len(word), iso3, word, f"<b>{word}</b>")


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def linked(view: ReadingView, make_section: MakeSection) -> ReadingView:
    texts = ("Goods for Testland 😀 and Farland.", "No name.")
    links = [link(0, texts[0], "Testland"), link(0, texts[0], "Farland", "FAR")]
    view.set_section(make_section(*texts), links)
    return view


def anchors(view: ReadingView) -> list[tuple[str, str]]:
    found = []
    block = view.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().isAnchor():
                found.append((piece.text(), piece.charFormat().anchorHref()))
            pieces += 1
        block = block.next()
    return found


def point_of(view: ReadingView, word: str) -> QPoint:
    cursor = view.document().find(word, options=QTextDocument.FindFlag.FindCaseSensitively)
    cursor.setPosition(cursor.selectionStart() + 2)
    return view.cursorRect(cursor).center()


def test_names_are_quiet_links(linked: ReadingView) -> None:
    assert anchors(linked)[1:] == [("Testland", "country:TST"), ("Farland", "country:FAR")]
    form = linked.document().find("Farland").charFormat()
    assert form.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert form.toolTip() == "<p>&lt;b&gt;Farland&lt;/b&gt;</p>"
    assert "Goods for Testland 😀 and Farland." in linked.toPlainText()


@pytest.mark.parametrize(
    ("held", "name"), [(Qt.KeyboardModifier.NoModifier, "picked"), (CTRL, "added")]
)
def test_a_click_opens_and_with_ctrl_adds(
    qtbot: QtBot, linked: ReadingView, held: Qt.KeyboardModifier, name: str
) -> None:
    with qtbot.waitSignal(getattr(linked, f"country_{name}")) as signal:
        point = point_of(linked, "Farland")
        qtbot.mouseMove(linked.viewport(), point)
        qtbot.mouseClick(linked.viewport(), Qt.MouseButton.LeftButton, held, point)
    assert signal.args == ["FAR"]


def test_keys_reach_every_link(qtbot: QtBot, linked: ReadingView) -> None:
    told: list[tuple[str, str]] = []
    linked.country_picked.connect(lambda code: told.append(("picked", code)))
    linked.country_added.connect(lambda code: told.append(("added", code)))
    linked.setFocus()
    qtbot.keyClick(linked, Qt.Key.Key_Tab)  # the source
    qtbot.keyClick(linked, Qt.Key.Key_Tab)
    qtbot.keyClick(linked, Qt.Key.Key_Return)
    qtbot.keyClick(linked, Qt.Key.Key_Tab)
    qtbot.keyClick(linked, Qt.Key.Key_Return, CTRL)
    assert told == [("picked", "TST"), ("added", "FAR")]


def open_menu(view: ReadingView, point: QPoint) -> QMenu:
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
    view.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_context_menu_offers_both(linked: ReadingView) -> None:
    told: list[str] = []
    linked.country_picked.connect(told.append)
    linked.country_added.connect(told.append)
    menu = open_menu(linked, point_of(linked, "Testland"))
    assert [action.text() for action in menu.actions()[:2]] == [
        "Open Testland",
        "Put Testland beside",
    ]
    assert not [a for a in menu.actions() if a.objectName() == "link-copy"]
    menu.actions()[0].trigger()
    menu.actions()[1].trigger()
    assert told == ["TST", "TST"]
    menu.close()


def test_the_context_menu_has_the_figures_of_its_paragraph(
    view: ReadingView, make_section: MakeSection, make_chip: Callable[..., Chip]
) -> None:
    chips = (make_chip("1.1.1"), make_chip("1.1.2", "Arms & more"))
    paragraphs = (ParagraphView("One.", ("1.1.1",)), ParagraphView("Two.", ("1.1.2",)))
    view.set_section(make_section(*paragraphs, chips=chips))
    told: list[str] = []
    view.figure_picked.connect(lambda code, _: told.append(code))
    menu = open_menu(view, point_of(view, "Two."))
    assert menu.actions()[0].text() == "Arms && more, 7.00, 1.00 worse"
    menu.actions()[0].trigger()
    assert told == ["1.1.2"]
    menu.close()


def test_others_add_to_the_menu(linked: ReadingView) -> None:
    linked.menu_requested.connect(lambda menu, _: menu.addAction("Mine"))
    menu = open_menu(linked, point_of(linked, "name"))
    assert menu.actions()[-1].text() == "Mine"
    assert not menu.actions()[0].text().startswith("Open")
    menu.close()


def test_a_link_across_two_blocks_is_one(view: ReadingView, make_section: MakeSection) -> None:
    text = "x" * (BLOCK_LIMIT - 4) + "Testland" + "y" * 50
    view.set_section(make_section(text), [link(0, text, "Testland")])
    assert anchors(view)[1:] == [("Test", "country:TST"), ("land", "country:TST")]
    assert view.toPlainText().replace("\n", "").endswith(text)


def test_the_window_opens_what_is_named(qtbot: QtBot, window: MainWindow) -> None:
    window.controller.open_section("drugs")
    view = window.panes.text_views()[0]
    assert ("Ecuador", "country:ECU") in anchors(view)
    assert not [href for _, href in anchors(view) if href == "country:PER"]
    view.country_picked.emit("ECU")
    assert window.controller.state.panes[0].iso3 == "ECU"
    assert window.controller.state.section == "drugs"
    view.country_added.emit("BRA")
    assert [pane.iso3 for pane in window.controller.state.panes] == ["ECU", "BRA"]


def test_in_a_comparison_it_opens_in_its_own_pane(window: MainWindow) -> None:
    window.controller.add_country("COL")
    window.controller.open_section("drugs")
    window.panes.text_views()[1].country_picked.emit("ECU")
    assert [pane.iso3 for pane in window.controller.state.panes] == ["PER", "ECU"]
