"""What a pack brings, with a row for each part that differs from the user's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ocviewer.library.library import Library
from ocviewer.library.pack.compare import ASKED, State, Step
from ocviewer.library.pack.manifest import Manifest
from ocviewer.library.pack.merge import Choice, chosen
from ocviewer.presenter.packs import made_text, part_text, state_text, summary
from ocviewer.presenter.words import Words
from ocviewer.ui.views.ticks import dress_ticks


class ChoosePage(QWidget):
    """``accepted`` carries the names of the parts to bring in, ``cancelled`` nothing.

    New parts always come in. Of those that differ the newer ones are ticked at first; one in
    whose place a file of a newer program lies cannot be.
    """

    accepted = Signal(frozenset)
    cancelled = Signal()

    def __init__(
        self,
        manifest: Manifest,
        steps: tuple[Step, ...],
        library: Library,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Takes the steps of ``compare``."""
        super().__init__(parent)
        self._steps = steps
        self._rows = [step for step in steps if step.state in (*ASKED, State.HELD)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for line in (made_text(manifest, words), " ".join(summary(steps, words))):
            column.addWidget(self._label(line))
        self.table = QTableWidget(len(self._rows), 2, self)
        if self._rows:
            text = self.tr("These differ from yours. Tick what should take the place of yours:")
            column.addWidget(self._label(text))
            self._fill(library, words)
            column.addWidget(self.table, 1)
            column.addLayout(self._choices())
        else:
            self.table.hide()
            column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.take = QPushButton(self.tr("Bring in"), self)
        self.take.setDefault(True)
        self.take.clicked.connect(lambda: self.accepted.emit(self.taken()))
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.cancelled)
        row.addWidget(self.take)
        row.addWidget(cancel)
        column.addLayout(row)
        self.choose(Choice.NEWER)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _fill(self, library: Library, words: Words) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Against yours")])
        table.setAccessibleName(self.tr("Parts that differ from yours"))
        dress_ticks(table, wide=1)
        for number, step in enumerate(self._rows):
            part = QTableWidgetItem(part_text(step.name, library, words))
            part.setToolTip("")
            part.setCheckState(Qt.CheckState.Unchecked)
            state = QTableWidgetItem(state_text(step, words))
            if step.state is State.HELD:
                part.setFlags(Qt.ItemFlag.ItemIsSelectable)
                state.setFlags(Qt.ItemFlag.ItemIsSelectable)
            table.setItem(number, 0, part)
            table.setItem(number, 1, state)
        table.resizeColumnToContents(0)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, choice in (
            (self.tr("Tick the newer"), Choice.NEWER),
            (self.tr("Tick all"), Choice.ALL),
            (self.tr("Tick none"), Choice.NONE),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, choice=choice: self.choose(choice))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def choose(self, choice: Choice) -> None:
        """Ticks the parts of a choice, and no others."""
        names = chosen(self._steps, choice)
        for item, step in self._items():
            ticked = step.name in names
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def taken(self) -> frozenset[str]:
        """The names of the parts that are to come in: new ones, and those that are ticked."""
        ticked = {
            step.name for item, step in self._items() if item.checkState() is Qt.CheckState.Checked
        }
        return chosen(self._steps, Choice.NONE) | ticked

    def _items(self) -> list[tuple[QTableWidgetItem, Step]]:
        """The cells that can be ticked, with their steps."""
        cells = ((self.table.item(n, 0), step) for n, step in enumerate(self._rows))
        return [(item, step) for item, step in cells if item is not None and step.state in ASKED]
