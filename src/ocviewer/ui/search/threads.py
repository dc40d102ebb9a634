"""The threads behind the search: one brings the index up to date, one answers queries."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event

from PySide6.QtCore import QObject, QThread, Signal

from ocviewer.library.library import Library
from ocviewer.library.search.answer import Answer, answer
from ocviewer.library.search.hits import Search
from ocviewer.library.search.index import Progress, update
from ocviewer.library.search.store import Store
from ocviewer.library.search.vocabulary import Vocabulary

_MOST = 40
"""Hits in the list; whoever would read more of them types another word."""
_BREATH = 0.001
"""Seconds that the builder rests after each part, so that the window gets its turn."""


class Builder(QThread):
    """Opens the index and brings it up to date.

    ``opened`` carries the store before the first part is read, so that what is there already can
    be asked; ``ended`` comes at the end, unless the work was ended before.
    """

    opened = Signal(object)
    progressed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        library: Library,
        folder: Path,
        store: Store | None = None,
        *,
        renew: bool,
        parent: QObject | None = None,
    ) -> None:
        """``library`` is the thread's own; ``renew`` throws the index away first.

        ``store`` is one in memory that is to be brought up to date.
        """
        super().__init__(parent)
        self._library = library
        self._folder = folder
        self._kept = store
        self._renew = renew
        self._stopped = Event()

    def stop(self) -> None:
        """Ends the work after the part at hand, and waits for it; what is done stays."""
        self._stopped.set()
        self.wait()

    def run(self) -> None:
        """The thread's work."""
        store = self._kept or Store(self._folder)
        if self._renew:
            store.renew()
        self.opened.emit(store)
        if update(store, self._library, self._tell):
            self.ended.emit()
        if not store.in_memory:  # that connection is the engine's
            store.close()

    def _tell(self, progress: Progress) -> bool:
        self.progressed.emit(progress)
        time.sleep(_BREATH)
        return not self._stopped.is_set()


class Asker(QThread):
    """Answers the last query that was asked; those before it that were not answered are dropped.

    ``damaged`` comes when the index cannot be read any more; the thread has ended then.
    """

    answered = Signal(object)
    damaged = Signal()

    def __init__(
        self,
        make_store: Callable[[], Store],
        library: Library,
        vocabulary: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        """All are the thread's own; the store is opened in it."""
        super().__init__(parent)
        self._make_store = make_store
        self._library = library
        self._vocabulary = vocabulary
        self._changed = Condition()
        self._wanted: str | None = None
        self._stopped = False
        self._store: Store | None = None

    def ask(self, text: str) -> None:
        """Asks; an answer that is still being looked for is not waited for."""
        with self._changed:
            self._wanted = text
            self._changed.notify()
            if self._store is not None:
                self._store.interrupt()

    def stop(self) -> None:
        """Ends the thread and waits for it."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
            if self._store is not None:
                self._store.interrupt()
        self.wait()

    def run(self) -> None:
        """The thread's work."""
        store = self._make_store()
        with self._changed:
            self._store = store
        search = Search(store, self._library)
        try:
            while (text := self._next()) is not None:
                found = self._answer(text, search)
                if found is not None:
                    self.answered.emit(found)
        except sqlite3.DatabaseError:
            self.damaged.emit()
        finally:
            with self._changed:
                self._store = None
            if not store.in_memory:  # that connection is the engine's
                store.close()

    def _next(self) -> str | None:
        """The query that is wanted, when there is one; ``None`` at the end."""
        with self._changed:
            while self._wanted is None and not self._stopped:
                self._changed.wait()
            text, self._wanted = self._wanted, None
            return None if self._stopped else text

    def _answer(self, text: str, search: Search) -> Answer | None:
        """The answer, or ``None`` where another query has come meanwhile."""
        while True:
            try:
                found = answer(text, search, self._library, self._vocabulary, _MOST)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise
                found = None
            with self._changed:
                if self._wanted is not None or self._stopped:
                    return None
            if found is not None:  # else the interrupt was meant for the query before
                return found
