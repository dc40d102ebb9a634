"""The contents beside the text: sections with what was read of each, and what is left in all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ocviewer.ui.reading.contents_rows import ROLE, SIDE, ContentsRows
from ocviewer.ui.reading.progress import SectionProgress
from ocviewer.ui.views.check_button import PADDING, CheckButton

WIDTH = 300
"""In pixels."""


class ContentsView(QFrame):
    """``section_picked`` carries the id of a section that the user wants to read."""

    section_picked = Signal(str)
    settings_wanted = Signal()
    left = Signal()
    """The figures are wanted back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No contents yet."""
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._shown: tuple[SectionProgress, ...] = ()
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(self.tr("Contents"))
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.viewport().setAutoFillBackground(False)  # on the window's own ground
        self.rows.setItemDelegate(ContentsRows(self.rows))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.currentRowChanged.connect(self._on_row)
        self.total = QLabel(self)
        self.total.setTextFormat(Qt.TextFormat.PlainText)
        self.total.setContentsMargins(SIDE, 0, SIDE, 0)
        self.settings = CheckButton(self)
        self.settings.setText(self.tr("Text settings (Ctrl+Shift+T)"))
        self.settings.clicked.connect(self.settings_wanted)
        back = CheckButton(self)
        back.setText(self.tr("Back to the figures (F12)"))
        back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self.rows, 1)
        column.addWidget(self.total)
        for button in (self.settings, back):
            row = QHBoxLayout()
            row.setContentsMargins(SIDE - PADDING, 0, SIDE, 0)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def set_progress(self, progress: Sequence[SectionProgress], section: str) -> None:
        """Shows what was read of each section; ``section`` is the id of the open one."""
        self.rows.blockSignals(True)
        while self.rows.count() < len(progress):
            self.rows.addItem(QListWidgetItem())
        for place, each in enumerate(progress):
            item = self.rows.item(place)
            if item.data(ROLE) != each:
                item.setData(ROLE, each)
                item.setToolTip(self._left(each))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(each))
        self._shown = tuple(progress)
        ids = [each.row.id for each in progress]
        self.rows.setCurrentRow(ids.index(section))
        self.rows.blockSignals(False)
        words = sum(each.row.words for each in progress)
        left = sum(each.words_left for each in progress)
        text = self.tr("%1 of %2 words left").replace("%1", f"{left:,}").replace("%2", f"{words:,}")
        self.total.setText(text if words else self.tr("No text yet"))

    def _left(self, progress: SectionProgress) -> str:
        if not progress.row.words:
            return "–"
        if not progress.words_left:
            return "✓ " + self.tr("read")
        return self.tr("%1 left").replace("%1", f"{progress.words_left:,}")

    def _spoken(self, progress: SectionProgress) -> str:
        if not progress.row.words:
            return self.tr("%1, no text").replace("%1", progress.row.title)
        text = self.tr("%1, %2 % read, %3 words left")
        parts = (progress.row.title, str(round(100 * progress.share)), str(progress.words_left))
        for number, part in enumerate(parts, start=1):
            text = text.replace(f"%{number}", part, 1)
        return text

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.section_picked.emit(self._shown[row].row.id)
