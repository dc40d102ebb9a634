"""The edition switch: one button an edition, one of them pressed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ocviewer.ui.views.check_button import CheckButton


class EditionSwitch(QWidget):
    """Shows the editions side by side; ``picked`` carries the year that the user wants."""

    picked = Signal(int)

    def __init__(self, editions: tuple[int, ...], parent: QWidget | None = None) -> None:
        """Makes a button for each edition."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Edition"))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        self._editions: tuple[int, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 0, 6, 0)
        self._row.setSpacing(0)
        self.set_editions(editions)

    def set_editions(self, editions: tuple[int, ...]) -> None:
        """Offers other editions; none of them is pressed where any changed."""
        if editions == self._editions:
            return
        self._editions = editions
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for year in editions:
            made = CheckButton(self)
            made.setText(str(year))
            made.setCheckable(True)
            made.setAccessibleName(self.tr("Edition %1").replace("%1", str(year)))
            self._group.addButton(made, year)
            self._row.addWidget(made)

    def set_edition(self, year: int) -> None:
        """Presses an edition's button, without telling anyone."""
        button = self._group.button(year)
        if button is not None:
            button.setChecked(True)
