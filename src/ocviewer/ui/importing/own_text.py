"""Takes the imported text of the active country away, and brings it back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ocviewer import paths
from ocviewer.domain.problem import BadData, Problem
from ocviewer.library.files import is_absent
from ocviewer.library.removal import remove, restore
from ocviewer.library.transaction import failure
from ocviewer.library.user_texts import removed_years, text_path
from ocviewer.presenter.state import PaneState

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow


def _say(text: str) -> str:
    return QCoreApplication.translate("OwnText", text)


def offer(window: "MainWindow") -> None:
    """Enables the actions where there is something to remove or to bring back."""
    pane = window.controller.state.panes[window.active]
    for key, is_there in (("remove_text", _has_text), ("restore_text", _has_removed)):
        window.actions_[key].setEnabled(pane.place is None and is_there(pane))


def _has_text(pane: PaneState) -> bool:
    return not is_absent(text_path(paths.user_library(), pane.iso3, pane.edition))


def _has_removed(pane: PaneState) -> bool:
    return pane.edition in removed_years(paths.user_library(), pane.iso3)


def remove_text(window: "MainWindow") -> None:
    """Moves the text to what was put aside, and tells so."""
    done = _say("Removed: your text of %1, %2 edition. “Restore removed text” brings it back.")
    _move(window, remove, done, _has_text, "no_own_text")


def restore_text(window: "MainWindow") -> None:
    """Brings back the text that was removed or replaced last, and tells so."""
    done = _say("Restored: your text of %1, %2 edition.")
    _move(window, restore, done, _has_removed, "no_removed_text")


def _move(
    window: "MainWindow",
    move: Callable[[Path, str, int], bool],
    done: str,
    is_there: Callable[[PaneState], bool],
    nothing: str,
) -> None:
    """Moves a text of the active pane's country and edition, and shows the library as it is."""
    controller, words = window.controller, window.controller.words
    pane = controller.state.panes[window.active]
    if pane.place is not None:
        window.message_bar.tell(_say("The mean of a place has no text."))
        return
    name = controller.library.countries[pane.iso3].name
    try:
        controller.library.require_user_folder()
        moved = is_there(pane) and move(paths.user_library(), pane.iso3, pane.edition)
    except OSError as error:
        problem = failure("not_stored", error, paths.user_library())
        window.message_bar.tell(words.problem(problem))
        return
    except BadData as error:
        window.message_bar.tell("\n".join(map(words.problem, error.problems)))
        return
    if not moved:
        window.message_bar.tell(words.problem(Problem(nothing, values={"name": name})))
        return
    window.commands.library.reload_library()
    window.message_bar.tell(done.replace("%1", name).replace("%2", str(pane.edition)))
