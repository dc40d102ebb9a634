"""The main window: puts the views together and paints the page that the controller hands it."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ocviewer import paths
from ocviewer.presenter.page import Page
from ocviewer.presenter.state import View
from ocviewer.ui.actions import ROWS, Actions, section_rows
from ocviewer.ui.commands import Commands
from ocviewer.ui.controller import Controller
from ocviewer.ui.edition_switch import EditionSwitch
from ocviewer.ui.paint_watch import PaintWatch
from ocviewer.ui.session import Session
from ocviewer.ui.theme import ThemeChoice
from ocviewer.ui.views.message_bar import MessageBar
from ocviewer.ui.views.pane_view import PaneView
from ocviewer.ui.world.stack import WorldStack

if TYPE_CHECKING:
    from ocviewer.ui.views.country_picker import CountryPicker

SMALLEST = (800, 560)
USUAL = (1280, 720)
_FRAME = 32
"""About what a desktop's title bar takes from the height."""
SIDEBAR_WIDTH = 236
SIDEBAR_LEAST = 160


class MainWindow(QMainWindow):
    """Country selector at the left, one to four panes at the right.

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
        self._picker_place = QWidget(self)
        self.message_bar = MessageBar(self)
        self.panes: list[PaneView] = []
        self.active = 0
        self.adding = False
        """Whether the next country that is picked goes beside the others."""
        self._complete = False
        self._charts = False
        self._scrolls = False
        self._picker_sort = session.picker_sort
        self._entries_of = 0
        self._problems_told = 0
        self.zoom = session.zoom
        self.theme_choice = ThemeChoice(session.theme)
        self.edition_switch = EditionSwitch(controller.page.editions, self)
        self.pane_splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.commands = Commands(self)
        self.actions_ = self._make_actions()
        self._lay_out()
        self._connect()
        self.show_page(controller.page)
        self._restore(session)

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
        panes = QWidget(centre)
        self._column = QVBoxLayout(panes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.pane_splitter)
        self.stack = WorldStack(panes, centre)
        column.addWidget(self.stack, 1)
        self.splitter.addWidget(self._picker_place)
        self.splitter.addWidget(centre)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([SIDEBAR_WIDTH, USUAL[0] - SIDEBAR_WIDTH])
        self.pane_splitter.setChildrenCollapsible(False)
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
        controller.paragraph_wanted.connect(self._show_paragraph)
        controller.told.connect(self.message_bar.tell)
        self.stack.country_picked.connect(self._pick)
        self.stack.country_added.connect(controller.add_country)
        self.stack.chosen.connect(controller.choose)
        self.stack.view_wanted.connect(
            lambda view, changes: controller.open_view(View(view), changes)
        )
        self.stack.told.connect(self.message_bar.tell)
        self.message_bar.details_wanted.connect(self.commands.show_problems)
        self.edition_switch.picked.connect(controller.open_edition)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The pane that the user works in is the active one."""
        for index, view in enumerate(self.panes):
            if now is not None and view.isAncestorOf(now) and index != self.active:
                self.turn_to(index)

    @cached_property
    def picker(self) -> "CountryPicker":
        """The country selector, made when it is first asked for: after the first paint."""
        from ocviewer.ui.views.country_picker import CountryPicker  # noqa: PLC0415

        picker = CountryPicker(self)
        picker.setMinimumWidth(SIDEBAR_LEAST)
        picker.picked.connect(self._pick)
        picker.add_requested.connect(self.controller.add_country)
        if self._picker_sort:
            picker.set_sort(self._picker_sort)
        sizes = self.splitter.sizes()
        picker.setVisible(self._picker_place.isVisibleTo(self))
        self.splitter.replaceWidget(0, picker)
        self._picker_place.deleteLater()
        self.splitter.setSizes(sizes)
        return picker

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
            self._fit_panes(len(page.panes))
            for view, pane in zip(self.panes, page.panes, strict=True):
                view.set_pane(page, pane)
        self.stack.set_page(page)
        self.edition_switch.set_edition(page.panes[0].edition)
        self.actions_[f"sort_bars:{page.order}"].setChecked(True)
        self.actions_[f"open_view:{page.view}"].setChecked(True)
        if self._complete:
            self._show_countries(page)
        self._tell_problems()

    def _show_countries(self, page: Page) -> None:
        from ocviewer.library.matching import NameMatcher  # noqa: PLC0415 - after the first paint

        edition = page.panes[0].edition
        if self._entries_of != edition:
            self._entries_of = edition
            countries = self.controller.library.countries.values()
            entries = self.controller.picker_entries(edition)
            self.picker.set_entries(entries, partial(NameMatcher, countries))
        self.picker.set_current(tuple(pane.iso3 for pane in page.panes))

    def _fit_panes(self, count: int) -> None:
        added = 0 < len(self.panes) < count
        if count > 1 and not self._scrolls:
            self._let_panes_scroll()
        while len(self.panes) < count:
            self._add_pane()
        while len(self.panes) > count:
            view = self.panes.pop()
            view.setParent(None)
            view.deleteLater()
        self.turn_to(count - 1 if added else min(self.active, count - 1))

    def _let_panes_scroll(self) -> None:
        """Panes keep a width at which no number is cut; more than fit can be scrolled to."""
        from PySide6.QtWidgets import QScrollArea  # noqa: PLC0415 - only for several panes

        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        self._column.replaceWidget(self.pane_splitter, scroll)
        scroll.setWidget(self.pane_splitter)
        self._scrolls = True

    def _add_pane(self) -> None:
        view = PaneView(self.pane_splitter)
        controller = self.controller
        view.indicator_activated.connect(controller.open_indicator)
        view.ranking_menu_requested.connect(
            lambda code, place: self.commands.show_ranks(code, place, self.panes.index(view))
        )
        view.ranking_requested.connect(
            lambda code: self.commands.show_in_ranking(code, self.panes.index(view))
        )
        view.place_requested.connect(lambda: self.commands.show_region(self.panes.index(view)))
        view.section_picked.connect(controller.open_section)
        view.zoom_changed.connect(self.set_zoom)
        view.link_clicked.connect(self.commands.open_link)
        view.close_requested.connect(lambda: controller.remove_pane(self.panes.index(view)))
        view.pressed.connect(lambda: self.turn_to(self.panes.index(view)))
        self.pane_splitter.addWidget(view)
        self.pane_splitter.setStretchFactor(self.pane_splitter.count() - 1, 1)
        self.panes.append(view)
        self.pane_splitter.setSizes([1_000] * len(self.panes))
        if self._complete:
            view.bring_reader(self.controller.page, self.zoom)
        if self._charts:
            view.bring_charts()

    def turn_to(self, index: int) -> None:
        """Makes a pane the one that the country selector speaks to."""
        self.active = index
        several = len(self.panes) > 1
        for key in ("close_pane", "next_pane", "keep_first"):
            self.actions_[key].setEnabled(several)
        for number, view in enumerate(self.panes):
            view.header.set_active(several and number == index)
            view.header.set_closable(several)

    def set_zoom(self, steps: int) -> None:
        """Sets the text of every reader to one size."""
        self.zoom = steps
        for view in self.panes:
            view.reader.set_zoom(steps)

    def _show_paragraph(self, code: str) -> None:
        for view in self.panes:
            view.show_indicator(code)

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
        widgets = [self.panes[0].header, *self.panes[0].figures.cards.values()]
        watch = PaintWatch(widgets, self)
        watch.painted.connect(self.first_painted)
        self.show()

    def complete(self) -> None:
        """Brings text and countries at once, and the charts when those are painted."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - after the first paint

        self._complete = True
        page = self.controller.page
        for view in self.panes:
            view.bring_reader(page, self.zoom)
        self._show_countries(page)
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "ocviewer.svg")))
        # the first pane is in sight; others may be scrolled out of it, and wait for their paint
        watch = PaintWatch([self.panes[0].reader.view().viewport()], self)
        watch.painted.connect(self._bring_charts)

    def _bring_charts(self) -> None:
        """Makes the charts of every pane; the first call of the program imports pyqtgraph."""
        self._charts = True
        for view in self.panes:
            view.bring_charts()
        watch = PaintWatch(self.panes[0].figures.chart_widgets(), self)
        watch.painted.connect(self.ready)

    # what is remembered

    def _restore(self, session: Session) -> None:
        if session.geometry:
            from PySide6.QtCore import QByteArray  # noqa: PLC0415 - not at the first start

            self.restoreGeometry(QByteArray.fromBase64(session.geometry.encode("ascii", "ignore")))
        sizes = session.splitters.get("sidebar", [])
        if len(sizes) == 2:
            self.splitter.setSizes([max(sizes[0], SIDEBAR_LEAST), sizes[1]])
        self._picker_place.setVisible(session.sidebar)
        self.actions_["show_sidebar"].setChecked(session.sidebar)
        self.actions_["full_screen"].setChecked(self.isFullScreen())
        self.actions_[f"choose_theme:{session.theme}"].setChecked(True)
        for view in self.panes:
            view.set_sizes(session.splitters)

    def session(self) -> Session:
        """What the next start should find again."""
        state = self.controller.state
        return Session(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            splitters={**self.panes[0].sizes(), "sidebar": self.splitter.sizes()},
            panes=[[pane.iso3, pane.edition] for pane in state.panes],
            section=state.section,
            order=str(state.order),
            zoom=self.zoom,
            theme=str(self.theme_choice),
            picker_sort=self.picker.sort,
            sidebar=self.picker.isVisibleTo(self),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the session can be saved."""
        self.closing.emit()
        super().closeEvent(event)
