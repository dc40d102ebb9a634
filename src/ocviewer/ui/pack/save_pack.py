"""Saves the user's library as a pack: asks what and where, writes it, and says what is in it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.library.pack.write import SUFFIX, Packed, Wanted, write_pack
from ocviewer.library.references import Tables
from ocviewer.presenter.packs import packed_text
from ocviewer.presenter.words import Words
from ocviewer.ui import background
from ocviewer.ui.pack.dialog import WorkDialog
from ocviewer.ui.views.dialog_buttons import in_words

SIZE = (520, 200)


class SavePackPage(QWidget):
    """Everything, or the countries that are open; with notes or without."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, open_names: list[str], words: Words, parent: QWidget | None = None) -> None:
        """``open_names`` are those of the countries that are open."""
        super().__init__(parent)
        text = QLabel(
            self.tr(
                "A pack is one file with your own library: the editions and texts that you "
                "imported. What comes with ocviewer is not in it; the other laptop has that."
            ),
            self,
        )
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        self.whose = QComboBox(self)
        self.whose.addItem(self.tr("All countries"))
        if open_names:
            self.whose.addItem(self.tr("Only %1").replace("%1", words.joined(open_names)))
        whose = QLabel(self.tr("&Texts of"), self)
        whose.setBuddy(self.whose)
        self.notes = QComboBox(self)
        self.notes.addItems([self.tr("Left out"), self.tr("In the pack")])
        notes = QLabel(self.tr("Your &notes"), self)
        notes.setBuddy(self.notes)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        for number, pair in enumerate(((whose, self.whose), (notes, self.notes))):
            form.addWidget(pair[0], number, 0)
            form.addWidget(pair[1], number, 1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        in_words(buttons)
        buttons.accepted.connect(self.accepted)
        buttons.rejected.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)

    @property
    def only_open(self) -> bool:
        """Whether only the texts of the countries that are open are wanted."""
        return self.whose.currentIndex() > 0

    @property
    def with_notes(self) -> bool:
        """Whether the user's notes go along."""
        return self.notes.currentIndex() > 0


class SavePackDialog(WorkDialog):
    """Asks what goes into the pack, then for its place."""

    def __init__(
        self,
        library: Library,
        words: Words,
        countries: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        """``countries`` are the codes of those that are open."""
        super().__init__(self.tr("Save library pack"), words, parent)
        self._library = library
        self._countries = countries
        names = [library.countries[iso3].name for iso3 in countries]
        self.page = SavePackPage(names, words, self)
        self.page.accepted.connect(self.ask_where)
        self.page.cancelled.connect(self.reject)
        self.show_page(self.page)
        self.resize(*SIZE)

    def ask_where(self) -> QFileDialog:
        """Asks for the file; the system's own dialog asks before one is replaced."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(
            self,
            self.windowTitle(),
            QStandardPaths.writableLocation(documents),
            self.tr("Library packs (*%1)").replace("%1", SUFFIX),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"ocviewer-library{SUFFIX}")
        dialog.fileSelected.connect(self.save)
        dialog.open()
        return dialog

    def save(self, name: str) -> None:
        """Writes the pack."""
        out, library = Path(name), self._library
        countries = self._countries if self.page.only_open else None
        notes = ("notes",) if self.page.with_notes else ()
        wanted = Wanted(("edition", "profile", *notes), countries)
        tables = Tables(library.countries, library.indicators)

        def write(step: background.Step) -> Packed:
            return write_pack(out, paths.user_library(), wanted, tables, on_part=step)

        self.begin(self.tr("Saving %1").replace("%1", out.name), write, self._tell)

    def _tell(self, packed: Packed) -> None:
        lines = [packed_text(packed, self.words)]
        if packed.left_out:
            lines.append(self.words.say("pack.left_out"))
            lines += [self.words.problem(problem) for problem in packed.left_out]
        self.report(lines)
