"""The search behind the view: index and answers, in threads of their own."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ocviewer.library.library import Library
from ocviewer.library.search.index import Progress
from ocviewer.library.search.store import Store
from ocviewer.presenter.search.spellings import vocabulary
from ocviewer.presenter.words import Words
from ocviewer.ui.search.threads import Asker, Builder

_AGAIN = 6
"""After so many reports of a first index the query is asked again, to show what is there."""


class Engine(QObject):
    """Answers queries while it brings the index up to date.

    ``answered`` carries an ``Answer`` to the last query; ``progressed`` a ``Progress`` while
    there is something to bring in. A damaged index is made anew by itself.
    """

    answered = Signal(object)
    progressed = Signal(object)
    completed = Signal()

    def __init__(
        self, library: Library, words: Words, folder: Path, parent: QObject | None = None
    ) -> None:
        """Starts at once; the library itself is left to the thread of the window."""
        super().__init__(parent)
        self._library = library
        self._words = words
        self._folder = folder
        self._text: str | None = None
        self._builder: Builder | None = None
        self._asker: Asker | None = None
        self._store: Store | None = None
        self._told = 0
        self._works = self._outdated = False
        self._build()

    def ask(self, text: str) -> None:
        """Asks; only the last of several queries is answered."""
        self._text = text
        if self._asker is not None:
            self._asker.ask(text)

    def refresh(self) -> None:
        """Brings the index up to date once more, as notes are others; ``completed`` follows."""
        if self._builder is None or self._works:
            self._outdated = True  # after the work at hand, which may have read them before
        else:
            self._builder.stop()
            self._builder.deleteLater()
            self._build()

    def stop(self) -> None:
        """Ends both threads and waits for them."""
        if self._builder is not None:
            self._builder.stop()
            self._builder.deleteLater()
        if self._asker is not None:
            self._asker.stop()
            self._asker.deleteLater()
        if self._store is not None and self._store.in_memory:
            self._store.close()
        self._builder = self._asker = self._store = None

    def _build(self, *, renew: bool = False) -> None:
        self._told = 0
        self._works, self._outdated = True, False
        kept = self._store if self._store is not None and self._store.in_memory else None
        builder = Builder(self._library.again(), self._folder, kept, renew=renew, parent=self)
        builder.opened.connect(self._on_opened)
        builder.progressed.connect(self._on_progressed)
        builder.ended.connect(self._on_ended)
        self._builder = builder
        builder.start(Builder.Priority.LowPriority)

    @Slot(object)
    def _on_opened(self, store: Store) -> None:
        if self._builder is not None:  # not stopped meanwhile
            self._store = store
            self._start_asker(store)

    def _start_asker(self, store: Store) -> None:
        if self._asker is not None:
            self._asker.stop()
            self._asker.deleteLater()
        library = self._library.again()
        asker = Asker(store.another, library, vocabulary(library, self._words), self)
        asker.answered.connect(self.answered)
        asker.damaged.connect(self._on_damaged)
        self._asker = asker
        asker.start()
        self._ask_again()

    def _ask_again(self) -> None:
        if self._asker is not None and self._text is not None:
            self._asker.ask(self._text)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if self._builder is None:
            return
        self.progressed.emit(progress)
        self._told += 1
        if self._told % _AGAIN == 0:
            self._ask_again()

    @Slot()
    def _on_ended(self) -> None:
        if self._builder is None or self._store is None or self.sender() is not self._builder:
            return
        self._works = False
        if self._store.rebuilt:
            self._start_asker(self._store)  # which read a file that is gone
        if self._outdated:
            self.refresh()
            return
        self._ask_again()
        self.completed.emit()

    @Slot()
    def _on_damaged(self) -> None:
        if self._builder is not None:
            self.stop()
            self._build(renew=True)
