"""Asks which edition a file shows that does not tell it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

UNCLEAR = "page_edition_unclear"
UNNAMED = "workbook_which_edition"
"""The problems of a page and of a table that an edition is the answer to."""

_FIRST, _LAST = 2000, 2099


class EditionRow(QWidget):
    """``given`` carries the edition. That of a table may be one that the library does not have."""

    given = Signal(int)

    def __init__(self, years: tuple[int, ...], parent: QWidget | None = None) -> None:
        """``years`` are the library's editions; the newest is offered first."""
        super().__init__(parent)
        self.years = QComboBox(self)
        self.years.addItems([str(year) for year in reversed(years)])
        self.years.setAccessibleName(self.tr("Edition"))
        self.years.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        label = QLabel(self.tr("It shows the &edition"), self)
        label.setBuddy(self.years)
        self.button = QPushButton(self.tr("Import as this edition"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.years)
        row.addWidget(self.button)
        row.addStretch(1)

    def suit(self, problem: str) -> None:
        """Shows itself where a problem is one that an edition is the answer to."""
        self.setVisible(problem in (UNCLEAR, UNNAMED))
        self.years.setEditable(problem == UNNAMED)
        if problem == UNNAMED:
            self.years.setValidator(QIntValidator(_FIRST, _LAST, self))

    def _give(self) -> None:
        text = self.years.currentText()
        if text.isdecimal() and _FIRST <= int(text) <= _LAST:
            self.given.emit(int(text))
