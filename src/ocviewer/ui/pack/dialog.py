"""A dialog that leads through one piece of work: a question, its progress, and a report."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ocviewer.domain.problem import Problem
from ocviewer.presenter.words import Words
from ocviewer.ui.background import Step, Work
from ocviewer.ui.pack.progress import ProgressPage
from ocviewer.ui.views.dialog_buttons import in_words

SIZE = (640, 400)
Outcome = TypeVar("Outcome")


class WorkDialog(QDialog):
    """Not modal: the window can be used meanwhile. Closing it ends the work first."""

    def __init__(self, title: str, words: Words, parent: QWidget | None = None) -> None:
        """Empty until ``show_page``, ``begin`` or ``report``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.words = words
        self.work: Work | None = None
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.addWidget(self._stack)
        self.resize(*SIZE)

    def show_page(self, page: QWidget) -> None:
        """Shows a page in place of the one before, which goes."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def begin(
        self, heading: str, work: Callable[[Step], Outcome], done: Callable[[Outcome], None]
    ) -> None:
        """Starts work and shows how it goes; ``done`` gets what it returns."""
        page = ProgressPage(heading, self)
        self.show_page(page)
        page.cancel.setFocus()
        running = self.work = Work(work, self)
        page.cancel_wanted.connect(running.requestInterruption)
        running.progressed.connect(page.step)
        running.done.connect(done)
        running.failed.connect(self._fail)
        running.crashed.connect(self._crash)
        running.cancelled.connect(self.reject)
        running.start()

    def report(self, lines: Sequence[str]) -> None:
        """Says what came of it, as text that can be copied."""
        text = QPlainTextEdit("\n\n".join(lines))
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        page = QWidget(self)
        buttons = in_words(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, page))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
        column.addWidget(buttons)
        self.show_page(page)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _fail(self, problems: tuple[Problem, ...]) -> None:
        self.report([self.words.problem(problem) for problem in problems])

    def _crash(self, error: Exception) -> None:
        self.reject()
        raise error

    def done(self, code: int) -> None:
        """Qt's way out of every dialog: nothing runs on behind it."""
        self.end_work()
        super().done(code)

    def end_work(self) -> None:
        """Cancels what is running, and waits for it."""
        if self.work is not None:
            self.work.end()
