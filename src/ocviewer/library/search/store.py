"""The file of the index: made anew when it is damaged or of another version, in memory at worst.

Nothing in it is the only copy of anything, so whatever is wrong with it, the answer is a new one.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

FILE_NAME = "search-index.sqlite"
VERSION = 2
"""Goes up whenever the tables or what is put into them change."""

_APPLICATION = 0x0C5EA2C4
"""Marks the file as ours; a file of any other program is no index either."""
_BUSY_SECONDS = 10.0
_TABLES = f"""
CREATE TABLE part (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (source, key)
);
CREATE TABLE document (
  id INTEGER PRIMARY KEY, part INTEGER NOT NULL, source TEXT NOT NULL, iso3 TEXT NOT NULL,
  edition INTEGER NOT NULL, section TEXT NOT NULL, paragraph INTEGER NOT NULL,
  indicators TEXT NOT NULL, wording TEXT NOT NULL, several INTEGER NOT NULL, note TEXT NOT NULL
);
CREATE INDEX document_part ON document (part);
CREATE VIRTUAL TABLE words USING fts5 (
  name, title, country, part, extra, body,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {VERSION};
"""


class Store:
    """A connection to the index.

    Each thread has one of its own (``another``). An index in memory has a single connection,
    which its threads share and use in turn.
    """

    def __init__(self, folder: Path | None) -> None:
        """Opens the index in a folder, made if need be; in memory where there is none to write."""
        self.folder = folder
        self.rebuilt = False
        """Whether there was an index that could not be used."""
        self._lock = RLock()
        self._connection = self._opened()

    @property
    def in_memory(self) -> bool:
        """Whether the index goes with the process."""
        return self.folder is None

    def another(self) -> "Store":
        """A store of the same index for another thread."""
        return self if self.in_memory else Store(self.folder)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, to ask."""
        with self._lock:
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction that no other process writes beside; all or nothing."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def interrupt(self) -> None:
        """Ends what the connection does at the moment, from any thread; it raises there.

        Not in memory, where it may be another thread's work.
        """
        if not self.in_memory:
            self._connection.interrupt()

    def renew(self, *, in_memory: bool = False) -> None:
        """Throws the index away, as it is damaged, and starts an empty one.

        With ``in_memory`` the file is left to those that can use it.
        """
        with self._lock:
            self._connection.close()
            self.rebuilt = True
            if in_memory:
                self.folder = None
            elif self.folder is not None:
                self._discard(self.folder)
            self._connection = self._opened()

    def close(self) -> None:
        """Ends the connection; an index in memory is gone."""
        with self._lock:
            self._connection.close()

    def _opened(self) -> sqlite3.Connection:
        if self.folder is not None:
            for _ in range(2):
                try:
                    self.folder.mkdir(parents=True, exist_ok=True)
                    return self._open_file(self.folder / FILE_NAME)
                except sqlite3.DatabaseError as error:
                    if is_busy(error):
                        break
                    self.rebuilt = (self.folder / FILE_NAME).exists()
                    self._discard(self.folder)
                except OSError:
                    break
            self.folder = None
        return _prepared(_connected(":memory:"))

    def _open_file(self, file: Path) -> sqlite3.Connection:
        connection = _connected(str(file))
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # a crash of the machine may cost the index, never more
            connection.execute("PRAGMA synchronous = OFF")
            return _prepared(connection)
        except BaseException:
            connection.close()
            raise

    def _discard(self, folder: Path) -> None:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                (folder / f"{FILE_NAME}{ending}").unlink(missing_ok=True)


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process holds the index for too long: then nothing is wrong with it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest tells why
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _connected(name: str) -> sqlite3.Connection:
    return sqlite3.connect(
        name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection to an index of this version; ``DatabaseError`` for a file that is another.

    The write lock makes a second process wait until the tables are there.
    """
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not tables:
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
    elif (version, application) != (VERSION, _APPLICATION):
        raise sqlite3.DatabaseError("not an index of this version")
    else:
        connection.execute("SELECT id FROM part LIMIT 1")
        connection.execute("SELECT rowid FROM words LIMIT 1")
    connection.execute("COMMIT")
    return connection
