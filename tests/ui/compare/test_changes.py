"""Two editions of one country side by side: the words that differ are marked."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.ui.window import MainWindow
from tests.ui.conftest import MakeWindow


@pytest.fixture
def earlier_text(user_library: Path) -> Path:
    """The user's library with a text of Peru 2023: that of 2025 with other words."""
    file = user_library / "profiles" / "2023" / "PER.json"
    file.parent.mkdir(parents=True)
    text = (paths.bundled_library() / "profiles" / "2025" / "PER.json").read_text("utf-8")
    profile = json.loads(text.replace("mainly", "largely"))
    profile["edition"] = 2023
    file.write_text(json.dumps(profile), "utf-8")
    return user_library


@pytest.fixture
def editions(make_window: MakeWindow, earlier_text: Path) -> MainWindow:
    """Peru 2023 and Peru 2025, with their text of drugs."""
    window = make_window("PER", library=Library(paths.bundled_library(), earlier_text))
    window.controller.set_edition(0, 2023)
    window.controller.add_country("COL")
    window.controller.set_edition(1, 2025)
    window.controller.open_country("PER", 1)
    window.controller.open_section("drugs")
    QApplication.processEvents()
    return window


def marked(window: MainWindow, pane: int) -> set[str]:
    view = window.panes.text_views()[pane]
    return {each.cursor.selectedText() for each in view.extraSelections()}


def test_changed_words_are_marked_in_both(editions: MainWindow) -> None:
    assert editions.controller.library.problems == []
    assert marked(editions, 0) == {"largely"}
    assert marked(editions, 1) == {"mainly"}


def test_a_button_takes_the_marks_away(editions: MainWindow) -> None:
    view = editions.panes.comparison
    assert view is not None
    assert view.changes.isVisible()
    view.changes.click()
    assert marked(editions, 0) == marked(editions, 1) == set()
    editions.controller.open_section("people")
    assert marked(editions, 0) == set()
    editions.controller.open_section("drugs")
    view.changes.click()
    assert marked(editions, 1) == {"mainly"}


def test_other_countries_and_figures_have_none(editions: MainWindow) -> None:
    view = editions.panes.comparison
    assert view is not None
    editions.controller.open_section("at_a_glance")
    assert not view.changes.isVisible()
    editions.controller.open_section("drugs")
    assert view.changes.isVisible()
    editions.controller.show_figures()
    assert not view.changes.isVisible()
    editions.controller.open_section("drugs")
    editions.controller.open_country("COL", 0)
    assert not view.changes.isVisible()
    assert marked(editions, 1) == set()


def test_changes_and_hits_are_marked_together(editions: MainWindow) -> None:
    editions.actions_["find_in_page"].trigger()
    editions.finder.bar.field.setText("cocaine")
    assert {"largely", "cocaine"} <= {text.lower() for text in marked(editions, 0)}
    assert len({hit.pane for hit in editions.finder.hits}) == 2
    editions.finder.close()
    assert marked(editions, 0) == {"largely"}
