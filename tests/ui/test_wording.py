"""The publisher's text and our wording of it: said whose it is, and switched between."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from ocviewer import paths
from ocviewer.domain.profile import Wording
from ocviewer.library.library import Library
from ocviewer.presenter.state import PaneState, ViewState
from ocviewer.presenter.words import Words
from ocviewer.ui.controller import Controller
from ocviewer.ui.reader.addresses import WORDING_LINK
from ocviewer.ui.session import Session
from tests.ui.conftest import MakeWindow

TEXT = "An invented text of the publisher."


@pytest.fixture
def own(user_library: Path) -> Library:
    """A library in which the user imported a text of Peru, invented here."""
    name = "profiles/2025/PER.json"
    file = json.loads((paths.bundled_library() / name).read_text("utf-8"))
    file["wording"] = "original"
    file["origin"] = {
        "file": "peru.html",
        "sha256": "0" * 64,
        "imported": "2026-01-31",
        "format": "html",
    }
    file["sections"] = [{"id": "people", "paragraphs": [{"text": TEXT, "indicators": ["1.1.1"]}]}]
    path = user_library / name
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(file), "utf-8")
    return Library(paths.bundled_library(), user_library)


def test_the_reader_says_where_the_text_comes_from(own: Library, words: Words) -> None:
    controller = Controller(own, words, ViewState((PaneState("PER", 2025),), "people"))
    section = controller.page.panes[0].section
    assert [p.text for p in section.paragraphs] == [TEXT]
    for part in ("2025 edition", "peru.html", "2026-01-31"):
        assert part in section.label
    assert section.other is Wording.CONDENSED
    assert section.switch == "Show our condensed wording"


def test_switched_by_link_and_by_action(
    make_window: MakeWindow, own: Library, library: Library
) -> None:
    window = make_window("PER")
    controller = window.controller
    controller.open_section("people")
    view = window.panes.pane.reader.view()
    ours = view.toPlainText()
    assert "Show " not in ours
    controller.set_library(own)
    assert TEXT in view.toPlainText()
    assert "Show our condensed wording" in view.toPlainText()
    view.anchorClicked.emit(QUrl(WORDING_LINK))
    assert TEXT not in view.toPlainText()
    assert "Show the publisher’s text" in view.toPlainText()
    assert ours.split("\n")[-2:] == view.toPlainText().split("\n")[-2:]
    window.actions_["switch_wording"].trigger()
    assert TEXT in view.toPlainText()
    assert window.session().wording == "original"
    controller.set_library(library)
    assert view.toPlainText() == ours


def test_the_contents_are_those_of_the_wording_that_is_read(
    make_window: MakeWindow, own: Library
) -> None:
    window = make_window("PER", library=own)
    window.controller.open_section("people")
    window.actions_["text_alone"].trigger()
    row = window.reading.contents.rows.item(1)
    assert row.toolTip() == f"{len(TEXT.split())} left"
    window.reading.note()
    assert row.toolTip() == "✓ read"
    window.actions_["switch_wording"].trigger()
    paragraphs = window.controller.page.panes[0].section.paragraphs
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    assert row.toolTip() == f"{words} left"
    window.actions_["switch_wording"].trigger()
    assert row.toolTip() == "✓ read"


def test_where_there_is_one_wording_it_says_so(
    library: Library, words: Words, qtbot: QtBot
) -> None:
    controller = Controller(library, words, ViewState((PaneState("PER", 2025),), "people"))
    with qtbot.waitSignal(controller.told):
        controller.switch_wording()


def test_the_wording_is_kept_for_the_next_country(own: Library, words: Words) -> None:
    state = ViewState((PaneState("PER", 2025),), "people")
    controller = Controller(own, words, state)
    controller.switch_wording()
    controller.open_country("COL")
    controller.open_country("PER")
    assert controller.page.panes[0].section.other is Wording.ORIGINAL


def test_a_library_without_the_edition_that_is_open(
    make_window: MakeWindow, user_library: Path, library: Library
) -> None:
    file = json.loads((paths.bundled_library() / "editions/2025.json").read_text("utf-8"))
    file["edition"] = 2027
    path = user_library / "editions/2027.json"
    path.parent.mkdir()
    path.write_text(json.dumps(file), "utf-8")
    window = make_window("PER", "COL", session=Session(theme="light"))
    window.controller.set_library(Library(paths.bundled_library(), user_library))
    window.controller.open_edition(2027)
    assert window.controller.edition == 2027
    assert window.picker.isVisible()
    window.controller.set_library(library)
    assert window.controller.edition == 2025
    assert [pane.edition for pane in window.controller.page.panes] == [2025, 2025]
