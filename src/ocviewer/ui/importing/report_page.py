"""The report of an import: a list of files, one file's details beside it, and what is chosen."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ocviewer.importers.job import FileReport
from ocviewer.importers.pages.held import Difference
from ocviewer.ui.importing.details import Details
from ocviewer.ui.importing.file_delegate import FileDelegate
from ocviewer.ui.importing.file_model import FileModel
from ocviewer.ui.importing.results import Results, Shelf, takeable
from ocviewer.ui.importing.save_report import ask_where_to_save
from ocviewer.ui.importing.texts import ImportTexts
from ocviewer.ui.views.flat_scroll_bar import FlatScrollBar

_WIDTHS = (340, 560)


class Place(NamedTuple):
    """Where in a report the user is: the shelf, and the file whose details are shown."""

    shelf: Shelf
    file: str


class ReportPage(QWidget):
    """``apply_wanted`` when the ticked figures should come in, ``closed`` at the end.

    ``edition_given`` carries a file and the edition that it shows.
    """

    apply_wanted = Signal()
    edition_given = Signal(str, int)
    closed = Signal()

    def __init__(self, results: Results, texts: ImportTexts, parent: QWidget | None = None) -> None:
        """Shows what an import has come to."""
        super().__init__(parent)
        self.results = results
        self._texts = texts
        self._head = QLabel(self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.shelf = QComboBox(self)
        self.shelf.setAccessibleName(self.tr("Which files"))
        self.model = FileModel(texts, results.taken, self)
        self.files = QListView(self)
        self.files.setModel(self.model)
        self.files.setItemDelegate(FileDelegate(self.model, self.files))
        self.files.setUniformItemSizes(True)
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.files.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.files.setVerticalScrollBar(FlatScrollBar(self.files))
        self.files.setAccessibleName(self.tr("Files"))
        self.details = Details(texts, texts.library.years, self)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.copy = self._button(self.tr("&Copy"), self.copy_text)
        self.save = self._button(self.tr("&Save…"), self.ask_where)
        self.apply = self._button(self.tr("A&pply"), self.apply_wanted.emit)
        self.close_button = self._button(self.tr("Close"), self.closed.emit)
        self._lay_out()
        self._connect()
        self.show_results()

    def _button(self, text: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: handler())
        return button

    def _lay_out(self) -> None:
        left = QWidget(self)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.shelf)
        side.addWidget(self.files, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.details)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes(list(_WIDTHS))
        bottom = QHBoxLayout()
        bottom.addWidget(self.copy)
        bottom.addWidget(self.save)
        bottom.addWidget(self._state, 1)
        bottom.addWidget(self.apply)
        bottom.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        column.addWidget(split, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.shelf.currentIndexChanged.connect(self._show_files)
        self.files.selectionModel().selectionChanged.connect(self._show_file)
        self.files.selectionModel().currentChanged.connect(self._show_file)
        self.details.ticked.connect(lambda difference, take: self._tick((difference,), take))
        self.details.all_ticked.connect(self._tick_marked)
        self.details.edition_given.connect(self._give_edition)

    def show_results(self) -> None:
        """Shows the results as they are now; the same shelf and file stay chosen."""
        self._head.setText("\n".join(self._texts.head(self.results)))
        shelf = self._shelf()
        self.shelf.blockSignals(True)
        self.shelf.clear()
        for each, text in self._shelves():
            count = len(self.results.on(each))
            self.shelf.addItem(f"{text} ({self._texts.words.number(count)})", each)
        self.shelf.setCurrentIndex(list(Shelf).index(shelf))
        self.shelf.blockSignals(False)
        self._show_files()
        self._show_state()

    def _shelves(self) -> Iterable[tuple[Shelf, str]]:
        return (
            (Shelf.ALL, self.tr("All files")),
            (Shelf.IMPORTED, self.tr("Imported")),
            (Shelf.UNCHANGED, self.tr("Unchanged")),
            (Shelf.DIFFERING, self.tr("With differences")),
            (Shelf.REFUSED, self.tr("Refused")),
        )

    def _shelf(self) -> Shelf:
        """The chosen one; Qt keeps it as the text that it is, too."""
        return Shelf(self.shelf.currentData() or Shelf.ALL)

    def _show_files(self) -> None:
        current = self.current()
        self.model.set_reports(self.results.on(self._shelf()))
        row = self.model.row_of(current.file) if current is not None else 0
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.model.rowCount():
            self.files.selectionModel().setCurrentIndex(self.model.index(max(row, 0)), flag)
        self._show_file()

    def place(self) -> Place:
        """Where the user is."""
        current = self.current()
        return Place(self._shelf(), "" if current is None else current.file)

    def go_to(self, place: Place) -> None:
        """Goes to a shelf and a file on it, as far as they are there."""
        self.shelf.setCurrentIndex(list(Shelf).index(place.shelf))
        row = self.model.row_of(place.file)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.files.selectionModel().setCurrentIndex(self.model.index(row), flag)

    def current(self) -> FileReport | None:
        """The file whose details are shown."""
        return self.model.report(self.files.currentIndex())

    def marked(self) -> list[FileReport]:
        """The files that are selected, from above."""
        indexes = sorted(self.files.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [each for index in indexes if (each := self.model.report(index)) is not None]

    def _show_file(self) -> None:
        self.details.show_file(self.current(), self.marked(), self.results)

    def _tick(self, differences: Iterable[Difference], take: bool) -> None:
        self.results.tick(differences, take=take)
        self._show_file()
        self._show_state()

    def _tick_marked(self, take: bool) -> None:
        self._tick([each for report in self.marked() for each in takeable(report)], take)

    def _give_edition(self, year: int) -> None:
        current = self.current()
        if current is not None:
            self.edition_given.emit(current.file, year)

    def _show_state(self) -> None:
        number = self._texts.words.number
        said = []
        if self.results.taken:
            text = self.tr("Taken from pages: %1.")
            said.append(text.replace("%1", number(len(self.results.taken))))
        if self.results.missed:
            text = self.tr("Not taken, as the library has changed: %1. Import again.")
            said.append(text.replace("%1", number(self.results.missed)))
        if self.results.ticked:
            text = self.tr("To be taken: %1.")
            said.append(text.replace("%1", number(len(self.results.ticked))))
        self.tell(" ".join(said))
        self.apply.setEnabled(bool(self.results.ticked))

    def tell(self, text: str) -> None:
        """Says something below the list."""
        self._state.setText(text)
        self._state.setAccessibleName(text)

    def copy_text(self) -> None:
        """Copies the whole report as text."""
        QGuiApplication.clipboard().setText(self._texts.whole(self.results))
        self.tell(self.tr("The report was copied."))

    def ask_where(self) -> None:
        """Saves the whole report, as text or JSON."""
        writers = {
            ".txt": lambda: self._texts.whole(self.results),
            ".json": lambda: self._texts.json(self.results),
        }
        ask_where_to_save(self, writers, self.tell)
