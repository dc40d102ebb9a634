"""Shows the text alone, with its contents, and brings everything else back afterwards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ocviewer.presenter.contents import contents
from ocviewer.presenter.page import Page
from ocviewer.presenter.state import View
from ocviewer.ui.reading.contents_view import ContentsView
from ocviewer.ui.reading.progress import Entry, Progress, ReadText

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow

REST = 1_000
"""How long a place of the text has to be in sight to count as read, in milliseconds."""


class TextAlone(QObject):
    """The reading view of a window: of one profile with contents, of several as they are."""

    def __init__(self, window: "MainWindow", read: Sequence[Entry] = ()) -> None:
        """Nothing is hidden yet; ``read`` is what ``Progress.entries`` gave at the last end."""
        super().__init__(window)
        self._window = window
        self._controller = window.controller
        self._sidebar = False
        self.is_on = False
        self.progress = Progress(read)
        self.contents = ContentsView(window.panes)
        self.contents.hide()
        self.contents.section_picked.connect(self._controller.open_section)
        self.contents.settings_wanted.connect(window.commands.text_settings)
        self.contents.left.connect(self.leave)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.note)
        self._view = window.panes.pane.reader.view()
        self._view.verticalScrollBar().valueChanged.connect(self._wait)
        self._controller.page_changed.connect(self._follow)

    def enter(self) -> None:
        """Hides country list, cards and charts; a view of the world gives way to the text."""
        if self.is_on:
            return
        self.is_on = True
        window = self._window
        self._controller.open_view(View.PROFILE)
        self._controller.open_section(self._controller.state.section)
        self._sidebar = window.splitter.is_shown
        window.show_sidebar(False)
        window.panes.set_text_alone(self.contents)
        window.actions_["text_alone"].setChecked(True)
        self._follow(self._controller.page)
        window.panes.text_views()[min(window.active, len(window.panes.text_views()) - 1)].setFocus()

    def leave(self) -> None:
        """Brings back what was hidden."""
        if not self.is_on:
            return
        self.is_on = False
        self._rest.stop()
        had_focus = self.contents.isAncestorOf(QApplication.focusWidget() or self._window)
        self._window.panes.set_text_alone(None)
        self._window.show_sidebar(self._sidebar or self._window.splitter.is_shown)
        self._window.actions_["text_alone"].setChecked(False)
        if had_focus:
            self._view.setFocus()

    def _follow(self, page: Page) -> None:
        if not self.is_on:
            return
        if page.world is not None:
            self.leave()
            return
        self._tell()
        self._wait()

    def _wait(self) -> None:
        """What is in sight counts when it stays there for a while."""
        if self.is_on and self._controller.page.comparison is None:
            self._rest.start()

    def note(self) -> None:
        """Notes how far the open section was read."""
        state = self._controller.state
        if not self.is_on or self._controller.page.comparison is not None:
            return
        if self.progress.note(self._text(), state.section, self._view.seen_share()):
            self._tell()

    def _text(self) -> ReadText:
        """What is read: of a profile in two wordings, the one that is shown."""
        state = self._controller.state
        pane = state.panes[0]
        profile = None if pane.place else self._controller.library.profile(*pane, state.wording)
        return ReadText(*pane, str(profile.wording) if profile else "")

    def _tell(self) -> None:
        controller = self._controller
        if controller.page.comparison is not None:
            return
        state = controller.state
        rows = contents(controller.library, controller.words, state.panes[0], state.wording)
        self.contents.set_progress(self.progress.of(self._text(), rows), state.section)
