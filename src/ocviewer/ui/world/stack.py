"""The centre of the window: the panes, or one of the views of the world above them."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ocviewer.presenter.page import Page
from ocviewer.presenter.state import View
from ocviewer.ui.panes import Panes
from ocviewer.ui.world.world_view import WorldView


def _map() -> type[WorldView]:
    from ocviewer.ui.world.map_view import MapView  # noqa: PLC0415 - when first opened

    return MapView


def _rankings() -> type[WorldView]:
    from ocviewer.ui.world.rankings_view import RankingsView  # noqa: PLC0415 - when first opened

    return RankingsView


def _place() -> type[WorldView]:
    from ocviewer.ui.world.place_view import PlaceView  # noqa: PLC0415 - when first opened

    return PlaceView


def _trends() -> type[WorldView]:
    from ocviewer.ui.world.trends_view import TrendsView  # noqa: PLC0415 - when first opened

    return TrendsView


def _scatter() -> type[WorldView]:
    from ocviewer.ui.world.scatter_view import ScatterView  # noqa: PLC0415 - when first opened

    return ScatterView


def _heat() -> type[WorldView]:
    from ocviewer.ui.world.heat_view import HeatView  # noqa: PLC0415 - when first opened

    return HeatView


def _search() -> type[WorldView]:
    from ocviewer.ui.search.search_view import SearchView  # noqa: PLC0415 - when first opened

    return SearchView


MAKERS: Mapping[View, Callable[[], type[WorldView]]] = {
    View.MAP: _map,
    View.RANKINGS: _rankings,
    View.PLACE: _place,
    View.TRENDS: _trends,
    View.SCATTER: _scatter,
    View.HEAT: _heat,
    View.SEARCH: _search,
}
"""The widget of each view, imported when it is first opened."""


class WorldStack(QStackedWidget):
    """Shows the panes, or a view of the world that is made when it is first opened."""

    country_picked = Signal(str)
    country_added = Signal(str)
    chosen = Signal(object)
    ranking_wanted = Signal(str, str)
    view_wanted = Signal(str, object)
    told = Signal(str)
    made = Signal(object)
    """A view that was just made, as a widget."""

    def __init__(self, panes: Panes, parent: QWidget | None = None) -> None:
        """``panes`` is what is shown for profiles."""
        super().__init__(parent)
        self._views: dict[View, WorldView] = {}
        self._panes = panes
        self.addWidget(panes)

    def set_page(self, page: Page) -> None:
        """Brings the page's view to the front, and its part into it.

        The keyboard goes along where it was in what was seen before. Elsewhere it stays: who types
        into the country list goes on there.
        """
        if page.world is None:
            self._turn_to(self._panes)
            return
        view = self.view(page.view)
        view.set_part(page.world)
        self._turn_to(view)

    def _turn_to(self, widget: QWidget) -> None:
        if widget is self.currentWidget():
            return
        had_focus = self._has_focus()
        goal = self._focus_of(widget)  # asked before Qt gives the keyboard to the first it finds
        self.setCurrentWidget(widget)
        if had_focus:
            goal.setFocus()

    def take_focus(self) -> None:
        """Gives the keyboard to what is seen, unless it is there already."""
        if not self._has_focus():
            self._focus_of(self.currentWidget()).setFocus()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.currentWidget().isAncestorOf(focused)

    def _focus_of(self, widget: QWidget) -> QWidget:
        """Where the keyboard last was in a view, else what the view is about."""
        last = cast("QWidget | None", widget.focusWidget())
        if last is not None and last.isVisibleTo(widget):
            return last
        return widget.main_widget() if isinstance(widget, WorldView) else self._panes.main_widget()

    def view(self, kind: View) -> WorldView:
        """The widget of a view."""
        if kind not in self._views:
            view = self._views[kind] = MAKERS[kind]()(self)
            view.country_picked.connect(self.country_picked)
            view.country_added.connect(self.country_added)
            view.chosen.connect(self.chosen)
            view.ranking_wanted.connect(self.ranking_wanted)
            view.view_wanted.connect(self.view_wanted)
            view.told.connect(self.told)
            self.addWidget(view)
            view.order_tab()
            self.made.emit(view)
        return self._views[kind]
