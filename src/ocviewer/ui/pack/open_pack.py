"""Opens a library pack: checks it, asks what to take, brings it in, and says what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ocviewer import paths
from ocviewer.library.library import Library
from ocviewer.library.pack.compare import State, Step, compare
from ocviewer.library.pack.merge import merge
from ocviewer.library.pack.read import Pack, read_pack
from ocviewer.library.pack.write import SUFFIX
from ocviewer.library.references import Tables
from ocviewer.presenter.packs import made_text, outcome, part_text
from ocviewer.presenter.words import Words
from ocviewer.ui import background
from ocviewer.ui.pack.choose_page import ChoosePage
from ocviewer.ui.pack.dialog import WorkDialog


class OpenPackDialog(WorkDialog):
    """``brought`` when anything was written: the library on the disk is another one then."""

    brought = Signal()

    def __init__(
        self, file: Path, library: Library, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begins at once to check the file."""
        super().__init__(self.tr("Open library pack"), words, parent)
        self._library = library
        self._taken: frozenset[str] = frozenset()
        self._steps: tuple[Step, ...] = ()
        heading = self.tr("Checking %1").replace("%1", file.name)
        self.begin(heading, _checking(file, library), self._ask)

    def _ask(self, found: tuple[Pack, tuple[Step, ...]]) -> None:
        pack, self._steps = found
        if all(step.state in (State.SAME, State.HELD) for step in self._steps):
            self.report([made_text(pack.manifest, self.words), self._outcome(())])
            return
        page = ChoosePage(pack.manifest, self._steps, self._library, self.words, self)
        page.accepted.connect(self._bring)
        page.cancelled.connect(self.reject)
        self.show_page(page)
        page.take.setFocus()

    def _bring(self, taken: frozenset[str]) -> None:
        self._taken = taken
        steps, library = self._steps, self._library

        def bring(step: background.Step) -> tuple[str, ...]:
            library.require_user_folder()
            return merge(steps, taken, paths.user_library(), step)

        self.begin(self.tr("Bringing in"), bring, self._tell)

    def _tell(self, written: tuple[str, ...]) -> None:
        if written:
            self.brought.emit()
        lines = [part_text(name, self._library, self.words) for name in written]
        self.report([self._outcome(written), "\n".join(lines)])

    def _outcome(self, written: tuple[str, ...]) -> str:
        return "\n".join(outcome(self._steps, self._taken, written, self.words))


def _checking(
    file: Path, library: Library
) -> Callable[[background.Step], tuple[Pack, tuple[Step, ...]]]:
    tables = Tables(library.countries, library.indicators)

    def check(step: background.Step) -> tuple[Pack, tuple[Step, ...]]:
        pack = read_pack(file, tables, step)
        return pack, compare(pack, paths.user_library(), paths.bundled_library(), tables, step)

    return check


def ask_for_pack(parent: QWidget) -> QFileDialog:
    """Opens the system's own dialog; its ``fileSelected`` carries the name."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = QFileDialog(
        parent,
        QCoreApplication.translate("OpenPackDialog", "Open library pack"),
        QStandardPaths.writableLocation(documents),
        QCoreApplication.translate("OpenPackDialog", "Library packs (*%1)").replace("%1", SUFFIX),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog
