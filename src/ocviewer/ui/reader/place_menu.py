"""The context menu of a place in the text: its country and its figures above Qt's own rows."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ocviewer.presenter.page import Chip
from ocviewer.ui.reader.chip_button import spoken_chip

_COPY_LINK = "link-copy"
"""Qt's own name of the row that copies an address, of which a country has none."""


class PlaceMenu(QObject):
    """Puts rows above those of a menu, which it goes with."""

    country_picked = Signal(str)
    country_added = Signal(str)
    figure_picked = Signal(str, QPoint)

    def __init__(self, menu: QMenu) -> None:
        """Takes the menu of a text, with its rows."""
        super().__init__(menu)
        self.menu = menu
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first = menu.actions()[0] if menu.actions() else None

    def popup(self, place: QPoint) -> None:
        """Opens the menu at a point of the screen."""
        self.menu.popup(place)

    def add_country(self, code: str, name: str) -> None:
        """Offers a country's profile, here or beside; nothing for no code."""
        if not code:
            return
        for action in self.menu.actions():
            if action.objectName() == _COPY_LINK:
                self.menu.removeAction(action)
        name = name.replace("&", "&&")
        here = self._add(self.tr("Open %1").replace("%1", name))
        here.triggered.connect(lambda: self.country_picked.emit(code))
        beside = self._add(self.tr("Put %1 beside").replace("%1", name))
        beside.triggered.connect(lambda: self.country_added.emit(code))
        self._part()

    def add_figures(self, chips: Iterable[Chip], place: QPoint) -> None:
        """Offers the ranks of each figure at a point of the screen."""
        added = False
        for chip in chips:
            action = self._add(spoken_chip(chip).replace("&", "&&"))
            action.triggered.connect(lambda *, code=chip.code: self.figure_picked.emit(code, place))
            added = True
        if added:
            self._part()

    def _add(self, text: str) -> QAction:
        action = QAction(text, self.menu)
        if self._first is None:
            self.menu.addAction(action)
        else:
            self.menu.insertAction(self._first, action)
        return action

    def _part(self) -> None:
        if self._first is not None:
            self.menu.insertSeparator(self._first)
