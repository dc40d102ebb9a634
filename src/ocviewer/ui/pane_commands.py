"""What the rows of the action table do with the panes of a comparison."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ocviewer.ui.window import MainWindow


class PaneCommands(QObject):
    """The handlers, one method for each id in the table."""

    def __init__(self, window: "MainWindow") -> None:
        """Acts on a window and its controller."""
        super().__init__(window)
        self._window = window
        self._controller = window.controller

    def add_country(self) -> None:
        """Asks for the country to put beside the others."""
        self._window.commands.find_country()
        self._window.adding = True
        self._window.message_bar.tell(
            self.tr("The next country that you pick goes beside this one.")
        )

    def compare_with(self) -> None:
        """Offers what the active pane can be compared with."""
        from ocviewer.presenter.compare.offers import offers  # noqa: PLC0415 - not at the start
        from ocviewer.ui.compare.offers_menu import OffersMenu  # noqa: PLC0415

        controller, window = self._controller, self._window
        pane = controller.state.panes[window.active]
        menu = OffersMenu(offers(controller.library, controller.words, pane), window)
        menu.offered.connect(controller.add_country)
        menu.list_wanted.connect(self.add_country)
        place = window.actions_.button_of("compare_with")
        menu.popup(place.mapToGlobal(place.rect().bottomLeft()))

    def close_pane(self) -> None:
        """Closes the active country, unless it is the only one."""
        self.close_pane_at(self._window.active)

    def close_pane_at(self, index: int) -> None:
        """Closes a pane; the active one stays active where it is another."""
        if index < self._window.active:
            self._window.active -= 1
        self._controller.remove_pane(index)

    def next_pane(self) -> None:
        """Turns to the country at the right, round the end."""
        self._window.turn_to((self._window.active + 1) % len(self._controller.state.panes))

    def move_pane(self, step: int) -> None:
        """Moves the active pane to the left (-1) or right (1); it stays the active one."""
        self.move_pane_to(self._window.active, self._window.active + step)

    def move_pane_to(self, index: int, to: int) -> None:
        """Moves a pane to another's place, and turns to it there."""
        if 0 <= to < len(self._controller.state.panes):
            self._controller.move_pane(index, to)
            self._window.turn_to(to)

    def swap_panes(self) -> None:
        """Lets the active pane change places with the first, which others are compared with."""
        active = self._window.active
        self._controller.swap_panes(0, active or 1)
        self._window.turn_to(0 if active else 1)

    def show_figures(self) -> None:
        """Shows the figures of several panes, not the text of their section."""
        self._controller.show_figures()

    def keep_first(self) -> None:
        """Ends the comparison."""
        self._controller.keep_first()
