"""What every view of the world has in common: the intents that it tells."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ocviewer.presenter.page import WorldPart


class WorldView(QWidget):
    """Paints a part of the page and tells what the user wants; keeps no choice of its own."""

    country_picked = Signal(str)
    """A country (ISO3) whose profile should open."""
    country_added = Signal(str)
    """A country (ISO3) that should come beside the others."""
    chosen = Signal(object)
    """Fields of ``Choice`` with their new values, as a dict."""
    ranking_wanted = Signal(str, str)
    """A node (by its code) and the country (ISO3) that should be in view in its ranking."""
    view_wanted = Signal(str, object)
    """Another view, as a ``View``, with fields of ``Choice`` as a dict, which may be empty."""
    told = Signal(str)
    """A sentence for the user."""

    def set_part(self, part: WorldPart) -> None:
        """Shows a part; what is the same as before is left alone."""
        raise NotImplementedError

    def main_widget(self) -> QWidget:
        """What the view is about, its chart or its table: the keyboard goes there first."""
        raise NotImplementedError

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab: as it is read."""
        raise NotImplementedError

    def order_tab(self) -> None:
        """Puts the stops into their order."""
        for before, after in pairwise(self.tab_stops()):
            QWidget.setTabOrder(before, after)

    def reveal(self, iso3: str) -> None:
        """Brings a country into sight, in a view in which it can be out of it."""
