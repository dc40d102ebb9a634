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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(0)
        for year in editions:
            button = CheckButton(self)
            button.setText(str(year))
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Edition %1").replace("%1", str(year)))
            self._group.addButton(button, year)
            layout.addWidget(button)
        self._group.idClicked.connect(self.picked)

    def set_edition(self, year: int) -> None:
        """Presses an edition's button, without telling anyone."""
        button = self._group.button(year)
        if button is not None:
            button.setChecked(True)
