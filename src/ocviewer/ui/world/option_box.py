"""A box that chooses one of several options: a node, a place, an edition to count from."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyleOptionComboBox, QWidget

from ocviewer.presenter.world.choices import Option

_INDENT = "    "


class OptionBox(QComboBox):
    """Options, indented by their level; ``picked`` carries the value, only when the user picks."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is for screen readers."""
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setMaxVisibleItems(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._tell)

    def set_options(self, options: tuple[Option, ...], value: object) -> None:
        """Shows these options, with the one of ``value`` chosen."""
        with QSignalBlocker(self):
            if options != self._options:
                self._options = options
                self.clear()
                for option in options:
                    self.addItem(_INDENT * option.level + option.text)
                    index = self.count() - 1
                    self.setItemData(index, option.text, Qt.ItemDataRole.AccessibleTextRole)
            values = [option.value for option in options]
            self.setCurrentIndex(values.index(value) if value in values else -1)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """The box itself shows its option without the indent of the list."""
        super().initStyleOption(option)
        option.currentText = option.currentText.lstrip()

    def _tell(self, index: int) -> None:
        self.picked.emit(self._options[index].value)
