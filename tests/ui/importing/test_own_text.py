"""Imported texts are removed and restored from the menu, where there is something."""

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from ocviewer.ui.window import MainWindow
from tests.ui.importing.conftest import PAGE, PAGES, PROFILE, Import


def offered(window: MainWindow) -> tuple[bool, bool]:
    """Whether removing and restoring can be chosen when the menu opens."""
    menu: QMenu = window.actions_.menus["country"]
    menu.aboutToShow.emit()
    keys = ("remove_text", "restore_text")
    removes, restores = (window.actions_[key].isEnabled() for key in keys)
    return removes, restores


def test_a_text_is_removed_and_restored(
    testland: MainWindow, bring: Import, user_library: Path
) -> None:
    assert offered(testland) == (False, False)
    bring(PAGE, PAGES / "testland-2023.txt")
    content = (user_library / PROFILE).read_bytes()
    assert offered(testland) == (True, False)
    testland.actions_["remove_text"].trigger()
    assert testland.message_bar.text.startswith("Removed: your text of Testland (invented), 2025")
    assert testland.controller.library.profile("XTL", 2025) is None
    assert testland.controller.library.profile("XTL", 2023) is not None
    assert offered(testland) == (False, True)
    testland.actions_["restore_text"].trigger()
    assert testland.message_bar.text == "Restored: your text of Testland (invented), 2025 edition."
    assert testland.controller.library.profile("XTL", 2025) is not None
    assert (user_library / PROFILE).read_bytes() == content
    assert offered(testland) == (True, False)


def test_the_edition_of_the_pane_counts(testland: MainWindow, bring: Import) -> None:
    bring(PAGE)
    testland.controller.open_edition(2023)
    assert offered(testland) == (False, False)
    testland.controller.open_edition(2025)
    assert offered(testland) == (True, False)
    testland.controller.open_country("continent:Africa")
    assert testland.controller.state.panes[0].place is not None
    assert offered(testland) == (False, False)
    testland.commands.library.remove_text()
    assert testland.message_bar.text == "The mean of a place has no text."


def test_nothing_to_remove_or_restore_is_told(testland: MainWindow, user_library: Path) -> None:
    testland.actions_["remove_text"].trigger()
    assert "so there is nothing to remove" in testland.message_bar.text
    testland.actions_["restore_text"].trigger()
    assert "No text of Testland (invented)" in testland.message_bar.text
    assert list(user_library.iterdir()) == [], "no folder or lock is made for nothing"


def test_a_text_that_cannot_be_moved(
    testland: MainWindow, bring: Import, user_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(PAGE)

    def read_only(path: Path, to: Path) -> Path:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "replace", read_only)
    testland.actions_["remove_text"].trigger()
    assert str(user_library / PROFILE) in testland.message_bar.text
    assert "Read-only file system" in testland.message_bar.text
    assert testland.controller.library.profile("XTL", 2025) is not None
