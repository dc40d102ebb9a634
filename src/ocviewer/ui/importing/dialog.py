"""Imports files and folders: the work with its progress, then the report and what is chosen."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ocviewer.ui.background import Step
from ocviewer.ui.controller import Controller
from ocviewer.ui.importing.report_page import Place, ReportPage
from ocviewer.ui.importing.results import Results, wrote
from ocviewer.ui.importing.running import Ended, importing, importing_as, taking
from ocviewer.ui.importing.texts import ImportTexts
from ocviewer.ui.pack.dialog import WorkDialog

SIZE = (940, 580)


class ImportDialog(WorkDialog):
    """``brought`` when anything was written: the library on the disk is another one then.

    ``told`` carries what came of an import whose dialog was closed while it ran.
    """

    brought = Signal()
    told = Signal(str)

    def __init__(
        self,
        paths: Sequence[Path],
        controller: Controller,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Begins at once; the controller's library has ``folder`` as its user's."""
        super().__init__(self.tr("Import pages and workbooks"), controller.words, parent)
        self._controller = controller
        self._folder = folder
        self._results: Results | None = None
        self._place: Place | None = None
        self._then: Callable[[Ended], None] = self._show
        self.resize(*SIZE)
        work = importing(controller.library, folder, paths)
        self._begin(self.tr("Importing"), work, self._show)

    @property
    def is_working(self) -> bool:
        """Whether files are being imported."""
        return self.work is not None and self.work.isRunning()

    def _begin(
        self, heading: str, work: Callable[[Step], Ended], done: Callable[[Ended], None]
    ) -> None:
        self._then = done
        # a method of the dialog, so that it is called in the dialog's thread
        self.begin(heading, work, self._end)

    def _end(self, ended: Ended) -> None:
        if wrote(ended):
            self.brought.emit()
        self._then(ended)

    def _crash(self, error: Exception) -> None:
        self.brought.emit()  # what was imported before is there
        super()._crash(error)

    def _show(self, ended: Ended) -> None:
        self._results = Results(ended)
        if not self.isVisible():
            texts = ImportTexts(self._controller.library, self.words)
            self.told.emit(" ".join(texts.head(self._results)))
        self._show_report()

    def _show_report(self) -> None:
        if self._results is None or not self.isVisible():
            return
        texts = ImportTexts(self._controller.library, self.words)
        page = ReportPage(self._results, texts, self)
        page.apply_wanted.connect(self._apply)
        page.edition_given.connect(self._import_as)
        page.closed.connect(self.reject)
        self.show_page(page)
        if self._place is not None:
            page.go_to(self._place)
        page.files.setFocus()

    def _leave_report(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, ReportPage):
            self._place = page.place()

    def _apply(self) -> None:
        results = self._results
        if results is None:
            return
        choices = results.choices()
        self._leave_report()

        def done(ended: Ended) -> None:
            results.take(choices, ended)
            self._show_report()

        work = taking(self._controller.library, self._folder, choices)
        self._begin(self.tr("Taking figures from pages"), work, done)

    def _import_as(self, file: str, edition: int) -> None:
        results = self._results
        if results is None:
            return

        def done(ended: Ended) -> None:
            results.replace(ended)
            self._show_report()

        self._leave_report()
        work = importing_as(self._controller.library, self._folder, Path(file), edition)
        self._begin(self.tr("Importing"), work, done)
