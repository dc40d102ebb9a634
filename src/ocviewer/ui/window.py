"""The main window: puts the views together and paints the page that the controller hands it."""

from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ocviewer import paths
from ocviewer.presenter.page import Page
from ocviewer.presenter.state import View, ViewState
from ocviewer.ui.actions import ROWS, Actions, section_rows
from ocviewer.ui.commands import Commands
from ocviewer.ui.controller import Controller
from ocviewer.ui.edition_switch import EditionSwitch
from ocviewer.ui.paint_watch import PaintWatch
from ocviewer.ui.panes import Panes
from ocviewer.ui.recent import RecentCountries
from ocviewer.ui.remembering import remembered, restore
from ocviewer.ui.session import Session
from ocviewer.ui.sidebar import Sidebar
from ocviewer.ui.theme import ThemeChoice
from ocviewer.ui.views.message_bar import MessageBar
from ocviewer.ui.world.stack import WorldStack

if TYPE_CHECKING:
    from ocviewer.ui.find.finder import Finder
    from ocviewer.ui.notes.desk import Desk
    from ocviewer.ui.reader.measure import TextStyle
    from ocviewer.ui.reading.text_alone import TextAlone
    from ocviewer.ui.views.country_picker import CountryPicker

SMALLEST = (800, 560)
USUAL = (1280, 720)
_FRAME = 32
"""About what a desktop's title bar takes from the height."""
SEVERAL = (
    "close_pane",
    "next_pane",
    "move_pane:-1",
    "move_pane:1",
    "swap_panes",
    "show_figures",
    "keep_first",
)
"""The actions that need more than one pane."""


class MainWindow(QMainWindow):
    """Country selector at the left; at the right one pane, or several in one comparison.

    ``first_painted`` comes when name, facts, scores, changes and ranks are on the screen, ``ready``
    when charts and text are too.
    """

    first_painted = Signal()
    ready = Signal()
    closing = Signal()

    def __init__(self, controller: Controller, session: Session) -> None:
        """Builds the window around a controller's page, dressed as the session remembers."""
        super().__init__()
        self.controller = controller
        self.opened_with = session
        self.wants_text_alone = session.text_alone
        """Whether the text alone comes with the complete window, or was there when it closed."""
        self.message_bar = MessageBar(self)
        self.active = 0
        self.adding = False
        """Whether the next country that is picked goes beside the others."""
        self._complete = False
        self._entries_of = 0
        self._count = 0
        self._problems_told = 0
        self.zoom = session.zoom
        self.theme_choice = ThemeChoice(session.theme)
        self.recent = RecentCountries(controller, session.recent, self)
        self.edition_switch = EditionSwitch(controller.page.editions, self)
        self.panes = Panes(session.zoom, controller.links_of, self)
        self.commands = Commands(self)
        self.actions_ = self._make_actions()
        country_menu = self.actions_.menus["country"]
        country_menu.aboutToShow.connect(self.commands.library.offer_own_text)
        country_menu.insertMenu(self.actions_["show_table"], self.recent.menu)
        self._lay_out()
        self._connect()
        self.show_page(controller.page)
        restore(self, session)

    def _make_actions(self) -> Actions:
        titles = {tab.number: tab.text for tab in self.controller.page.tabs}
        rows = (*ROWS, *section_rows(titles))
        return Actions(self, self.menuBar(), rows, self.commands.handlers(rows))

    def _lay_out(self) -> None:
        bar = QToolBar(self.tr("Toolbar"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.actions_.fill_toolbar(bar, self.edition_switch)
        self.addToolBar(bar)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        self.stack = WorldStack(self.panes, centre)
        column.addWidget(self.stack, 1)
        self.splitter = Sidebar(centre, USUAL[0], self)
        self.setCentralWidget(self.splitter)
        self.setMinimumSize(*SMALLEST)
        self.resize(self._fitting(*USUAL))

    def _fitting(self, width: int, height: int) -> QSize:
        """A size that fits the screen with the window's frame."""
        screen = self.screen().availableGeometry()
        return QSize(width, height).boundedTo(QSize(screen.width(), screen.height() - _FRAME))

    def _connect(self) -> None:
        controller = self.controller
        controller.page_changed.connect(self.show_page)
        controller.paragraph_wanted.connect(self.panes.show_indicator)
        controller.passage_wanted.connect(self.panes.show_passage)
        controller.told.connect(self.message_bar.tell)
        controller.told.connect(self._show_chosen)
        controller.pane_wanted.connect(self.turn_to)
        controller.library_changed.connect(self._forget_library)
        self.stack.country_picked.connect(self._pick)
        self.stack.country_added.connect(controller.add_country)
        self.stack.ranking_wanted.connect(self.commands.show_country_in_ranking)
        self.stack.chosen.connect(controller.choose)
        self.stack.view_wanted.connect(
            lambda view, changes: controller.open_view(View(view), changes)
        )
        self.stack.told.connect(self.message_bar.tell)
        self.stack.made.connect(self.commands.equip)
        self.recent.picked.connect(self._pick)
        self.message_bar.details_wanted.connect(self.commands.show_problems)
        self.edition_switch.picked.connect(lambda year: controller.open_edition(year, self.active))
        self._connect_panes()
        # a tick later, so that the window is complete before notes are read
        self.ready.connect(self._bring_notes, Qt.ConnectionType.QueuedConnection)
        self.ready.connect(self._leave_figures, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _connect_panes(self) -> None:
        panes, controller, commands = self.panes, self.controller, self.commands
        panes.indicator_activated.connect(controller.open_indicator)
        panes.menu_requested.connect(commands.show_ranks)
        panes.ranking_requested.connect(commands.show_in_ranking)
        panes.place_requested.connect(lambda: commands.show_region(0))
        panes.section_picked.connect(controller.open_section)
        panes.figures_wanted.connect(controller.show_figures)
        panes.turned.connect(self.turn_to)
        panes.close_requested.connect(commands.panes.close_pane_at)
        panes.edition_picked.connect(controller.set_edition)
        panes.moved.connect(commands.panes.move_pane_to)
        panes.zoom_changed.connect(self.set_zoom)
        panes.link_clicked.connect(commands.open_link)
        panes.country_picked.connect(controller.open_country)
        panes.country_added.connect(controller.add_country)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The pane that the user works in is the active one."""
        pane = -1 if now is None else self.panes.pane_of(now)
        if pane not in (-1, self.active):
            self.turn_to(pane)

    @cached_property
    def picker(self) -> "CountryPicker":
        """The country selector, made when it is first asked for: after the first paint."""
        from ocviewer.ui.views.country_picker import CountryPicker  # noqa: PLC0415

        picker = CountryPicker(self)
        picker.picked.connect(self._pick)
        picker.add_requested.connect(self.controller.add_country)
        if self.opened_with.picker_sort:
            picker.set_sort(self.opened_with.picker_sort)
        self.splitter.put(picker)
        self._order_tabs(picker)
        return picker

    def show_sidebar(self, shown: bool) -> None:
        """Shows or hides the country list."""
        self.actions_["show_sidebar"].setChecked(shown)
        self.splitter.set_shown(shown)

    def _order_tabs(self, picker: "CountryPicker") -> None:
        """What is made last is read between the toolbar and what is shown all the same."""
        stops = (*self.edition_switch.tab_stops(), *picker.tab_stops())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @cached_property
    def finder(self) -> "Finder":
        """Find in page, made when it is first asked for."""
        from ocviewer.ui.find.finder import Finder  # noqa: PLC0415 - not at the start

        return Finder(self.controller, self.panes)

    @cached_property
    def reading(self) -> "TextAlone":
        """The view of the text alone, made when it is first asked for."""
        from ocviewer.ui.reading.text_alone import TextAlone  # noqa: PLC0415 - not at the start

        return TextAlone(self, self.opened_with.read)

    @cached_property
    def text_style(self) -> "TextStyle":
        """How the text is set, as the session remembers; known when the text comes."""
        from ocviewer.ui.reader.measure import TextStyle  # noqa: PLC0415 - after the first paint

        session = self.opened_with
        return TextStyle(session.measure, session.leading, session.serif)

    def set_text_style(self, style: "TextStyle") -> None:
        """Sets the text of every reader in another font, measure or line height."""
        self.text_style = style
        self.panes.set_text_style(style)

    @cached_property
    def notes(self) -> "Desk":
        """What can be done with notes; made when the window is complete, or is asked for it."""
        from ocviewer.ui.notes.desk import Desk  # noqa: PLC0415 - after the first paint

        return Desk(self)

    def _pick(self, iso3: str) -> None:
        """Opens a country in the active pane, or beside it when that was asked for."""
        if self.adding:
            self.adding = False
            self.controller.add_country(iso3)
        else:
            self.controller.open_country(iso3, self.active)

    # painting a page

    def show_page(self, page: Page) -> None:
        """Paints a page: every view gets its part."""
        self.message_bar.end_hint()
        self.adding = False
        self.setWindowTitle(f"{page.title} – ocviewer")
        if page.world is None:  # panes that are not seen wait until they are
            self.panes.set_page(page)
        self.stack.set_page(page)
        self.turn_to(self._active_in(page))
        self._show_chosen()
        if self._complete:
            self._show_countries(page)
        self._tell_problems()

    def _show_chosen(self) -> None:
        """Ticks what is chosen, also where something else was asked for and could not be had."""
        page = self.controller.page
        self.actions_[f"sort_bars:{page.order}"].setChecked(True)
        self.actions_[f"open_view:{page.view}"].setChecked(True)

    def _show_countries(self, page: Page) -> None:
        from ocviewer.library.matching import NameMatcher  # noqa: PLC0415 - after the first paint

        edition = self.controller.edition
        if self._entries_of != edition:
            self._entries_of = edition
            countries = self.controller.library.countries.values()
            entries = self.controller.picker_entries(edition)
            self.picker.set_entries(entries, partial(NameMatcher, countries))
        self.picker.set_current(_colours(self.controller.state))

    def _forget_library(self) -> None:
        """What was made of the library before is made anew with the next page."""
        self._entries_of = 0
        self._problems_told = 0
        self.edition_switch.set_editions(self.controller.page.editions)
        if self._complete:
            self._order_tabs(self.picker)

    def _active_in(self, page: Page) -> int:
        """The last pane when one was added, else the one that was active.

        What is added behind a view of the world counts when panes are seen again.
        """
        count = len(self.controller.state.panes)
        if page.world is not None:
            return min(self.active, count - 1)
        before, self._count = self._count, count
        return count - 1 if 0 < before < count else min(self.active, count - 1)

    def turn_to(self, index: int) -> None:
        """Makes a pane the one that the country selector and the edition switch speak to."""
        self.active = index
        panes = self.controller.state.panes
        several = len(panes) > 1
        for key in SEVERAL:
            self.actions_[key].setEnabled(several)
        self.panes.set_active(index)
        seen = panes[index] if self.controller.page.world is None else panes[0]
        self.edition_switch.set_edition(seen.edition)

    def set_zoom(self, steps: int) -> None:
        """Sets the text of every reader to one size."""
        self.zoom = steps
        self.panes.set_zoom(steps)

    def _tell_problems(self) -> None:
        problems = self.controller.library.problems
        if len(problems) > self._problems_told:
            self._problems_told = len(problems)
            text = self.controller.words.problem(problems[-1])
            if len(problems) > 1:
                count = len(problems)
                text = self.controller.words.say("window.problems", count=count, last=text)
            self.message_bar.tell(text, details=True)

    # the three stages of a start: figures, then text and countries, then charts

    def start(self) -> None:
        """Shows the window and completes it after the first paint."""
        self.first_painted.connect(self.complete)
        self.show_first()

    def show_first(self) -> None:
        """Shows the window with its figures alone; ``first_painted`` tells when they are there."""
        watch = PaintWatch(self.panes.first_widgets(), self)
        watch.painted.connect(self.first_painted)
        self.show()

    def complete(self) -> None:
        """Brings text and countries at once, and the charts when those are painted."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - after the first paint

        from ocviewer.ui.drops import Drops, Gather  # noqa: PLC0415

        self._complete = True
        gather = Gather(self.commands.library.can_import, self.commands.library.bring_in)
        Drops(self, {".ocpack": self.commands.library.open_pack_file}, gather)
        page = self.controller.page
        self.panes.set_text_style(self.text_style)
        self.panes.bring_reader()
        self._show_countries(page)
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "ocviewer.svg")))
        widgets = self.panes.text_widgets()
        for widget in widgets:
            widget.update()
        watch = PaintWatch(widgets, self)
        watch.painted.connect(self._bring_charts)

    def _bring_charts(self) -> None:
        """Makes the charts; the first call of the program imports pyqtgraph."""
        self.panes.bring_charts()
        widgets = self.panes.chart_widgets()
        if not widgets:  # text is shown instead
            self.ready.emit()
            return
        watch = PaintWatch(widgets, self)
        watch.painted.connect(self.ready)

    def _bring_notes(self) -> None:
        """Reads the notes on what is shown and marks its highlights."""
        self.notes.reader.show()

    def _leave_figures(self) -> None:
        """Shows the text alone where the last window did."""
        if self.wants_text_alone:
            self.wants_text_alone = False
            self.reading.enter()

    def session(self) -> Session:
        """What the next start should find again."""
        return remembered(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the session can be saved, with what the view of the text alone hides.

        Stays while notes are not saved, unless the user says otherwise.
        """
        if "notes" in self.__dict__ and not self.notes.may_close():
            event.ignore()
            return
        if "reading" in self.__dict__:
            self.wants_text_alone = self.reading.is_on
            self.reading.leave()
        self.closing.emit()
        super().closeEvent(event)


def _colours(state: ViewState) -> dict[str, int]:
    """The number of the colour of each subject that is open; the first one's, where it is twice."""
    found: dict[str, int] = {}
    for pane, colour in zip(state.panes, state.colours, strict=False):
        found.setdefault(pane.iso3, colour)
    return found
