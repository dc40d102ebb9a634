"""The countries that were open lately, and their menu."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ocviewer.presenter.page import Page
from ocviewer.presenter.state import MAX_PANES
from ocviewer.ui.controller import Controller

MOST = 9
"""How many are kept: as many as there are digits to open one by."""


class RecentCountries(QObject):
    """Keeps the countries that panes showed, and offers those that are not open."""

    picked = Signal(str)
    """The ISO3 code of the country that should be opened again."""

    def __init__(self, controller: Controller, remembered: Iterable[str], parent: QWidget) -> None:
        """``remembered`` are ISO3 codes; those that the library does not know are left out."""
        super().__init__(parent)
        self._controller = controller
        known = controller.library.countries
        self._countries = [iso3 for iso3 in dict.fromkeys(remembered) if iso3 in known]
        self.menu = QMenu(self.tr("&Recent countries"), parent)
        self.menu.aboutToShow.connect(self._fill)
        controller.page_changed.connect(self._note)
        self._note(controller.page)

    @property
    def countries(self) -> list[str]:
        """The ISO3 codes, the latest first."""
        return list(self._countries)

    def _note(self, page: Page) -> None:
        opened = [
            pane.iso3 for pane in page.panes if pane.iso3 in self._controller.library.countries
        ]
        for iso3 in reversed(opened):
            if iso3 in self._countries:
                self._countries.remove(iso3)
            self._countries.insert(0, iso3)
        del self._countries[MOST + MAX_PANES :]

    def _fill(self) -> None:
        """Lists what can be gone back to; a digit opens each."""
        self.menu.clear()
        library = self._controller.library
        opened = {pane.iso3 for pane in self._controller.state.panes}
        offered = [iso3 for iso3 in self._countries if iso3 not in opened][:MOST]
        for number, iso3 in enumerate(offered, start=1):
            name = library.countries[iso3].name.replace("&", "&&")
            action = self.menu.addAction(f"&{number}  {name}")
            action.triggered.connect(lambda _checked, iso3=iso3: self.picked.emit(iso3))
        if not offered:
            self.menu.addAction(self.tr("None yet")).setEnabled(False)
