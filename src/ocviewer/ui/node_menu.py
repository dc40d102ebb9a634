"""The menu of a node in a pane: its ranks, the ways to ranking and section, and notes on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow


class NodeMenu(QMenu):
    """Deletes itself when it is closed."""

    def __init__(self, window: "MainWindow", code: str, pane: int) -> None:
        """Of the node ``code`` as the country, or the place, of a pane has it."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        controller = window.controller
        if controller.library.indicators[code].section is not None:
            section = self.addAction(self.tr("Open its section"))
            section.triggered.connect(lambda: controller.open_indicator(code))
        ranking = self.addAction(self.tr("Show in ranking"))
        ranking.triggered.connect(lambda: window.commands.show_in_ranking(code, pane))
        panes = controller.page.panes
        self.addSeparator()
        if len(panes) > 1:
            self.addAction(panes[pane].name.replace("&", "&&")).setEnabled(False)
        for rank in controller.ranks(code, pane):
            move = f"  ({rank.move_text})" if rank.move_text else ""
            # an ampersand would mark a key
            text = f"{rank.scope_text}: {rank.text}{move}".replace("&", "&&")
            self.addAction(text).setEnabled(False)
        self.addSeparator()
        self._offer_notes(window, code, pane)

    def _offer_notes(self, window: "MainWindow", code: str, pane: int) -> None:
        """For the pane's country, where it shows one, and in general."""
        shown = window.controller.state.panes[pane]
        if shown.place is None:
            name = window.controller.library.countries[shown.iso3].name
            text = self.tr("Note for %1…").replace("%1", name.replace("&", "&&"))
            own = self.addAction(text)
            own.triggered.connect(lambda: window.notes.note_indicator(code, shown.iso3))
        general = self.addAction(self.tr("Note in general…"))
        general.triggered.connect(lambda: window.notes.note_indicator(code, None))
