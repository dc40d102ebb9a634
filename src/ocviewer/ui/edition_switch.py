"""The edition switch: one button an edition, one of them pressed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ocviewer.ui.views.check_button import CheckButton


class EditionSwitch(QWidget):
    """Shows the editions side by side; ``picked`` carries the year that the user wants.

    Tab comes to the pressed button alone, from which the arrow keys pick another edition.
    """

    picked = Signal(int)

    def __init__(self, editions: tuple[int, ...], parent: QWidget | None = None) -> None:
        """Makes a button for each edition."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Edition"))
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.setSpacing(0)
        self._group.idClicked.connect(self.picked)
        self.set_editions(editions)

    def set_editions(self, editions: tuple[int, ...]) -> None:
        """Shows a button for each of these editions, none of them pressed when they changed."""
        if [self._group.id(button) for button in self._group.buttons()] == list(editions):
            return
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        for year in editions:
            button = CheckButton(self)
            button.setText(str(year))
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Edition %1").replace("%1", str(year)))
            self._group.addButton(button, year)
            self._layout.addWidget(button)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The order of Tab."""
        return tuple(self._group.buttons())

    def set_edition(self, year: int) -> None:
        """Presses an edition's button, without telling anyone."""
        pressed = self._group.button(year)
        if pressed is not None:
            pressed.setChecked(True)
        for button in self._group.buttons():
            reached = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if reached else Qt.FocusPolicy.NoFocus)
