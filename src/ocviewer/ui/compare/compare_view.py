"""Two to four panes as one view: where they differ, their heads, their figures or their text."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ocviewer.presenter.compare.compared import FIGURES, Comparison
from ocviewer.presenter.links import Link
from ocviewer.presenter.page import Page, Pane
from ocviewer.ui.compare.figures_page import FiguresPage
from ocviewer.ui.compare.heads import Heads
from ocviewer.ui.compare.strip_label import StripLabel
from ocviewer.ui.compare.tab_row import TabRow
from ocviewer.ui.theme import theme_of

if TYPE_CHECKING:  # the text comes when it is first asked for
    from ocviewer.ui.compare.text_page import TextPage
    from ocviewer.ui.reader.measure import TextStyle
    from ocviewer.ui.reader.text_view import ReadingView

_TAB_ROOM = 0.55
"""The share of its height that the view tells the tabs: two rows in a window of 720 pixels."""


class CompareView(QWidget):
    """Paints the panes of a page and tells what the user wants."""

    indicator_activated = Signal(str)
    ranking_requested = Signal(str, int)
    menu_requested = Signal(str, QPoint, int)
    section_picked = Signal(str)
    figures_wanted = Signal()
    turned = Signal(int)
    close_requested = Signal(int)
    edition_picked = Signal(int, int)
    moved = Signal(int, int)
    zoom_changed = Signal(int)
    link_clicked = Signal(str)
    country_picked = Signal(str, int)
    country_added = Signal(str)

    def __init__(
        self, links_of: Callable[[Pane], tuple[Link, ...]], parent: QWidget | None = None
    ) -> None:
        """Makes strip, heads, tabs and the matrix; ``links_of`` finds the countries in a text."""
        super().__init__(parent)
        self._links_of = links_of
        self._page: Page | None = None
        self._zoom = 0
        self._text_style: TextStyle | None = None
        self._active = 0
        self._text: TextPage | None = None
        self.strip = StripLabel(self)
        self.heads = Heads(self)
        self._row = TabRow(self)
        self.tabs, self.link, self.changes = self._row.tabs, self._row.link, self._row.changes
        self.figures = FiguresPage(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.figures)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.heads)
        layout.addLayout(self._row)
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.heads.pressed.connect(self.turned)
        self.heads.close_requested.connect(self.close_requested)
        self.heads.edition_picked.connect(self.edition_picked)
        self.heads.moved.connect(self.moved)
        self.tabs.section_picked.connect(self._pick)
        self.figures.indicator_activated.connect(self.indicator_activated)
        self.figures.ranking_requested.connect(self.ranking_requested)
        self.figures.menu_requested.connect(self.menu_requested)
        self.figures.turned.connect(self.turned)
        self.figures.edges_changed.connect(self._share_edges)
        self.link.toggled.connect(self._link)
        self.changes.toggled.connect(self._show_changes)

    @property
    def text(self) -> "TextPage":
        """The readers side by side, made when they are first asked for."""
        if self._text is None:
            from ocviewer.ui.compare.text_page import TextPage  # noqa: PLC0415

            self._text = TextPage(self._links_of, self)
            self._text.set_zoom(self._zoom)
            if self._text_style is not None:
                self._text.set_text_style(self._text_style)
            self._text.set_linked(self.link.isChecked())
            self._text.set_changes_shown(self.changes.isChecked())
            self._text.indicator_activated.connect(self.indicator_activated)
            self._text.zoom_changed.connect(self.zoom_changed)
            self._text.link_clicked.connect(self.link_clicked)
            self._text.country_picked.connect(self.country_picked)
            self._text.country_added.connect(self.country_added)
            self._text.menu_requested.connect(self.menu_requested)
            self._stack.addWidget(self._text)
        return self._text

    def text_views(self) -> "list[ReadingView]":
        """The readers by pane; none while figures are shown."""
        reads = self._text is not None and self._stack.currentWidget() is self._text
        return [*self._text.views()] if self._text is not None and reads else []

    def set_text_alone(self, alone: bool) -> None:
        """Whether nothing stands above heads and text."""
        self.strip.setVisible(not alone)

    def set_text_style(self, style: "TextStyle") -> None:
        """Sets the text of every pane in another font, measure or line height."""
        self._text_style = style
        if self._text is not None:
            self._text.set_text_style(style)

    def place_bar(self, bar: QWidget) -> None:
        """Puts a bar below the text."""
        if self._column.indexOf(bar) < 0:
            self._column.addWidget(bar)

    def set_page(self, page: Page) -> None:
        """Shows the panes of a page that compares."""
        comparison = page.comparison
        if comparison is None:
            return
        before, self._page = self._page, page
        self.setAccessibleName(page.title)
        self.strip.set_text(" ".join(comparison.strip))
        legend = "" if comparison.reading else comparison.legend
        self.heads.set_panes(page.panes, page.editions, legend)
        self.tabs.set_tabs((comparison.tab, *page.tabs))
        self.tabs.set_current(page.section if comparison.reading else FIGURES)
        self._row.offer(comparison)
        if comparison.reading:
            self.text.set_panes(comparison, page.panes)
            self._turn_page(self.text)
        else:
            self.figures.set_panes(comparison, page.panes)
            self._turn_page(self.figures)
        if before is None or _layout_of(before) != _layout_of(page):
            self._share_edges()
            self._order_tab()

    def _turn_page(self, to: QWidget) -> None:
        """Shows figures or text; the focus goes along, and stays with the active pane."""
        seen = self._stack.currentWidget()
        if seen is to:
            return
        had_focus = seen.isAncestorOf(QApplication.focusWidget() or self)
        if had_focus:  # or it would go to whatever comes next when this one is hidden
            self.tabs.take_focus()
        self._stack.setCurrentWidget(to)
        if had_focus:
            self.main_widget().setFocus()

    def _order_tab(self) -> None:
        """Heads, tabs, and what they show."""
        stops = [*self.heads.tab_stops(), *self._row.tab_stops(), self.figures.matrix]
        if self._text is not None:
            stops += self._text.tab_stops()
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def set_active(self, pane: int) -> None:
        """Marks the pane that the country selector speaks to."""
        self._active = pane
        self.heads.set_active(pane)
        self.figures.matrix.set_active(pane)

    def set_zoom(self, steps: int) -> None:
        """Sets the text of every pane to one size."""
        self._zoom = steps
        if self._text is not None:
            self._text.set_zoom(steps)

    def show_indicator(self, code: str) -> None:
        """Brings the paragraph of an indicator into view in every pane."""
        self.text.show_indicator(code)

    def bring_reader(self, page: Page, zoom: int) -> None:
        """Takes the size of the text; the readers come when the text is first shown."""
        self.set_zoom(zoom)

    def text_widgets(self) -> list[QWidget]:
        """What has to be painted before the charts come."""
        return self.first_widgets()

    def bring_charts(self) -> None:
        """Makes the pyramids, after the first paint."""
        self.figures.bring_charts()

    def pane_of(self, widget: QWidget) -> int:
        """The pane that a widget belongs to alone; -1 where it is all panes'."""
        views: list[QWidget] = [*self.heads.heads]
        if self._text is not None:
            views += self._text.columns()
        for place, view in enumerate(views):
            if view is widget or view.isAncestorOf(widget):
                return place % len(self.heads.heads)
        return -1

    def main_widget(self) -> QWidget:
        """The matrix, or the text of the active pane."""
        if self._stack.currentWidget() is self.figures:
            return self.figures.matrix
        views = self.text.views()
        return views[min(self._active, len(views) - 1)]

    def first_widgets(self) -> list[QWidget]:
        """What has to be painted before names, scores and changes are there."""
        if self._page is not None and self._page.comparison and self._page.comparison.reading:
            return [*self.heads.heads, *(view.viewport() for view in self.text.views())]
        return [*self.heads.heads, self.figures.matrix]

    def chart_widgets(self) -> list[QWidget]:
        """The charts that are in sight, once they were brought."""
        pyramids = self.figures.pyramids
        if pyramids is None or not pyramids.isVisible():
            return []
        return [chart.viewport() for chart in pyramids.charts]

    def _pick(self, section_id: str) -> None:
        if section_id == FIGURES:
            self.figures_wanted.emit()
        else:
            self.section_picked.emit(section_id)

    def _link(self, linked: bool) -> None:
        if self._text is not None:
            self._text.set_linked(linked)

    def _show_changes(self, shown: bool) -> None:
        if self._text is not None:
            self._text.set_changes_shown(shown)

    def _share_edges(self) -> None:
        """Heads stand above the columns of what is shown."""
        comparison = self._comparison
        if comparison is None:
            return
        if not comparison.reading:
            edges = self.figures.matrix.sheet.edges()
        else:
            count = len(comparison.columns)
            edges = tuple(self.width() * place / count for place in range(count + 1))
        self.heads.set_edges(edges)

    @property
    def _comparison(self) -> Comparison | None:
        return None if self._page is None else self._page.comparison

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs' hairline goes on below the button beside them."""
        painter = QPainter(self)
        place = self.tabs.geometry()
        painter.setPen(QColor(theme_of(self.palette()).line))
        painter.drawLine(place.right(), place.bottom(), self.width(), place.bottom())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the tabs their rows, and the heads their places."""
        self.tabs.set_room(round(self.height() * _TAB_ROOM))
        super().resizeEvent(event)
        self._share_edges()


def _layout_of(page: Page) -> tuple[object, ...]:
    comparison = page.comparison
    return len(page.panes), comparison is not None and comparison.reading
