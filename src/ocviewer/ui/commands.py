"""What the rows of the action table do."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ocviewer import paths
from ocviewer.domain.ranking import Scope
from ocviewer.presenter.state import View
from ocviewer.ui.actions import ActionRow, Handler
from ocviewer.ui.library_commands import LibraryCommands
from ocviewer.ui.note_commands import NoteCommands
from ocviewer.ui.pane_commands import PaneCommands
from ocviewer.ui.theme import ThemeChoice, apply_theme

if TYPE_CHECKING:
    from ocviewer.library.search.hits import Hit
    from ocviewer.ui.search.desk import Desk
    from ocviewer.ui.window import MainWindow


class Commands(QObject):
    """The handlers, one method for each id in the table, here or in a group of its own."""

    def __init__(self, window: "MainWindow") -> None:
        """Acts on a window and its controller."""
        super().__init__(window)
        self._window = window
        self._controller = window.controller
        self.panes = PaneCommands(window)
        self.library = LibraryCommands(window)
        self._groups = (self, self.panes, self.library, NoteCommands(window))
        self.desk: Desk | None = None
        """Of the search, once it is open."""

    def handlers(self, rows: tuple[ActionRow, ...]) -> Mapping[str, Handler]:
        """The method of each row's id; ``AttributeError`` when one is missing."""
        return {row.id: self._handler(row.id) for row in rows}

    def _handler(self, name: str) -> Handler:
        group = next((group for group in self._groups if hasattr(group, name)), self)
        handler: Handler = getattr(group, name)
        return handler

    def find_country(self) -> None:
        """Puts the cursor into the filter, bringing the list back if it is hidden."""
        self._window.adding = False
        self._window.message_bar.end_hint()
        self._window.show_sidebar(True)
        self._window.picker.focus_filter()

    def show_table(self) -> None:
        """Shows the active pane's figures as a table to copy; of the world, a ranking."""
        from ocviewer.ui.charts.table import open_figures  # noqa: PLC0415 - not at the start

        panes = self._controller.page.panes
        if not panes:
            self.open_view(View.RANKINGS)
            return
        pane = panes[self._window.active]
        open_figures(self._window, pane.groups, f"{pane.name} · {pane.edition_text}")

    def quit(self) -> None:
        """Closes the window."""
        self._window.close()

    def show_sidebar(self, shown: bool) -> None:
        """Shows or hides the country list."""
        self._window.show_sidebar(shown)

    def open_view(self, view: str) -> None:
        """Shows the panes or a view of the world; from a profile, the page of its own region."""
        if view == View.PLACE and self._controller.state.view is View.PROFILE:
            self.show_region(self._window.active)
        else:
            self._controller.open_view(View(view))
            self._window.stack.take_focus()

    def equip(self, view: QWidget) -> None:
        """Gives the search, when its view is made, the threads that find; the window ends them."""
        if self._controller.state.view is not View.SEARCH:
            return
        from ocviewer.ui.search.desk import Desk  # noqa: PLC0415 - when first opened
        from ocviewer.ui.search.search_view import SearchView  # noqa: PLC0415

        if isinstance(view, SearchView):
            self.desk = Desk(self._controller, view, paths.cache_folder())
            self.desk.note_wanted.connect(self._open_noted)
            self._window.notes.keeper.changed.connect(self.desk.refresh)
            self._window.closing.connect(self.desk.stop)

    @Slot(object)
    def _open_noted(self, hit: "Hit") -> None:
        """Shows what a note is about; one that is gone leads to where it was."""
        from ocviewer.presenter.search.results import passage_of  # noqa: PLC0415 - as the search

        if not self._window.notes.open_noted(hit.note) and hit.iso3:
            self._controller.open_passage(passage_of(hit))

    def show_region(self, pane: int) -> None:
        """Shows the page of the region that a pane's country lies in, or of a mean's place."""
        shown = self._controller.state.panes[pane]
        if shown.place is None:
            region = self._controller.library.countries[shown.iso3].region
            changes = {"scope": Scope.REGION, "place": region}
        else:
            changes = {"scope": shown.place.scope, "place": shown.place.name}
        self._controller.open_view(View.PLACE, changes)
        self._window.stack.take_focus()

    def show_in_ranking(self, code: str, pane: int) -> None:
        """Shows the ranking of a node with a pane's country in view, or within a mean's place."""
        shown = self._controller.state.panes[pane]
        if shown.place is None:
            self.show_country_in_ranking(code, shown.iso3)
            return
        changes = {"indicator": code, "scope": shown.place.scope, "place": shown.place.name}
        self._rank(changes, shown.iso3)

    def show_country_in_ranking(self, code: str, iso3: str) -> None:
        """Shows the ranking of a node with a country in view, in the world where it has to be."""
        choice, scopes = self._controller.state.choice, self._controller.library.scopes
        changes: dict[str, object] = {"indicator": code}
        if iso3 not in scopes.members(choice.scope, choice.place):
            changes |= {"scope": Scope.WORLD, "place": ""}
        self._rank(changes, iso3)

    def _rank(self, changes: Mapping[str, object], subject: str) -> None:
        self._controller.open_view(View.RANKINGS, changes)
        self._window.stack.view(View.RANKINGS).reveal(subject)

    def step_edition(self, step: int) -> None:
        """Moves to the edition before or after."""
        self._controller.step_edition(step, self._window.active)

    def sort_bars(self, order: str) -> None:
        """Orders the bars."""
        self._controller.sort_bars(order)

    def zoom_text(self, step: int) -> None:
        """Makes the reader's text larger or smaller; 0 is its usual size."""
        from ocviewer.ui.reader.text_view import (  # noqa: PLC0415 - not at the start
            LEAST_ZOOM,
            MOST_ZOOM,
        )

        steps = self._window.zoom + step if step else 0
        self._window.set_zoom(max(LEAST_ZOOM, min(steps, MOST_ZOOM)))

    def text_settings(self) -> None:
        """Opens the settings of the text, beside it."""
        from ocviewer.ui.reading.text_settings import TextSettings  # noqa: PLC0415 - not at start

        window = self._window
        popup = TextSettings(window.text_style, window.zoom, window)
        popup.style_picked.connect(window.set_text_style)
        popup.zoom_picked.connect(window.set_zoom)
        views = window.panes.text_views()
        place = views[0] if views else window.panes
        popup.move(place.mapToGlobal(QPoint(place.width() - popup.sizeHint().width() - 24, 12)))
        popup.show()

    def text_alone(self, alone: bool) -> None:
        """Shows the text without country list and figures, or brings those back."""
        if alone:
            self._window.reading.enter()
        else:
            self._window.reading.leave()

    def choose_theme(self, choice: str) -> None:
        """Dresses the program light, dark or as the system."""
        self._window.theme_choice = ThemeChoice(choice)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self._window.theme_choice)

    def full_screen(self, full: bool) -> None:
        """Fills the screen, or goes back."""
        state = self._window.windowState()
        flag = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | flag if full else state & ~flag)

    def step_section(self, step: int) -> None:
        """Moves to the section before or after."""
        self._controller.step_section(step)

    def open_section_number(self, number: int) -> None:
        """Opens a section by its number."""
        self._controller.open_section_number(number)

    def find_in_page(self) -> None:
        """Opens the bar that finds words in the text."""
        self._window.finder.open()

    def find_next(self, step: int) -> None:
        """Goes to the next or previous hit; opens the bar where it is not open."""
        self._window.finder.step(step)

    def switch_wording(self) -> None:
        """Shows the texts in their other wording."""
        self._controller.switch_wording(self._window.active)

    def show_shortcuts(self) -> None:
        """Lists every action with its shortcuts."""
        from ocviewer.ui.dialogs import shortcuts_dialog  # noqa: PLC0415 - not at the start

        shortcuts_dialog(self._window, self._window.actions_.rows).show()

    @Slot()
    def show_problems(self) -> None:
        """Lists what is wrong with the user's library."""
        from ocviewer.ui.dialogs import problems_dialog  # noqa: PLC0415 - not at the start

        words = self._controller.words
        lines = [words.problem(problem) for problem in self._controller.library.problems]
        problems_dialog(self._window, lines).show()

    def show_format(self) -> None:
        """Shows how the files of a library are written."""
        from ocviewer.ui.dialogs import format_dialog  # noqa: PLC0415 - not at the start

        format_dialog(self._window, self.open_link).show()

    def show_about(self) -> None:
        """Tells sources, licence, versions and folders."""
        from ocviewer.ui.dialogs import about_dialog  # noqa: PLC0415 - not at the start

        about_dialog(self._window).show()

    def show_ranks(self, code: str, place: QPoint, pane: int) -> None:
        """A menu at a point of the screen: a node's ranks, and the ways to ranking and section."""
        from ocviewer.ui.node_menu import NodeMenu  # noqa: PLC0415 - not at the start

        NodeMenu(self._window, code, pane).popup(place)

    @Slot(str)
    def open_link(self, address: str) -> None:
        """Opens an outside address, only ever after a click; or shows the other wording."""
        from ocviewer.ui.reader.addresses import WORDING_LINK  # noqa: PLC0415 - not at the start

        if address == WORDING_LINK:
            self.switch_wording()
            return
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - not at the start
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        QDesktopServices.openUrl(QUrl(address))
