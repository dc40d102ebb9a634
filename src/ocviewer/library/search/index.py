"""Brings the index up to what the library holds, part by part."""

import re
import sqlite3
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ocviewer.library.library import Library
from ocviewer.library.search.document import Document, Part, Source
from ocviewer.library.search.documents import SOURCES
from ocviewer.library.search.store import Store, is_busy

OPENING, CLOSING = "\ufdd0", "\ufdd1"
"""Mark what was found in a text; no text has them, see ``_stored``."""

_SPECIAL = re.compile("[\x00\ufdd0\ufdd1\ud800-\udfff]")
_WORDS = "INSERT INTO words (rowid, name, title, country, part, extra, body) VALUES (?,?,?,?,?,?,?)"
_DOCUMENT = (
    "INSERT INTO document (id, part, source, iso3, edition, section, paragraph, indicators,"
    " wording, several, note) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)


_TOGETHER = 8
"""Parts in one transaction: fewer would be slower, more would keep others waiting."""


class Progress(NamedTuple):
    """How much of the index is there: parts that are done, of how many."""

    done: int
    of: int


Tell = Callable[[Progress], bool]
"""Is told after some parts; ``False`` ends the work, of which all that was done stays."""


def go_on(_progress: Progress) -> bool:
    """Lets the work go on to its end."""
    return True


def update(
    store: Store, library: Library, tell: Tell = go_on, sources: Iterable[Source] = SOURCES
) -> bool:
    """Brings the index up to date; whether it is complete then.

    ``library`` is not to be used by another thread meanwhile. Parts whose hash is the index's are
    left alone, and those that are gone are taken out. Two processes may do it at once. A damaged
    index is thrown away and made anew; where that fails, on a full disk, it is made in memory.
    """
    sources = tuple(sources)
    for _ in range(2):
        try:
            return _update(store, library, tell, sources)
        except sqlite3.DatabaseError as error:
            store.renew(in_memory=store.rebuilt or is_busy(error))
    return _update(store, library, tell, sources)


def _update(store: Store, library: Library, tell: Tell, sources: tuple[Source, ...]) -> bool:
    parts = [(source.name, part) for source in sources for part in source.parts(library)]
    with store.reading() as connection:
        rows = connection.execute("SELECT source, key, hash FROM part").fetchall()
    known = {(source, key): hash_ for source, key, hash_ in rows}
    named = {source.name for source in sources}
    gone = known.keys() - {(source, part.key) for source, part in parts}
    for source, key in sorted(gone):
        if source in named:
            with store.writing() as connection:
                _take_out(connection, source, key)
    numbers = {source.name: number for number, source in enumerate(sources)}
    changed = [
        _Changed(source, part, (numbers[source] << 48) + (part.order << 24))
        for source, part in parts
        if known.get((source, part.key)) != part.hash
    ]
    done = len(parts) - len(changed)
    for start in range(0, len(changed), _TOGETHER):
        if not tell(Progress(done, len(parts))):
            return False
        some = changed[start : start + _TOGETHER]
        _put_in(store, some)
        done += len(some)
    return tell(Progress(done, len(parts)))


class _Changed(NamedTuple):
    """A part whose documents are numbered from ``first`` on.

    The index gives what it finds in the order of these numbers.
    """

    source: str
    part: Part
    first: int


def _put_in(store: Store, some: list[_Changed]) -> None:
    """Puts parts in place of what there was of them, unless another process just did."""
    read = [(one, tuple(one.part.read())) for one in some]
    with store.writing() as connection:
        for (source, part, first), documents in read:
            row = connection.execute(
                "SELECT hash FROM part WHERE source = ? AND key = ?", (source, part.key)
            ).fetchone()
            if row is not None and row[0] == part.hash:
                continue
            _take_out(connection, source, part.key)
            made = connection.execute(
                "INSERT INTO part (source, key, hash) VALUES (?,?,?)", (source, part.key, part.hash)
            )
            for number, document in enumerate(documents, first):
                _insert(connection, number, source, made.lastrowid, document)


def _insert(
    connection: sqlite3.Connection,
    number: int,
    source: str,
    part: int | None,
    document: Document,
) -> None:
    connection.execute(
        _DOCUMENT,
        (
            number,
            part,
            source,
            document.iso3,
            document.edition,
            document.section,
            document.paragraph,
            # a blank on either side of each, to be found whole
            "".join(f" {code} " for code in document.indicators),
            document.wording,
            document.several,
            document.note,
        ),
    )
    texts = (document.name, document.title, document.country, document.part, document.extra)
    connection.execute(_WORDS, (number, *map(_stored, (*texts, document.body))))


def _stored(text: str) -> str:
    """The text, one character for one, without those that mark or cannot be stored."""
    return _SPECIAL.sub(" ", text)


def _take_out(connection: sqlite3.Connection, source: str, key: str) -> None:
    row = connection.execute(
        "SELECT id FROM part WHERE source = ? AND key = ?", (source, key)
    ).fetchone()
    if row is None:
        return
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT id FROM document WHERE part = ?)", row
    )
    connection.execute("DELETE FROM document WHERE part = ?", row)
    connection.execute("DELETE FROM part WHERE id = ?", row)
