"""What became of one file: what was read, and where its figures differ, what is used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ocviewer.importers.job import FileReport
from ocviewer.ui.importing.difference_table import DifferenceTable
from ocviewer.ui.importing.edition_row import EditionRow
from ocviewer.ui.importing.results import Results, takeable
from ocviewer.ui.importing.texts import ImportTexts
from ocviewer.ui.views.elided_label import ElidedLabel

_LINES = 7
"""How many lines of text have room above a table of differences, at most."""

_AIR = 8

QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for no limit, which PySide does not name."""


class Details(QWidget):
    """``ticked`` carries one difference, ``all_ticked`` means those of every marked file.

    ``edition_given`` carries the edition of the file that is shown.
    """

    ticked = Signal(object, bool)
    all_ticked = Signal(bool)
    edition_given = Signal(int)

    def __init__(
        self, texts: ImportTexts, years: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        """Empty until a file is shown."""
        super().__init__(parent)
        self._texts = texts
        self._report: FileReport | None = None
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        font = QFont(self._title.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._file = ElidedLabel(self)
        self._file.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What was read"))
        self.edition = EditionRow(years, self)
        self._title.setMinimumHeight(self.edition.years.sizeHint().height())
        self.edition.given.connect(self.edition_given)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self.table = DifferenceTable(texts, self)
        self.table.ticked.connect(self.ticked)
        self.take_all = self._button(take=True)
        self.keep_all = self._button(take=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_AIR, 0, 0, 0)
        for widget in (self._title, self._file, self.text, self.edition, self._hint):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_all)
        buttons.addWidget(self.keep_all)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _button(self, *, take: bool) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self.all_ticked.emit(take))
        return button

    def show_file(
        self, report: FileReport | None, marked: Sequence[FileReport], results: Results
    ) -> None:
        """Shows a file; the buttons act on all that are ``marked``."""
        self.setEnabled(report is not None)
        row = None if report is None else self._texts.row(report)
        title = "" if row is None else f"{row.sign}  {row.heading} · {row.outcome}"
        self._title.setText(title)
        self._file.set_text("" if report is None else report.file)
        if report is not self._report:  # what was read takes a moment to be told
            self._report = report
            self.text.setPlainText("" if report is None else "\n".join(self._texts.about(report)))
        problems = () if report is None else report.problems
        self.edition.suit(problems[0].key if problems else "")
        self._show_differences(report, marked, results)

    def _show_differences(
        self, report: FileReport | None, marked: Sequence[FileReport], results: Results
    ) -> None:
        held = None if report is None else report.held
        differences = () if held is None else held.differences
        can_be_taken = bool(report and takeable(report))
        for widget in (self.table, self._hint):
            widget.setVisible(bool(differences))
        lines = min(self.text.blockCount() + 1, _LINES)
        height = self.text.fontMetrics().lineSpacing() * lines + 2 * _AIR
        self.text.setMaximumHeight(height if differences else QWIDGETSIZE_MAX)
        self.table.show_differences(differences, results)
        self._hint.setText(
            self.tr("Tick the figures that should be the page’s; the library’s stay otherwise.")
            if can_be_taken
            else self.tr("These are computed from scores and ranks of the library, and stay.")
        )
        several = sum(bool(takeable(each)) for each in marked)
        for button in (self.take_all, self.keep_all):
            button.setVisible(several > 0)
        if several > 1:
            count = str(several)
            self.take_all.setText(self.tr("Take &all from the %1 pages").replace("%1", count))
            self.keep_all.setText(self.tr("&Keep the library’s in all %1").replace("%1", count))
        else:
            self.take_all.setText(self.tr("Take &all from the page"))
            self.keep_all.setText(self.tr("&Keep the library’s"))
