"""The country list beside what is shown: it comes late, and comes back as wide as it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

WIDTH = 236
"""Of the list at the first start, in device-independent pixels."""
LEAST = 160


class Sidebar(QSplitter):
    """Parts the window's room; a place is kept for the list until it is made."""

    def __init__(self, centre: QWidget, whole: int, parent: QWidget | None = None) -> None:
        """``centre`` is what is shown; ``whole`` is the width of both together."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._list = QWidget(self)
        self._width = WIDTH
        self.addWidget(self._list)
        self.addWidget(centre)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setSizes([WIDTH, whole - WIDTH])

    def put(self, picker: QWidget) -> None:
        """Puts the list into its place, shown where the place was."""
        picker.setMinimumWidth(LEAST)
        sizes = self.sizes()
        picker.setVisible(self.is_shown)
        self.replaceWidget(0, picker)
        self._list.deleteLater()
        self._list = picker
        self.setSizes(sizes)

    @property
    def is_shown(self) -> bool:
        """Whether there is a list, or its place, beside what is shown."""
        return self._list.isVisibleTo(self)

    def set_shown(self, shown: bool) -> None:
        """Shows the list, or hides it."""
        if shown is self.is_shown:
            return
        if not shown:
            self._width = self.sizes()[0]
        self._list.setVisible(shown)
        if shown:
            self.setSizes([self._width, sum(self.sizes()) - self._width])

    def parted(self) -> list[int]:
        """The width of the list, where it is hidden as it will be, and of the rest."""
        whole = sum(self.sizes())
        width = self.sizes()[0] if self.is_shown else self._width
        return [width, whole - width]

    def restore(self, parted: Sequence[int], *, shown: bool) -> None:
        """Parts the room as ``parted`` said; what is no pair parts it as usual."""
        if len(parted) == 2:
            self._width = max(parted[0], LEAST)
            self.setSizes([self._width, parted[1]])
        self._list.setVisible(shown)
