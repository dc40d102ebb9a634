"""What a piece of work is at, with a button that ends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ocviewer.ui.views.elided_label import ElidedLabel


class ProgressPage(QWidget):
    """A heading, a bar and the file at hand; ``cancel_wanted`` when the user has had enough."""

    cancel_wanted = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        """The bar moves without a measure until the first step."""
        super().__init__(parent)
        head = QLabel(heading, self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(heading)
        self._what = ElidedLabel(self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._end)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(head)
        column.addWidget(self.bar)
        column.addWidget(self._what)
        column.addStretch(1)
        column.addLayout(row)

    def _end(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()

    def step(self, what: str, number: int, count: int) -> None:
        """Shows what is at hand."""
        self.bar.setRange(0, count)
        self.bar.setValue(number)
        self._what.set_text(what)
