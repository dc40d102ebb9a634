"""The page of the data format is read as a page, and does nothing by itself."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextTable
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from ocviewer.ui.dialogs import format_dialog
from ocviewer.ui.markdown_view import MarkdownView
from ocviewer.ui.theme import DARK, LIGHT, palette_of

FILLER = "\n\n".join(["Text of a test."] * 80)
PAGE = f"""# A test

Go [there](#far-away_1), [out](https://example.org/a) or [to a file](schema/x.json).

| key | meaning |
| --- | --- |
| `a` | <b>bold</b> <img src="https://example.org/x.png"> |

![picture](file:///etc/hostname)

{FILLER}

## Far `away_1`

The end.

{FILLER}
"""


def page_of(qtbot: QtBot, markdown: str = PAGE) -> MarkdownView:
    view = MarkdownView(markdown)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def tables(view: MarkdownView) -> list[QTextTable]:
    frames = view.document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def hrefs(view: MarkdownView) -> set[str]:
    html = view.document().toHtml()
    return {part.split('"')[0] for part in html.split('href="')[1:]}


def test_markdown_is_set_and_not_printed(qtbot: QtBot) -> None:
    view = page_of(qtbot)
    assert len(tables(view)) == 1
    assert view.isReadOnly()
    for mark in ("| ---", "# A test", "](", "`a`"):
        assert mark not in view.toPlainText()


def test_html_is_text(qtbot: QtBot) -> None:
    assert "<b>bold</b>" in page_of(qtbot).toPlainText()


@pytest.mark.parametrize("kind", QTextDocument.ResourceType)
@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.org/x.png"])
def test_nothing_is_loaded(qtbot: QtBot, kind: QTextDocument.ResourceType, address: str) -> None:
    view = page_of(qtbot)
    loaded = view.document().resource(kind.value, QUrl(address))
    assert not isinstance(loaded, QImage) or loaded.isNull()
    assert not bytes(loaded or b"")


def test_links_that_lead_nowhere_are_text(qtbot: QtBot) -> None:
    view = page_of(qtbot)
    assert hrefs(view) == {"#far-away_1", "https://example.org/a"}
    assert "to a file" in view.toPlainText()


def test_a_link_within_the_page_goes_there(qtbot: QtBot) -> None:
    view = page_of(qtbot)
    with qtbot.assertNotEmitted(view.link_clicked):
        view.anchorClicked.emit(QUrl("#far-away_1"))
        top = view.cursorForPosition(view.viewport().rect().topLeft())
        place = view.verticalScrollBar().value()
        view.anchorClicked.emit(QUrl("#nowhere"))
    assert place > 0
    assert view.verticalScrollBar().value() == place
    texts = [top.block().text(), top.block().next().text()]
    assert "Far away_1" in texts


def test_a_link_outside_is_only_told(qtbot: QtBot) -> None:
    view = page_of(qtbot)
    place = view.toPlainText()
    with qtbot.waitSignal(view.link_clicked) as clicked:
        view.anchorClicked.emit(QUrl("https://example.org/a"))
    assert clicked.args == ["https://example.org/a"]
    assert view.toPlainText() == place


def test_hairlines_follow_the_palette(qtbot: QtBot) -> None:
    view = page_of(qtbot)
    for theme in (LIGHT, DARK):
        view.setPalette(palette_of(theme))
        assert tables(view)[0].format().toTableFormat().borderBrush().color().name() == theme.line


def test_the_page_of_the_data_format(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[str] = []
    dialog: QDialog = format_dialog(parent, opened.append)
    view = dialog.findChild(MarkdownView)
    assert view is not None
    assert "| ---" not in view.toPlainText()
    assert len(tables(view)) > 10
    inner = {href.removeprefix("#") for href in hrefs(view) if href.startswith("#")}
    assert inner
    for anchor in inner:
        dialog.show()
        view.verticalScrollBar().setValue(0)
        view.anchorClicked.emit(QUrl(f"#{anchor}"))
        assert view.verticalScrollBar().value() > 0, anchor
    view.link_clicked.emit("https://example.org")
    assert opened == ["https://example.org"]
    dialog.close()
